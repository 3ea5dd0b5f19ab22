package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import java.util.List;

/// Who pays for a delay.
public sealed interface Ripple {
  /// The flexible blocks up to the next anchor, by weight: what is done when nobody says otherwise.
  record Compress() implements Ripple {}

  /// The next block alone; those after it stay where they are.
  record AbsorbNext() implements Ripple {}

  /// Nobody later: the time is lost to the block that ran, and the clock is caught up with.
  record AbsorbCurrent() implements Ripple {}

  /// Everybody later, lunch and buses included.
  ///
  /// @param consent whether somebody has said that anchors may move
  record Shift(boolean consent) implements Ripple {}

  /// These blocks, which are not held today; those after them stay where they are.
  record Drop(List<BlockId> blocks) implements Ripple {
    public Drop {
      blocks = List.copyOf(blocks);
    }
  }

  Ripple COMPRESS = new Compress();
}
