package dev.carillon.plan;

import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.plan.DayPlanner.Planned;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Must;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.School;
import dev.carillon.school.StationKind;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everybody has one place in every block, and as much of what she wants as fits.
final class DayPlannerTest {
  private static final Want.At CLAY = new Want.At(new StationId("clay"));

  private static SmallSchool twenty() {
    return new SmallSchool().station("home", StationKind.ONLINE, 20, 20, 20);
  }

  private static List<String> stationsOf(Planned plan, int student) {
    return plan.assignments().stream()
        .filter(place -> place.student().equals(new PersonId("s" + student)))
        .map(place -> place.station().value())
        .toList();
  }

  @Test
  void groups_take_turns_as_in_a_latin_square() {
    var school =
        twenty()
            .station("a", StationKind.TABLE, 5, 5, 0)
            .station("b", StationKind.TABLE, 5, 5, 0)
            .station("c", StationKind.TABLE, 5, 5, 0)
            .students(3, "red", "main")
            .students(3, "blue", "main")
            .rotation(List.of("red", "blue"), List.of("a", "b", "c"))
            .school();
    var plan = DayPlanner.planned(school, SmallSchool.day());
    assertThat(stationsOf(plan, 0))
        .containsExactly("a", "b", "c", "a", "b", "c", "home", "a", "b", "c", "a", "b");
    assertThat(stationsOf(plan, 3))
        .containsExactly("b", "c", "a", "b", "c", "a", "home", "b", "c", "a", "b", "c");
    assertThat(plan.report()).isEqualTo(new PlanReport(72, 0, List.of()));
  }

  @Test
  void an_item_takes_one_block_and_the_rest_of_the_day_is_at_home_on_the_own_seat() {
    var school =
        twenty()
            .station("clay", StationKind.WORKSHOP, 2, 2, 0)
            .students(2, "red", "main")
            .wants(1, CLAY)
            .school();
    var plan = DayPlanner.planned(school, SmallSchool.day());
    assertThat(stationsOf(plan, 1)).containsOnlyOnce("clay").hasSize(12);
    assertThat(plan.assignments())
        .contains(
            new Assignment(
                new PersonId("s1"),
                block("b1"),
                new StationId("clay"),
                "",
                "Item 0",
                "i0",
                Source.PLAN,
                false),
            new Assignment(
                new PersonId("s1"),
                block("b2"),
                SmallSchool.HOME,
                "2",
                "At home",
                "",
                Source.PLAN,
                false));
  }

  @Test
  void students_spread_over_the_day_to_where_most_seats_are_free() {
    var small = twenty().station("clay", StationKind.WORKSHOP, 2, 4, 0).students(11, "red", "main");
    IntStream.range(0, 11).forEach(i -> small.wants(i, CLAY));
    var plan = DayPlanner.planned(small.school(), SmallSchool.day());
    var perBlock =
        plan.assignments().stream()
            .filter(place -> place.station().equals(CLAY.station()))
            .map(Assignment::block)
            .toList();
    assertThat(perBlock).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void what_is_wanted_by_more_than_fit_is_refused_to_the_last_with_the_reason() {
    var small = twenty().station("clay", StationKind.WORKSHOP, 1, 1, 0).students(12, "red", "main");
    IntStream.range(0, 12).forEach(i -> small.wants(i, CLAY));
    assertThat(DayPlanner.planned(small.school(), SmallSchool.day()).report().unmet())
        .containsExactly(new Unmet(new PersonId("s11"), "i0", Optional.empty(), Reason.FULL));
  }

  @Test
  void the_scarce_workshop_is_given_before_the_ample_one() {
    var small =
        twenty()
            .station("gym", StationKind.GYM, 20, 20, 0)
            .station("clay", StationKind.WORKSHOP, 1, 1, 0)
            .students(11, "red", "main");
    for (int i = 0; i < 11; i++) {
      small.wants(i, new Want.AnyOf(StationKind.GYM), CLAY);
    }
    assertThat(DayPlanner.planned(small.school(), SmallSchool.day()).report().unmet()).isEmpty();
  }

  @Test
  void a_kind_the_school_does_not_have_and_more_items_than_blocks_are_reported() {
    var many = IntStream.range(0, 12).mapToObj(_ -> new Want.AtHome()).toArray(Want[]::new);
    var school =
        twenty()
            .students(2, "red", "main")
            .wants(0, new Want.AnyOf(StationKind.LAB))
            .wants(1, many)
            .school();
    assertThat(DayPlanner.planned(school, SmallSchool.day()).report().unmet())
        .containsExactly(
            new Unmet(new PersonId("s1"), "i11", Optional.empty(), Reason.NO_BLOCK),
            new Unmet(new PersonId("s0"), "i0", Optional.empty(), Reason.NO_STATION));
  }

  @Test
  void who_finds_no_room_at_home_is_at_the_overflow_station() {
    var school =
        new SmallSchool()
            .station("home", StationKind.ONLINE, 1, 1, 1)
            .students(2, "red", "main")
            .school();
    var plan = DayPlanner.planned(school, SmallSchool.day());
    assertThat(stationsOf(plan, 1)).containsOnly("overflow");
    assertThat(plan.report().overflow()).isEqualTo(12);
    assertThat(plan.report().unmet())
        .hasSize(12)
        .contains(new Unmet(new PersonId("s1"), "home", Optional.of(block("b1")), Reason.FULL));
  }

  @Test
  void lunch_is_in_the_hall_as_far_as_it_holds() {
    var school =
        twenty().station("hall", StationKind.MEAL, 1, 1, 0).students(2, "red", "main").school();
    var plan = DayPlanner.planned(school, SmallSchool.day());
    assertThat(stationsOf(plan, 0).get(6)).isEqualTo("hall");
    assertThat(stationsOf(plan, 1).get(6)).isEqualTo("home");
  }

  @Test
  void the_own_seat_is_kept_for_whoever_owns_it() {
    var small = twenty().station("clay", StationKind.WORKSHOP, 4, 4, 4).students(3, "red", "main");
    IntStream.range(0, 3).forEach(i -> small.wants(i, CLAY));
    for (var place : DayPlanner.plan(small.school(), SmallSchool.day())) {
      if (place.station().equals(SmallSchool.HOME)) {
        assertThat("s" + (Integer.parseInt(place.seat()) - 1)).isEqualTo(place.student().value());
      }
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 1_000);
  }

  /// Goal: whatever the school, a plan keeps the hard rules. Method: small schools drawn from 1,000
  /// seeds, with scarce seats, missing stations, pairs, grades, adults of two rooms, pinned places
  /// and two schedules that overlap; every rule checked on the whole plan.
  @ParameterizedTest
  @MethodSource("seeds")
  void no_school_breaks_a_hard_rule_d55_d56(long seed) {
    var school = SmallSchool.random(seed);
    var day = SmallSchool.twoSchedules();
    var pinned = pinned(school, day, seed);
    var plan = DayPlanner.planned(school, day, pinned);
    assertThat(plan.assignments().stream().filter(Assignment::pinned).map(DayPlannerTest::pinned))
        .containsExactlyInAnyOrderElementsOf(pinned.fixed());
    new HardRules(school, day, plan.assignments(), pinned).check();
    everybodyHasOnePlaceInEveryBlock(school, day, plan);
    noStationIsEverOverfull(school, day, plan.assignments());
    noSeatIsTakenTwice(day, plan.assignments());
    everyItemIsPlacedOrReported(school, plan);
    assertThat(DayPlanner.planned(school, day, pinned)).as("again").isEqualTo(plan);
  }

  /// A few places of another plan, as if a teacher had wished them so, and a station that closes.
  private static Circumstances pinned(School school, DayPlan day, long seed) {
    var dice = new SplittableRandom(seed);
    var fixed =
        DayPlanner.plan(school, day).stream()
            .filter(_ -> dice.nextInt(20) == 0)
            .map(DayPlannerTest::pinned)
            .toList();
    Map<StationId, Instant> closed =
        dice.nextBoolean() ? Map.of(new StationId("sup0"), Fixtures.at("10:00")) : Map.of();
    Map<PersonId, Instant> absent =
        dice.nextBoolean() ? Map.of(new PersonId("ada"), Fixtures.at("12:00")) : Map.of();
    return new Circumstances(fixed, List.of(), closed, absent, dice.nextInt(3));
  }

  private static Assignment pinned(Assignment place) {
    return new Assignment(
        place.student(),
        place.block(),
        place.station(),
        "",
        place.activity(),
        place.item(),
        Source.TEACHER,
        true);
  }

  private static void everybodyHasOnePlaceInEveryBlock(School school, DayPlan day, Planned plan) {
    var expected = new ArrayList<String>();
    for (var student : school.students()) {
      for (var schedule : day.schedules()) {
        if (schedule.id().equals(student.schedule())) {
          schedule.blocks().forEach(block -> expected.add(student.id() + " " + block.id()));
        }
      }
    }
    assertThat(plan.assignments().stream().map(place -> place.student() + " " + place.block()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void noStationIsEverOverfull(School school, DayPlan day, List<Assignment> places) {
    var blocks = blocks(day);
    for (var instant : blocks.values().stream().map(Block::start).distinct().toList()) {
      var load = new HashMap<StationId, Integer>();
      for (var place : places) {
        if (runsAt(blocks.get(place.block()), instant)) {
          load.merge(place.station(), 1, Integer::sum);
        }
      }
      load.remove(school.overflow());
      load.forEach(
          (station, students) ->
              assertThat(students)
                  .as("%s at %s", station, instant)
                  .isLessThanOrEqualTo(school.stations().get(station).hardCap()));
    }
  }

  private static void noSeatIsTakenTwice(DayPlan day, List<Assignment> places) {
    var blocks = blocks(day);
    for (var instant : blocks.values().stream().map(Block::start).distinct().toList()) {
      var taken = new HashSet<String>();
      for (var place : places) {
        if (!place.seat().isEmpty() && runsAt(blocks.get(place.block()), instant)) {
          assertThat(taken.add(place.station() + " " + place.seat())).as("%s", place).isTrue();
        }
      }
    }
  }

  private static Map<BlockId, Block> blocks(DayPlan day) {
    var blocks = new HashMap<BlockId, Block>();
    day.schedules().forEach(each -> each.blocks().forEach(block -> blocks.put(block.id(), block)));
    return blocks;
  }

  private static boolean runsAt(Block block, Instant instant) {
    return !instant.isBefore(block.start()) && instant.isBefore(block.end());
  }

  /// An item of 50 minutes takes two blocks of 35.
  private static Stream<String> wanted(Playlist list) {
    return list.items().stream()
        .flatMap(
            item ->
                Collections.nCopies(item.must().minutes() > 35 ? 2 : 1, item).stream()
                    .map(each -> list.student() + " " + each.id()));
  }

  private static void everyItemIsPlacedOrReported(School school, Planned plan) {
    var seen = new ArrayList<String>();
    plan.assignments().stream()
        .filter(place -> !place.item().isEmpty())
        .forEach(place -> seen.add(place.student() + " " + place.item()));
    plan.report().unmet().stream()
        .filter(unmet -> unmet.block().isEmpty())
        .forEach(unmet -> seen.add(unmet.student() + " " + unmet.what()));
    var wanted = school.playlists().values().stream().flatMap(DayPlannerTest::wanted).toList();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void two_who_are_better_apart_are_never_at_one_table() {
    var small =
        twenty()
            .station("clay", StationKind.WORKSHOP, 2, 2, 0)
            .students(2, "red", "main")
            .apart(0, 1);
    var items = Collections.nCopies(11, CLAY).toArray(Want[]::new);
    small.wants(0, items).wants(1, CLAY);
    assertThat(DayPlanner.planned(small.school(), SmallSchool.day()).report().unmet())
        .as("one of them gives way in one block")
        .hasSize(1);
  }

  @Test
  void an_adult_watches_one_room_at_a_time() {
    var small =
        twenty()
            .station("clay", "one", 9, List.of("ada"))
            .station("loom", "two", 9, List.of("ada"));
    small.students(12, "red", "main");
    for (int i = 0; i < 12; i++) {
      small.wants(i, i % 2 == 0 ? CLAY : new Want.At(new StationId("loom")));
    }
    var plan = DayPlanner.planned(small.school(), SmallSchool.day());
    assertThat(plan.report().unmet()).isEmpty();
    assertThat(
            plan.assignments().stream()
                .filter(place -> !place.station().equals(SmallSchool.HOME))
                .collect(Collectors.groupingBy(Assignment::block))
                .values())
        .allSatisfy(
            places ->
                assertThat(places)
                    .extracting(Assignment::station)
                    .containsOnly(places.getFirst().station()));
  }

  @Test
  void a_station_takes_only_the_grades_it_is_for() {
    var small = twenty().station("clay", "one", 9, List.of(), "8").students(2, "red", "main");
    small.grade(1, "8").wants(0, CLAY).wants(1, CLAY);
    assertThat(DayPlanner.planned(small.school(), SmallSchool.day()).report().unmet())
        .containsExactly(new Unmet(new PersonId("s0"), "i0", Optional.empty(), Reason.NO_STATION));
  }

  @Test
  void what_a_service_plan_mandates_comes_first_and_takes_as_many_blocks_as_it_needs() {
    var small = twenty().station("clay", StationKind.WORKSHOP, 1, 1, 0).students(2, "red", "main");
    small.wants(0, Collections.nCopies(11, CLAY).toArray(Want[]::new));
    small.must(1, CLAY, new Must(true, 90));
    var plan = DayPlanner.planned(small.school(), SmallSchool.day());
    assertThat(stationsOf(plan, 1).stream().filter("clay"::equals)).as("3 × 35 minutes").hasSize(3);
    assertThat(plan.report().unmet())
        .hasSize(3)
        .allMatch(unmet -> unmet.student().value().equals("s0"));
  }

  @Test
  void what_is_planned_for_a_station_that_is_closed_by_then_says_so() {
    var small = twenty().station("clay", StationKind.WORKSHOP, 9, 9, 0).students(1, "red", "main");
    small.wants(0, CLAY);
    var closed =
        new Circumstances(List.of(), List.of(), Map.of(CLAY.station(), Instant.EPOCH), Map.of(), 0);
    assertThat(DayPlanner.planned(small.school(), SmallSchool.day(), closed).report().unmet())
        .containsExactly(new Unmet(new PersonId("s0"), "i0", Optional.empty(), Reason.CLOSED));
  }

  @Test
  void a_seat_somebody_keeps_over_the_bell_is_not_given_away() {
    var small = twenty().station("clay", StationKind.WORKSHOP, 1, 1, 0).students(1, "red", "main");
    small.wants(0, CLAY);
    var taken = new Circumstances.Taken(block("b1"), CLAY.station());
    var stays = new Circumstances(List.of(), List.of(taken), Map.of(), Map.of(), 0);
    var plan = DayPlanner.planned(small.school(), SmallSchool.day(), stays);
    assertThat(stationsOf(plan, 0)).startsWith("home", "clay");
  }

  @Test
  void rotation_blocks_only_are_planned_student_by_student() {
    var items = IntStream.range(0, 11).mapToObj(_ -> CLAY).toArray(Want[]::new);
    var school =
        twenty()
            .station("clay", StationKind.WORKSHOP, 9, 9, 0)
            .students(1, "red", "main")
            .wants(0, items)
            .school();
    var plan = DayPlanner.plan(school, SmallSchool.day());
    assertThat(SmallSchool.day().schedules().getFirst().blocks().get(6).kind())
        .isEqualTo(BlockKind.MEAL);
    assertThat(plan.get(6).station()).isEqualTo(SmallSchool.HOME);
    assertThat(plan.stream().filter(place -> place.station().equals(CLAY.station()))).hasSize(11);
  }

  /// Goal: a large school is planned whole. Method: 1,200 students with six items each over eleven
  /// blocks, workshops nearly full. How long it takes `carillon bench plan` measures.
  @Test
  void a_school_of_twelve_hundred_is_planned_with_all_it_wants_d58() {
    var small = new SmallSchool().station("home", StationKind.ONLINE, 1300, 1300, 1300);
    for (int i = 0; i < 40; i++) {
      small.station("w" + i, StationKind.WORKSHOP, 18, 20, 0);
    }
    small.students(1_200, "red", "main");
    for (int i = 0; i < 1_200; i++) {
      int first = i;
      small.wants(
          i,
          IntStream.range(0, 6)
              .mapToObj(n -> new Want.At(new StationId("w" + (first + n * 7) % 40)))
              .toArray(Want[]::new));
    }
    var school = small.school();
    var plan = DayPlanner.planned(school, SmallSchool.day());
    assertThat(plan.assignments()).hasSize(1_200 * 12);
    assertThat(plan.report().unmet()).isEmpty();
    assertThat(plan.report().overflow()).isZero();
  }
}
