package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LIBRARY;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Command.RejectPlan;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Event.PlanAccepted;
import dev.carillon.floor.Event.PlanProposed;
import dev.carillon.floor.Event.PlanRejected;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.RePlan.Why;
import dev.carillon.floor.Result.LeftOut;
import dev.carillon.floor.Result.Proposed;
import dev.carillon.floor.Result.Replanned;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a planner proposes is kept, looked at again, and becomes true only when a leader says so.
@ExtendWith(KeptInLogs.class)
final class ProposalTest {
  private static final ProposalId ONE = new ProposalId("p1");
  private static final ProposalId TWO = new ProposalId("p2");
  private static final Cause CLAY_CLOSED = new Cause.OfStation(CLAY);

  private final Scene day = Scene.opened();

  private static Change move(PersonId student, String block, StationId from, StationId to) {
    return move(student, block, from, to, Why.DISPLACED);
  }

  private static Change move(
      PersonId student, String block, StationId from, StationId to, Why why) {
    var place =
        new Assignment(student, block(block), to, "", "At " + to.value(), "", Source.PLAN, false);
    return new Change(place, from, why);
  }

  private static RePlan plan(Change... changes) {
    return new RePlan(List.of(changes), List.of(), 0);
  }

  private static ProposePlan propose(ProposalId id, Cause cause, RePlan plan) {
    return new ProposePlan(id, new Request(cause, 0, false), false, Optional.of(plan));
  }

  private static ProposePlan propose(Change... changes) {
    return propose(ONE, CLAY_CLOSED, plan(changes));
  }

  private static Retarget to(StationId station, String block, PersonId... students) {
    return new Retarget(
        List.of(students), Optional.empty(), station, Optional.of(block(block)), false, "");
  }

  private StationId placeOf(PersonId student, String block) {
    return day.floor().assignmentAt(student, block(block)).orElseThrow().station();
  }

  private Replanned accepted(String time) {
    return (Replanned) day.does(LENA, time, new AcceptPlan(ONE)).result();
  }

  // Proposing
  // -------------------------------------------------------------------------------------

  @Test
  void a_proposal_changes_nobodys_stop_and_says_what_it_would_d59() {
    var done = day.does(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE)));
    assertThat(done.result()).isEqualTo(new Proposed(ONE, 1, 1, 0, false));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(CLAY);
    assertThat(day.floor().proposals()).containsOnlyKeys(ONE);
    assertThat(day.floor().proposals().get(ONE).by()).isEqualTo(LENA);
  }

  @Test
  void only_leaders_and_administrators_propose_accept_and_reject() {
    var asked = propose(move(NOAH, "b2", CLAY, CENTRE));
    day.and(OMAR, "08:10", asked);
    for (var who : List.of(ROSA, ABEL, MIRA)) {
      for (var command : List.of(asked, new AcceptPlan(ONE), new RejectPlan(ONE))) {
        assertThat(day.isRefused(who, "08:11", command)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
      }
    }
  }

  @Test
  void nobody_is_asked_about_what_the_school_does_not_have() {
    assertThat(day.isRefused(LENA, "08:10", about(new Cause.OfStation(new StationId("moon")))))
        .isEqualTo(Refusal.STATION_UNKNOWN);
    assertThat(day.isRefused(LENA, "08:10", about(new Cause.OfAdult(MIRA, at("09:00")))))
        .isEqualTo(Refusal.PERSON_UNKNOWN);
    assertThat(day.isRefused(LENA, "08:10", about(new Cause.OfStudent(ROSA))))
        .isEqualTo(Refusal.STUDENT_UNKNOWN);
  }

  private static ProposePlan about(Cause cause) {
    return propose(ONE, cause, plan(move(NOAH, "b2", CLAY, CENTRE)));
  }

  @Test
  void the_floor_plans_nothing_by_itself() {
    var unanswered =
        new ProposePlan(ONE, new Request(CLAY_CLOSED, 0, false), false, Optional.empty());
    assertThatThrownBy(() -> day.decide(LENA, "08:10", unanswered))
        .isInstanceOf(IllegalStateException.class);
    day.and(LENA, "08:11", propose(move(NOAH, "b2", CLAY, CENTRE)));
  }

  @Test
  void where_nothing_would_change_and_nothing_is_lost_no_sheet_is_left() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE)));
    var done = day.does(LENA, "08:11", propose(TWO, CLAY_CLOSED, plan()));
    assertThat(done.result()).isEqualTo(new Proposed(TWO, 0, 0, 0, false));
    assertThat(day.floor().proposals()).isEmpty();
  }

  @Test
  void a_harmless_proposal_is_accepted_at_once_when_that_was_asked() {
    var plan = plan(move(NOAH, "b2", CLAY, CENTRE));
    var asked = new ProposePlan(ONE, new Request(CLAY_CLOSED, 0, false), true, Optional.of(plan));
    var done = day.does(LENA, "08:10", asked);
    assertThat(done.events())
        .hasExactlyElementsOfTypes(PlanProposed.class, StudentsPlaced.class, PlanAccepted.class);
    assertThat(done.result()).isEqualTo(new Proposed(ONE, 1, 1, 0, true));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(CENTRE);
    assertThat(day.floor().proposals()).isEmpty();
  }

  @Test
  void a_proposal_that_touches_others_waits_for_a_person_whatever_was_asked() {
    var plan = plan(move(TARIQ, "b2", CENTRE, LOOM, Why.SEAT_FREE));
    var asked = new ProposePlan(ONE, new Request(CLAY_CLOSED, 2, false), true, Optional.of(plan));
    assertThat(day.does(LENA, "08:10", asked).events())
        .hasExactlyElementsOfTypes(PlanProposed.class);
    assertThat(placeOf(TARIQ, "b2")).isEqualTo(CENTRE);
  }

  // Ends
  // -------------------------------------------------------------------------------------

  @Test
  void a_newer_proposal_about_the_same_stands_for_the_older_one() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE)))
        .and(OMAR, "08:11", propose(TWO, CLAY_CLOSED, plan(move(NOAH, "b2", CLAY, LOOM))));
    assertThat(day.floor().proposals()).containsOnlyKeys(TWO);
    assertThat(day.isRefused(LENA, "08:12", new AcceptPlan(ONE)))
        .isEqualTo(Refusal.PROPOSAL_UNKNOWN);
  }

  @Test
  void an_adult_who_leaves_at_another_time_is_the_same_adult() {
    day.and(LENA, "08:10", propose(ONE, new Cause.OfAdult(ROSA, at("09:45")), clay()))
        .and(LENA, "08:11", propose(TWO, new Cause.OfAdult(ROSA, at("10:20")), clay()));
    assertThat(day.floor().proposals()).containsOnlyKeys(TWO);
  }

  private static RePlan clay() {
    return plan(move(NOAH, "b2", CLAY, CENTRE));
  }

  @Test
  void a_rejected_proposal_is_gone_and_everybody_stays() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE)))
        .and(OMAR, "08:11", new RejectPlan(ONE));
    assertThat(day.events(PlanRejected.class))
        .containsExactly(new PlanRejected(ONE, OMAR, at("08:11")));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(CLAY);
    assertThat(day.isRefused(LENA, "08:12", new RejectPlan(ONE)))
        .isEqualTo(Refusal.PROPOSAL_UNKNOWN);
  }

  @Test
  void no_stale_sheet_stays_once_the_last_of_its_blocks_has_begun() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE), move(TARIQ, "b4", LOOM, CENTRE)))
        .until("09:44");
    assertThat(day.floor().proposals()).as("B4 is to come").containsOnlyKeys(ONE);
    assertThat(day.until("09:45").floor().proposals()).isEmpty();
  }

  @Test
  void a_proposal_for_a_block_that_is_left_out_is_gone() {
    day.and(LENA, "08:10", propose(move(TARIQ, "b4", LOOM, CENTRE)))
        .and(LENA, "08:12", steer(new Control.Skip(block("b4"), false)));
    assertThat(day.floor().proposals()).isEmpty();
  }

  @Test
  void what_nobody_could_be_given_is_shown_until_its_blocks_have_begun() {
    var lost = new Unmet(NOAH, "kiln", Optional.of(block("b2")), Reason.CLOSED);
    var plan = new RePlan(List.of(), List.of(lost), 0);
    day.and(LENA, "08:10", propose(ONE, CLAY_CLOSED, plan));
    assertThat(day.floor().proposals()).containsOnlyKeys(ONE);
    assertThat(day.isRefused(LENA, "08:11", new AcceptPlan(ONE)))
        .isEqualTo(Refusal.PROPOSAL_OUTDATED);
    assertThat(day.until("08:35").floor().proposals()).isEmpty();
  }

  @Test
  void eight_are_open_at_most_and_a_newer_one_of_the_same_needs_no_place() {
    var people = List.of(MIRA, NOAH, TARIQ, JUNE);
    Stream.of(CLAY, LOOM, CENTRE, LIBRARY)
        .forEach(
            id ->
                day.and(
                    LENA,
                    "08:10",
                    propose(id("s-" + id.value()), new Cause.OfStation(id), clay())));
    people.forEach(
        id -> day.and(LENA, "08:10", propose(id(id.value()), new Cause.OfStudent(id), clay())));
    assertThat(day.floor().proposals()).hasSize(Proposal.OPEN_MAX);
    assertThat(day.isRefused(LENA, "08:11", propose(id("ninth"), new Cause.OfDay(), clay())))
        .isEqualTo(Refusal.TOO_MANY_PROPOSALS);
    day.and(LENA, "08:12", propose(id("newer"), new Cause.OfStudent(MIRA), clay()));
    assertThat(day.floor().proposals()).hasSize(Proposal.OPEN_MAX).containsKey(id("newer"));
  }

  private static ProposalId id(String value) {
    return new ProposalId(value);
  }

  // Accepting
  // -------------------------------------------------------------------------------------

  @Test
  void what_is_accepted_is_a_changed_card_told_to_staff_after_twenty_seconds_d62() {
    day.and(LENA, "08:10:00", propose(move(NOAH, "b2", CLAY, CENTRE)));
    assertThat(accepted("08:10:30")).isEqualTo(new Replanned(ONE, 1, 1, List.of()));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(CENTRE);
    assertThat(day.floor().proposals()).isEmpty();
    assertThat(day.until("08:10:49").floor().placing().changes().get(NOAH).told()).isFalse();
    assertThat(day.until("08:10:50").floor().placing().changes().get(NOAH).told()).isTrue();
    day.and(NOAH, "08:11", new AckChange(block("b2")));
    assertThat(day.floor().placing().changes()).isEmpty();
  }

  @Test
  void of_several_stops_the_first_is_to_be_seen_now() {
    day.and(LENA, "08:10", propose(move(JUNE, "b2", CENTRE, LOOM), move(JUNE, "b5", CENTRE, LOOM)));
    accepted("08:11");
    assertThat(day.floor().placing().changes().get(JUNE).block()).isEqualTo(block("b2"));
    assertThat(placeOf(JUNE, "b5")).isEqualTo(LOOM);
  }

  @Test
  void whoever_a_teacher_has_put_elsewhere_meanwhile_is_left_out_d61() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE), move(TARIQ, "b4", LOOM, CENTRE)))
        .and(ROSA, "08:11", to(LOOM, "b2", NOAH));
    assertThat(accepted("08:12"))
        .isEqualTo(new Replanned(ONE, 1, 1, List.of(new LeftOut(Outdated.CHOSEN, 1))));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(LOOM);
    assertThat(placeOf(TARIQ, "b4")).isEqualTo(CENTRE);
  }

  @Test
  void whoever_another_plan_has_moved_meanwhile_is_left_out() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE), move(TARIQ, "b4", LOOM, CENTRE)))
        .and(LENA, "08:10", propose(TWO, new Cause.OfDay(), plan(move(NOAH, "b2", CLAY, LIBRARY))))
        .and(LENA, "08:11", new AcceptPlan(TWO));
    assertThat(accepted("08:12").left()).containsExactly(new LeftOut(Outdated.MOVED, 1));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(LIBRARY);
  }

  @Test
  void a_block_that_has_begun_or_been_told_is_left_out_unless_it_may_change_d59() {
    day.and(
        LENA, "10:25", propose(move(NOAH, "b6", CENTRE, LOOM), move(TARIQ, "b7", CENTRE, LOOM)));
    day.until("10:53");
    assertThat(accepted("10:53").left()).containsExactly(new LeftOut(Outdated.BEGUN, 1));
    assertThat(placeOf(NOAH, "b6")).isEqualTo(CENTRE);
    var plan = plan(move(NOAH, "b6", CENTRE, LOOM));
    var nextToo = new Request(CLAY_CLOSED, 0, true);
    day.and(LENA, "10:54", new ProposePlan(TWO, nextToo, false, Optional.of(plan)))
        .and(LENA, "10:54", new AcceptPlan(TWO));
    assertThat(placeOf(NOAH, "b6")).isEqualTo(LOOM);
  }

  @Test
  void nobody_comes_to_a_station_that_closed_meanwhile() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, LOOM), move(JUNE, "b2", CENTRE, LIBRARY)))
        .and(LENA, "08:11", new CloseStation(LOOM, true, ""));
    assertThat(accepted("08:12").left()).containsExactly(new LeftOut(Outdated.CLOSED, 1));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(CLAY);
    assertThat(placeOf(JUNE, "b2")).isEqualTo(LIBRARY);
  }

  @Test
  void whoever_went_home_meanwhile_is_left_out() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, LOOM), move(JUNE, "b2", CENTRE, LOOM)))
        .and(LENA, "08:11", new StartAway(NOAH, AwayKind.HOME));
    assertThat(accepted("08:12").left()).containsExactly(new LeftOut(Outdated.GONE, 1));
  }

  @Test
  void seats_are_counted_over_all_that_is_accepted_together() {
    day.and(
        LENA,
        "08:10",
        propose(
            move(MIRA, "b2", CENTRE, LOOM),
            move(NOAH, "b2", CLAY, LOOM),
            move(TARIQ, "b2", CENTRE, LOOM)));
    assertThat(accepted("08:11"))
        .as("a loom for two")
        .isEqualTo(new Replanned(ONE, 2, 2, List.of(new LeftOut(Outdated.FULL, 1))));
    assertThat(placeOf(TARIQ, "b2")).as("the last one").isEqualTo(CENTRE);
  }

  @Test
  void a_seat_that_somebody_leaves_with_it_is_free_for_another() {
    day.and(LENA, "08:10", to(LOOM, "b2", MIRA))
        .and(
            LENA,
            "08:11",
            propose(
                move(NOAH, "b2", CLAY, CENTRE, Why.MADE_ROOM),
                move(TARIQ, "b2", CENTRE, CLAY),
                move(JUNE, "b2", CENTRE, CLAY)));
    assertThat(accepted("08:12")).isEqualTo(new Replanned(ONE, 3, 3, List.of()));
  }

  @Test
  void whoever_is_left_out_keeps_the_seat_another_was_to_have() {
    day.and(
            LENA,
            "08:10",
            propose(
                move(NOAH, "b2", CLAY, LOOM, Why.MADE_ROOM),
                move(TARIQ, "b2", CENTRE, CLAY),
                move(JUNE, "b2", CENTRE, CLAY)))
        .and(LENA, "08:11", new CloseStation(LOOM, true, ""));
    assertThat(accepted("08:12"))
        .isEqualTo(
            new Replanned(
                ONE,
                1,
                1,
                List.of(new LeftOut(Outdated.CLOSED, 1), new LeftOut(Outdated.FULL, 1))));
    assertThat(placeOf(NOAH, "b2")).isEqualTo(CLAY);
    assertThat(placeOf(JUNE, "b2")).isEqualTo(CENTRE);
  }

  @Test
  void overflow_takes_everybody_d59() {
    day.and(LENA, "08:10", new CloseStation(LIBRARY, true, ""))
        .and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, LIBRARY)));
    assertThat(accepted("08:11").left()).isEmpty();
  }

  @Test
  void when_nothing_holds_any_more_whoever_accepts_is_told_to_propose_again() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE)))
        .and(ROSA, "08:11", to(LOOM, "b2", NOAH));
    assertThat(day.isRefused(LENA, "08:12", new AcceptPlan(ONE)))
        .isEqualTo(Refusal.PROPOSAL_OUTDATED);
    assertThat(day.reasons(LENA, "08:12", new AcceptPlan(ONE))).containsEntry("why", "chosen");
    assertThat(day.floor().proposals()).as("a refusal changes nothing").containsOnlyKeys(ONE);
  }

  @Test
  void of_two_leaders_who_accept_one_is_told_it_is_over() {
    day.and(LENA, "08:10", propose(move(NOAH, "b2", CLAY, CENTRE)))
        .and(LENA, "08:11", new AcceptPlan(ONE));
    assertThat(day.isRefused(OMAR, "08:11", new AcceptPlan(ONE)))
        .isEqualTo(Refusal.PROPOSAL_UNKNOWN);
  }
}
