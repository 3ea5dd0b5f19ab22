package dev.carillon.floor;

import static org.assertj.core.api.Assertions.fail;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Result.Edge;
import dev.carillon.floor.Result.Move;
import dev.carillon.floor.Result.Moved;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What must be so of every live control, worked out from the schedules before and after it: what a
/// control says it does, it does; what it was not asked for, it leaves alone; and what a refusal
/// offers instead would be accepted.
final class ControlPromises {
  private static final Rules RULES = Rules.DEFAULTS;
  private static final Duration MOMENT = Duration.ofSeconds(30);

  private final String day;
  private final FloorPromises floors;
  private final Map<ScheduleId, Timeline> undoable = new HashMap<>();
  private String what = "opening";

  ControlPromises(String day, Floor floor) {
    this.day = day;
    this.floors = new FloorPromises(day, floor);
  }

  /// The floor after something that is not a control.
  Floor next(Floor before, List<Event> events, String asked) {
    what = asked;
    events.forEach(event -> heard(before, event));
    return floors.next(before, events, asked);
  }

  void dayIsOver(Floor floor) {
    floors.dayIsOver(floor);
  }

  /// The floor after somebody asked for a control.
  Floor decided(Floor before, Steer steer, Stamp stamp) {
    what = stamp.at() + " " + steer;
    var decision = before.decide(steer, stamp);
    promise(decision.equals(before.decide(steer, stamp)), "a dry run changes nothing");
    return switch (decision) {
      case Refused refused -> {
        offers(before, steer, stamp, refused);
        yield before;
      }
      case Accepted(var events, var result) -> {
        promise(events.isEmpty() || isFresh(before, steer), "a stale version is refused");
        var after = floors.next(before, events, what);
        promise(result instanceof Moved, "the answer says what moves");
        accepted(before, after, steer, stamp, (Moved) result);
        yield after;
      }
    };
  }

  /// When nothing is due any more, whoever looks at the clock sees the block the log has entered.
  void settled(Floor floor, Instant now) {
    boolean isDone = floor.nextDue().filter(due -> !due.dueAt().isAfter(now)).isEmpty();
    promise(isDone, "nothing stays due");
    for (var timeline : floor.timelines().values()) {
      var shown = timeline.blockAt(now).map(Block::id);
      promise(
          shown.isEmpty() || shown.equals(timeline.entered()),
          timeline.id().value() + " shows " + shown + " and has entered " + timeline.entered());
    }
  }

  private void heard(Floor floor, Event event) {
    if (event instanceof BellRang rang && rang.kind() != BellKind.MANUAL) {
      var timeline = floor.timelines().get(rang.schedule());
      promise(
          timeline.comes(rang.scheduledFor()), rang.bell().value() + " waits while time stands");
    }
  }

  private static boolean isFresh(Floor floor, Steer steer) {
    return steer.expect() == Command.ANY_VERSION || steer.expect() == versions(floor, steer);
  }

  private static long versions(Floor floor, Steer steer) {
    var all =
        steer.scope() instanceof Scope.OfSchool
            ? floor.timelines().values().stream()
            : meant(floor, steer);
    return all.mapToLong(Timeline::version).sum();
  }

  private static Stream<Timeline> meant(Floor floor, Steer steer) {
    return floor.timelines().values().stream().filter(timeline -> isMeant(steer, timeline));
  }

  private static boolean isMeant(Steer steer, Timeline timeline) {
    return switch (steer.scope()) {
      case Scope.OfSchool() -> !timeline.ended();
      case Scope.OfSchedule(var schedule) -> schedule.equals(timeline.id());
      case Scope.OfRoom _, Scope.OfGroup _ -> false;
    };
  }

  // Refused
  // ----------------------------------------------------------------------------------------

  private void offers(Floor floor, Steer steer, Stamp stamp, Refused refused) {
    if (!(steer.scope() instanceof Scope.OfSchedule)) {
      return;
    }
    switch (refused.refusal()) {
      case CONSENT_NEEDED -> works(floor, steer, stamp, new Ripple.Shift(true));
      case NO_SLACK -> {
        var options = List.of(refused.args().get("options").split(",", -1));
        promise(!options.isEmpty(), "something else is offered");
        options.forEach(option -> offered(floor, steer, stamp, refused.args(), option));
      }
      default -> {}
    }
  }

  private void offered(
      Floor floor, Steer steer, Stamp stamp, Map<String, String> args, String option) {
    switch (option) {
      case "compress" -> works(floor, steer, stamp, Ripple.COMPRESS);
      case "absorb-next" -> works(floor, steer, stamp, new Ripple.AbsorbNext());
      case "catch-up" -> works(floor, steer, stamp, new Ripple.AbsorbCurrent());
      case "shift" -> works(floor, steer, stamp, new Ripple.Shift(true));
      case "drop" -> {
        for (var block : args.get("droppable").split(",", -1)) {
          works(floor, steer, stamp, new Ripple.Drop(List.of(new BlockId(block))));
        }
      }
      case "less" -> {
        var extend = (Control.Extend) steer.control();
        int minutes = Integer.parseInt(args.get("slackMin"));
        works(floor, with(steer, new Control.Extend(minutes, extend.ripple())), stamp);
      }
      default -> promise(false, "nobody knows the option " + option);
    }
  }

  private void works(Floor floor, Steer steer, Stamp stamp, Ripple ripple) {
    var control =
        switch (steer.control()) {
          case Control.Resume _ -> new Control.Resume(ripple);
          case Control.Release _ -> new Control.Release(ripple);
          case Control.EndInsert _ -> new Control.EndInsert(ripple);
          case Control.Extend(var minutes, _) -> new Control.Extend(minutes, ripple);
          case Control other -> other;
        };
    works(floor, with(steer, control), stamp);
  }

  private void works(Floor floor, Steer steer, Stamp stamp) {
    var decision = floor.decide(steer, stamp);
    boolean isAccepted = decision instanceof Accepted accepted && !accepted.events().isEmpty();
    promise(isAccepted, "what is offered is accepted: " + steer.control() + " got " + decision);
  }

  private static Steer with(Steer steer, Control control) {
    return new Steer(steer.scope(), control, steer.reason(), steer.expect());
  }

  // Accepted
  // ---------------------------------------------------------------------------------------

  private void accepted(Floor before, Floor after, Steer steer, Stamp stamp, Moved moved) {
    long versions = 0;
    var moves = new HashSet<Move>();
    var dropped = new HashSet<BlockId>();
    var added = new HashSet<BlockId>();
    for (var was : before.timelines().values()) {
      var is = after.timelines().get(was.id());
      if (isMeant(steer, was)) {
        versions += is.version();
        moves.addAll(moves(was, is));
        dropped.addAll(gone(was, is));
        added.addAll(gone(is, was));
        steered(was, is, steer.control(), stamp.at());
      } else {
        promise(is.equals(was), was.id().value() + " was not meant");
        // Of the whole school every version counts, of schedules that are over as well.
        versions += steer.scope() instanceof Scope.OfSchool ? was.version() : 0;
      }
    }
    promise(moved.version() == versions, "the answer names the version");
    promise(new HashSet<>(moved.moved()).equals(moves), "the answer names what moves");
    promise(new HashSet<>(moved.dropped()).equals(dropped), "the answer names what is dropped");
    promise(new HashSet<>(moved.added()).equals(added), "the answer names what is added");
  }

  private static List<Move> moves(Timeline was, Timeline is) {
    var moves = new ArrayList<Move>();
    for (var old : was.blocks()) {
      for (var block : is.block(old.id()).stream().toList()) {
        moves.add(new Move(old.id(), Edge.START, old.start(), block.start()));
        moves.add(new Move(old.id(), Edge.END, old.end(), block.end()));
      }
    }
    moves.removeIf(move -> move.from().equals(move.to()));
    return moves;
  }

  private static List<BlockId> gone(Timeline was, Timeline is) {
    return was.blocks().stream().map(Block::id).filter(block -> is.block(block).isEmpty()).toList();
  }

  private void steered(Timeline was, Timeline is, Control control, Instant at) {
    if (control instanceof Control.Ring) {
      promise(is.blocks().equals(was.blocks()), "a bell by hand moves nothing");
      promise(is.running().equals(was.running()), "a bell by hand stops nothing");
      promise(is.version() == was.version(), "a bell by hand is no new version");
      promise(is.phaseAt(at) == was.phaseAt(at), "a bell by hand changes no phase");
    } else if (!is.equals(was)) {
      promise(is.version() == was.version() + 1, "the version grows by one");
      if (control instanceof Control.Undo) {
        undone(is);
      } else {
        undoable.put(was.id(), was);
        done(was, is, control, at);
        anchorsHold(was, is, control, at);
        dayEnds(was, is, control, at);
        lengthsHold(was, is, control);
        nobodyIsEarly(was, is, control);
        nothingBeganUnseen(was, is, at);
      }
    }
  }

  private void undone(Timeline is) {
    var was = undoable.remove(is.id());
    promise(was != null, "only what was done is taken back");
    promise(is.blocks().equals(was.blocks()), "every boundary is as it was");
    promise(is.running().equals(was.running()), "and so is what ran");
  }

  /// What the control is for.
  private void done(Timeline was, Timeline is, Control control, Instant at) {
    var block = was.blockAt(at);
    switch (control) {
      case Control.Pause() -> promise(is.running() instanceof Running.Paused, "time stands");
      case Control.Hold() -> promise(is.running() instanceof Running.Holding, "nobody is moved");
      case Control.Insert _ -> promise(is.insertion().isPresent(), "the insertion stands");
      case Control.Resume(var ripple) -> wentOn(was, is, at, ripple);
      case Control.EndInsert(var ripple) -> wentOn(was, is, at, ripple);
      case Control.Release(var ripple) -> released(was, is, at, ripple);
      case Control.Extend(var minutes, _) ->
          endsBy(is, block.orElseThrow(), Duration.ofMinutes(minutes));
      case Control.Trim(var minutes) ->
          endsBy(is, block.orElseThrow(), Duration.ofMinutes(-minutes));
      case Control.Advance _ -> endsAt(is, block.orElseThrow(), at.plus(RULES.advanceLead()));
      case Control.Skip(var skipped, _) ->
          promise(is.block(skipped).isEmpty(), "what is skipped is not held");
      case Control.SwitchDay _, Control.Undo _, Control.Ring _ -> {}
    }
  }

  /// What was left of a block when time stood is left when it goes on.
  private void wentOn(Timeline was, Timeline is, Instant at, Ripple ripple) {
    var stood = Duration.between(was.reached(at), at);
    var goesOn = is.running() instanceof Running.Going;
    if (goesOn && !(ripple instanceof Ripple.AbsorbCurrent)) {
      was.blockAt(at).ifPresent(block -> endsBy(is, block, stood));
      boolean isLonger = was.blockAt(at).isEmpty() || ripple instanceof Ripple.Drop;
      promise(isLonger || is.phaseAt(at) == was.phaseAt(at), "the phase is what it was");
    }
  }

  private void released(Timeline was, Timeline is, Instant at, Ripple ripple) {
    promise(is.running() instanceof Running.Going, "time goes on");
    var held = was.block(((Running.Holding) was.running()).block()).orElseThrow();
    if (at.isBefore(held.end())) {
      promise(is.blocks().equals(was.blocks()), "released in time nothing moves");
    } else if (!(ripple instanceof Ripple.AbsorbCurrent)) {
      endsAt(is, held, at.plus(RULES.advanceLead()));
    }
  }

  private void endsBy(Timeline is, Block block, Duration later) {
    endsAt(is, block, block.end().plus(later));
  }

  private void endsAt(Timeline is, Block block, Instant end) {
    var now = is.block(block.id()).map(Block::end);
    // A gap before it may have been enough, and dropped blocks may leave more than is needed.
    boolean holds = now.filter(each -> !each.isBefore(end)).isPresent();
    promise(holds, block.id().value() + " ends at " + end + " and not at " + now);
  }

  /// Anchors ahead stand where they stood unless somebody has consented to something else.
  private void anchorsHold(Timeline was, Timeline is, Control control, Instant at) {
    if (mayMoveAnchors(control)) {
      return;
    }
    // What is as good as over when a schedule catches up is not begun any more.
    var ahead = at.plus(RULES.advanceLead()).plus(isCatchingUp(control) ? MOMENT : Duration.ZERO);
    for (var old : was.blocks()) {
      var block = is.block(old.id());
      if (old.anchorStart() && old.start().isAfter(ahead)) {
        promise(block.map(Block::start).equals(Optional.of(old.start())), held(old, "start"));
      }
      if (old.anchorEnd() && old.end().isAfter(ahead)) {
        promise(block.map(Block::end).equals(Optional.of(old.end())), held(old, "end"));
      }
    }
  }

  private static boolean isCatchingUp(Control control) {
    return ripple(control).filter(Ripple.AbsorbCurrent.class::isInstance).isPresent();
  }

  private static String held(Block block, String edge) {
    return "the " + edge + " of " + block.id().value() + " is an anchor";
  }

  private static boolean mayMoveAnchors(Control control) {
    return control instanceof Control.SwitchDay
        || ripple(control).filter(Ripple.Shift.class::isInstance).isPresent();
  }

  private static Optional<Ripple> ripple(Control control) {
    return switch (control) {
      case Control.Resume(var ripple) -> Optional.of(ripple);
      case Control.Release(var ripple) -> Optional.of(ripple);
      case Control.EndInsert(var ripple) -> Optional.of(ripple);
      case Control.Extend(_, var ripple) -> Optional.of(ripple);
      default -> Optional.empty();
    };
  }

  /// Whatever is dropped, somebody is dismissed when the buses come.
  private void dayEnds(Timeline was, Timeline is, Control control, Instant at) {
    var last = is.blocks().getLast();
    promise(last.bells().contains(BellKind.DISMISS), "the last block dismisses");
    var end = was.blocks().getLast().end();
    if (!mayMoveAnchors(control) && end.isAfter(at.plus(RULES.advanceLead()))) {
      promise(last.end().equals(end), "the day ends when it did");
    }
  }

  /// Who pays for a delay keeps the least length, and nobody pays who was not asked to.
  private void lengthsHold(Timeline was, Timeline is, Control control) {
    var ripple = ripple(control);
    boolean isShared =
        ripple
            .filter(r -> r instanceof Ripple.Compress || r instanceof Ripple.AbsorbNext)
            .isPresent();
    if (!isShared) {
      return;
    }
    promise(gone(was, is).isEmpty(), "no block is dropped");
    int payers = 0;
    for (var old : was.blocks()) {
      var length = is.block(old.id()).orElseThrow().length();
      boolean isShorter = length.compareTo(old.length()) < 0;
      payers += isShorter ? 1 : 0;
      promise(
          !isShorter || length.compareTo(old.minDuration()) >= 0,
          old.id().value() + " keeps its least length and has " + length);
      promise(!isShorter || old.weight() > 0, old.id().value() + " gives way to nobody");
    }
    if (ripple.get() instanceof Ripple.AbsorbNext && !(control instanceof Control.Extend)) {
      promise(payers <= 1, "one block pays");
    }
  }

  /// A delay makes nothing begin earlier.
  private void nobodyIsEarly(Timeline was, Timeline is, Control control) {
    if (ripple(control).isPresent()) {
      for (var old : was.blocks()) {
        boolean isEarly =
            is.block(old.id()).filter(each -> each.start().isBefore(old.start())).isPresent();
        promise(!isEarly, old.id().value() + " does not begin earlier");
      }
    }
  }

  /// What a control lets begin, begins now or later on the schedule's own time, so that everybody
  /// hears of it.
  private void nothingBeganUnseen(Timeline was, Timeline is, Instant at) {
    for (var block : is.blocks().subList(is.position() + 1, is.blocks().size())) {
      var old = was.block(block.id()).map(Block::start);
      boolean isSame = old.equals(Optional.of(block.start()));
      promise(
          isSame || !block.start().isBefore(was.reached(at)),
          block.id().value() + " begins unseen");
    }
  }

  private void promise(boolean holds, String promise) {
    if (!holds) {
      fail("%s, %s: broken: %s", day, what, promise);
    }
  }
}
