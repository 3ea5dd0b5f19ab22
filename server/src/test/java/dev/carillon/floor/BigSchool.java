package dev.carillon.floor;

import static dev.carillon.floor.Command.ANY_VERSION;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.plan.DayPlanner;
import dev.carillon.plan.RePlanner;
import dev.carillon.school.Arrangements;
import dev.carillon.school.Badge;
import dev.carillon.school.BellKind;
import dev.carillon.school.BellSchedule;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.DayType;
import dev.carillon.school.Group;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
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
import dev.carillon.school.WallTime;
import dev.carillon.school.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final DayTypeId SHORT = new DayTypeId("short");
  private static final int WORKSHOPS = 24;
  private static final int HELPERS = 12;
  private static final StationId OVERFLOW = new StationId("commons");
  private static final DayOpened DAY = day(STUDENTS, Rules.DEFAULTS);

  private BigSchool() {}

  /// What somebody asks.
  record Asked(Command command, Stamp stamp) {}

  static Floor opened() {
    return Floor.opened(DAY);
  }

  /// The same day with only a few students, for tests of time alone.
  static Floor small(Duration bellLag) {
    return Floor.opened(day(24, PhaseTest.lagging(bellLag)));
  }

  static School school() {
    return DAY.school();
  }

  private static DayOpened day(int students, Rules rules) {
    var school = school(students, rules);
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

  private static School school(int students, Rules rules) {
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
        rules,
        Map.of(room, new Room(room, "Floor", badge(), outline(), Set.of(), "", false)),
        stations,
        OVERFLOW,
        people(room, students),
        groups(students),
        playlists(students),
        List.of(),
        Arrangements.NONE,
        new Calendar(
            Map.of(SHORT, new DayType(SHORT, "Short", List.of(shorter(MIDDLE), shorter(HIGH)))),
            Week.EMPTY,
            List.of(),
            List.of(),
            List.of()));
  }

  /// Half an hour for each block of the long day, and the buses at one.
  private static BellSchedule shorter(ScheduleId schedule) {
    var blocks = new ArrayList<BlockTemplate>();
    for (int i = 0; i < 10; i++) {
      blocks.add(
          new BlockTemplate(
              "b" + i,
              "B" + i,
              BlockKind.ROTATION,
              new When.From(WallTime.of(8 + i / 2, i % 2 * 30), Duration.ofMinutes(30)),
              new Flex(1, Duration.ofMinutes(15), i == 7, i == 9),
              new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2)),
              BlockTemplate.ALL_BELLS));
    }
    return new BellSchedule(schedule, schedule.value(), blocks);
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

  private static Map<PersonId, Person> people(RoomId room, int students) {
    var people = new LinkedHashMap<PersonId, Person>();
    for (int i = 0; i < students; i++) {
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

  private static Map<GroupId, Group> groups(int students) {
    var groups = new LinkedHashMap<GroupId, Group>();
    for (int i = 0; i < students; i++) {
      groups.putIfAbsent(group(i), new Group(group(i), group(i).value()));
    }
    return groups;
  }

  private static Map<PersonId, Playlist> playlists(int students) {
    var dice = new SplittableRandom(7);
    var playlists = new LinkedHashMap<PersonId, Playlist>();
    for (int i = 0; i < students; i++) {
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
    return switch (dice.nextInt(10)) {
      case 8, 9 -> new Asked(placing(floor, now, dice), new Stamp(LEADER, Role.LEADER, now));
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

  private static Command placing(Floor floor, Instant now, SplittableRandom dice) {
    var student = student(dice.nextInt(STUDENTS));
    var other = student(dice.nextInt(STUDENTS));
    var timeline = floor.timelines().get(dice.nextBoolean() ? MIDDLE : HIGH);
    return switch (dice.nextInt(14)) {
      case 0, 1 ->
          new Command.Retarget(
              List.of(student, other),
              Optional.empty(),
              station(dice),
              dice.nextBoolean() ? Optional.of(block(timeline, dice)) : Optional.empty(),
              dice.nextBoolean(),
              "");
      case 2 ->
          new Command.Retarget(
              List.of(),
              Optional.of(group(dice.nextInt(STUDENTS))),
              station(dice),
              Optional.empty(),
              true,
              "");
      case 3, 4 ->
          new Command.CallUp(
              new CallId("c" + now.toEpochMilli() + "-" + student.value()),
              List.of(student, other),
              Optional.empty(),
              station(dice),
              dice.nextBoolean() ? Optional.of(now.plusSeconds(300)) : Optional.empty(),
              dice.nextInt(20),
              "");
      case 5 ->
          floor.placing().calls().keySet().stream()
              .findFirst()
              .<Command>map(Command.EndCall::new)
              .orElseGet(() -> new Command.EndCall(new CallId("none")));
      case 6 -> new Command.AllowStay(student, dice.nextInt(40), StayReason.TEST);
      case 7 ->
          new Command.EndStay(
              floor.placing().stays().keySet().stream().findFirst().orElse(student));
      case 8 -> new Command.StartAway(student, List.of(AwayKind.values()).get(dice.nextInt(7)));
      case 9 ->
          new Command.EndAway(floor.placing().away().keySet().stream().findFirst().orElse(student));
      case 10 -> new Command.MoveSchedule(student, dice.nextBoolean() ? MIDDLE : HIGH);
      case 11 -> proposed(floor, now, dice);
      case 12 ->
          new Command.AcceptPlan(
              floor.proposals().keySet().stream().findFirst().orElse(new ProposalId("none")));
      default ->
          dice.nextBoolean()
              ? new Command.CloseStation(station(dice), dice.nextBoolean(), "")
              : new Command.OpenStation(station(dice));
    };
  }

  /// The planner is asked as the desk would.
  private static Command proposed(Floor floor, Instant now, SplittableRandom dice) {
    var closed = floor.placing().stations().keySet().stream().findFirst();
    Cause cause =
        dice.nextBoolean()
            ? new Cause.OfStation(closed.orElseGet(() -> station(dice)))
            : new Cause.OfStudent(student(dice.nextInt(STUDENTS)));
    var request = new RePlan.Request(cause, dice.nextInt(3), dice.nextBoolean());
    var proposal = new ProposalId("p" + now.toEpochMilli());
    return new Command.ProposePlan(proposal, request, dice.nextBoolean(), Optional.empty())
        .answered(RePlanner.plan(floor, request, now));
  }

  private static HelpId help(Instant now) {
    return new HelpId("q" + now.toEpochMilli());
  }

  private static StationId station(SplittableRandom dice) {
    var all = List.copyOf(school().stations().keySet());
    return all.get(dice.nextInt(all.size()));
  }

  /// A live control of one schedule or both, at random.
  static Steer control(Floor floor, SplittableRandom dice) {
    var schedule = dice.nextBoolean() ? MIDDLE : HIGH;
    boolean isForAll = dice.nextInt(4) == 0;
    long version = isForAll ? versions(floor) : floor.timelines().get(schedule).version();
    long expect = dice.nextBoolean() ? ANY_VERSION : version;
    var scope = isForAll ? new Scope.OfSchool() : new Scope.OfSchedule(schedule);
    return new Steer(scope, control(floor.timelines().get(schedule), dice), "", expect);
  }

  private static long versions(Floor floor) {
    return floor.timelines().values().stream().mapToLong(Timeline::version).sum();
  }

  /// What stands is mostly let go on, so that days come to an end.
  private static Control control(Timeline timeline, SplittableRandom dice) {
    if (dice.nextInt(3) > 0) {
      switch (timeline.running()) {
        case Timeline.Running.Going _ -> {}
        case Timeline.Running.Paused _ -> {
          return new Control.Resume(ripple(timeline, dice));
        }
        case Timeline.Running.Holding _ -> {
          return new Control.Release(ripple(timeline, dice));
        }
        case Timeline.Running.Inserted _ -> {
          return new Control.EndInsert(ripple(timeline, dice));
        }
      }
    }
    return anyControl(timeline, dice);
  }

  private static Control anyControl(Timeline timeline, SplittableRandom dice) {
    return switch (dice.nextInt(15)) {
      case 0 -> new Control.Pause();
      case 1 -> new Control.Resume(ripple(timeline, dice));
      case 2 -> new Control.Hold();
      case 3 -> new Control.Release(ripple(timeline, dice));
      case 4, 5 -> new Control.Extend(1 + dice.nextInt(12), ripple(timeline, dice));
      case 6, 7 -> new Control.Trim(1 + dice.nextInt(12));
      case 8 -> new Control.Advance(dice.nextBoolean());
      case 9 -> new Control.Skip(block(timeline, dice), dice.nextBoolean());
      case 10 ->
          new Control.Insert(
              "Drill",
              List.of(Insertion.Mode.values()).get(dice.nextInt(4)),
              dice.nextBoolean() ? Optional.of(OVERFLOW) : Optional.empty(),
              dice.nextInt(20));
      case 11 -> new Control.EndInsert(ripple(timeline, dice));
      case 12 -> dice.nextInt(4) == 0 ? new Control.SwitchDay(SHORT) : new Control.Ring();
      default -> new Control.Undo();
    };
  }

  private static Ripple ripple(Timeline timeline, SplittableRandom dice) {
    return switch (dice.nextInt(8)) {
      case 0 -> new Ripple.AbsorbNext();
      case 1, 2 -> new Ripple.AbsorbCurrent();
      case 3 -> new Ripple.Shift(dice.nextInt(4) == 0);
      case 4 -> new Ripple.Drop(List.of(block(timeline, dice)));
      default -> Ripple.COMPRESS;
    };
  }

  private static BlockId block(Timeline timeline, SplittableRandom dice) {
    var blocks = timeline.blocks();
    return blocks.isEmpty() ? new BlockId("none") : blocks.get(dice.nextInt(blocks.size())).id();
  }
}
