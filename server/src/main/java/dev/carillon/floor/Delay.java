package dev.carillon.floor;

import dev.carillon.floor.Compress.Outcome;
import dev.carillon.floor.Compress.Outcome.Fits;
import dev.carillon.floor.Compress.Outcome.NoSlack;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// A block that ends later than planned, and who pays for it.
///
/// @param blocks the whole schedule
/// @param index of the block that ends later
/// @param by how much later; not negative
record Delay(List<Block> blocks, int index, Duration by) {
  /// Two bells closer than this are one noise. In the school's own time, whatever the speed.
  static final Duration APART_MIN = Duration.ofSeconds(30);

  Outcome absorbed(Ripple ripple) {
    var outcome =
        switch (ripple) {
          case Ripple.Compress() -> Compress.endLater(blocks, index, by);
          case Ripple.AbsorbNext() -> next();
          case Ripple.AbsorbCurrent() -> new Fits(caughtUp());
          case Ripple.Shift _ -> new Fits(shifted());
          case Ripple.Drop(var dropped) -> dropped(dropped);
        };
    return outcome instanceof Fits(var result) ? new Fits(withoutSlivers(result)) : outcome;
  }

  /// Of a gap too short for a bell at each of its ends, the block before it gets the time.
  private List<Block> withoutSlivers(List<Block> result) {
    var closed = new ArrayList<>(result);
    for (int i = index; i < closed.size() - 1; i++) {
      var block = closed.get(i);
      var next = closed.get(i + 1).start();
      if (!block.anchorEnd() && next.isBefore(block.end().plus(APART_MIN))) {
        closed.set(i, block.between(block.start(), next));
      }
    }
    return closed;
  }

  /// The words of the policies that would do, as a person is offered them.
  List<String> options() {
    var fits = Stream.<Ripple>of(Ripple.COMPRESS, new Ripple.AbsorbNext()).filter(this::isEnough);
    var words = new ArrayList<>(fits.map(Delay::word).toList());
    words.add("shift");
    if (!droppable().isEmpty()) {
      words.add("drop");
    }
    return words;
  }

  private boolean isEnough(Ripple ripple) {
    return absorbed(ripple) instanceof Fits;
  }

  private static String word(Ripple ripple) {
    return switch (ripple) {
      case Ripple.Compress _ -> "compress";
      case Ripple.AbsorbNext _ -> "absorb-next";
      case Ripple.AbsorbCurrent _ -> "catch-up";
      case Ripple.Shift _ -> "shift";
      case Ripple.Drop _ -> "drop";
    };
  }

  /// The blocks each of which would make enough room if it were not held.
  List<BlockId> droppable() {
    return blocks.subList(index + 1, Compress.limitAfter(blocks, index)).stream()
        .map(Block::id)
        .filter(block -> dropped(List.of(block)) instanceof Fits)
        .toList();
  }

  private Instant lateEnd() {
    return blocks.get(index).end().plus(by);
  }

  /// The next block gets shorter, as far as a gap before it is not enough.
  private Outcome next() {
    if (index == blocks.size() - 1 || blocks.get(index).anchorEnd()) {
      return new NoSlack(by, Duration.ZERO, blocks.get(index).name());
    }
    var next = blocks.get(index + 1);
    var gap = Duration.between(blocks.get(index).end(), next.start());
    var most = next.anchorStart() ? gap : gap.plus(Compress.slack(next));
    if (by.compareTo(most) > 0) {
      return new NoSlack(by, most, next.name());
    }
    var result = withLateEnd();
    if (lateEnd().isAfter(next.start())) {
      result.set(index + 1, next.between(lateEnd(), next.end()));
    }
    return new Fits(result);
  }

  /// Nothing later moves but what lies behind already: blocks that are over are not held, and the
  /// one that should run by now begins late. Of one that is as good as over nobody hears the bell.
  private List<Block> caughtUp() {
    var end = lateEnd();
    var later = new ArrayList<Block>();
    for (var block : blocks.subList(index + 1, blocks.size())) {
      if (!block.start().isBefore(end)) {
        later.add(block);
      } else if (!block.end().isBefore(end.plus(APART_MIN))) {
        later.add(block.between(end, block.end()));
      } else if (block.end().isAfter(end)) {
        end = block.end();
      }
    }
    var result = new ArrayList<Block>(blocks.subList(0, index));
    result.add(blocks.get(index).between(blocks.get(index).start(), end));
    result.addAll(later);
    return dismissing(result);
  }

  /// Whatever comes last dismisses, when the day has a bell for that.
  private List<Block> dismissing(ArrayList<Block> result) {
    if (blocks.getLast().bells().contains(BellKind.DISMISS)) {
      result.add(result.removeLast().ringing(BellKind.DISMISS));
    }
    return result;
  }

  private List<Block> shifted() {
    var result = withLateEnd();
    for (int i = index + 1; i < result.size(); i++) {
      var later = result.get(i);
      result.set(i, later.between(later.start().plus(by), later.end().plus(by)));
    }
    return result;
  }

  /// What is before the dropped blocks moves; the last of it gets what is left of their time. All
  /// of them have to be blocks that may be dropped: nobody is told that more fell away than did.
  private Outcome dropped(List<BlockId> dropped) {
    int limit = Compress.limitAfter(blocks, index);
    int last = index;
    var dropping = new HashSet<BlockId>();
    for (int i = index + 1; i < limit; i++) {
      if (dropped.contains(blocks.get(i).id()) && !isFixed(i)) {
        dropping.add(blocks.get(i).id());
        last = i;
      }
    }
    if (last == index || !dropping.containsAll(dropped)) {
      return new NoSlack(by, Duration.ZERO, blocks.get(index).name());
    }
    var kept =
        blocks.subList(index + 1, last).stream()
            .filter(block -> !dropped.contains(block.id()))
            .toList();
    return joined(kept, last);
  }

  /// Others count on the end of an anchor, and somebody has to be dismissed.
  private boolean isFixed(int i) {
    return blocks.get(i).anchorEnd() || i == blocks.size() - 1;
  }

  /// @param kept the blocks before the last dropped one; a gap before them may be enough
  private Outcome joined(List<Block> kept, int last) {
    var result = withLateEnd();
    var tail = List.copyOf(result.subList(last + 1, result.size()));
    var head = new ArrayList<>(result.subList(0, index + 1));
    var until = blocks.get(last).end();
    var cursor = lateEnd();
    for (var block : kept) {
      var start = cursor.isAfter(block.start()) ? cursor : block.start();
      cursor = start.plus(block.length());
      head.add(block.between(start, cursor));
    }
    if (cursor.isAfter(until)) {
      var slack = by.minus(Duration.between(until, cursor));
      return new NoSlack(by, slack, blocks.get(last).name());
    }
    var end = head.removeLast();
    head.add(end.between(end.start(), until));
    head.addAll(tail);
    return new Fits(head);
  }

  private List<Block> withLateEnd() {
    var result = new ArrayList<>(blocks);
    var late = blocks.get(index);
    result.set(index, late.between(late.start(), lateEnd()));
    return result;
  }
}
