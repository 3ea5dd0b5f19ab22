package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads `local-rotations:`, the turns that rooms take inside blocks of the school.
final class TurnsReader {
  private static final Duration TURN = Duration.ofMinutes(15);
  private static final Duration MOVE = Duration.ofMinutes(1);

  private final Draft draft;
  private final Findings findings;

  TurnsReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section school) {
    school.rows("local-rotations").forEach(this::rotation);
  }

  private void rotation(Yaml row) {
    try (var section = Section.of(row, findings)) {
      var id = section.text("id");
      var room = section.text("room");
      var schedule = section.text("schedule");
      var groups = ids(section, "groups", GroupId::new);
      var stations = ids(section, "stations", StationId::new);
      var blocks = section.texts("blocks").stream().map(Yaml.Text::text).toList();
      var turn = section.length("turn", TURN);
      var move = section.length("move", MOVE);
      if (!isNew(section, id)
          || !section.isId(section.place("room"), room)
          || !section.isId(section.place("schedule"), schedule)
          || !isTime(section, turn)) {
        return;
      }
      var rotation =
          new LocalRotation(
              id, new RoomId(room), new ScheduleId(schedule), blocks, turn, move, groups, stations);
      refer(section, rotation);
      draft.localRotations.add(rotation);
      draft.places.put(rotation, section.place());
    }
  }

  /// By its id it is remembered overnight which turn comes next.
  private boolean isNew(Section section, String id) {
    boolean isTaken = draft.localRotations.stream().anyMatch(each -> each.id().equals(id));
    if (isTaken) {
      findings.block(
          section.place("id"), "`" + id + "` a second time", "each id once", "Rename one.");
    }
    return section.isId(section.place("id"), id) && !isTaken;
  }

  private boolean isTime(Section section, Duration turn) {
    if (turn.isPositive()) {
      return true;
    }
    findings.block(section.place("turn"), "no time", "a length such as `15m`", "Say how long.");
    return false;
  }

  private void refer(Section section, LocalRotation rotation) {
    draft.refer(section.place("room"), rotation.room(), draft.rooms, "a room of this school");
    draft.refer(section.place("schedule"), rotation.schedule());
    references(section, "groups")
        .forEach(
            text ->
                draft.refer(
                    text.place(),
                    new GroupId(text.text()),
                    draft.groups,
                    "a group of this school"));
    references(section, "stations")
        .forEach(
            text ->
                draft.refer(
                    text.place(),
                    new StationId(text.text()),
                    draft.stations,
                    "a station of this school"));
  }

  private static <T extends Id> List<T> ids(Section section, String key, Function<String, T> make) {
    var ids = new ArrayList<T>();
    references(section, key).forEach(text -> ids.add(make.apply(text.text())));
    return ids;
  }

  private static List<Yaml.Text> references(Section section, String key) {
    return section.texts(key).stream()
        .filter(text -> section.isId(text.place(), text.text()))
        .toList();
  }
}
