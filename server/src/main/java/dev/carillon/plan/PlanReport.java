package dev.carillon.plan;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;

/// What a plan could not give, and why. Nobody is dropped: whoever misses something is elsewhere.
///
/// @param assignments how many places were given
/// @param overflow how many of them at the overflow station
public record PlanReport(int assignments, int overflow, List<Unmet> unmet) {
  public PlanReport {
    unmet = List.copyOf(unmet);
  }

  /// The binding reason.
  public enum Reason {
    /// The school has no station of that kind.
    NO_STATION,
    /// There are more items than blocks.
    NO_BLOCK,
    /// Every station that would do is full in every block.
    FULL,
    /// There is room, but only while she is busy with something else, beside somebody she is better
    /// apart from, or without an adult.
    CLASH,
    /// Every station that would do is closed.
    CLOSED,
    /// There is room, but only in blocks that nobody may change any more.
    FROZEN
  }

  /// @param what the id of the playlist item or of the rotation, or `home`
  /// @param block where it was to be; empty for an item, which may be in any block
  public record Unmet(PersonId student, String what, Optional<BlockId> block, Reason reason) {}
}
