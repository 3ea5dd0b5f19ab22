package dev.carillon.view;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Floor;
import dev.carillon.floor.RePlan;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.RePlan.Why;
import dev.carillon.floor.Touched;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What leaders are shown of a new plan, and that nobody else is.
final class ProposalRowsTest {
  private static final ProposalId ID = new ProposalId("p1");

  private final Views views = new Views();
  private Floor floor = Fixtures.floor();
  private Touched touched = Touched.NOTHING;

  private void when(Command command, String time) {
    var accepted = (Accepted) floor.decide(command, Fixtures.stamp(LENA, time));
    for (var event : accepted.events()) {
      var next = floor.evolve(event);
      floor = next.floor();
      touched = touched.and(next.touched());
    }
  }

  private static ProposePlan proposal(Cause cause) {
    var to = Fixtures.assignment(NOAH, "b2", CENTRE);
    var plan =
        new RePlan(
            List.of(new Change(to, CLAY, Why.SEAT_FREE)),
            List.of(new Unmet(NOAH, "kiln", Optional.of(block("b2")), Reason.NO_STATION)),
            0);
    return new ProposePlan(ID, new Request(cause, 1, true), false, Optional.of(plan));
  }

  private Row.Proposal row() {
    var rows = views.cut(new OfLeaders(), floor).tables().get("proposals");
    return (Row.Proposal) rows.get(ID.value());
  }

  @Test
  void leaders_see_who_would_move_from_where_to_where_and_why() {
    when(proposal(new Cause.OfStation(CLAY)), "08:10");
    var noah = new Row.Named("noah", "Noah B.");
    assertThat(row())
        .isEqualTo(
            new Row.Proposal(
                "p1",
                new Row.Cause("station", Optional.of("clay"), Optional.empty(), Optional.empty()),
                "Lena",
                at("08:10").toEpochMilli(),
                1,
                true,
                0,
                List.of(
                    new Row.Replaced(
                        noah, "main/b2", "clay", "centre-seats", "At centre-seats", "seat-free")),
                List.of(new Row.Lost(noah, Optional.of("main/b2"), "kiln", "no-station"))));
  }

  @Test
  void what_happened_can_be_said_in_words() {
    var noon = at("12:05");
    assertThat(cause(new Cause.OfAdult(ROSA, noon)))
        .isEqualTo(
            new Row.Cause(
                "adult",
                Optional.empty(),
                Optional.of(new Row.Named("rosa", "Rosa")),
                Optional.of(noon).map(Instant::toEpochMilli)));
    assertThat(cause(new Cause.OfStudent(NOAH)).person())
        .contains(new Row.Named("noah", "Noah B."));
    assertThat(cause(new Cause.OfDay()).of()).isEqualTo("day");
  }

  private Row.Cause cause(Cause cause) {
    floor = Fixtures.floor();
    when(proposal(cause), "08:10");
    return row().cause();
  }

  @Test
  void nobody_but_leaders_gets_the_table() {
    when(proposal(new Cause.OfStation(CLAY)), "08:10");
    for (var audience :
        List.of(OfBoard.PLAIN, new OfStudent(NOAH), new OfHelper(ABEL), new OfHelper(ROSA))) {
      assertThat(views.cut(audience, floor).tables()).doesNotContainKey("proposals");
    }
  }

  @Test
  void a_proposal_changes_one_table_and_is_gone_when_it_was_accepted() {
    var leaders = new OfLeaders();
    var before = views.cut(leaders, floor);
    when(proposal(new Cause.OfStation(CLAY)), "08:10");
    var proposed = views.recut(before, leaders, floor, touched);
    assertThat(proposed.patch().set()).containsOnlyKeys("proposals");
    touched = Touched.NOTHING;
    when(new AcceptPlan(ID), "08:11");
    var accepted = views.recut(proposed.view(), leaders, floor, touched);
    assertThat(accepted.patch().gone()).containsEntry("proposals", List.of(ID.value()));
  }
}
