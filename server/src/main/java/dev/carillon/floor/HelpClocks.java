package dev.carillon.floor;

import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.FlexEvent;
import dev.carillon.floor.Event.LearningEvent;
import dev.carillon.floor.Event.PlacingEvent;
import dev.carillon.floor.Event.ScheduleMoved;
import dev.carillon.floor.Event.SchoolAdopted;
import dev.carillon.floor.Event.TimelineEvent;
import dev.carillon.floor.Event.TurningEvent;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;

/// When the watches of waiting requests run: while a block of the student's schedule runs, after
/// its passing time, and not at lunch. A pause, a drill or an assembly stops them; a hold does not,
/// since everybody goes on working. The watch of an urgent request never stops, and the turns a
/// room takes inside a block stop none. One that nobody has asked for has none that runs. Nobody is
/// told of a call that nobody could answer: the watch stands while the student is away from her
/// place, as at the nurse's, and while a talk waits for the end of what she is in.
///
/// A watch keeps what it has counted, so that a deadline is an instant and a restart neither loses
/// nor repeats an alarm.
record HelpClocks(Floor floor) {
  /// When the watch of a request that waits begins to run; empty while it stands.
  Optional<Instant> starts(HelpRequest request, Instant at) {
    if (HelpAlarms.isUrgent(request)) {
      return Optional.of(at);
    }
    if (HelpInferred.is(request) || new HelpPlaces(floor).isOutOfReach(request)) {
      return Optional.empty();
    }
    return timeline(request)
        .filter(HelpClocks::goes)
        .flatMap(line -> line.blockAt(at))
        .filter(block -> block.kind() != BlockKind.MEAL)
        .map(block -> later(at, Phases.of(block).settleAt()));
  }

  /// Until when a watch that is stopped now has run: not past the end of the block.
  Instant stops(HelpRequest request, Instant at) {
    return end(request).filter(at::isAfter).orElse(at);
  }

  /// The deadline, if the watch still runs then.
  Optional<Instant> comes(HelpRequest request, Instant deadline) {
    boolean isIn = end(request).filter(end -> !deadline.isBefore(end)).isEmpty();
    return isIn ? Optional.of(deadline) : Optional.empty();
  }

  /// The end of the block that runs, when the watch stops there.
  Optional<Instant> end(HelpRequest request) {
    if (HelpAlarms.isUrgent(request)) {
      return Optional.empty();
    }
    return timeline(request)
        .filter(line -> line.running() instanceof Running.Going)
        .flatMap(HelpClocks::entered)
        .map(Block::end);
  }

  private static Optional<Block> entered(Timeline line) {
    return line.entered().flatMap(line::block);
  }

  private static boolean goes(Timeline line) {
    return !line.ended()
        && switch (line.running()) {
          case Running.Going _, Running.Holding _ -> true;
          case Running.Paused _, Running.Inserted _ -> false;
        };
  }

  private Optional<Timeline> timeline(HelpRequest request) {
    return floor.scheduleOf(request.asked().student());
  }

  /// A schedule goes, stands or enters a block: so do the watches of whoever lives by it. Whoever
  /// lives by another one from now on takes the time along that she has waited.
  static Evolved after(Floor before, Event event, Evolved next) {
    return switch (event) {
      case BellRang _, BellMissed _ -> next;
      case TimelineEvent change ->
          wound(
              before,
              next,
              request ->
                  new HelpClocks(before)
                          .timeline(request)
                          .filter(line -> line.id().equals(change.schedule()))
                          .isPresent()
                      || comesOrGoes(before, next.floor(), request));
      case ScheduleMoved moved ->
          wound(before, next, request -> request.asked().student().equals(moved.student()));
      case SchoolAdopted _ -> wound(before, next, _ -> true);
      case PlacingEvent _, FlexEvent _, TurningEvent _, LearningEvent _ ->
          wound(before, next, request -> comesOrGoes(before, next.floor(), request));
      case Event _ -> next;
    };
  }

  /// Whether somebody can come to her from now on, or cannot any more.
  private static boolean comesOrGoes(Floor before, Floor after, HelpRequest request) {
    return new HelpPlaces(before).isOutOfReach(request)
        != new HelpPlaces(after).isOutOfReach(request);
  }

  /// The watches of these requests stop as they ran before, and run on as they do now.
  private static Evolved wound(Floor before, Evolved next, Predicate<Waiting> which) {
    var line = next.floor().help();
    var helps = new HashSet<HelpId>();
    var stations = new HashSet<StationId>();
    var at = next.floor().at();
    for (var request : line.open().values()) {
      if (request instanceof Waiting waiting && which.test(waiting)) {
        var standing = waiting.standing();
        var until = new HelpClocks(before).stops(waiting, at);
        var from = new HelpClocks(next.floor()).starts(waiting, at);
        var watch = standing.watch().stopped(until).from(from);
        line = line.with(new Waiting(waiting.asked(), standing.watch(watch)));
        helps.add(waiting.id());
        stations.add(next.floor().stationOf(waiting));
      }
    }
    return helps.isEmpty()
        ? next
        : new Evolved(
            next.floor().next().help(line).at(at),
            next.touched().and(Touched.watches(helps, stations)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
