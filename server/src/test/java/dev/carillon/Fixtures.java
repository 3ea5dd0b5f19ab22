package dev.carillon;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Control;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Scope;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Arrangements;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Badge;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Group;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Outline;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Profile;
import dev.carillon.school.Person.ScreenMode;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.school.Room;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import dev.carillon.school.Seat;
import dev.carillon.school.Station;
import dev.carillon.school.Station.Terms;
import dev.carillon.school.StationKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One made-up school in Yuma and its day F1: Monday, 14 September 2026, eleven blocks of 35
/// minutes with lunch after the sixth, MOVE 3, SETTLE 1, WARN 2 minutes, no block below 20 minutes.
///
/// Mira, Noah, Tariq and June are students. Abel and Pia walk the learning centre, Rosa teaches in
/// the studio, Lena leads, Omar administers. Mira starts at the clay table, the others at their
/// seats in the centre; in B2 Mira sits at home and Noah comes to the clay table, in B3 both are at
/// home.
public final class Fixtures {
  public static final LocalDate DATE = LocalDate.of(2026, 9, 14);
  public static final ZoneId ZONE = ZoneId.of("America/Phoenix");
  public static final ScheduleId MAIN = new ScheduleId("main");

  public static final RoomId CENTRE_ROOM = new RoomId("centre");
  public static final RoomId STUDIO = new RoomId("studio");

  public static final StationId CENTRE = new StationId("centre-seats");
  public static final StationId CLAY = new StationId("clay");
  public static final StationId LOOM = new StationId("loom");
  public static final StationId HALL = new StationId("hall");
  public static final StationId LIBRARY = new StationId("library");

  public static final PersonId MIRA = new PersonId("mira");
  public static final PersonId NOAH = new PersonId("noah");
  public static final PersonId TARIQ = new PersonId("tariq");
  public static final PersonId JUNE = new PersonId("june");
  public static final PersonId ABEL = new PersonId("abel");
  public static final PersonId PIA = new PersonId("pia");
  public static final PersonId ROSA = new PersonId("rosa");
  public static final PersonId LENA = new PersonId("lena");
  public static final PersonId OMAR = new PersonId("omar");
  public static final PersonId LOBBY = new PersonId("lobby");

  private static final List<String> BLOCKS =
      List.of(
          "08:00", "08:35", "09:10", "09:45", "10:20", "10:55", "11:30", "12:05", "12:40", "13:15",
          "13:50", "14:25", "15:00");

  private static final School SCHOOL = school(Rules.DEFAULTS);

  private Fixtures() {}

  /// The instant of a local time on the fixture's day: `at("08:35")`, `at("08:35:00.500")`.
  public static Instant at(String localTime) {
    return LocalTime.parse(localTime).atDate(DATE).atZone(ZONE).toInstant();
  }

  /// The block by its short name: `block("b3")`, `block("lunch")`.
  public static BlockId block(String name) {
    return BlockId.of(MAIN, name);
  }

  /// The stamp of somebody of the school at a local time; the role is the one she has there.
  public static Stamp stamp(PersonId who, String localTime) {
    return new Stamp(who, roleOf(who), at(localTime));
  }

  /// A control of the schedule [#MAIN], whatever its version.
  public static Steer steer(Control control) {
    return new Steer(new Scope.OfSchedule(MAIN), control, "", Command.ANY_VERSION);
  }

  private static Role roleOf(PersonId who) {
    return who.equals(PersonId.SYSTEM) ? Role.SYSTEM : school().people().get(who).role();
  }

  /// The day F1 of the school, just opened at 07:30.
  public static Floor floor() {
    return Floor.opened(dayOpened());
  }

  public static DayOpened dayOpened() {
    return dayOpened(school(), day());
  }

  public static DayOpened dayOpened(School school, DayPlan day) {
    return new DayOpened(school, day, assignments(), Carry.NOTHING, 1, false, at("07:30"));
  }

  public static DayPlan day() {
    return new DayPlan(
        DATE, ZONE, "Regular", "weekday", List.of(new SchedulePlan(MAIN, "Main", blocks())));
  }

  public static List<Block> blocks() {
    return blocks(MAIN);
  }

  /// The blocks of F1 under another schedule.
  public static List<Block> blocks(ScheduleId schedule) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < BLOCKS.size() - 1; i++) {
      blocks.add(block(schedule, i));
    }
    return blocks;
  }

  private static Block block(ScheduleId schedule, int index) {
    boolean isLunch = index == 6;
    boolean isLast = index == BLOCKS.size() - 2;
    var name = isLunch ? "Lunch" : "B" + (index < 6 ? index + 1 : index);
    var bells = EnumSet.of(BellKind.WARNING, BellKind.MOVE, BellKind.TARDY);
    if (isLast) {
      bells.add(BellKind.DISMISS);
    }
    return new Block(
        BlockId.of(schedule, name.toLowerCase(Locale.ROOT)),
        schedule,
        name,
        isLunch ? BlockKind.MEAL : BlockKind.ROTATION,
        at(BLOCKS.get(index)),
        at(BLOCKS.get(index + 1)),
        isLunch ? 0 : 1,
        Duration.ofMinutes(20),
        isLunch,
        isLast,
        Duration.ofMinutes(3),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        bells);
  }

  public static School school() {
    return SCHOOL;
  }

  public static School school(Rules rules) {
    return new School(
        new SchoolId("yuma"),
        "Yuma Learning House",
        ZONE,
        "en",
        rules,
        byId(rooms(), Room::id),
        byId(stations(), Station::id),
        LIBRARY,
        byId(people(), Person::id),
        Map.of(new GroupId("red"), new Group(new GroupId("red"), "Red")),
        Map.of(),
        List.of(),
        Arrangements.NONE,
        new Calendar());
  }

  private static List<Room> rooms() {
    return List.of(
        new Room(
            CENTRE_ROOM,
            "Learning centre",
            badge("C", 0),
            outline(0),
            Set.of(STUDIO),
            "the round table",
            false),
        new Room(STUDIO, "Studio", badge("S", 1), outline(30), Set.of(CENTRE_ROOM), "", false));
  }

  private static List<Station> stations() {
    return List.of(
        station(CENTRE, CENTRE_ROOM, StationKind.ONLINE, 8),
        station(CLAY, STUDIO, StationKind.WORKSHOP, 2),
        station(LOOM, STUDIO, StationKind.WORKSHOP, 2),
        station(HALL, CENTRE_ROOM, StationKind.MEAL, 40),
        station(LIBRARY, CENTRE_ROOM, StationKind.OVERFLOW, 40));
  }

  private static Station station(StationId id, RoomId room, StationKind kind, int cap) {
    var seats =
        kind == StationKind.ONLINE
            ? IntStream.rangeClosed(1, cap).mapToObj(n -> new Seat("" + n, n, 2)).toList()
            : List.<Seat>of();
    var adults = room.equals(STUDIO) ? List.of(ROSA) : List.<PersonId>of();
    return new Station(
        id,
        room,
        id.value(),
        "At " + id.value(),
        kind,
        badge("T", 2),
        cap,
        cap,
        outline(5),
        seats,
        adults,
        Terms.PLAIN);
  }

  private static Badge badge(String letter, int colour) {
    return new Badge(letter, colour, colour);
  }

  private static Outline outline(double x) {
    return new Outline(x, 0, 10, 10);
  }

  private static List<Person> people() {
    return List.of(
        student(MIRA, "Mira K.", "1"),
        student(NOAH, "Noah B.", "2"),
        student(TARIQ, "Tariq S.", "3"),
        student(JUNE, "June O.", "4"),
        new Staff(ABEL, "Abel", Role.PARAPROFESSIONAL, Set.of(CENTRE_ROOM, STUDIO), "en"),
        new Staff(PIA, "Pia", Role.PARAPROFESSIONAL, Set.of(CENTRE_ROOM), "es"),
        new Staff(ROSA, "Rosa", Role.TEACHER, Set.of(STUDIO), "en"),
        new Staff(LENA, "Lena", Role.LEADER, Set.of(), "en"),
        new Staff(OMAR, "Omar", Role.ADMINISTRATOR, Set.of(), "en"),
        new Board(LOBBY, "Lobby", "en"));
  }

  public static Student student(PersonId id, String name, String seat) {
    return new Student(
        id,
        name,
        id.value() + "-alias",
        Display.NAME,
        "7",
        new GroupId("red"),
        MAIN,
        CENTRE,
        seat,
        "en",
        ScreenMode.STANDARD,
        Profile.PLAIN);
  }

  /// The same student, shown another way on shared screens.
  public static Student showing(Student student, Display display) {
    return showing(student, student.name(), student.alias(), display);
  }

  public static Student showing(Student student, String name, String alias, Display display) {
    return new Student(
        student.id(),
        name,
        alias,
        display,
        student.grade(),
        student.group(),
        student.schedule(),
        student.home(),
        student.seat(),
        student.language(),
        student.mode(),
        student.profile());
  }

  /// What is planned; everything else is at home.
  public static List<Assignment> assignments() {
    return List.of(
        assignment(MIRA, "b1", CLAY), assignment(NOAH, "b2", CLAY), assignment(TARIQ, "b4", LOOM));
  }

  public static Assignment assignment(PersonId student, String block, StationId station) {
    return new Assignment(
        student, block(block), station, "", "At " + station.value(), "", Source.PLAN, false);
  }

  private static <K, V> Map<K, V> byId(List<V> all, Function<V, K> id) {
    var map = new LinkedHashMap<K, V>();
    for (var each : all) {
      map.put(id.apply(each), each);
    }
    return map;
  }
}
