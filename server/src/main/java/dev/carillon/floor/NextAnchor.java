package dev.carillon.floor;

import dev.carillon.floor.Result.Edge;
import dev.carillon.school.Id.BlockId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The next boundary of a schedule that does not move without consent.
///
/// @param slack how much of a delay the blocks before it can take
public record NextAnchor(BlockId block, Edge edge, Instant at, Duration slack) {
  /// From where the schedule stands; the end of the day is always an anchor.
  public static Optional<NextAnchor> of(Timeline timeline) {
    var blocks = timeline.blocks();
    if (blocks.isEmpty() || timeline.ended()) {
      return Optional.empty();
    }
    int index = Math.max(0, timeline.position());
    int limit = Compress.limitAfter(blocks, index);
    var slack = Duration.ZERO;
    for (var block : blocks.subList(index + 1, limit)) {
      slack = slack.plus(Compress.slack(block));
    }
    boolean isStart = limit < blocks.size() && blocks.get(limit).anchorStart();
    var anchor = blocks.get(isStart ? limit : limit - 1);
    return Optional.of(
        new NextAnchor(
            anchor.id(),
            isStart ? Edge.START : Edge.END,
            isStart ? anchor.start() : anchor.end(),
            slack));
  }
}
