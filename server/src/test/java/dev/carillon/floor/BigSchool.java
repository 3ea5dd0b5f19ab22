package dev.carillon.floor;

import static dev.carillon.floor.Command.ANY_VERSION;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.plan.DayPlanner;
import dev.carillon.school.Arrangements;
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
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Outline;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Profile;
import dev.carillon.school.Person.ScreenMode;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Role;
import dev.carillon.school.Room;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.school.Station.Terms;
import dev.carillon.school.StationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// A made-up school of 1,200 students in two bell schedules that share their rooms: a middle school
/// with eleven blocks of 35 minutes, a high school with seven of 55; lunch and the end of the day
/// are anchors.
final class BigSchool {
  static final int STUDENTS = 1_200;
  static final ScheduleId MIDDLE = new ScheduleId("middle");
  static final ScheduleId HIGH = new ScheduleId("high");
  static final PersonId LEADER = new PersonId("leader");

  private static final int WORKSHOPS = 24;
  private static final int HELPERS = 12;
  private static final StationId OVERFLOW = new StationId("commons");
  private static final DayOpened DAY = day();

  private BigSchool() {}

  /// What somebody asks.
  record Asked(Command command, Stamp stamp) {}

  static Floor opened() {
    return Floor.opened(DAY);
  }

  static School school() {
    return DAY.school();
  }

  private static DayOpened day() {
    var school = made();
    var plan =
        new DayPlan(
            Fixtures.DATE,
            Fixtures.ZONE,
            "Regular",
            "weekday",
            List.of(
                new SchedulePlan(MIDDLE, "Middle", blocks(MIDDLE, 12, 35, 6)),
                new SchedulePlan(HIGH, "High", blocks(HIGH, 8, 55, 4))));
    var places = DayPlanner.plan(school, plan);
    return new DayOpened(school, plan, places, Carry.NOTHING, 1, false, Fixtures.at("07:30"));
  }

  private static List<Block> blocks(ScheduleId schedule, int count, int minutes, int lunch) {
    var blocks = new ArrayList<Block>();
    var start = Fixtures.at("08:00");
    for (int i = 0; i < count; i++) {
      var end = start.plus(Duration.ofMinutes(minutes));
      blocks.add(block(schedule, i, i == lunch, i == count - 1, start, end));
      start = end;
    }
    return blocks;
  }

  private static Block block(
      ScheduleId schedule, int index, boolean isLunch, boolean isLast, Instant start, Instant end) {
    var bells = EnumSet.of(BellKind.WARNING, BellKind.MOVE, BellKind.TARDY);
    if (isLast) {
      bells.add(BellKind.DISMISS);
    }
    return new Block(
        BlockId.of(schedule, "b" + index),
        schedule,
        "B" + index,
        isLunch ? BlockKind.MEAL : BlockKind.ROTATION,
        start,
        end,
        isLunch ? 0 : 1,
        Duration.ofMinutes(20),
        isLunch,
        isLast,
        Duration.ofMinutes(3),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        bells);
  }

  private static School made() {
    var stations = new LinkedHashMap<StationId, Station>();
    add(stations, "seats", StationKind.ONLINE, 1_200);
    add(stations, "hall", StationKind.MEAL, 1_200);
    add(stations, OVERFLOW.value(), StationKind.OVERFLOW, 1_200);
    for (int i = 0; i < WORKSHOPS; i++) {
      add(stations, "work-" + i, StationKind.WORKSHOP, 26);
    }
    var room = new RoomId("floor");
    return new School(
        new SchoolId("big"),
        "Big",
        Fixtures.ZONE,
        "en",
        Rules.DEFAULTS,
        Map.of(room, new Room(room, "Floor", badge(), outline(), Set.of())),
        stations,
        OVERFLOW,
        people(room),
        groups(),
        playlists(),
        List.of(),
        Arrangements.NONE,
        new Calendar());
  }

  private static void add(
      Map<StationId, Station> stations, String name, StationKind kind, int cap) {
    var id = new StationId(name);
    var station =
        new Station(
            id,
            new RoomId("floor"),
            name,
            name,
            kind,
            badge(),
            cap,
            cap,
            outline(),
            List.of(),
            List.of(),
            Terms.PLAIN);
    stations.put(id, station);
  }

  private static Badge badge() {
    return new Badge("A", 0, 0);
  }

  private static Outline outline() {
    return new Outline(0, 0, 90, 60);
  }

  private static Map<PersonId, Person> people(RoomId room) {
    var people = new LinkedHashMap<PersonId, Person>();
    for (int i = 0; i < STUDENTS; i++) {
      people.put(student(i), made(i));
    }
    for (int i = 0; i < HELPERS; i++) {
      var id = helper(i);
      people.put(id, new Staff(id, id.value(), Role.PARAPROFESSIONAL, Set.of(room), "en"));
    }
    people.put(LEADER, new Staff(LEADER, "Leader", Role.LEADER, Set.of(), "en"));
    return people;
  }

  private static Student made(int i) {
    return new Student(
        student(i),
        "S" + i,
        "A" + i,
        Display.NAME,
        "7",
        group(i),
        i % 2 == 0 ? MIDDLE : HIGH,
        new StationId("seats"),
        "",
        "en",
        ScreenMode.STANDARD,
        Profile.PLAIN);
  }

  private static Map<GroupId, Group> groups() {
    var groups = new LinkedHashMap<GroupId, Group>();
    for (int i = 0; i < STUDENTS; i++) {
      groups.putIfAbsent(group(i), new Group(group(i), group(i).value()));
    }
    return groups;
  }

  private static Map<PersonId, Playlist> playlists() {
    var dice = new SplittableRandom(7);
    var playlists = new LinkedHashMap<PersonId, Playlist>();
    for (int i = 0; i < STUDENTS; i++) {
      var items = new ArrayList<Item>();
      for (int n = 0; n < 4; n++) {
        var at = new StationId("work-" + dice.nextInt(WORKSHOPS));
        items.add(new Item("i" + n, "Item " + n, "maths", new Want.At(at)));
      }
      playlists.put(student(i), new Playlist(student(i), items));
    }
    return playlists;
  }

  static PersonId student(int i) {
    return new PersonId("s" + i);
  }

  static PersonId helper(int i) {
    return new PersonId("h" + i);
  }

  private static GroupId group(int i) {
    return new GroupId("g" + i / 24);
  }

  /// Somebody asks something, at random: half of it are live controls.
  static Asked asked(Floor floor, Instant now, SplittableRandom dice) {
    return switch (dice.nextInt(8)) {
      case 0, 1 -> ofStudent(floor, now, dice);
      case 2, 3 -> ofHelper(now, dice);
      default -> new Asked(control(floor, dice), new Stamp(LEADER, Role.LEADER, now));
    };
  }

  private static Asked ofStudent(Floor floor, Instant now, SplittableRandom dice) {
    var who = student(dice.nextInt(STUDENTS));
    Command command =
        switch (dice.nextInt(4)) {
          case 0 -> new Command.ReportHere();
          case 1 -> new Command.ReportArrival(station(dice), Evidence.CODE);
          case 2 -> new Command.AskForHelp(help(now), who, HelpKind.WORK, "");
          default ->
              new Command.AcknowledgePrompt(
                  floor.arrivals().containsKey(who)
                      ? floor.arrivals().get(who).block()
                      : new BlockId("none"));
        };
    return new Asked(command, new Stamp(who, Role.STUDENT, now));
  }

  private static Asked ofHelper(Instant now, SplittableRandom dice) {
    var who = helper(dice.nextInt(HELPERS));
    Command command =
        switch (dice.nextInt(4)) {
          case 0, 1 -> new Command.MarkAllHere(station(dice));
          case 2 -> new Command.ClaimNext();
          default -> new Command.MarkArrival(student(dice.nextInt(STUDENTS)), station(dice));
        };
    return new Asked(command, new Stamp(who, Role.PARAPROFESSIONAL, now));
  }

  private static HelpId help(Instant now) {
    return new HelpId("q" + now.toEpochMilli());
  }

  private static StationId station(SplittableRandom dice) {
    var all = List.copyOf(school().stations().keySet());
    return all.get(dice.nextInt(all.size()));
  }

  private static Command control(Floor floor, SplittableRandom dice) {
    var schedule = dice.nextBoolean() ? MIDDLE : HIGH;
    long expect = dice.nextBoolean() ? ANY_VERSION : floor.timelines().get(schedule).version();
    return switch (dice.nextInt(9)) {
      case 0 -> new Steer(new Scope.OfSchedule(schedule), new Control.Pause(), "", expect);
      case 1, 2, 3 ->
          new Steer(
              new Scope.OfSchedule(schedule), new Control.Resume(Ripple.COMPRESS), "", expect);
      case 4 ->
          new Steer(
              new Scope.OfSchedule(schedule),
              new Control.Resume(new Ripple.AbsorbCurrent()),
              "",
              expect);
      case 5 ->
          new Steer(
              new Scope.OfSchedule(schedule),
              new Control.Extend(1 + dice.nextInt(9), Ripple.COMPRESS),
              "",
              expect);
      case 6 ->
          new Steer(
              new Scope.OfSchedule(schedule), new Control.Trim(1 + dice.nextInt(9)), "", expect);
      case 7 -> new Steer(new Scope.OfSchedule(schedule), new Control.Advance(false), "", expect);
      default -> new Steer(new Scope.OfSchedule(schedule), new Control.Ring(), "", expect);
    };
  }
}
