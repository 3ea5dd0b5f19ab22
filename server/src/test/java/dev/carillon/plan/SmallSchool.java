package dev.carillon.plan;

import dev.carillon.Fixtures;
import dev.carillon.school.Arrangements;
import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.Badge;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Group;
import dev.carillon.school.Id.GroupId;
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
import dev.carillon.school.Playlist.Must;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Programme;
import dev.carillon.school.Role;
import dev.carillon.school.Room;
import dev.carillon.school.Rotation;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import dev.carillon.school.Seat;
import dev.carillon.school.Station;
import dev.carillon.school.Station.Admission;
import dev.carillon.school.Station.Terms;
import dev.carillon.school.StationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Builds schools to plan for, a few lines each. The day is F1 of the fixtures.
public final class SmallSchool {
  public static final StationId HOME = new StationId("home");
  public static final StationId OVERFLOW = new StationId("overflow");

  private final Map<StationId, Station> stations = new LinkedHashMap<>();
  private final Map<PersonId, Person> people = new LinkedHashMap<>();
  private final Map<PersonId, Playlist> playlists = new LinkedHashMap<>();
  private final List<Rotation> rotations = new ArrayList<>();
  private final Set<Pair> apart = new LinkedHashSet<>();

  public SmallSchool() {
    station("overflow", StationKind.OVERFLOW, 0, 0, 0);
  }

  public static DayPlan day() {
    return Fixtures.day();
  }

  /// The fixture's day and the same one under a second schedule, `high`, half a block later.
  static DayPlan twoSchedules() {
    var high = new ScheduleId("high");
    var later =
        Fixtures.blocks(high).stream()
            .map(each -> each.between(each.start().plusSeconds(900), each.end().plusSeconds(900)))
            .toList();
    var day = Fixtures.day();
    return new DayPlan(
        day.date(),
        day.zone(),
        day.dayType(),
        day.why(),
        List.of(day.schedules().getFirst(), new SchedulePlan(high, "High", later)));
  }

  public SmallSchool station(String id, StationKind kind, int softCap, int hardCap, int seats) {
    var labels = IntStream.rangeClosed(1, seats).mapToObj(n -> new Seat("" + n, n, 0)).toList();
    stations.put(
        new StationId(id),
        new Station(
            new StationId(id),
            new RoomId("room"),
            id,
            "At " + id,
            kind,
            new Badge("A", 0, 0),
            softCap,
            hardCap,
            new Outline(0, 0, 1, 1),
            labels,
            List.of(),
            Terms.PLAIN));
    return this;
  }

  /// A station that needs one of these adults to be open, and takes only some grades.
  public SmallSchool station(
      String id, String room, int cap, List<String> adults, String... grades) {
    station(id, StationKind.WORKSHOP, cap, cap, 0);
    var plain = stations.get(new StationId(id));
    var terms = new Terms(0, 0, true, false, Duration.ZERO);
    stations.put(
        plain.id(),
        new Station(
            plain.id(),
            new RoomId(room),
            plain.name(),
            plain.activity(),
            plain.kind(),
            plain.badge(),
            cap,
            cap,
            plain.place(),
            plain.seats(),
            adults.stream().map(PersonId::new).toList(),
            terms.admitting(new Admission(Set.of(grades), Set.of()))));
    return this;
  }

  public SmallSchool apart(int one, int other) {
    apart.add(new Pair(new PersonId("s" + one), new PersonId("s" + other)));
    return this;
  }

  SmallSchool grade(int student, String grade) {
    people.computeIfPresent(
        new PersonId("s" + student), (_, person) -> graded((Student) person, grade));
    return this;
  }

  private static Student graded(Student was, String grade) {
    return new Student(
        was.id(),
        was.name(),
        was.alias(),
        was.display(),
        grade,
        was.group(),
        was.schedule(),
        was.home(),
        was.seat(),
        was.language(),
        was.mode(),
        was.profile());
  }

  public SmallSchool adult(String id) {
    var person = new PersonId(id);
    people.put(person, new Staff(person, id, Role.TEACHER, Set.of(), "en"));
    return this;
  }

  public SmallSchool students(int count, String group, String schedule) {
    for (int i = 0; i < count; i++) {
      var id = new PersonId("s" + people.size());
      var seat = "" + (people.size() + 1);
      people.put(
          id,
          new Student(
              id,
              id.value(),
              "",
              Display.NAME,
              "7",
              new GroupId(group),
              new ScheduleId(schedule),
              HOME,
              seat,
              "en",
              ScreenMode.STANDARD,
              Profile.PLAIN));
    }
    return this;
  }

  public SmallSchool wants(int student, Want... wants) {
    var items = new ArrayList<Item>();
    for (var want : wants) {
      items.add(new Item("i" + items.size(), "Item " + items.size(), "maths", want));
    }
    var id = new PersonId("s" + student);
    playlists.put(id, new Playlist(id, items));
    return this;
  }

  /// One item of which much depends.
  public SmallSchool must(int student, Want want, Must must) {
    var id = new PersonId("s" + student);
    var items = new ArrayList<>(playlists.getOrDefault(id, new Playlist(id, List.of())).items());
    items.add(new Item("i" + items.size(), "Item " + items.size(), "maths", want, must));
    playlists.put(id, new Playlist(id, items));
    return this;
  }

  SmallSchool rotation(List<String> groups, List<String> at) {
    rotations.add(
        new Rotation(
            "r" + rotations.size(),
            Fixtures.MAIN,
            groups.stream().map(GroupId::new).toList(),
            at.stream().map(StationId::new).toList()));
    return this;
  }

  public School school() {
    var room =
        new Room(
            new RoomId("room"),
            "Room",
            new Badge("R", 0, 0),
            new Outline(0, 0, 9, 9),
            Set.of(),
            "",
            false);
    return new School(
        new SchoolId("small"),
        "Small",
        Fixtures.ZONE,
        "en",
        Rules.DEFAULTS,
        Map.of(room.id(), room),
        stations,
        OVERFLOW,
        people,
        Map.<GroupId, Group>of(),
        playlists,
        rotations,
        new Arrangements(apart, Programme.NONE, List.of(), List.of()),
        new Calendar());
  }

  /// A school of a few stations and students with playlists, all drawn from the seed.
  static School random(long seed) {
    var dice = new SplittableRandom(seed);
    var small = new SmallSchool();
    int homeCap = dice.nextInt(0, 30);
    small.station("home", StationKind.ONLINE, homeCap / 2, homeCap, dice.nextInt(homeCap + 3));
    int workshops = dice.nextInt(1, 5);
    for (int i = 0; i < workshops; i++) {
      int cap = dice.nextInt(1, 6);
      small.station("w" + i, StationKind.WORKSHOP, dice.nextInt(cap + 1), cap, dice.nextInt(4));
    }
    if (dice.nextBoolean()) {
      small.station("hall", StationKind.MEAL, 10, 10, 0);
    }
    small.students(dice.nextInt(1, 14), "red", "main");
    small.students(dice.nextInt(0, 14), "blue", dice.nextBoolean() ? "main" : "high");
    if (dice.nextBoolean()) {
      small.rotation(List.of("red"), List.of("w0", "home", "gone"));
    }
    for (int i = 0; i < small.people.size(); i++) {
      small.wants(i, wants(dice, workshops));
    }
    small.withRules(dice);
    return small.school();
  }

  /// Pairs, grades, adults of two rooms and items that must be, on top of what is there.
  private void withRules(SplittableRandom dice) {
    int students = people.size();
    for (int i = dice.nextInt(4); i > 0 && students > 1; i--) {
      int one = dice.nextInt(students);
      apart(one, (one + 1 + dice.nextInt(students - 1)) % students);
    }
    station("sup0", "one", 1 + dice.nextInt(4), List.of("ada", "bob"));
    station("sup1", "two", 1 + dice.nextInt(4), List.of("ada"), "7");
    station("sup2", "three", 1 + dice.nextInt(4), List.of("bob"), "8");
    for (int i = 0; i < students; i++) {
      grade(i, dice.nextBoolean() ? "7" : "8");
      for (int n = dice.nextInt(3); n > 0; n--) {
        var must = new Must(dice.nextBoolean(), dice.nextInt(4) == 0 ? 50 : 0);
        must(i, new Want.At(new StationId("sup" + dice.nextInt(3))), must);
      }
    }
  }

  private static Want[] wants(SplittableRandom dice, int workshops) {
    return IntStream.range(0, dice.nextInt(14))
        .mapToObj(
            _ ->
                switch (dice.nextInt(4)) {
                  case 0 -> new Want.AtHome();
                  case 1 -> new Want.AnyOf(StationKind.WORKSHOP);
                  case 2 -> new Want.AnyOf(StationKind.GYM);
                  default -> new Want.At(new StationId("w" + dice.nextInt(workshops)));
                })
        .toArray(Want[]::new);
  }
}
