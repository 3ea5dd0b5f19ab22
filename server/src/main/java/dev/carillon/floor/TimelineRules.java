package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Compress.Outcome;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.ControlUndone;
import dev.carillon.floor.Event.ScheduleHeld;
import dev.carillon.floor.Event.ScheduleInserted;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Event.ScheduleResumed;
import dev.carillon.floor.Result.Moved;
import dev.carillon.floor.Timeline.Before;
import dev.carillon.floor.Timeline.Last;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The live controls of one schedule that let its time stand and go on, take back what was done,
/// and ring by hand. Those that move its boundaries are [BoundaryRules].
///
/// A schedule is going, paused, held or inserted, and from each there is one way back: resume,
/// release, end the insertion. A drill or a lockdown may come at any time, and the schedule goes
/// back to what it was before. Every control but a manual bell makes the version grow by one; what
/// is already so changes nothing and is accepted.
record TimelineRules(Helm helm) {
  /// What stands as the last control and was none of this schedule.
  private static final Set<String> NOT_GIVEN = Set.of("undo", Timeline.FOLLOWING);

  Decision decide(Control control) {
    var boundaries = new BoundaryRules(helm);
    return switch (control) {
      case Control.Pause() -> pause();
      case Control.Resume(var ripple) -> resume(ripple);
      case Control.Hold() -> hold();
      case Control.Release(var ripple) -> release(ripple);
      case Control.Insert insert -> insert(insert);
      case Control.EndInsert(var ripple) -> endInsert(ripple);
      case Control.Undo() -> undo();
      case Control.Ring() -> ring();
      case Control.Extend(var minutes, var ripple) -> boundaries.extend(minutes, ripple);
      case Control.Trim(var minutes) -> boundaries.trim(minutes);
      case Control.Advance(var gap) -> boundaries.advance(gap);
      case Control.Skip(var block, var gap) -> boundaries.skip(block, gap);
      case Control.SwitchDay(var dayType) -> boundaries.switchDay(dayType);
    };
  }

  private Timeline timeline() {
    return helm.timeline();
  }

  private Stamp stamp() {
    return helm.stamp();
  }

  // Pausing
  // ----------------------------------------------------------------------------------------

  private Decision pause() {
    return switch (timeline().running()) {
      case Running.Paused _ -> helm.nothing();
      case Running.Holding _ -> refuse(Refusal.SCHEDULE_HELD);
      case Running.Inserted _ -> refuse(Refusal.SCHEDULE_INSERTED);
      case Running.Going _ when helm.current().isEmpty() -> refuse(Refusal.SCHEDULE_NOT_RUNNING);
      case Running.Going _ ->
          stands(new SchedulePaused(timeline().id(), stamp().who(), helm.reason(), stamp().at()));
    };
  }

  private Decision stands(Event event) {
    return accept(List.of(event), helm.moved(timeline().blocks()));
  }

  private Decision resume(Ripple ripple) {
    return switch (timeline().running()) {
      case Running.Going _ -> helm.nothing();
      case Running.Holding _ -> refuse(Refusal.SCHEDULE_HELD);
      case Running.Inserted _ -> refuse(Refusal.SCHEDULE_INSERTED);
      case Running.Paused(var since) -> resumed(since, ripple);
    };
  }

  /// The time that stood is a delay of the block it stood in.
  private Decision resumed(Instant since, Ripple ripple) {
    var current = helm.current();
    if (current.isEmpty() || ripple instanceof Ripple.AbsorbCurrent) {
      return goesOn(timeline().blocks());
    }
    int index = current.get();
    var by = Duration.between(since, stamp().at());
    return late(new Delay(timeline().blocks(), index, by), ripple, true);
  }

  private Decision late(Delay delay, Ripple ripple, boolean stood) {
    if (Helm.lacksConsent(ripple)) {
      return helm.askForConsent(delay);
    }
    return switch (helm.absorbed(delay, ripple)) {
      case Outcome.NoSlack none -> helm.noSlack(none, delay, Stream.of("catch-up"));
      case Outcome.Fits(var blocks) -> goesOn(stood ? lingering(blocks, delay) : blocks);
    };
  }

  /// What was left of passing or settling when the pause began is left when it ends.
  private List<Block> lingering(List<Block> blocks, Delay delay) {
    var result = new ArrayList<>(blocks);
    var block = blocks.get(delay.index());
    switch (timeline().phaseAt(stamp().at())) {
      case MOVE -> result.set(delay.index(), block.lingering(delay.by(), Duration.ZERO));
      case SETTLE -> result.set(delay.index(), block.lingering(Duration.ZERO, delay.by()));
      case BEFORE, WORK, WARN, GAP, DONE -> {}
    }
    return result;
  }

  private Decision goesOn(List<Block> blocks) {
    if (!blocks.equals(timeline().blocks()) && helm.areTooClose(blocks)) {
      return refuse(Refusal.TOO_SOON);
    }
    var event =
        new ScheduleResumed(timeline().id(), stamp().who(), helm.reason(), blocks, stamp().at());
    return accept(List.of(event), helm.moved(blocks));
  }

  // Holding
  // ----------------------------------------------------------------------------------------

  /// The end of the day and of an anchor keep their time.
  private Decision hold() {
    return switch (timeline().running()) {
      case Running.Holding _ -> helm.nothing();
      case Running.Paused _ -> refuse(Refusal.SCHEDULE_PAUSED);
      case Running.Inserted _ -> refuse(Refusal.SCHEDULE_INSERTED);
      case Running.Going _ when helm.current().isEmpty() -> refuse(Refusal.SCHEDULE_NOT_RUNNING);
      case Running.Going _ -> held(helm.current().get());
    };
  }

  private Decision held(int index) {
    var block = timeline().blocks().get(index);
    return helm.isEndFixed(index)
        ? helm.fixed(block)
        : stands(
            new ScheduleHeld(
                timeline().id(), stamp().who(), helm.reason(), block.id(), stamp().at()));
  }

  private Decision release(Ripple ripple) {
    return switch (timeline().running()) {
      case Running.Going _ -> helm.nothing();
      case Running.Paused _ -> refuse(Refusal.SCHEDULE_PAUSED);
      case Running.Inserted _ -> refuse(Refusal.SCHEDULE_INSERTED);
      case Running.Holding(var block) -> released(block, ripple);
    };
  }

  /// Released before its end nothing moves; after it everybody moves in a moment.
  private Decision released(BlockId held, Ripple ripple) {
    int index = timeline().indexOf(held);
    var end = timeline().blocks().get(index).end();
    if (stamp().at().isBefore(end)) {
      return goesOn(timeline().blocks());
    }
    var moveAt = stamp().at().plus(helm.floor().inPeoplesTime(helm.rules().advanceLead()));
    var delay = new Delay(timeline().blocks(), index, Duration.between(end, moveAt));
    return late(delay, ripple, false);
  }

  // Inserting
  // --------------------------------------------------------------------------------------

  private Decision insert(Control.Insert insert) {
    if (timeline().running() instanceof Running.Inserted) {
      return refuse(Refusal.SCHEDULE_INSERTED);
    }
    if (timeline().ended()) {
      return refuse(Refusal.SCHEDULE_NOT_RUNNING);
    }
    if (insert.station().filter(this::isUnknown).isPresent()) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    var until =
        Optional.of(insert.minutes())
            .filter(minutes -> minutes > 0)
            .map(minutes -> stamp().at().plus(Duration.ofMinutes(minutes)));
    var insertion = new Insertion(insert.name(), insert.mode(), insert.station(), until);
    return stands(
        new ScheduleInserted(
            timeline().id(), stamp().who(), helm.reason(), insertion, stamp().at()));
  }

  private boolean isUnknown(StationId station) {
    return !helm.floor().school().stations().containsKey(station);
  }

  /// A schedule that stood before stands again; one that went has a delay.
  private Decision endInsert(Ripple ripple) {
    return switch (timeline().running()) {
      case Running.Going _, Running.Paused _, Running.Holding _ -> helm.nothing();
      case Running.Inserted(var since, _, Running.Going _) -> resumed(since, ripple);
      case Running.Inserted _ -> goesOn(timeline().blocks());
    };
  }

  // Taking back
  // ------------------------------------------------------------------------------------

  /// As long as nobody has been told anything since, or was not told because of it.
  private Decision undo() {
    var last = timeline().last();
    if (last.isEmpty() || NOT_GIVEN.contains(last.get().control())) {
      return refuse(Refusal.NOTHING_TO_UNDO);
    }
    boolean isFresh = timeline().isFresh() && isSoon(last.get());
    var undone = timeline().undone(stamp().who(), stamp().at(), helm.rules());
    if (!isFresh || isOvertaken(undone, last.get())) {
      return refuse(Refusal.UNDO_TOO_LATE);
    }
    var before = last.flatMap(Last::before).map(Before::blocks).orElse(timeline().blocks());
    return accept(
        List.of(new ControlUndone(timeline().id(), stamp().who(), helm.reason(), stamp().at())),
        helm.moved(before));
  }

  private boolean isSoon(Last last) {
    var most = helm.floor().inPeoplesTime(helm.rules().undoMax());
    return !stamp().at().isAfter(last.at().plus(most));
  }

  /// Whether the day as it was would have gone on meanwhile.
  private boolean isOvertaken(Timeline undone, Last last) {
    var then = undone.reached(last.at());
    var now = undone.reached(stamp().at());
    return undone.blocks().stream()
        .flatMap(TimelineRules::edges)
        .anyMatch(edge -> edge.isAfter(then) && !edge.isAfter(now));
  }

  /// Where bells ring and rolls are called.
  private static Stream<Instant> edges(Block block) {
    var phases = Phases.of(block);
    return Stream.of(block.start(), phases.workAt(), phases.warnAt(), block.end());
  }

  /// Its identity is the schedule and the instant: two leaders in one millisecond ring once.
  private Decision ring() {
    var at = stamp().at();
    var instant = BlockId.of(timeline().id(), Long.toString(at.toEpochMilli()));
    var bell = BellId.of(timeline().date(), instant, BellKind.MANUAL);
    if (timeline().settled().containsKey(bell)) {
      return helm.nothing();
    }
    var rang = new BellRang(bell, timeline().id(), BellKind.MANUAL, at, at, false);
    return accept(List.of(rang), new Moved(timeline().version(), List.of(), 0));
  }
}
