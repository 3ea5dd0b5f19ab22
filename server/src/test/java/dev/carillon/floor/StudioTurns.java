package dev.carillon.floor;

import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.school.Arrangements;
import dev.carillon.school.Assignment;
import dev.carillon.school.Badge;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Group;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Outline;
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

/// The school of the fixtures on a day on which the studio takes turns of 15 minutes with one to
/// walk in B3 and B4: red and blue at the clay, the loom, the wheel and the kiln. Mira and Noah are
/// red, Tariq and June are blue.
public final class StudioTurns {
  static final GroupId RED = new GroupId("red");
  static final GroupId BLUE = new GroupId("blue");
  static final StationId WHEEL = new StationId("wheel");
  static final StationId KILN = new StationId("kiln");
  static final ScheduleId HIGH = new ScheduleId("high");
  public static final ScheduleId IN_B3 = new ScheduleId("studio/b3");
  static final ScheduleId IN_B4 = new ScheduleId("studio/b4");

  private StudioTurns() {}

  /// The floor of that day, just opened.
  public static Floor floor() {
    return opened().floor();
  }

  static Scene opened() {
    return opened(Carry.NOTHING);
  }

  static Scene opened(Carry carry) {
    return opened(school(), Fixtures.day(), carry, Fixtures.assignments());
  }

  static Scene opened(School school, DayPlan day, Carry carry, List<Assignment> places) {
    var command = new Command.OpenDay(school, day, places, carry, 1, false);
    var opened = (Decision.Accepted) Floor.open(command, Stamp.system(Fixtures.at("07:30")));
    return new Scene(Floor.opened((Event.DayOpened) opened.events().getFirst()));
  }

  static LocalRotation rotation() {
    return new LocalRotation(
        "studio-turns",
        STUDIO,
        MAIN,
        List.of("b3", "b4"),
        Duration.ofMinutes(15),
        Duration.ofMinutes(1),
        List.of(RED, BLUE),
        List.of(CLAY, LOOM, WHEEL, KILN));
  }

  static School school() {
    return school(arrangements(), Map.of());
  }

  static Arrangements arrangements() {
    return new Arrangements(Set.of(), Programme.NONE, List.of(rotation()), List.of());
  }

  /// @param schedules of students who live by another one than `main`
  static School school(Arrangements arrangements, Map<PersonId, ScheduleId> schedules) {
    var school = Fixtures.school();
    var stations = new LinkedHashMap<>(school.stations());
    stations.put(WHEEL, station(WHEEL));
    stations.put(KILN, station(KILN));
    var people = new LinkedHashMap<>(school.people());
    for (var student : school.students()) {
      boolean isBlue = student.id().equals(TARIQ) || student.id().equals(JUNE);
      var schedule = schedules.getOrDefault(student.id(), MAIN);
      people.put(student.id(), in(student, isBlue ? BLUE : RED, schedule));
    }
    return Changed.from(school)
        .stations(stations)
        .people(people)
        .groups(Map.of(RED, new Group(RED, "Red"), BLUE, new Group(BLUE, "Blue")))
        .arrangements(arrangements)
        .school();
  }

  /// The day of the fixtures with a second schedule of the same bells.
  static DayPlan twoSchedules() {
    return new DayPlan(
        Fixtures.DATE,
        Fixtures.ZONE,
        "Regular",
        "weekday",
        List.of(
            new SchedulePlan(MAIN, "Middle", Fixtures.blocks()),
            new SchedulePlan(HIGH, "High", Fixtures.blocks(HIGH))));
  }

  private static Student in(Student student, GroupId group, ScheduleId schedule) {
    return new Student(
        student.id(),
        student.name(),
        student.alias(),
        student.display(),
        student.grade(),
        group,
        schedule,
        student.home(),
        student.seat(),
        student.language(),
        student.mode(),
        student.profile());
  }

  private static Station station(StationId id) {
    return new Station(
        id,
        STUDIO,
        id.value(),
        "At " + id.value(),
        StationKind.WORKSHOP,
        new Badge("W", 3, 3),
        2,
        2,
        new Outline(30, 0, 5, 5),
        List.of(),
        List.of(Fixtures.ROSA),
        Terms.PLAIN);
  }

  /// One of the four that can be made of two groups and two stations.
  public static Joint joint(int which) {
    return switch (which) {
      case 0 -> new Joint.OfGroups(RED, BLUE);
      case 1 -> new Joint.OfGroups(BLUE, RED);
      case 2 -> new Joint.OfStations(LOOM, WHEEL);
      default -> new Joint.OfStations(WHEEL, LOOM);
    };
  }

  /// A control of the turns the studio takes now.
  static Steer inStudio(Control control) {
    return new Steer(new Scope.OfRoom(STUDIO), control, "", Command.ANY_VERSION);
  }

  /// The turns inside a block, as `t0 09:10–09:28`.
  static List<String> turns(Scene scene, ScheduleId in) {
    return scene.floor().timelines().get(in).blocks().stream()
        .map(
            turn ->
                turn.id().value().substring(in.value().length() + 1)
                    + " "
                    + Scene.local(turn.start())
                    + "–"
                    + Scene.local(turn.end()))
        .toList();
  }

  static BlockId turn(ScheduleId in, int number) {
    return BlockId.of(in, "t" + number);
  }

  static StationId placeOf(Scene scene, PersonId student) {
    return scene.floor().assignmentNow(student).orElseThrow().station();
  }
}
