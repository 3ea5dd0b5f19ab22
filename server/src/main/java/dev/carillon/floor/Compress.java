package dev.carillon.floor;

import dev.carillon.school.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How a delay is absorbed: the flexible blocks between it and the next anchor get shorter.
///
/// Shares are in proportion to weight and no block gets shorter than its least length, nor so short
/// that its bells are one noise. What is left of each block is whole minutes: minutes left over
/// stay with the earliest blocks, and seconds with the earliest of them, so that later bells are
/// back on the minute. Blocks without weight and declared gaps keep their length and move. The end
/// of the schedule is always an anchor.
final class Compress {
  private static final long MINUTE_MS = 60_000;
  private static final long APART_MIN_MS = Delay.APART_MIN.toMillis();

  private Compress() {}

  /// What came of it.
  sealed interface Outcome {
    /// @param blocks the whole schedule
    record Fits(List<Block> blocks) implements Outcome {}

    /// @param anchor what stands in the way, for people
    record NoSlack(Duration needed, Duration slack, String anchor) implements Outcome {}
  }

  /// Ends a block later.
  static Outcome endLater(List<Block> blocks, int index, Duration by) {
    int limit = limitAfter(blocks, index);
    var between = blocks.subList(index + 1, limit);
    long slackMs = between.stream().mapToLong(Compress::slackMs).sum();
    if (by.toMillis() > slackMs) {
      return new Outcome.NoSlack(by, Duration.ofMillis(slackMs), nameOf(blocks, limit));
    }
    var result = new ArrayList<>(blocks);
    var late = blocks.get(index);
    result.set(index, late.between(late.start(), late.end().plus(by)));
    layOut(blocks, result, index + 1, lengthsMs(between, by.toMillis()));
    return new Outcome.Fits(result);
  }

  /// The index of the first block that does not move.
  static int limitAfter(List<Block> blocks, int index) {
    int limit = index + 1;
    while (limit < blocks.size()
        && !blocks.get(limit - 1).anchorEnd()
        && !blocks.get(limit).anchorStart()) {
      limit++;
    }
    return limit;
  }

  private static String nameOf(List<Block> blocks, int limit) {
    return limit < blocks.size() ? blocks.get(limit).name() : blocks.getLast().name();
  }

  /// How much shorter a block may get.
  static Duration slack(Block block) {
    return Duration.ofMillis(slackMs(block));
  }

  private static long slackMs(Block block) {
    return block.weight() == 0 ? 0 : Math.max(0, lengthMs(block) - leastMs(block));
  }

  private static long lengthMs(Block block) {
    return block.length().toMillis();
  }

  /// Blocks that are shorter than they should be already give nothing more.
  private static long leastMs(Block block) {
    return block.weight() == 0
        ? lengthMs(block)
        : Math.min(lengthMs(block), Math.max(APART_MIN_MS, block.minDuration().toMillis()));
  }

  private static void layOut(List<Block> old, List<Block> result, int from, long[] lengthsMs) {
    for (int i = 0; i < lengthsMs.length; i++) {
      int index = from + i;
      var gap = Duration.between(old.get(index - 1).end(), old.get(index).start());
      var start = result.get(index - 1).end().plus(gap);
      result.set(index, old.get(index).between(start, start.plusMillis(lengthsMs[i])));
    }
  }

  private static long[] lengthsMs(List<Block> blocks, long byMs) {
    var exact = exactMs(blocks, byMs);
    var lengths = new long[exact.length];
    long spare = blocks.stream().mapToLong(Compress::lengthMs).sum() - byMs;
    for (int i = 0; i < exact.length; i++) {
      lengths[i] = Math.max(leastMs(blocks.get(i)), exact[i] - exact[i] % MINUTE_MS);
      spare -= lengths[i];
    }
    giveBack(blocks, lengths, spare);
    return lengths;
  }

  /// Each block's length after its share. Whoever would fall below its least length stays there,
  /// and the others share the rest anew.
  private static long[] exactMs(List<Block> blocks, long byMs) {
    var isAtLeast = new boolean[blocks.size()];
    while (true) {
      var exact = shared(blocks, isAtLeast, byMs);
      boolean isSettled = true;
      for (int i = 0; i < exact.length; i++) {
        if (!isAtLeast[i] && exact[i] < leastMs(blocks.get(i))) {
          isAtLeast[i] = true;
          isSettled = false;
        }
      }
      if (isSettled) {
        return exact;
      }
    }
  }

  private static long[] shared(List<Block> blocks, boolean[] isAtLeast, long byMs) {
    long restMs = byMs;
    long weights = 0;
    for (int i = 0; i < isAtLeast.length; i++) {
      var block = blocks.get(i);
      restMs -= isAtLeast[i] ? lengthMs(block) - leastMs(block) : 0;
      weights += isAtLeast[i] ? 0 : block.weight();
    }
    var exact = new long[isAtLeast.length];
    for (int i = 0; i < exact.length; i++) {
      var block = blocks.get(i);
      exact[i] =
          isAtLeast[i] || weights == 0
              ? leastMs(block)
              : lengthMs(block) - Math.ceilDiv(restMs * block.weight(), weights);
    }
    return exact;
  }

  /// Nobody gets more than it had.
  private static void giveBack(List<Block> blocks, long[] lengths, long spareMs) {
    long spare = spareMs;
    spare -= giveFirst(blocks, lengths, spare % MINUTE_MS);
    while (spare >= MINUTE_MS) {
      long given = 0;
      for (int i = 0; i < lengths.length && given < spare / MINUTE_MS * MINUTE_MS; i++) {
        if (lengthMs(blocks.get(i)) - lengths[i] >= MINUTE_MS) {
          lengths[i] += MINUTE_MS;
          given += MINUTE_MS;
        }
      }
      if (given == 0) {
        break;
      }
      spare -= given;
    }
    for (int i = 0; i < lengths.length; i++) {
      long more = Math.min(spare, lengthMs(blocks.get(i)) - lengths[i]);
      lengths[i] += more;
      spare -= more;
    }
  }

  /// Gives the odd seconds to the earliest block that has room for them, and says how many it gave.
  private static long giveFirst(List<Block> blocks, long[] lengths, long oddMs) {
    for (int i = 0; i < lengths.length; i++) {
      if (lengthMs(blocks.get(i)) - lengths[i] >= oddMs) {
        lengths[i] += oddMs;
        return oddMs;
      }
    }
    return 0;
  }
}
