package dev.carillon.school;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Id.StationId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that is planned, validated as a whole by `roster` before it becomes one of these.
///
/// Maps keep the order in which the school's files name things; `overflow` is the station that
/// takes whoever has no other place.
public record School(
    SchoolId id,
    String name,
    ZoneId zone,
    String language,
    Rules rules,
    Map<RoomId, Room> rooms,
    Map<StationId, Station> stations,
    StationId overflow,
    Map<PersonId, Person> people,
    Map<GroupId, Group> groups,
    Map<PersonId, Playlist> playlists,
    List<Rotation> rotations,
    Arrangements arrangements,
    Calendar calendar) {
  public School {
    rooms = Ordered.copyOf(rooms);
    stations = Ordered.copyOf(stations);
    people = Ordered.copyOf(people);
    groups = Ordered.copyOf(groups);
    playlists = Ordered.copyOf(playlists);
    rotations = List.copyOf(rotations);
  }

  /// The same school with one person in place of another of the same id.
  public School with(Person person) {
    var others = new LinkedHashMap<>(people);
    others.put(person.id(), person);
    return with(rules, others, arrangements, calendar);
  }

  /// The same school with other rules.
  public School with(Rules other) {
    return with(other, people, arrangements, calendar);
  }

  /// The same school with another calendar.
  public School with(Calendar other) {
    return with(rules, people, arrangements, other);
  }

  /// The same school with names of boards where they stand.
  public School with(BoardSlots slots) {
    return with(rules, people, arrangements.with(slots), calendar);
  }

  private School with(
      Rules newRules,
      Map<PersonId, Person> newPeople,
      Arrangements newArrangements,
      Calendar newCalendar) {
    return new School(
        id,
        name,
        zone,
        language,
        newRules,
        rooms,
        stations,
        overflow,
        newPeople,
        groups,
        playlists,
        rotations,
        newArrangements,
        newCalendar);
  }

  /// The day plan of a service date, without bell lag and as if turns began anew.
  public DayPlan dayPlan(LocalDate date) {
    return calendar.dayPlan(date, zone).with(arrangements.localRotations(), Map.of());
  }

  /// The students, in the order of the files.
  public List<Person.Student> students() {
    return people.values().stream()
        .filter(Person.Student.class::isInstance)
        .map(Person.Student.class::cast)
        .toList();
  }

  /// The helpers, leaders and administrators, in the order of the files.
  public List<Person.Staff> staff() {
    return people.values().stream()
        .filter(Person.Staff.class::isInstance)
        .map(Person.Staff.class::cast)
        .toList();
  }
}
