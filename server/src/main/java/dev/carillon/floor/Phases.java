package dev.carillon.floor;

import dev.carillon.school.Block;
import java.time.Instant;

/// Where the phases of a block begin. A block too short for all of them keeps the earlier ones, and
/// WARN never starts before SETTLE has ended; a phase without length is not entered.
///
/// @param workAt the end of SETTLE: whoever arrives later is late
record Phases(Instant settleAt, Instant workAt, Instant warnAt) {
  static Phases of(Block block) {
    var settleAt = earlier(block.start().plus(block.move()), block.end());
    var workAt = earlier(settleAt.plus(block.settle()), block.end());
    return new Phases(settleAt, workAt, later(block.end().minus(block.warnLead()), workAt));
  }

  /// The phase at an instant inside the block. A boundary belongs to the later phase.
  Phase at(Instant now) {
    if (now.isBefore(settleAt)) {
      return Phase.MOVE;
    }
    if (now.isBefore(workAt)) {
      return Phase.SETTLE;
    }
    return now.isBefore(warnAt) ? Phase.WORK : Phase.WARN;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
