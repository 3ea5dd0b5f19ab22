package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Unmet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A new plan that somebody asked for and nobody has accepted or rejected yet (ADR 18).
///
/// @param by who asked
/// @param at when
/// @param plan what the planner answered; whether it still holds is looked at when it is accepted
public record Proposal(
    ProposalId id, RePlan.Request request, PersonId by, Instant at, RePlan plan) {
  /// More at once and nobody knows any more which one is about what.
  public static final int OPEN_MAX = 8;

  /// The blocks it is about: once all of them have begun there is nothing left to accept.
  Set<BlockId> blocks() {
    var changed = plan.changes().stream().map(change -> change.to().block());
    var lost = plan.unmet().stream().map(Unmet::block).flatMap(Optional::stream);
    Stream<BlockId> about = plan.changes().isEmpty() ? lost : changed;
    return about.collect(Collectors.toSet());
  }

  boolean isAboutNothing() {
    return plan.changes().isEmpty() && plan.unmet().isEmpty();
  }

  boolean isAbout(RePlan.Cause cause) {
    return request.cause().isAbout(cause);
  }
}
