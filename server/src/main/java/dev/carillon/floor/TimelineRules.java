package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.Advance;
import dev.carillon.floor.Command.CatchUp;
import dev.carillon.floor.Command.Extend;
import dev.carillon.floor.Command.Pause;
import dev.carillon.floor.Command.Resume;
import dev.carillon.floor.Command.RingNow;
import dev.carillon.floor.Command.TimelineCommand;
import dev.carillon.floor.Command.Trim;
import dev.carillon.floor.Compress.Outcome;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.ScheduleChanged;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Event.ScheduleResumed;
import dev.carillon.floor.Result.Edge;
import dev.carillon.floor.Result.Move;
import dev.carillon.floor.Result.Moved;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The live controls over one schedule: pause, resume, extend, trim, advance, ring.
///
/// A delay is absorbed by [Compress]; anchors never move. Every control but a manual bell makes the
/// version grow by one; what is already so changes nothing and is accepted.
record TimelineRules(Floor floor, Timeline timeline, Stamp stamp) {
  static Decision decide(Floor floor, TimelineCommand command, Stamp stamp) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (floor.timelines().get(command.schedule())) {
      case null -> refuse(Refusal.SCHEDULE_UNKNOWN);
      case Timeline timeline -> new TimelineRules(floor, timeline, stamp).decide(command);
    };
  }

  private Decision decide(TimelineCommand command) {
    if (changesNothing(command)) {
      return accept(List.of(), new Moved(timeline.version(), List.of(), 0));
    }
    if (command.expect() != Command.ANY_VERSION && command.expect() != timeline.version()) {
      return refuse(Refusal.STALE_VERSION);
    }
    return switch (command) {
      case Pause(_, var reason, _) -> pause(reason);
      case Resume(_, var reason, _) -> resume(reason);
      case CatchUp(_, var reason, _) -> resumed(timeline.blocks(), reason);
      case Extend(_, var minutes, var reason, _) -> extend(minutes, reason);
      case Trim(_, var minutes, var reason, _) -> trim(minutes, reason);
      case Advance(_, var reason, _) -> advance(reason);
      case RingNow _ -> ring();
    };
  }

  private boolean changesNothing(TimelineCommand command) {
    return switch (command) {
      case Pause _ -> timeline.running() instanceof Running.Paused;
      case Resume _, CatchUp _ -> timeline.running() instanceof Running.Going;
      case Extend _, Trim _, Advance _, RingNow _ -> false;
    };
  }

  private Decision pause(String reason) {
    if (timeline.blockAt(stamp.at()).isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    var paused = new SchedulePaused(timeline.id(), stamp.who(), reason, stamp.at());
    return accept(List.of(paused), moved(timeline.blocks()));
  }

  private Decision resume(String reason) {
    var block = timeline.blockAt(stamp.at());
    if (block.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    int index = timeline.indexOf(block.get().id());
    var delay = Duration.between(timeline.reached(stamp.at()), stamp.at());
    return switch (Compress.endLater(timeline.blocks(), index, delay)) {
      case Outcome.NoSlack none -> noSlack(none, "catch-up");
      case Outcome.Fits(var blocks) -> resumed(lingering(blocks, index, delay), reason);
    };
  }

  /// What was left of passing or settling when the pause began is left when it ends.
  private List<Block> lingering(List<Block> blocks, int index, Duration delay) {
    var result = new ArrayList<>(blocks);
    var block = blocks.get(index);
    switch (timeline.phaseAt(stamp.at())) {
      case MOVE -> result.set(index, block.lingering(delay, Duration.ZERO));
      case SETTLE -> result.set(index, block.lingering(Duration.ZERO, delay));
      case BEFORE, WORK, WARN, GAP, DONE -> {}
    }
    return result;
  }

  private Decision resumed(List<Block> blocks, String reason) {
    var event = new ScheduleResumed(timeline.id(), stamp.who(), reason, blocks, stamp.at());
    return accept(List.of(event), moved(blocks));
  }

  /// While paused it applies to the frozen remainder.
  private Decision extend(int minutes, String reason) {
    var block = timeline.blockAt(stamp.at());
    if (block.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    var more = Duration.ofMinutes(minutes);
    if (minutes < 1 || isTooSoon(block.get().end().plus(more))) {
      return refuse(Refusal.TOO_SOON);
    }
    int index = timeline.indexOf(block.get().id());
    return switch (Compress.endLater(timeline.blocks(), index, more)) {
      case Outcome.NoSlack none -> noSlack(none, "less");
      case Outcome.Fits(var blocks) -> changed("extend", reason, blocks);
    };
  }

  /// While paused it shortens the frozen remainder.
  private Decision trim(int minutes, String reason) {
    var block = timeline.blockAt(stamp.at());
    if (block.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    var end = block.get().end().minus(Duration.ofMinutes(minutes));
    if (minutes < 1 || isTooSoon(end)) {
      return refuse(Refusal.TOO_SOON);
    }
    int index = timeline.indexOf(block.get().id());
    return cannotEndEarly(index)
        ? noSlack(new Outcome.NoSlack(Duration.ZERO, Duration.ZERO, block.get().name()), "")
        : changed("trim", reason, advanced(index, end));
  }

  /// Nobody would hear the bell coming.
  private boolean isTooSoon(Instant end) {
    return end.isBefore(
        timeline.reached(stamp.at()).plus(floor.inPeoplesTime(rules().endMargin())));
  }

  /// Others count on the end of an anchor, and the end of the day is dismissal.
  private boolean cannotEndEarly(int index) {
    return timeline.blocks().get(index).anchorEnd() || index == timeline.blocks().size() - 1;
  }

  private Decision advance(String reason) {
    var block = timeline.blockAt(stamp.at());
    if (block.isEmpty()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    if (timeline.running() instanceof Running.Paused) {
      return refuse(Refusal.SCHEDULE_PAUSED);
    }
    int index = timeline.indexOf(block.get().id());
    if (cannotEndEarly(index)) {
      return noSlack(new Outcome.NoSlack(Duration.ZERO, Duration.ZERO, block.get().name()), "");
    }
    var end = stamp.at().plus(floor.inPeoplesTime(rules().advanceLead()));
    return changed("advance", reason, advanced(index, end));
  }

  /// The next block gets the time. Where it is an anchor, or a gap is declared, the gap gets it,
  /// with a bell before it.
  private List<Block> advanced(int index, Instant end) {
    var blocks = new ArrayList<>(timeline.blocks());
    var block = blocks.get(index);
    var next = blocks.get(index + 1);
    if (!end.isBefore(block.end()) || !end.isAfter(block.start())) {
      return timeline.blocks();
    }
    var shorter = block.between(block.start(), end);
    if (next.anchorStart() || block.end().isBefore(next.start())) {
      blocks.set(index, shorter.ringing(BellKind.END));
    } else {
      blocks.set(index, shorter);
      blocks.set(index + 1, next.between(end, next.end()));
    }
    return blocks;
  }

  private Decision changed(String control, String reason, List<Block> blocks) {
    if (blocks.equals(timeline.blocks())) {
      return accept(List.of(), new Moved(timeline.version(), List.of(), 0));
    }
    var event =
        new ScheduleChanged(timeline.id(), stamp.who(), control, reason, blocks, stamp.at());
    return accept(List.of(event), moved(blocks));
  }

  /// Its identity is the schedule and the instant: two leaders in one millisecond ring once.
  private Decision ring() {
    var at = stamp.at();
    var instant = BlockId.of(timeline.id(), Long.toString(at.toEpochMilli()));
    var bell = BellId.of(timeline.date(), instant, BellKind.MANUAL);
    var answer = new Moved(timeline.version(), List.of(), 0);
    if (timeline.settled().containsKey(bell)) {
      return accept(List.of(), answer);
    }
    var rang = new BellRang(bell, timeline.id(), BellKind.MANUAL, at, at, false);
    return accept(List.of(rang), answer);
  }

  private Moved moved(List<Block> blocks) {
    var moves = new ArrayList<Move>();
    for (int i = 0; i < blocks.size(); i++) {
      var was = timeline.blocks().get(i);
      var is = blocks.get(i);
      if (!was.start().equals(is.start())) {
        moves.add(new Move(is.id(), Edge.START, was.start(), is.start()));
      }
      if (!was.end().equals(is.end())) {
        moves.add(new Move(is.id(), Edge.END, was.end(), is.end()));
      }
    }
    return new Moved(timeline.version() + 1, moves, moves.isEmpty() ? 0 : students());
  }

  /// Every student has a place in every block of her schedule, so all of them are affected.
  private int students() {
    return floor.studentsOf(timeline.id()).size();
  }

  /// What else could be done: give it fewer minutes, catch up, let the anchor move or drop a block.
  /// The last two need a new plan of the day.
  private static Decision noSlack(Outcome.NoSlack none, String option) {
    boolean isUseful = !option.equals("less") || none.slack().toMinutes() > 0;
    var options = option.isEmpty() || !isUseful ? "shift,drop" : option + ",shift,drop";
    return refuse(
        Refusal.NO_SLACK,
        Map.of(
            "neededMin", Long.toString(Math.ceilDiv(none.needed().toMillis(), 60_000L)),
            "slackMin", Long.toString(none.slack().toMinutes()),
            "anchor", none.anchor(),
            "options", options));
  }

  private Rules rules() {
    return floor.school().rules();
  }
}
