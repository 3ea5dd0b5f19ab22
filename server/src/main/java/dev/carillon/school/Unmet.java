package dev.carillon.school;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import java.util.Optional;

/// What somebody was to do and a plan could not give, and why.
///
/// @param what the id of the playlist item or of the rotation, or `home`
/// @param block where it was to be; empty for an item, which may be in any block
public record Unmet(PersonId student, String what, Optional<BlockId> block, Reason reason) {
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
}
