package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.RePlan.Why;
import dev.carillon.plan.DayPlanner;
import dev.carillon.plan.RePlanner;
import dev.carillon.plan.SmallSchool;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist.Must;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.StationKind;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole way of a new plan: something happens, a leader asks, the planner answers on the floor
/// as it is, and she accepts. In a school of playlists, on the fixture's day.
@ExtendWith(KeptInLogs.class)
final class ReplanningTest {
  private static final StationId W0 = new StationId("w0");
  private static final StationId W1 = new StationId("w1");
  private static final StationId W2 = new StationId("w2");
  private static final Set<String> BEGUN_BY_10_25 = Set.of("b1", "b2", "b3", "b4", "b5");

  private static Scene opened(SmallSchool small) {
    var school = small.school();
    var day = SmallSchool.day();
    var places = DayPlanner.plan(school, day);
    return new Scene(
        Floor.opened(new DayOpened(school, day, places, Carry.NOTHING, 1, false, at("07:30"))));
  }

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

  /// As a desk does: the planner is asked on the floor as it is, and the floor decides on that.
  private static Proposal propose(
      Scene day, String id, String time, Cause cause, int others, boolean nextToo) {
    var request = new Request(cause, others, nextToo);
    var plan = RePlanner.plan(day.until(time).floor(), request, at(time));
    var proposal = new ProposalId(id);
    day.and(LENA, time, new ProposePlan(proposal, request, false, Optional.of(plan)));
    return new Proposal(proposal, request, LENA, at(time), plan);
  }

  private static Set<Assignment> places(Scene day) {
    return day.floor().school().students().stream()
        .flatMap(
            student ->
                day.floor().dayOf(student.id()).stream()
                    .flatMap(block -> day.floor().assignmentAt(student.id(), block.id()).stream()))
        .collect(Collectors.toSet());
  }

  private static Stream<Assignment> changed(Set<Assignment> before, Set<Assignment> after) {
    var changed = new HashSet<>(after);
    changed.removeAll(before);
    return changed.stream();
  }

  private static Set<PersonId> displaced(Set<Assignment> before, StationId closed) {
    return before.stream()
        .filter(place -> place.station().equals(closed))
        .filter(place -> !BEGUN_BY_10_25.contains(name(place.block())))
        .map(Assignment::student)
        .collect(Collectors.toSet());
  }

  private static String name(BlockId block) {
    return block.value().substring(block.value().indexOf('/') + 1);
  }

  @Test
  void a_station_that_closes_lets_those_there_stay_and_moves_hardly_anybody_else_d59() {
    var day = opened(workshops()).until("10:25");
    day.and(LENA, "10:25", new CloseStation(W2, true, "the kiln smokes"));
    var before = places(day);
    var proposal = propose(day, "p1", "10:26", new Cause.OfStation(W2), 1, false);
    assertThat(places(day)).as("nothing has changed yet").isEqualTo(before);
    day.and(LENA, "10:30", new AcceptPlan(proposal.id()));
    var after = places(day);
    assertThat(changed(before, after).map(Assignment::block).map(ReplanningTest::name))
        .as("those of B5 stay where they are")
        .isNotEmpty()
        .doesNotContainAnyElementsOf(BEGUN_BY_10_25);
    var displaced = displaced(before, W2);
    long others =
        changed(before, after)
            .map(Assignment::student)
            .distinct()
            .filter(student -> !displaced.contains(student))
            .count();
    assertThat(others).isEqualTo(proposal.plan().others()).isLessThanOrEqualTo(displaced.size());
    assertThat(displaced(after, W2)).as("nobody is sent to the closed station").isEmpty();
    assertThat(after).as("everybody has a place in every block").hasSameSizeAs(before);
  }

  @Test
  void the_next_block_changes_until_its_warning_bell_and_then_only_when_somebody_says_so_d59() {
    var day = opened(workshops()).until("08:30");
    day.and(LENA, "08:30", new CloseStation(W2, true, ""));
    var comers =
        day.floor().school().students().stream()
            .filter(
                student ->
                    day.floor()
                        .assignmentAt(student.id(), block("b2"))
                        .filter(place -> place.station().equals(W2))
                        .isPresent())
            .toList();
    assertThat(comers).isNotEmpty();
    var early = propose(day, "p1", "08:32:59", new Cause.OfStation(W2), 0, false);
    assertThat(early.blocks()).contains(block("b2"));
    assertThat(day.does(LENA, "08:33", new AcceptPlan(early.id())).result())
        .as("proposed before the bell and accepted after it: B2 is left out")
        .isInstanceOfSatisfying(
            Result.Replanned.class,
            done ->
                assertThat(done.left())
                    .extracting(Result.LeftOut::why)
                    .containsOnly(Outdated.BEGUN));
    var told = propose(day, "p2", "08:33:30", new Cause.OfStation(W2), 0, true);
    day.and(LENA, "08:34", new AcceptPlan(told.id()));
    for (var student : comers) {
      assertThat(day.floor().assignmentAt(student.id(), block("b2")).orElseThrow().station())
          .isNotEqualTo(W2);
    }
  }

  @Test
  void whoever_finds_no_place_is_in_overflow_and_what_she_loses_is_said_d59() {
    var day =
        opened(
            new SmallSchool()
                .station("home", StationKind.ONLINE, 0, 0, 0)
                .station("w2", StationKind.WORKSHOP, 4, 4, 0)
                .students(1, "red", "main")
                .wants(
                    0, IntStream.range(0, 11).mapToObj(_ -> new Want.At(W2)).toArray(Want[]::new)));
    day.and(LENA, "13:20", new CloseStation(W2, true, ""));
    var proposal = propose(day, "p1", "13:30", new Cause.OfStation(W2), 0, false);
    assertThat(proposal.plan().unmet()).extracting(Unmet::reason).containsOnly(Reason.CLOSED);
    day.and(LENA, "13:31", new AcceptPlan(proposal.id()));
    var place = day.floor().assignmentAt(new PersonId("s0"), block("b10")).orElseThrow();
    assertThat(place.station()).isEqualTo(SmallSchool.OVERFLOW);
    assertThat(place.source()).isEqualTo(Source.OVERFLOW);
  }

  @Test
  void only_the_sessions_of_an_adult_who_is_away_change_d60() {
    var small =
        new SmallSchool()
            .station("home", StationKind.ONLINE, 20, 20, 20)
            .station("w0", "one", 4, List.of("ada"))
            .station("w1", "two", 4, List.of("bob"))
            .adult("ada")
            .adult("bob")
            .students(6, "red", "main");
    for (int i = 0; i < 6; i++) {
      var wants = new Want[10];
      for (int n = 0; n < 10; n++) {
        wants[n] = new Want.At((i + n) % 2 == 0 ? W0 : W1);
      }
      small.wants(i + 2, wants);
    }
    var day = opened(small).until("11:00");
    var before = places(day);
    var cause = new Cause.OfAdult(new PersonId("ada"), at("12:05"));
    var proposal = propose(day, "p1", "11:00", cause, 0, false);
    day.and(LENA, "11:01", new AcceptPlan(proposal.id()));
    var after = places(day);
    assertThat(before.stream().filter(place -> !after.contains(place)))
        .as("from 12:05 on, hers alone")
        .isNotEmpty()
        .allMatch(place -> place.station().equals(W0))
        .allMatch(place -> Set.of("b7", "b8", "b9", "b10", "b11").contains(name(place.block())));
  }

  @Test
  void the_seat_of_an_absent_student_is_offered_to_the_need_that_waited_longest_d60() {
    var small =
        new SmallSchool()
            .station("home", StationKind.ONLINE, 20, 20, 20)
            .station("w0", StationKind.WORKSHOP, 1, 1, 0)
            .students(13, "red", "main");
    IntStream.range(0, 12).forEach(i -> small.wants(i, new Want.At(W0)));
    small.must(12, new Want.At(W0), new Must(true, 0));
    var day = opened(small);
    var absent = new PersonId("s3");
    day.and(LENA, "07:40", new StartAway(absent, AwayKind.ABSENT));
    var proposal = propose(day, "p1", "07:41", new Cause.OfStudent(absent), 0, false);
    assertThat(proposal.plan().isHarmless()).as("a person decides").isFalse();
    assertThat(proposal.plan().changes())
        .singleElement()
        .satisfies(change -> assertThat(change.why()).isEqualTo(Why.SEAT_FREE));
    var offered = proposal.plan().changes().getFirst().to();
    assertThat(offered.student())
        .as("of two who had none the first")
        .isEqualTo(new PersonId("s10"));
    day.and(LENA, "07:42", new AcceptPlan(proposal.id()));
    assertThat(day.floor().assignmentAt(offered.student(), offered.block()).orElseThrow().station())
        .isEqualTo(W0);
  }

  @Test
  void what_a_teacher_has_put_survives_two_new_plans_and_what_a_plan_has_put_does_not_d61() {
    var day = opened(workshops());
    var student = new PersonId("s1");
    day.and(
            LENA,
            "08:01",
            new Retarget(
                List.of(student), Optional.empty(), W1, Optional.of(block("b8")), true, ""))
        .and(LENA, "08:05", new CloseStation(W2, true, ""));
    var first = propose(day, "p1", "08:05", new Cause.OfStation(W2), 2, false);
    day.and(LENA, "08:06", new AcceptPlan(first.id()))
        .and(LENA, "08:50", new CloseStation(W0, true, ""));
    var second = propose(day, "p2", "08:50", new Cause.OfStation(W0), 2, false);
    day.and(LENA, "08:51", new AcceptPlan(second.id()));
    assertThat(day.floor().assignmentAt(student, block("b8")).orElseThrow())
        .satisfies(place -> assertThat(place.station()).isEqualTo(W1))
        .satisfies(place -> assertThat(place.source()).isEqualTo(Source.TEACHER));
    assertThat(twice(day)).as("stops that the first plan put and the second moved").isNotEmpty();
  }

  /// The stops that were put elsewhere by two plans.
  private static Set<String> twice(Scene day) {
    var once = new HashSet<String>();
    return day.events(StudentsPlaced.class).stream()
        .flatMap(event -> event.places().stream())
        .filter(place -> place.source() != Source.TEACHER)
        .map(place -> place.student().value() + " " + place.block().value())
        .filter(stop -> !once.add(stop))
        .collect(Collectors.toSet());
  }
}
