package dev.carillon.school;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// A stretch of one day between bells, made real: its edges are instants.
///
/// Its phases tile it: MOVE for `move`, SETTLE for `settle`, WORK, and WARN for the last
/// `warnLead`. Passing time belongs to the block it leads into.
///
/// @param weight how much of a delay it takes on relative to others; 0 = none
/// @param minDuration it is never compressed below this
/// @param anchorStart its start does not move without consent (lunch, buses)
/// @param bells which bells of it ring (WARNING, MOVE, TARDY; END and DISMISS at its end)
public record Block(
    BlockId id,
    ScheduleId schedule,
    String name,
    BlockKind kind,
    Instant start,
    Instant end,
    int weight,
    Duration minDuration,
    boolean anchorStart,
    boolean anchorEnd,
    Duration move,
    Duration settle,
    Duration warnLead,
    Set<BellKind> bells) {
  public Block {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("block " + id.value() + " has no length");
    }
    bells = Set.copyOf(bells);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /// Where the plan has a bell of this block, without bell lag. A manual bell has no place in it.
  public Instant bellAt(BellKind kind) {
    return switch (kind) {
      case MOVE -> start;
      case TARDY -> start.plus(move).plus(settle);
      case WARNING -> end.minus(warnLead);
      case END, DISMISS -> end;
      case MANUAL -> throw new IllegalArgumentException("a manual bell has no place in a plan");
    };
  }

  /// The same block at other times.
  public Block between(Instant newStart, Instant newEnd) {
    return with(newStart, newEnd, anchorEnd, move, settle, warnLead, bells);
  }

  /// The same block with longer passing and settling, as after a pause in them.
  public Block lingering(Duration moreMove, Duration moreSettle) {
    var newMove = move.plus(moreMove);
    return with(start, end, anchorEnd, newMove, settle.plus(moreSettle), warnLead, bells);
  }

  /// The same block with another wrap-up, its end fixed or not.
  Block leading(Duration newWarnLead, boolean newAnchorEnd) {
    return with(start, end, newAnchorEnd, move, settle, newWarnLead, bells);
  }

  /// The same block with one more bell.
  public Block ringing(BellKind bell) {
    var more = EnumSet.of(bell);
    more.addAll(bells);
    return with(start, end, anchorEnd, move, settle, warnLead, more);
  }

  private Block with(
      Instant newStart,
      Instant newEnd,
      boolean newAnchorEnd,
      Duration newMove,
      Duration newSettle,
      Duration newWarnLead,
      Set<BellKind> newBells) {
    return new Block(
        id,
        schedule,
        name,
        kind,
        newStart,
        newEnd,
        weight,
        minDuration,
        anchorStart,
        newAnchorEnd,
        newMove,
        newSettle,
        newWarnLead,
        newBells);
  }
}
