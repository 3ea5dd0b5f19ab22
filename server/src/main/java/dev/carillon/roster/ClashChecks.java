package dev.carillon.roster;

import dev.carillon.school.BellSchedule;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Rotation;
import dev.carillon.school.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for whoever would have to be in two places at once, over all schedules that run on the
/// same day.
final class ClashChecks {
  private final Draft draft;
  private final Findings findings;
  private final Map<StationId, Set<ScheduleId>> uses = new HashMap<>();

  ClashChecks(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void run() {
    draft.rotations.forEach(this::checkStudents);
    findUses();
    stationsOfAdults().forEach(this::checkAdult);
  }

  // --- Students
  // ----------------------------------------------------------------------------------

  /// A student lives by one schedule; turns of another one would call her away from it.
  private void checkStudents(Rotation rotation) {
    var strays = new LinkedHashMap<GroupId, List<Student>>();
    for (var student : draft.students()) {
      boolean isStray = !student.schedule().equals(rotation.schedule());
      if (isStray && rotation.groups().contains(student.group())) {
        strays.computeIfAbsent(student.group(), _ -> new ArrayList<>()).add(student);
      }
    }
    strays.forEach((group, who) -> tellStrays(rotation, group, who));
  }

  private void tellStrays(Rotation rotation, GroupId group, List<Student> who) {
    var first = who.getFirst();
    var when = overlap(rotation.schedule(), first.schedule()).map(it -> ", both at " + it);
    findings.block(
        draft.place(rotation),
        "%d of group `%s` (%s first) in `%s`, but turns in `%s`%s"
            .formatted(
                who.size(),
                group.value(),
                first.name(),
                first.schedule().value(),
                rotation.schedule().value(),
                when.orElse("")),
        "groups whose students have the schedule of their turns",
        "Correct `schedule` of the rotation or of the students, or make it two groups.");
  }

  // --- Adults
  // ------------------------------------------------------------------------------------

  /// Which schedules bring students to which stations.
  private void findUses() {
    for (var rotation : draft.rotations) {
      rotation.stations().forEach(station -> use(station, rotation.schedule()));
    }
    for (var rotation : draft.localRotations) {
      rotation.stations().forEach(station -> use(station, rotation.schedule()));
    }
    draft.overlays.forEach(overlay -> use(overlay.station(), overlay.schedule()));
    for (var student : draft.students()) {
      use(student.home(), student.schedule());
      var playlist = draft.playlists.get(student.id());
      if (playlist != null) {
        playlist.items().forEach(item -> use(item.want(), student.schedule()));
      }
    }
  }

  private void use(Want want, ScheduleId schedule) {
    switch (want) {
      case Want.At(var station) -> use(station, schedule);
      case Want.OneOf(var stations) -> stations.forEach(station -> use(station, schedule));
      case Want.AnyOf(var kind) ->
          draft.stations.values().stream()
              .filter(station -> station.kind() == kind)
              .forEach(station -> use(station.id(), schedule));
      case Want.AtHome() -> {}
    }
  }

  private void use(StationId station, ScheduleId schedule) {
    uses.computeIfAbsent(station, _ -> new LinkedHashSet<>()).add(schedule);
  }

  private Map<PersonId, List<Station>> stationsOfAdults() {
    var stations = new LinkedHashMap<PersonId, List<Station>>();
    for (var station : draft.stations.values()) {
      for (var adult : station.adults()) {
        stations.computeIfAbsent(adult, _ -> new ArrayList<>()).add(station);
      }
    }
    return stations;
  }

  /// Stations of one room can be seen at once; of two rooms they must not be busy at one time.
  private void checkAdult(PersonId adult, List<Station> stations) {
    long rooms = stations.stream().map(Station::room).distinct().count();
    if (rooms < 2 || !(draft.people.get(adult) instanceof Staff staff)) {
      return;
    }
    var clash = clash(stations);
    boolean used = stations.stream().allMatch(station -> uses.containsKey(station.id()));
    if (clash.isPresent()) {
      findings.warn(
          draft.place(adult),
          staff.name() + " " + clash.get(),
          "one room at a time",
          "Name somebody else in `adults` of one of them, or change the bells.");
    } else if (!used) {
      findings.warn(
          draft.place(adult),
          staff.name() + " supervises stations in " + rooms + " rooms",
          "one room at a time",
          "Name somebody else in `adults` of one of them.");
    }
  }

  private Optional<String> clash(List<Station> stations) {
    for (var one : stations) {
      for (var other : stations.subList(stations.indexOf(one) + 1, stations.size())) {
        var when = one.room().equals(other.room()) ? Optional.<String>empty() : when(one, other);
        if (when.isPresent()) {
          return when.map(it -> "is at " + one.name() + " and " + other.name() + ", both at " + it);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> when(Station one, Station other) {
    return uses.getOrDefault(one.id(), Set.of()).stream()
        .flatMap(
            mine ->
                uses.getOrDefault(other.id(), Set.of()).stream()
                    .flatMap(theirs -> overlap(mine, theirs).stream()))
        .findFirst();
  }

  // --- Times
  // -------------------------------------------------------------------------------------

  /// The first time of a day on which blocks of both run.
  private Optional<String> overlap(ScheduleId one, ScheduleId other) {
    return draft.dayTypes.values().stream()
        .flatMap(type -> overlap(type, spans(type, one), spans(type, other)).stream())
        .findFirst();
  }

  private static Optional<String> overlap(DayType type, List<Span> ones, List<Span> others) {
    return ones.stream()
        .flatMap(one -> others.stream().flatMap(other -> one.both(other).stream()))
        .findFirst()
        .map(span -> span.text() + " (" + type.name() + ")");
  }

  /// In seconds of the wall.
  private record Span(int start, int end) {
    Optional<Span> both(Span other) {
      var both = new Span(Math.max(start, other.start), Math.min(end, other.end));
      return both.start < both.end ? Optional.of(both) : Optional.empty();
    }

    String text() {
      return Wall.text(start) + "–" + Wall.text(end);
    }
  }

  private static List<Span> spans(DayType type, ScheduleId id) {
    return type.schedules().stream()
        .filter(schedule -> schedule.id().equals(id))
        .findFirst()
        .map(ClashChecks::spans)
        .orElse(List.of());
  }

  private static List<Span> spans(BellSchedule schedule) {
    var spans = new ArrayList<Span>();
    int cursor = 0;
    for (var block : schedule.blocks()) {
      int start = Wall.start(block, cursor);
      cursor = Wall.end(block, start);
      spans.add(new Span(start, cursor));
    }
    return spans;
  }
}
