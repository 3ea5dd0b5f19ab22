package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Command.CloseAndPlace;
import dev.carillon.floor.Command.OpenAndReturn;
import dev.carillon.floor.Command.PlanCommand;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Command.RejectPlan;
import dev.carillon.floor.Event.PlanAccepted;
import dev.carillon.floor.Event.PlanProposed;
import dev.carillon.floor.Event.PlanRejected;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.PlanCheck.Checked;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.Result.Proposed;
import dev.carillon.floor.Result.Replanned;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Person.Staff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Leaders ask for a new plan and accept or reject it (ADR 18, 19).
///
/// A proposal is as old as the floor it was made from, so that every change of it is looked at
/// again when it is accepted.
record PlanRules(Floor floor, Stamp stamp) {
  /// What the log says of students who were put elsewhere by a plan.
  static final String REASON = "re-plan";

  Decision decide(PlanCommand command) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (command) {
      case ProposePlan asked -> propose(asked);
      case AcceptPlan(var proposal) -> find(proposal, this::take);
      case RejectPlan(var proposal) ->
          find(proposal, open -> accept(new PlanRejected(open.id(), stamp.who(), stamp.at())));
      case CloseAndPlace asked -> new ClosingRules(floor, stamp).close(asked);
      case OpenAndReturn(var stations) -> new ClosingRules(floor, stamp).open(stations);
    };
  }

  private Decision find(ProposalId id, Function<Proposal, Decision> then) {
    return Optional.ofNullable(floor.proposals().get(id))
        .map(then)
        .orElseGet(() -> refuse(Refusal.PROPOSAL_UNKNOWN));
  }

  private Decision propose(ProposePlan asked) {
    var against = against(asked);
    if (against.isPresent()) {
      return refuse(against.get());
    }
    var plan =
        asked.answer().orElseThrow(() -> new IllegalStateException("no planner was asked before"));
    var proposal = new Proposal(asked.proposal(), asked.request(), stamp.who(), stamp.at(), plan);
    var events = new ArrayList<Event>();
    events.add(new PlanProposed(proposal, stamp.at()));
    if (asked.automatic() && plan.isHarmless()) {
      var checked = new PlanCheck(floor, stamp.at()).of(proposal);
      if (!checked.holds().isEmpty()) {
        events.addAll(taken(proposal, checked));
      }
    }
    return accept(
        events,
        new Proposed(
            proposal.id(),
            plan.changes().size(),
            students(plan.changes()),
            plan.unmet().size(),
            events.size() > 1));
  }

  private Optional<Refusal> against(ProposePlan asked) {
    var unknown = unknown(asked.request().cause());
    if (unknown.isPresent()) {
      return unknown;
    }
    // Another person may have used the same id, and would accept this one for hers.
    if (floor.proposals().containsKey(asked.proposal())) {
      return Optional.of(Refusal.ID_REUSED);
    }
    long others =
        floor.proposals().values().stream()
            .filter(open -> !open.isAbout(asked.request().cause()))
            .count();
    return others < Proposal.OPEN_MAX ? Optional.empty() : Optional.of(Refusal.TOO_MANY_PROPOSALS);
  }

  private Optional<Refusal> unknown(Cause cause) {
    return switch (cause) {
      case Cause.OfStation(var station) ->
          unless(floor.school().stations().containsKey(station), Refusal.STATION_UNKNOWN);
      case Cause.OfAdult(var adult, _) ->
          unless(floor.school().people().get(adult) instanceof Staff, Refusal.PERSON_UNKNOWN);
      case Cause.OfStudent(var student) ->
          unless(floor.student(student).isPresent(), Refusal.STUDENT_UNKNOWN);
      case Cause.OfDay() -> Optional.empty();
    };
  }

  private static Optional<Refusal> unless(boolean isKnown, Refusal refusal) {
    return isKnown ? Optional.empty() : Optional.of(refusal);
  }

  private Decision take(Proposal proposal) {
    var checked = new PlanCheck(floor, stamp.at()).of(proposal);
    if (checked.holds().isEmpty()) {
      return refuse(Refusal.PROPOSAL_OUTDATED, whyNot(checked));
    }
    return accept(
        taken(proposal, checked),
        new Replanned(
            proposal.id(), checked.holds().size(), students(checked.holds()), checked.counts()));
  }

  private static Map<String, String> whyNot(Checked checked) {
    return checked.counts().stream()
        .findFirst()
        .map(first -> Map.of("why", first.why().word()))
        .orElse(Map.of());
  }

  private List<Event> taken(Proposal proposal, Checked checked) {
    var holds = checked.holds();
    var placed =
        new StudentsPlaced(
            holds.stream().map(Change::to).toList(),
            holds.stream().map(Change::from).toList(),
            stamp.who(),
            REASON,
            stamp.at());
    var events = new ArrayList<>(HelpBell.with(floor, placed));
    events.add(new PlanAccepted(proposal.id(), stamp.who(), stamp.at()));
    return events;
  }

  static int students(Collection<Change> changes) {
    return (int) changes.stream().map(change -> change.to().student()).distinct().count();
  }
}
