package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What people have said of where students are to be, over what was planned.
///
/// @param moved other stops than planned, by student and block
/// @param changes stops that became others and that the student has not seen yet
/// @param calls call-ups that have begun or will
/// @param called the call-up each student follows now
/// @param stays who may go on where she is
/// @param away who is at no station
/// @param stations stations that are not simply open
/// @param schedules who lives by another bell schedule than the school's files say
/// @param turning what is otherwise in the turns that rooms take
/// @param waits who does not move yet, since there is no room where she is due next
public record Placing(
    PMap<PersonId, PMap<BlockId, Assignment>> moved,
    PMap<PersonId, Change> changes,
    PMap<CallId, CallUp> calls,
    PMap<PersonId, CallId> called,
    PMap<PersonId, Stay> stays,
    PMap<PersonId, Away> away,
    PMap<StationId, StationStatus> stations,
    PMap<PersonId, ScheduleId> schedules,
    Turning turning,
    PMap<PersonId, Wait> waits) {
  static final Placing NONE =
      new Placing(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          Turning.NONE,
          HashTreePMap.empty());

  /// A stop that became another one.
  ///
  /// @param from where she was to be
  /// @param told whether staff have been told that she has not seen it
  public record Change(BlockId block, StationId from, Instant at, boolean told) {}

  /// Somebody who may go on where she is.
  public record Stay(Assignment place, StayReason reason, Instant until) {}

  /// Somebody who stays where she was until others have left the place she is due at.
  ///
  /// @param place where she is due
  public record Wait(Assignment place, StationId at, String seat, Instant since) {}

  public StationStatus status(StationId station) {
    return stations.getOrDefault(station, StationStatus.OPEN);
  }

  public Optional<Assignment> moved(PersonId student, BlockId block) {
    return Optional.ofNullable(moved.getOrDefault(student, HashTreePMap.empty()).get(block));
  }

  /// The call-up a student follows now.
  public Optional<CallUp> callOf(PersonId student) {
    return Optional.ofNullable(called.get(student))
        .flatMap(call -> Optional.ofNullable(calls.get(call)));
  }

  Placing placed(Assignment place) {
    var student = place.student();
    var hers = moved.getOrDefault(student, HashTreePMap.empty()).plus(place.block(), place);
    return withMoved(moved.plus(student, hers), changes);
  }

  Placing changed(PersonId student, Change change) {
    return withMoved(moved, changes.plus(student, change));
  }

  Placing seen(PersonId student) {
    return withMoved(moved, changes.minus(student));
  }

  private Placing withMoved(
      PMap<PersonId, PMap<BlockId, Assignment>> newMoved, PMap<PersonId, Change> newChanges) {
    return new Placing(
        newMoved, newChanges, calls, called, stays, away, stations, schedules, turning, waits);
  }

  Placing called(CallUp call) {
    return withCalls(calls.plus(call.id(), call), called);
  }

  Placing begun(CallUp call) {
    var following = called;
    for (var student : call.students()) {
      following = following.plus(student, call.id());
    }
    return withCalls(calls.plus(call.id(), call.begun()), following);
  }

  Placing ended(CallUp call) {
    var following = called;
    for (var student : call.students()) {
      following = call.id().equals(called.get(student)) ? following.minus(student) : following;
    }
    return withCalls(calls.minus(call.id()), following);
  }

  private Placing withCalls(PMap<CallId, CallUp> newCalls, PMap<PersonId, CallId> newCalled) {
    return new Placing(
        moved, changes, newCalls, newCalled, stays, away, stations, schedules, turning, waits);
  }

  Placing staying(PersonId student, Stay stay) {
    return withStays(stays.plus(student, stay));
  }

  Placing moving(PersonId student) {
    return withStays(stays.minus(student));
  }

  private Placing withStays(PMap<PersonId, Stay> newStays) {
    return new Placing(
        moved, changes, calls, called, newStays, away, stations, schedules, turning, waits);
  }

  Placing waiting(PersonId student, Wait wait) {
    return withWaits(waits.plus(student, wait));
  }

  Placing notWaiting(Collection<PersonId> students) {
    return withWaits(waits.minusAll(students));
  }

  private Placing withWaits(PMap<PersonId, Wait> next) {
    return new Placing(
        moved, changes, calls, called, stays, away, stations, schedules, turning, next);
  }

  Placing away(PersonId student, Away why) {
    return withAway(away.plus(student, why));
  }

  Placing back(PersonId student) {
    return withAway(away.minus(student));
  }

  /// Who is away on a later day as well.
  Map<PersonId, Away> awayAlsoOn(LocalDate date) {
    var longer = new HashMap<>(away);
    longer.values().removeIf(each -> !each.lastsTo(date));
    return longer;
  }

  private Placing withAway(PMap<PersonId, Away> newAway) {
    return new Placing(
        moved, changes, calls, called, stays, newAway, stations, schedules, turning, waits);
  }

  Placing in(PersonId student, ScheduleId schedule) {
    return new Placing(
        moved,
        changes,
        calls,
        called,
        stays,
        away,
        stations,
        schedules.plus(student, schedule),
        turning,
        waits);
  }

  /// A block is over for these students: whoever was called in it is let go, unless the call goes
  /// on. Others, whose block is another one, are still called.
  Placing released(Set<PersonId> students, Instant now) {
    var next = this;
    for (var call : calls.values()) {
      boolean goesOn = call.until().filter(now::isBefore).isPresent();
      if (call.started() && !goesOn && call.students().stream().anyMatch(students::contains)) {
        var left = call.without(students);
        next = next.ended(call);
        next = left.students().isEmpty() ? next : next.begun(left);
      }
    }
    return next;
  }

  Placing station(StationId station, StationStatus status) {
    var next =
        status == StationStatus.OPEN ? stations.minus(station) : stations.plus(station, status);
    return new Placing(moved, changes, calls, called, stays, away, next, schedules, turning, waits);
  }

  Placing turning(Turning next) {
    return new Placing(
        moved, changes, calls, called, stays, away, stations, schedules, next, waits);
  }
}
