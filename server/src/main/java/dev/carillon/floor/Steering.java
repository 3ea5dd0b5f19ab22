package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Result.Moved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Who steers which schedules: all that a control is for, or none.
record Steering(Floor floor, Steer steer, Stamp stamp) {
  /// Of several schedules, those for which a control means nothing right now are left out.
  private static final Set<Refusal> LEFT_OUT =
      Set.of(Refusal.SCHEDULE_NOT_RUNNING, Refusal.NOTHING_TO_UNDO, Refusal.BLOCK_UNKNOWN);

  static Decision decide(Floor floor, Steer steer, Stamp stamp) {
    return new Steering(floor, steer, stamp).decide();
  }

  private Decision decide() {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var timelines = timelines();
    if (timelines.isEmpty()) {
      boolean isNamed = steer.scope() instanceof Scope.OfSchedule;
      return refuse(isNamed ? Refusal.SCHEDULE_UNKNOWN : Refusal.SCOPE_EMPTY);
    }
    var decisions = timelines.stream().map(this::decide).toList();
    boolean isSoAlready = isState() && decisions.stream().noneMatch(Steering::saysSomething);
    if (isStale(timelines) && !isSoAlready) {
      return refuse(Refusal.STALE_VERSION);
    }
    return decisions.size() == 1 ? decisions.getFirst() : joined(timelines, decisions);
  }

  private Decision decide(Timeline timeline) {
    return new TimelineRules(new Helm(floor, timeline, stamp, steer.reason()))
        .decide(steer.control());
  }

  private boolean isStale(List<Timeline> timelines) {
    long version = timelines.stream().mapToLong(Timeline::version).sum();
    return steer.expect() != Command.ANY_VERSION && steer.expect() != version;
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
    return switch (steer.scope()) {
      case Scope.OfSchool() -> !timeline.ended();
      case Scope.OfSchedule(var schedule) -> timeline.id().equals(schedule);
      // Rooms and groups have no time of their own yet.
      case Scope.OfRoom _, Scope.OfGroup _ -> false;
    };
  }

  private Decision joined(List<Timeline> timelines, List<Decision> decisions) {
    var events = new ArrayList<Event>();
    var moved = new Moved(0, List.of(), 0);
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
