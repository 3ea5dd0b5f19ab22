package dev.carillon.floor;

import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.floor.StudioTurns.BLUE;
import static dev.carillon.floor.StudioTurns.RED;
import static dev.carillon.floor.StudioTurns.WHEEL;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.school.Arrangements;
import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.Assignment;
import dev.carillon.school.Badge;
import dev.carillon.school.Group;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Outline;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Programme;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.school.Station.Terms;
import dev.carillon.school.StationKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The studio with three groups of four at three stations, in turns of ten minutes with one to walk
/// in B3 and B4: t0 to t2 and t3 to t5. Red begins at the clay, blue at the loom, green at the
/// wheel. Mira is the first of red, Noah of blue, Tariq of green; June is the second of green.
final class FullStudio {
  static final GroupId GREEN = new GroupId("green");
  static final PersonId RED_2 = new PersonId("red-2");
  static final PersonId RED_4 = new PersonId("red-4");
  static final PersonId BLUE_4 = new PersonId("blue-4");
  static final PersonId GREEN_3 = new PersonId("green-3");
  static final PersonId GREEN_4 = new PersonId("green-4");

  /// Room for two groups.
  private static final int CAP = 8;

  private FullStudio() {}

  static Scene opened() {
    return opened(CAP, 0, Set.of(), List.of());
  }

  /// @param cap of each station
  /// @param least the smallest group that each of them is for
  static Scene opened(int cap, int least, Set<Pair> apart, List<Assignment> places) {
    return StudioTurns.opened(school(cap, least, apart), Fixtures.day(), Carry.NOTHING, places);
  }

  /// Some are absent since before the first turn.
  static Scene without(Scene scene, PersonId... absent) {
    for (var student : absent) {
      scene.and(Fixtures.LENA, "09:11", new StartAway(student, AwayKind.ABSENT));
    }
    return scene;
  }

  private static School school(int cap, int least, Set<Pair> apart) {
    var school = Fixtures.school();
    var stations = new LinkedHashMap<>(school.stations());
    List.of(CLAY, LOOM, WHEEL).forEach(id -> stations.put(id, station(id, cap, least)));
    var people = new LinkedHashMap<>(school.people());
    put(people, RED, MIRA, RED_2, new PersonId("red-3"), RED_4);
    put(people, BLUE, NOAH, new PersonId("blue-2"), new PersonId("blue-3"), BLUE_4);
    put(people, GREEN, TARIQ, JUNE, GREEN_3, GREEN_4);
    var groups = new LinkedHashMap<GroupId, Group>();
    List.of(RED, BLUE, GREEN).forEach(id -> groups.put(id, new Group(id, id.value())));
    return Changed.from(school)
        .stations(stations)
        .people(people)
        .groups(groups)
        .arrangements(new Arrangements(apart, Programme.NONE, List.of(rotation()), List.of()))
        .school();
  }

  private static LocalRotation rotation() {
    return new LocalRotation(
        "studio-turns",
        STUDIO,
        MAIN,
        List.of("b3", "b4"),
        Duration.ofMinutes(10),
        Duration.ofMinutes(1),
        List.of(RED, BLUE, GREEN),
        List.of(CLAY, LOOM, WHEEL));
  }

  private static void put(Map<PersonId, Person> people, GroupId group, PersonId... students) {
    for (var id : students) {
      var plain = Fixtures.student(id, id.value(), "");
      people.put(id, in(plain, group));
    }
  }

  private static Student in(Student student, GroupId group) {
    return new Student(
        student.id(),
        student.name(),
        student.alias(),
        student.display(),
        student.grade(),
        group,
        student.schedule(),
        student.home(),
        student.seat(),
        student.language(),
        student.mode(),
        student.profile());
  }

  private static Station station(StationId id, int cap, int least) {
    return new Station(
        id,
        STUDIO,
        id.value(),
        "At " + id.value(),
        StationKind.WORKSHOP,
        new Badge("W", 3, 3),
        cap,
        cap,
        new Outline(30, 0, 5, 5),
        List.of(),
        List.of(ROSA),
        new Terms(least, 0, false, false, Duration.ZERO));
  }
}
