package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Result.Move;
import dev.carillon.floor.Result.Moved;
import dev.carillon.school.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who steers which schedules: all that a control is for, or none.
record Steering(Floor floor, Steer steer, Stamp stamp) {
  /// Of several schedules, those for which a control means nothing right now are left out.
  private static final Set<Refusal> LEFT_OUT =
      Set.of(Refusal.SCHEDULE_NOT_RUNNING, Refusal.NOTHING_TO_UNDO, Refusal.BLOCK_UNKNOWN);

  static Decision decide(Floor floor, Steer steer, Stamp stamp) {
    return new Steering(floor, steer, stamp).decide();
  }

  private Decision decide() {
    var timelines = timelines();
    if (!stamp.role().leads() && !isHers(timelines)) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (timelines.isEmpty()) {
      boolean isNamed = steer.scope() instanceof Scope.OfSchedule;
      return refuse(isNamed ? Refusal.SCHEDULE_UNKNOWN : Refusal.SCOPE_EMPTY);
    }
    var decisions = timelines.stream().map(this::decide).toList();
    boolean isSoAlready = isState() && decisions.stream().noneMatch(Steering::saysSomething);
    if (isStale(timelines) && !isSoAlready) {
      return refuse(Refusal.STALE_VERSION);
    }
    return withTurns(
        decisions.size() == 1 && overVersions() == 0
            ? decisions.getFirst()
            : joined(timelines, decisions));
  }

  /// Turns that rooms take inside blocks follow the school's time and are part of what moves.
  private Decision withTurns(Decision decision) {
    return decision instanceof Accepted(var events, Moved moved) && hasTurns()
        ? accept(events, moved.with(turnsMoved(events)))
        : decision;
  }

  private boolean hasTurns() {
    return floor.timelines().values().stream().anyMatch(line -> line.local().isPresent());
  }

  private List<Move> turnsMoved(List<Event> events) {
    var after = floor;
    for (var event : events) {
      after = after.evolve(event).floor();
    }
    var lines = after.timelines();
    return floor.timelines().values().stream()
        .filter(line -> line.local().isPresent() && !isMeant(line))
        .sorted(Comparator.comparing(line -> line.id().value()))
        .flatMap(
            line ->
                Stream.ofNullable(lines.get(line.id()))
                    .flatMap(next -> Helm.moves(line.blocks(), next.blocks()).stream()))
        .toList();
  }

  /// Teachers steer the turns in their own rooms and never a bell of the school.
  private boolean isHers(List<Timeline> timelines) {
    return stamp.role() == Role.TEACHER
        && (!timelines.isEmpty() || isOfRoom())
        && timelines.stream().allMatch(this::isHers);
  }

  private boolean isHers(Timeline timeline) {
    return timeline
        .local()
        .filter(local -> floor.covers(stamp.who(), local.parent().room()))
        .isPresent();
  }

  private boolean isOfRoom() {
    return switch (steer.scope()) {
      case Scope.OfRoom(var room) -> floor.covers(stamp.who(), room);
      case Scope.OfGroup _ -> true;
      case Scope.OfSchool _, Scope.OfSchedule _ -> false;
    };
  }

  private Decision decide(Timeline timeline) {
    return timeline.local().isEmpty()
        ? steered(timeline)
        : againstSchool(timeline).map(Decision::refuse).orElseGet(() -> steered(timeline));
  }

  /// While the school stands nothing goes on in its rooms, and what concerns everybody is steered
  /// where everybody's time is.
  private Optional<Refusal> againstSchool(Timeline timeline) {
    if (steer.control() instanceof Control.Insert || steer.control() instanceof Control.SwitchDay) {
      return Optional.of(Refusal.NOT_YOURS_TO_DO);
    }
    return timeline
        .local()
        .flatMap(local -> Optional.ofNullable(floor.timelines().get(local.parent().schedule())))
        .flatMap(
            parent ->
                switch (parent.running()) {
                  case Timeline.Running.Going _ -> Optional.empty();
                  case Timeline.Running.Paused _ -> Optional.of(Refusal.SCHEDULE_PAUSED);
                  case Timeline.Running.Holding _ -> Optional.of(Refusal.SCHEDULE_HELD);
                  case Timeline.Running.Inserted _ -> Optional.of(Refusal.SCHEDULE_INSERTED);
                });
  }

  private Decision steered(Timeline timeline) {
    return new TimelineRules(new Helm(floor, timeline, stamp, steer.reason()))
        .decide(steer.control());
  }

  private boolean isStale(List<Timeline> timelines) {
    long version = overVersions() + timelines.stream().mapToLong(Timeline::version).sum();
    return steer.expect() != Command.ANY_VERSION && steer.expect() != version;
  }

  /// Of the whole school, schedules that are over count as well: everybody sees their versions.
  private long overVersions() {
    return steer.scope() instanceof Scope.OfSchool
        ? floor.timelines().values().stream()
            .filter(timeline -> timeline.ended() && timeline.local().isEmpty())
            .mapToLong(Timeline::version)
            .sum()
        : 0;
  }

  /// Whether the control asks for a state; one that is so already is so at any version.
  private boolean isState() {
    return switch (steer.control()) {
      case Control.Pause _,
          Control.Resume _,
          Control.Hold _,
          Control.Release _,
          Control.EndInsert _ ->
          true;
      case Control.Extend _,
          Control.Trim _,
          Control.Advance _,
          Control.Skip _,
          Control.Insert _,
          Control.SwitchDay _,
          Control.Undo _,
          Control.Ring _ ->
          false;
    };
  }

  private static boolean saysSomething(Decision decision) {
    return !(decision instanceof Accepted accepted && accepted.events().isEmpty());
  }

  /// In the order of their names, so that every node says the same.
  private List<Timeline> timelines() {
    return floor.timelines().values().stream()
        .filter(this::isMeant)
        .sorted(Comparator.comparing(timeline -> timeline.id().value()))
        .toList();
  }

  private boolean isMeant(Timeline timeline) {
    var turns = new LocalTurns(floor);
    return switch (steer.scope()) {
      case Scope.OfSchool() -> !timeline.ended() && timeline.local().isEmpty();
      case Scope.OfSchedule(var schedule) -> timeline.id().equals(schedule);
      case Scope.OfRoom(var room) ->
          turns.isRunning(timeline)
              && timeline.local().filter(it -> it.parent().room().equals(room)).isPresent();
      case Scope.OfGroup(var group) ->
          turns.isRunning(timeline)
              && turns.rotationOf(timeline).filter(it -> it.groups().contains(group)).isPresent();
    };
  }

  private Decision joined(List<Timeline> timelines, List<Decision> decisions) {
    var events = new ArrayList<Event>();
    var moved = new Moved(overVersions(), List.of(), 0);
    for (int i = 0; i < decisions.size(); i++) {
      switch (decisions.get(i)) {
        case Accepted(var more, Moved each) -> {
          events.addAll(more);
          moved = moved.and(each);
        }
        case Accepted(var more, _) -> events.addAll(more);
        case Refused(var refusal, _) when LEFT_OUT.contains(refusal) ->
            moved = moved.and(new Moved(timelines.get(i).version(), List.of(), 0));
        case Refused refused -> {
          return refused;
        }
      }
    }
    boolean isAnyMeant = decisions.stream().anyMatch(Accepted.class::isInstance);
    return isAnyMeant ? accept(events, moved) : decisions.getFirst();
  }
}
