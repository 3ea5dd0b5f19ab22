package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Compress.Outcome;
import dev.carillon.floor.Event.DayTypeSwitched;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.DayTypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Controls that move boundaries: longer, shorter, over, not held, another type of day. While the
/// schedule stands they apply to what is left of its block.
record BoundaryRules(Helm helm) {
  Decision extend(int minutes, Ripple ripple) {
    var current = helm.current();
    if (current.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    if (nextHasRung(current.get())) {
      return refuse(Refusal.NEXT_HAS_RUNG);
    }
    var more = Duration.ofMinutes(minutes);
    var block = blocks().get(current.get());
    if (minutes < 1 || helm.isTooSoon(block.end().plus(more))) {
      return refuse(Refusal.TOO_SOON);
    }
    var delay = new Delay(blocks(), current.get(), more);
    if (Helm.lacksConsent(ripple)) {
      return helm.askForConsent(delay);
    }
    // To pay for more time with the block that gets it would be no more time.
    var payer = ripple instanceof Ripple.AbsorbCurrent ? Ripple.COMPRESS : ripple;
    return switch (helm.absorbed(delay, payer)) {
      case Outcome.NoSlack none -> helm.noSlack(none, delay, less(none));
      case Outcome.Fits(var longer) -> helm.changed("extend", longer);
    };
  }

  /// Where bells ring early, those of the next block have called everybody on.
  private boolean nextHasRung(int current) {
    return current + 1 < blocks().size() && helm.hasRung(blocks().get(current + 1), BellKind.MOVE);
  }

  private static Stream<String> less(Outcome.NoSlack none) {
    return none.slack().toMinutes() > 0 ? Stream.of("less") : Stream.of();
  }

  Decision trim(int minutes) {
    var current = helm.current();
    if (current.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    var block = blocks().get(current.get());
    var end = block.end().minus(Duration.ofMinutes(minutes));
    if (minutes < 1 || helm.isTooSoon(end)) {
      return refuse(Refusal.TOO_SOON);
    }
    return helm.isEndFixed(current.get())
        ? helm.fixed(block)
        : helm.changed("trim", endingAt(current.get(), end, false));
  }

  Decision advance(boolean gap) {
    var current = helm.current();
    if (current.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    switch (helm.timeline().running()) {
      case Running.Going _ -> {}
      case Running.Paused _ -> {
        return refuse(Refusal.SCHEDULE_PAUSED);
      }
      case Running.Holding _ -> {
        return refuse(Refusal.SCHEDULE_HELD);
      }
      case Running.Inserted _ -> {
        return refuse(Refusal.SCHEDULE_INSERTED);
      }
    }
    if (helm.isEndFixed(current.get())) {
      return helm.fixed(blocks().get(current.get()));
    }
    var lead = helm.floor().inPeoplesTime(helm.rules().advanceLead());
    var end = helm.stamp().at().plus(lead);
    return helm.changed("advance", endingAt(current.get(), end, gap));
  }

  /// The next block gets the time. Where it is an anchor, or a gap is declared or wished for, the
  /// gap gets it, with a bell before it.
  private List<Block> endingAt(int index, Instant end, boolean gap) {
    var result = new ArrayList<>(blocks());
    var block = result.get(index);
    var next = result.get(index + 1);
    if (!end.isBefore(block.end()) || !end.isAfter(block.start())) {
      return blocks();
    }
    var shorter = block.between(block.start(), end);
    if (gap || next.anchorStart() || block.end().isBefore(next.start())) {
      result.set(index, shorter.ringing(BellKind.END));
    } else {
      result.set(index, shorter);
      result.set(index + 1, next.between(end, next.end()));
    }
    return result;
  }

  /// Only what is still to come, and what nobody counts on, can be left out.
  Decision skip(BlockId id, boolean gap) {
    int index = helm.timeline().indexOf(id);
    if (index < 0) {
      return refuse(Refusal.BLOCK_UNKNOWN);
    }
    var block = blocks().get(index);
    boolean isLast = index == blocks().size() - 1;
    boolean hasBegun = index <= helm.timeline().position() || helm.hasRung(block, BellKind.MOVE);
    if (hasBegun || !block.start().isAfter(helm.reached())) {
      return refuse(Refusal.TOO_SOON);
    }
    return block.anchorStart() || block.anchorEnd() || isLast
        ? helm.fixed(block)
        : helm.changed("skip", without(index, gap));
  }

  private List<Block> without(int index, boolean gap) {
    var result = new ArrayList<>(blocks());
    var gone = result.remove(index);
    var next = result.get(index);
    boolean takesTime = !gap && !next.anchorStart() && gone.end().equals(next.start());
    if (takesTime) {
      result.set(index, next.between(gone.start(), next.end()));
    } else if (index > 0 && result.get(index - 1).end().equals(gone.start())) {
      result.set(index - 1, result.get(index - 1).ringing(BellKind.END));
    }
    return result;
  }

  /// What has begun is kept; everything after it is as on the other day.
  Decision switchDay(DayTypeId id) {
    var dayType = helm.floor().school().calendar().dayTypes().get(id);
    if (dayType == null) {
      return refuse(Refusal.DAY_TYPE_UNKNOWN);
    }
    if (!(helm.timeline().running() instanceof Running.Going)) {
      return refuse(Refusal.SCHEDULE_PAUSED);
    }
    var switched = switched(dayType);
    if (switched.equals(blocks())) {
      return helm.nothing();
    }
    if (helm.areTooClose(switched)) {
      return refuse(Refusal.TOO_SOON);
    }
    var timeline = helm.timeline();
    var stamp = helm.stamp();
    return accept(
        List.of(
            new DayTypeSwitched(
                timeline.id(), stamp.who(), dayType.name(), helm.reason(), switched, stamp.at())),
        helm.moved(switched));
  }

  private List<Block> switched(DayType dayType) {
    int next = helm.timeline().position() + 1;
    boolean isAnnounced = next < blocks().size() && helm.hasRung(blocks().get(next), BellKind.MOVE);
    var kept = new ArrayList<>(blocks().subList(0, isAnnounced ? next + 1 : next));
    var from = nextStart(kept);
    var known = kept.stream().map(Block::id).collect(Collectors.toSet());
    for (var block : planned(dayType)) {
      if (!known.contains(block.id())) {
        rest(block, from).ifPresent(kept::add);
      }
    }
    return lastOne(endingHeard(kept, known.size()));
  }

  /// When the first block of another day may begin: after the one that runs, or in a moment.
  private Instant nextStart(List<Block> kept) {
    var soon = helm.reached().plus(helm.floor().inPeoplesTime(helm.rules().advanceLead()));
    if (kept.isEmpty()) {
      return soon;
    }
    var end = kept.getLast().end();
    if (helm.reached().isBefore(end) && !helm.hasRung(kept.getLast(), BellKind.END)) {
      return end;
    }
    // The end was rung in: the next bell is heard apart from it.
    var apart = end.plus(Delay.APART_MIN);
    return apart.isAfter(soon) ? apart : soon;
  }

  private List<Block> planned(DayType dayType) {
    var plan = helm.floor().plan();
    return dayType.schedules().stream()
        .filter(schedule -> schedule.id().equals(helm.timeline().id()))
        .flatMap(schedule -> schedule.on(plan.date(), plan.zone()).blocks().stream())
        .toList();
  }

  /// What is left of a block after the instant; nothing when that is too little to be worth a bell.
  private static Optional<Block> rest(Block block, Instant from) {
    if (!block.start().isBefore(from)) {
      return Optional.of(block);
    }
    var left = Duration.between(from, block.end());
    return left.compareTo(Delay.APART_MIN) < 0
        ? Optional.empty()
        : Optional.of(block.between(from, block.end()));
  }

  /// Where a gap follows what is kept and none did before, a bell says that it is over.
  ///
  /// @param kept how many of the blocks are kept
  private List<Block> endingHeard(List<Block> switched, int kept) {
    if (!isGapAfter(switched, kept) || isGapAfter(blocks(), kept)) {
      return switched;
    }
    var result = new ArrayList<>(switched);
    result.set(kept - 1, switched.get(kept - 1).ringing(BellKind.END));
    return result;
  }

  private static boolean isGapAfter(List<Block> blocks, int count) {
    return count > 0
        && count < blocks.size()
        && blocks.get(count - 1).end().isBefore(blocks.get(count).start());
  }

  /// Whatever comes last dismisses.
  private static List<Block> lastOne(List<Block> blocks) {
    if (blocks.isEmpty()) {
      return blocks;
    }
    var result = new ArrayList<>(blocks);
    result.set(result.size() - 1, result.getLast().ringing(BellKind.DISMISS));
    return result;
  }

  private List<Block> blocks() {
    return helm.timeline().blocks();
  }
}
