package dev.carillon.plan;

import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.AwayKind;
import dev.carillon.floor.Carry;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.StationClosed;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Event.WentAway;
import dev.carillon.floor.Floor;
import dev.carillon.floor.RePlan;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.RePlan.Why;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.School;
import dev.carillon.school.StationKind;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What becomes of a plan when something happens: those concerned go elsewhere, the others stay.
final class RePlannerTest {
  private static final StationId W0 = new StationId("w0");
  private static final StationId W1 = new StationId("w1");
  private static final StationId W2 = new StationId("w2");
  private static final PersonId LEADER = new PersonId("lena");

  /// Three workshops of four seats, twelve students with six items each: nearly full.
  private static SmallSchool workshops() {
    var small = new SmallSchool().station("home", StationKind.ONLINE, 20, 20, 20);
    IntStream.range(0, 3).forEach(i -> small.station("w" + i, StationKind.WORKSHOP, 4, 4, 0));
    small.students(12, "red", "main");
    for (int i = 0; i < 12; i++) {
      int first = i;
      small.wants(
          i,
          IntStream.range(0, 6)
              .mapToObj(
                  n ->
                      n % 2 == 0
                          ? new Want.AnyOf(StationKind.WORKSHOP)
                          : new Want.At(new StationId("w" + (first + n) % 3)))
              .toArray(Want[]::new));
    }
    return small;
  }

  private static Floor floor(School school) {
    var day = SmallSchool.day();
    var plan = DayPlanner.plan(school, day);
    return Floor.opened(new DayOpened(school, day, plan, Carry.NOTHING, 1, false, at("07:30")));
  }

  private static Floor after(Floor floor, Event... events) {
    var next = floor;
    for (var event : events) {
      next = next.evolve(event).floor();
    }
    return next;
  }

  private static Event closing(StationId station, String time) {
    return new StationClosed(station, true, LEADER, "", at(time));
  }

  private static RePlan plan(Floor floor, Cause cause, int others, boolean nextToo, String time) {
    return RePlanner.plan(floor, new Request(cause, others, nextToo), at(time));
  }

  private static Set<BlockId> blocks(RePlan plan) {
    return plan.changes().stream().map(change -> change.to().block()).collect(Collectors.toSet());
  }

  private static Set<PersonId> whoComesTo(Floor floor, StationId station, Instant from) {
    return floor.timelines().values().iterator().next().blocks().stream()
        .filter(block -> block.start().isAfter(from))
        .flatMap(
            block ->
                floor.school().students().stream()
                    .map(student -> floor.assignmentAt(student.id(), block.id()).orElseThrow()))
        .filter(place -> place.station().equals(station))
        .map(Assignment::student)
        .collect(Collectors.toSet());
  }

  @Test
  void those_in_the_block_that_runs_stay_and_the_next_changes_only_before_its_warning_d59() {
    var floor = after(floor(workshops().school()), closing(W2, "10:25"));
    var early = plan(floor, new Cause.OfStation(W2), 0, false, "10:25");
    assertThat(blocks(early)).doesNotContain(block("b5"));
    var late = plan(floor, new Cause.OfStation(W2), 0, false, "10:53");
    assertThat(blocks(late)).doesNotContain(block("b5"), block("b6"));
    assertThat(plan(floor, new Cause.OfStation(W2), 0, false, "08:34").changes())
        .as("asked before B1 is over, B2 has been told")
        .noneMatch(change -> change.to().block().equals(block("b2")));
    assertThat(blocks(plan(floor, new Cause.OfStation(W2), 0, true, "08:34")))
        .as("unless somebody says so")
        .contains(block("b2"));
  }

  @Test
  void nobody_else_moves_when_nobody_else_may_d59() {
    var floor = after(floor(workshops().school()), closing(W2, "08:05"));
    var concerned = whoComesTo(floor, W2, at("08:05"));
    var plan = plan(floor, new Cause.OfStation(W2), 0, false, "08:05");
    assertThat(plan.isHarmless()).isTrue();
    assertThat(plan.others()).isZero();
    assertThat(plan.changes()).isNotEmpty();
    assertThat(plan.changes().stream().map(change -> change.to().student()))
        .allMatch(concerned::contains);
    assertThat(plan.changes()).noneMatch(change -> change.to().station().equals(W2));
  }

  @Test
  void at_most_two_others_move_for_each_who_is_displaced_d59() {
    var floor = after(floor(workshops().school()), closing(W2, "08:05"));
    var plan = plan(floor, new Cause.OfStation(W2), 2, false, "08:05");
    long displaced = plan.changes().stream().filter(change -> change.from().equals(W2)).count();
    assertThat((long) plan.others()).isLessThanOrEqualTo(2 * displaced);
  }

  @Test
  void whoever_finds_no_place_is_in_overflow_and_what_she_loses_is_listed_d59() {
    var small =
        new SmallSchool()
            .station("home", StationKind.ONLINE, 0, 0, 0)
            .station("w2", StationKind.WORKSHOP, 4, 4, 0)
            .students(1, "red", "main")
            .wants(0, IntStream.range(0, 11).mapToObj(_ -> new Want.At(W2)).toArray(Want[]::new));
    var floor = after(floor(small.school()), closing(W2, "13:00"));
    var plan = plan(floor, new Cause.OfStation(W2), 0, false, "13:30");
    assertThat(plan.changes())
        .hasSize(2)
        .allMatch(change -> change.to().source() == Source.OVERFLOW)
        .allMatch(change -> change.why() == Why.DISPLACED);
    assertThat(plan.unmet()).hasSize(2).extracting(Unmet::reason).containsOnly(Reason.CLOSED);
  }

  @Test
  void only_the_sessions_of_an_adult_who_leaves_change_d60() {
    var small =
        new SmallSchool()
            .station("home", StationKind.ONLINE, 20, 20, 20)
            .station("w0", "one", 4, List.of("ada"))
            .station("w1", "two", 4, List.of("bob"))
            .students(6, "red", "main");
    for (int i = 0; i < 6; i++) {
      small.wants(i, new Want.At(i % 2 == 0 ? W0 : W1), new Want.At(W0), new Want.At(W1));
    }
    var floor = floor(small.school());
    var plan = plan(floor, new Cause.OfAdult(new PersonId("ada"), at("12:05")), 0, false, "08:05");
    assertThat(plan.changes()).extracting(Change::from).doesNotContain(W1);
    var early = plan(floor, new Cause.OfAdult(new PersonId("ada"), at("08:00")), 0, false, "07:40");
    assertThat(early.changes()).isNotEmpty().extracting(Change::from).contains(W0);
    assertThat(early.changes()).extracting(change -> change.to().station()).doesNotContain(W0);
  }

  @Test
  void the_seat_of_an_absent_student_goes_to_whoever_waited_for_it_d60() {
    var small =
        new SmallSchool()
            .station("home", StationKind.ONLINE, 20, 20, 20)
            .station("w0", StationKind.WORKSHOP, 1, 1, 0)
            .students(12, "red", "main");
    IntStream.range(0, 12).forEach(i -> small.wants(i, new Want.At(W0)));
    var floor = floor(small.school());
    var first = new PersonId("s3");
    var gone = after(floor, new WentAway(first, AwayKind.ABSENT, LEADER, at("07:40")));
    var plan = plan(gone, new Cause.OfStudent(first), 0, false, "07:40");
    assertThat(plan.changes()).hasSize(1);
    var change = plan.changes().getFirst();
    assertThat(change.why()).isEqualTo(Why.SEAT_FREE);
    assertThat(change.to().student()).isEqualTo(new PersonId("s11"));
    assertThat(change.to().station()).isEqualTo(W0);
    assertThat(plan.isHarmless()).as("a person decides").isFalse();
  }

  @Test
  void what_a_teacher_has_put_survives_two_new_plans_d61() {
    var floor = floor(workshops().school());
    var student = new PersonId("s1");
    var wished = new Assignment(student, block("b8"), W1, "", "At w1", "", Source.TEACHER, true);
    floor =
        after(
            floor,
            new StudentsPlaced(List.of(wished), List.of(SmallSchool.HOME), LEADER, "", at("08:01")),
            closing(W2, "08:05"));
    floor = accepted(floor, plan(floor, new Cause.OfStation(W2), 2, false, "08:05"));
    floor = after(floor, closing(W0, "08:50"));
    floor = accepted(floor, plan(floor, new Cause.OfStation(W0), 2, false, "08:50"));
    assertThat(floor.assignmentAt(student, block("b8"))).contains(wished);
  }

  private static Floor accepted(Floor floor, RePlan plan) {
    assertThat(plan.changes()).isNotEmpty();
    return after(
        floor,
        new StudentsPlaced(
            plan.changes().stream().map(Change::to).toList(),
            plan.changes().stream().map(Change::from).toList(),
            LEADER,
            "",
            at("08:06")));
  }

  @Test
  void the_same_floor_gives_the_same_proposal() {
    var floor = after(floor(workshops().school()), closing(W2, "08:05"));
    var once = plan(floor, new Cause.OfStation(W2), 2, false, "08:05");
    assertThat(plan(floor, new Cause.OfStation(W2), 2, false, "08:05")).isEqualTo(once);
  }
}
