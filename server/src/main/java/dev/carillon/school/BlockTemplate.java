package dev.carillon.school;

import java.time.Duration;
import java.util.Set;

/// A block of a bell schedule before it has a date: wall times and lengths.
///
/// @param id its name within the schedule, stable over edits and never an index, so that a row put
///   in front of it changes nothing of it
/// @param bells which bells it may ring. What has no place in a day is left out when it is made
///   real: END rings only before a gap, DISMISS only at the end of the schedule
public record BlockTemplate(
    String id,
    String name,
    BlockKind kind,
    When when,
    Flex flex,
    Phases phases,
    Set<BellKind> bells) {
  /// Every bell a timeline can ring.
  public static final Set<BellKind> ALL_BELLS =
      Set.of(BellKind.WARNING, BellKind.MOVE, BellKind.TARDY, BellKind.END, BellKind.DISMISS);

  public BlockTemplate {
    bells = Set.copyOf(bells);
  }

  /// When a block is.
  public sealed interface When {
    /// From one wall time to another; how long that lasts depends on the date.
    record Between(WallTime start, WallTime end) implements When {
      public Between {
        if (start.compareTo(end) >= 0) {
          throw new IllegalArgumentException("a block from " + start + " to " + end);
        }
      }
    }

    /// From a wall time for so long, in real elapsed time.
    record From(WallTime start, Duration length) implements When {
      public From {
        checkLength(length);
      }
    }

    /// From the end of the block before for so long, in real elapsed time; the first block of a
    /// schedule would start at midnight.
    record Then(Duration length) implements When {
      public Then {
        checkLength(length);
      }
    }

    private static void checkLength(Duration length) {
      if (!length.isPositive()) {
        throw new IllegalArgumentException("a block of " + length);
      }
    }
  }

  /// How a block gives way when the day runs late.
  ///
  /// @param weight how much of a delay it takes on relative to others; 0 = none
  /// @param minDuration it is never compressed below this
  public record Flex(int weight, Duration minDuration, boolean anchorStart, boolean anchorEnd) {
    public Flex {
      if (weight < 0 || minDuration.isNegative()) {
        throw new IllegalArgumentException("weight and least length are not negative");
      }
    }
  }

  /// How long the parts of a block last; WORK is the rest.
  public record Phases(Duration move, Duration settle, Duration warnLead) {
    public static final Phases NONE = new Phases(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Phases {
      if (move.isNegative() || settle.isNegative() || warnLead.isNegative()) {
        throw new IllegalArgumentException("a phase lasts no time or some, not less");
      }
    }

    public Duration sum() {
      return move.plus(settle).plus(warnLead);
    }

    /// The same phases in a block that may be too short for them: the first keep their length.
    Phases within(Duration length) {
      var shortMove = shorter(move, length);
      var shortSettle = shorter(settle, length.minus(shortMove));
      var rest = length.minus(shortMove).minus(shortSettle);
      return new Phases(shortMove, shortSettle, shorter(warnLead, rest));
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) <= 0 ? one : other;
    }
  }
}
