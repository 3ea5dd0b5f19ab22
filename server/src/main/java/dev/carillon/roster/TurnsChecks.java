package dev.carillon.roster;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Overlay;
import dev.carillon.school.Person.Student;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks at turns inside blocks and at overlays as part of the whole: whether their blocks are in
/// some day, their stations in the room, and nobody in two of them at once.
final class TurnsChecks {
  /// A bell is named by its date, its turn and its kind, and that is one id.
  private static final int ROOM_AND_BLOCK_MAX = 60;

  private final Draft draft;
  private final Findings findings;

  TurnsChecks(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void run() {
    draft.localRotations.forEach(this::check);
    checkOncePerBlock();
    draft.overlays.forEach(this::check);
    checkOverlaysClash();
  }

  private void check(LocalRotation rotation) {
    var place = draft.place(rotation);
    checkSomething(place, "blocks", rotation.blocks());
    checkSomething(place, "groups", rotation.groups());
    checkSomething(place, "stations", rotation.stations());
    rotation.blocks().forEach(block -> checkBlock(rotation.schedule(), block, place));
    for (var id : rotation.stations()) {
      var station = draft.stations.get(id);
      if (station != null && !station.room().equals(rotation.room())) {
        findings.block(
            place,
            "station `" + id.value() + "`, which is in `" + station.room().value() + "`",
            "stations of `" + rotation.room().value() + "`",
            "Take it out, or correct `room`.");
      }
    }
    if (rotation.stations().size() < rotation.groups().size()) {
      findings.block(
          place,
          rotation.groups().size() + " groups at " + rotation.stations().size() + " stations",
          "a station for each group",
          "Add stations or take out groups.");
    }
    rotation.groups().forEach(group -> checkSize(rotation, group));
    rotation.groups().forEach(group -> checkStrays(rotation, group));
    rotation.blocks().forEach(block -> checkLength(rotation, block));
  }

  /// Without it no turn would ever be taken.
  private void checkSomething(Place place, String key, List<?> named) {
    if (named.isEmpty()) {
      draft.findings.block(place, "no " + key, "at least one", "Name its `" + key + "`.");
    }
  }

  private void checkBlock(ScheduleId schedule, String block, Place place) {
    if (!isKnown(schedule, block)) {
      findings.block(
          place,
          "block `" + block + "`",
          "a block of `" + schedule.value() + "` on some day",
          "Correct the block.");
    }
  }

  private boolean isKnown(ScheduleId schedule, String block) {
    return draft.dayTypes.values().stream()
        .flatMap(type -> type.schedules().stream())
        .filter(each -> each.id().equals(schedule))
        .flatMap(each -> each.blocks().stream())
        .anyMatch(each -> each.id().equals(block));
  }

  private void checkSize(LocalRotation rotation, GroupId group) {
    int size = (int) draft.students().stream().filter(each -> each.group().equals(group)).count();
    for (var id : rotation.stations()) {
      var station = draft.stations.get(id);
      if (station != null) {
        draft.checkWorth(draft.place(rotation), "group `" + group.value() + "`", size, station);
      }
      if (station != null && size > station.hardCap()) {
        findings.block(
            draft.place(rotation),
            "group `" + group.value() + "` of " + size + " at " + station.name(),
            "at most " + station.hardCap(),
            "Make the group smaller or the station larger.");
      }
    }
  }

  /// Whoever lives by another schedule has no turns here.
  private void checkStrays(LocalRotation rotation, GroupId group) {
    var strays =
        draft.students().stream()
            .filter(each -> each.group().equals(group))
            .filter(each -> !each.schedule().equals(rotation.schedule()))
            .toList();
    if (!strays.isEmpty()) {
      draft.findings.warn(
          draft.place(rotation),
          "%d of group `%s` (%s first) in `%s`, but turns in `%s`"
              .formatted(
                  strays.size(),
                  group.value(),
                  strays.getFirst().name(),
                  strays.getFirst().schedule().value(),
                  rotation.schedule().value()),
          "groups whose students have the schedule of their turns",
          "Correct `schedule` of the turns or of the students: they take none of these.");
    }
  }

  /// Turns that do not fit go on in the next block; one that does not fit at all is cut short.
  private void checkLength(LocalRotation rotation, String block) {
    for (var type : draft.dayTypes.values()) {
      for (var schedule : type.schedules()) {
        int cursor = 0;
        for (var each : schedule.blocks()) {
          int start = Wall.start(each, cursor);
          cursor = Wall.end(each, start);
          boolean isMeant = schedule.id().equals(rotation.schedule()) && each.id().equals(block);
          long turnS = rotation.turn().plus(rotation.move()).toSeconds();
          if (isMeant && cursor - start < turnS) {
            findings.warn(
                draft.place(rotation),
                "turns of " + Words.of(rotation.turn()) + " in `" + block + "` of " + type.name(),
                "a block of at least " + Words.of(rotation.turn().plus(rotation.move())),
                "Make `turn` shorter, or take the block out: one turn fills it as it is.");
          }
        }
      }
    }
  }

  private record GroupIn(GroupId group, BlockId block) {}

  /// A room has one timeline in a block, and a group takes turns in one room at a time.
  private void checkOncePerBlock() {
    var lines = new HashMap<ScheduleId, LocalRotation>();
    var groups = new HashMap<GroupIn, LocalRotation>();
    for (var rotation : draft.localRotations) {
      for (var block : rotation.blocks()) {
        if (!isKnown(rotation.schedule(), block) || isTooLong(rotation, block)) {
          continue;
        }
        var other = lines.putIfAbsent(rotation.idIn(block), rotation);
        if (other != null) {
          findings.block(
              draft.place(rotation),
              "`" + block + "` in `" + rotation.room().value() + "`, as in `" + other.id() + "`",
              "one local rotation for a room and a block",
              "Put them together, or use another block.");
        }
        for (var group : rotation.groups()) {
          var twin = groups.putIfAbsent(new GroupIn(group, rotation.parentOf(block)), rotation);
          if (twin != null && !twin.equals(rotation)) {
            tellTwice(rotation, twin, group, block);
          }
        }
      }
    }
  }

  private boolean isTooLong(LocalRotation rotation, String block) {
    boolean isTooLong = rotation.room().value().length() + block.length() > ROOM_AND_BLOCK_MAX;
    if (isTooLong) {
      findings.block(
          draft.place(rotation),
          "`" + rotation.room().value() + "` and `" + block + "` are too long together",
          "at most " + ROOM_AND_BLOCK_MAX + " letters",
          "Give the room or the block a shorter id.");
    }
    return isTooLong;
  }

  private void tellTwice(LocalRotation rotation, LocalRotation twin, GroupId group, String block) {
    findings.block(
        draft.place(rotation),
        "group `" + group.value() + "` in `" + block + "`, as in `" + twin.id() + "`",
        "a group in one local rotation at a time",
        "Take it out of one of them.");
  }

  private void check(Overlay overlay) {
    var place = draft.place(overlay);
    checkBlock(overlay.schedule(), overlay.block(), place);
    if (overlay.days().isEmpty() && overlay.dates().isEmpty()) {
      findings.block(place, "no days", "`days` or `dates`", "Say when it is held.");
    }
    if (overlay.students().isEmpty() && overlay.groups().isEmpty()) {
      findings.block(place, "nobody", "`students` or `groups`", "Say who it is for.");
    }
    for (var student : draft.students().stream().filter(each -> isFor(overlay, each)).toList()) {
      if (!student.schedule().equals(overlay.schedule())) {
        findings.block(
            place,
            student.name() + ", who is in `" + student.schedule().value() + "`",
            "students of `" + overlay.schedule().value() + "`",
            "Take them out, or correct `schedule`.");
      }
    }
  }

  private static boolean isFor(Overlay overlay, Student student) {
    return overlay.students().contains(student.id()) || overlay.groups().contains(student.group());
  }

  private record StudentIn(Student student, BlockId block) {}

  private void checkOverlaysClash() {
    Map<StudentIn, Overlay> seen = new HashMap<>();
    for (var overlay : draft.overlays) {
      if (!isKnown(overlay.schedule(), overlay.block())) {
        continue;
      }
      for (var student : draft.students().stream().filter(each -> isFor(overlay, each)).toList()) {
        var other = seen.putIfAbsent(new StudentIn(student, overlay.blockId()), overlay);
        if (other != null && sharesDay(overlay, other)) {
          findings.block(
              draft.place(overlay),
              student.name() + " in `" + overlay.block() + "`, as in `" + other.id() + "`",
              "one overlay at a time for each student",
              "Take her out of one of them, or use another day or block.");
        }
      }
    }
  }

  private static boolean sharesDay(Overlay one, Overlay other) {
    return one.days().stream().anyMatch(other.days()::contains)
        || one.dates().stream().anyMatch(other::isOn)
        || other.dates().stream().anyMatch(one::isOn);
  }
}
