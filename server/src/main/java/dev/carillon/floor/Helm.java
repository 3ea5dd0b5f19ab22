package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Compress.Outcome;
import dev.carillon.floor.Compress.Outcome.NoSlack;
import dev.carillon.floor.Event.ScheduleChanged;
import dev.carillon.floor.Result.Edge;
import dev.carillon.floor.Result.Lost;
import dev.carillon.floor.Result.Move;
import dev.carillon.floor.Result.Moved;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One schedule in the hands of whoever steers it: what all its controls have in common.
record Helm(Floor floor, Timeline timeline, Stamp stamp, String reason) {
  Rules rules() {
    return floor.school().rules();
  }

  /// The index of the block that runs.
  Optional<Integer> current() {
    return timeline.blockAt(stamp.at()).map(block -> timeline.indexOf(block.id()));
  }

  Instant reached() {
    return timeline.reached(stamp.at());
  }

  /// Nobody would hear the bell coming.
  boolean isTooSoon(Instant end) {
    return end.isBefore(reached().plus(floor.inPeoplesTime(rules().endMargin())));
  }

  /// Others count on the end of an anchor, and the end of the day is dismissal.
  boolean isEndFixed(int index) {
    return timeline.blocks().get(index).anchorEnd() || index == timeline.blocks().size() - 1;
  }

  /// Whether everybody has heard it already: a building's bell may be earlier than its edge.
  boolean hasRung(Block block, BellKind kind) {
    return timeline.settled().containsKey(BellId.of(timeline.date(), block.id(), kind));
  }

  /// Who pays for a delay. In a room it is always the turns to come: no bell of the school moves.
  Outcome absorbed(Delay delay, Ripple ripple) {
    return timeline.local().isEmpty()
        ? delay.absorbed(ripple)
        : new Outcome.Fits(new LocalTurns(floor).later(timeline, delay.index(), delay.by()));
  }

  /// The schedule with other boundaries, unless they are the ones it has.
  Decision changed(String control, List<Block> blocks) {
    if (blocks.equals(timeline.blocks())) {
      return nothing();
    }
    if (areTooClose(blocks)) {
      return refuse(Refusal.TOO_SOON);
    }
    var event =
        new ScheduleChanged(timeline.id(), stamp.who(), control, reason, blocks, stamp.at());
    return accept(List.of(event), moved(blocks));
  }

  /// What is so already.
  Decision nothing() {
    return accept(List.of(), new Moved(timeline.version(), List.of(), 0));
  }

  /// Whether two bells that move people would be one noise, the later of them still to come.
  boolean areTooClose(List<Block> blocks) {
    var bells = turns(blocks);
    for (int i = 1; i < bells.size(); i++) {
      var apart = Duration.between(bells.get(i - 1), bells.get(i));
      if (bells.get(i).isAfter(reached()) && apart.compareTo(Delay.APART_MIN) < 0) {
        return true;
      }
    }
    return false;
  }

  /// When blocks begin, and when they end before a gap or for the day.
  private static List<Instant> turns(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> Stream.of(block.start(), block.end()))
        .distinct()
        .toList();
  }

  Moved moved(List<Block> blocks) {
    var were = byId(timeline.blocks());
    var moves = new ArrayList<Move>();
    var added = new ArrayList<BlockId>();
    for (var is : blocks) {
      var was = were.remove(is.id());
      if (was == null) {
        added.add(is.id());
      } else {
        moves.addAll(moves(was, is));
      }
    }
    var dropped = timeline.blocks().stream().map(Block::id).filter(were::containsKey).toList();
    var lost = lost(new HashSet<>(dropped));
    return new Moved(
        timeline.version() + 1,
        moves,
        floor.sizeOf(timeline.id()),
        dropped,
        added,
        lost,
        List.of());
  }

  private static Map<BlockId, Block> byId(List<Block> blocks) {
    var byId = new HashMap<BlockId, Block>();
    blocks.forEach(block -> byId.put(block.id(), block));
    return byId;
  }

  static List<Move> moves(List<Block> were, List<Block> are) {
    var byId = byId(were);
    return are.stream()
        .flatMap(is -> Stream.ofNullable(byId.get(is.id())).flatMap(was -> moves(was, is).stream()))
        .toList();
  }

  private static List<Move> moves(Block was, Block is) {
    var start = new Move(is.id(), Edge.START, was.start(), is.start());
    var end = new Move(is.id(), Edge.END, was.end(), is.end());
    return Stream.of(start, end).filter(move -> !move.from().equals(move.to())).toList();
  }

  /// What students were to do in blocks that are not held.
  private List<Lost> lost(Set<BlockId> dropped) {
    var lost = new ArrayList<Lost>();
    if (dropped.isEmpty()) {
      return lost;
    }
    for (var student : floor.studentsOf(timeline.id())) {
      for (var block : dropped) {
        floor
            .assignmentAt(student.id(), block)
            .filter(place -> !place.item().isEmpty())
            .ifPresent(place -> lost.add(new Lost(student.id(), block, place.item())));
      }
    }
    return lost;
  }

  /// There is not enough time before the next anchor: what else could be done.
  Decision noSlack(NoSlack none, Delay delay, Stream<String> more) {
    var options = Stream.concat(more, delay.options().stream()).distinct();
    var args = new HashMap<String, String>();
    args.put("neededMin", Long.toString(Math.ceilDiv(none.needed().toMillis(), 60_000L)));
    args.put("slackMin", Long.toString(none.slack().toMinutes()));
    args.put("anchor", none.anchor());
    args.put("options", options.collect(Collectors.joining(",")));
    if (!delay.droppable().isEmpty()) {
      var blocks = delay.droppable().stream().map(BlockId::value);
      args.put("droppable", blocks.collect(Collectors.joining(",")));
    }
    return refuse(Refusal.NO_SLACK, args);
  }

  Decision fixed(Block block) {
    return refuse(Refusal.BLOCK_FIXED, Map.of("block", block.name()));
  }

  /// Anchors move only when somebody has said so.
  static boolean lacksConsent(Ripple ripple) {
    return ripple instanceof Ripple.Shift(var consent) && !consent;
  }

  /// What an anchor would move to, for the question that asks for consent.
  Decision askForConsent(Delay delay) {
    var anchors =
        timeline.blocks().subList(delay.index(), timeline.blocks().size()).stream()
            .filter(block -> block.anchorStart() || block.anchorEnd())
            .map(Block::name);
    return refuse(
        Refusal.CONSENT_NEEDED,
        Map.of(
            "anchors", anchors.collect(Collectors.joining(",")),
            "byMin", Long.toString(Math.ceilDiv(delay.by().toMillis(), 60_000L))));
  }
}
