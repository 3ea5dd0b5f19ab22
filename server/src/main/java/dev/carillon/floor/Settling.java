package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/// How quickly everybody settled after each bell of the day, counted as it happens.
///
/// A student counts once a block, where she was due when she arrived first; what she does after
/// that says nothing about the move. Whoever is excused, may stay where she is or has gone home
/// does not count. Everything follows from the log: nothing is measured anywhere else.
///
/// @param blocks by the station where students were due; of a block that runs without those who are
///   still on their way
/// @param arrived who was counted in each block that runs, and in no other
/// @param strayed who was seen elsewhere before she arrived, in each block that runs
public record Settling(
    PMap<BlockId, PMap<StationId, Settle>> blocks,
    PMap<BlockId, PSet<PersonId>> arrived,
    PMap<BlockId, PSet<PersonId>> strayed) {
  static final Settling NONE =
      new Settling(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  private static final Set<ArrivalState> OUT =
      EnumSet.of(
          ArrivalState.EXPECTED,
          ArrivalState.PROMPTED,
          ArrivalState.LATE,
          ArrivalState.MISSING,
          ArrivalState.ELSEWHERE);

  private static final Set<ArrivalState> CALLED_LATE =
      EnumSet.of(ArrivalState.LATE, ArrivalState.MISSING);

  /// The figures after an event.
  Settling after(Floor before, Event event, Evolved next) {
    return switch (event) {
      case BlockEntered(var schedule, var block, var bellAt, _) ->
          over(before, schedule, next.floor())
              .begun(next.floor(), schedule, block, bellAt)
              .seen(next.floor(), idsOf(next.floor(), schedule));
      case ScheduleEnded(var schedule, _) -> over(before, schedule, next.floor());
      case Event _ -> seen(next.floor(), next.touched().students());
    };
  }

  /// By block and station as they stand at this moment, those on their way included.
  PMap<BlockId, PMap<StationId, Settle>> standing(Floor floor) {
    var now = this;
    for (var timeline : floor.timelines().values()) {
      now = timeline.ended() ? now : now.closed(floor, timeline.id());
    }
    return now.blocks;
  }

  /// Every station where somebody is due in a block that begins.
  private Settling begun(Floor floor, ScheduleId schedule, BlockId block, Instant bellAt) {
    var next = blocks.plus(block, HashTreePMap.empty());
    for (var student : idsOf(floor, schedule)) {
      for (var arrival : in(floor, student, block).stream().toList()) {
        next = at(next, block, arrival.due(), bellAt, settle -> settle);
      }
    }
    return new Settling(next, arrived.plus(block, HashTreePSet.empty()), strayed);
  }

  /// The block a schedule was in is over, and with it the turns that rooms took inside it.
  private Settling over(Floor before, ScheduleId schedule, Floor next) {
    var result = over(before, schedule);
    for (var line : next.timelines().values()) {
      var old = before.timelines().get(line.id());
      boolean endsWithIt = old != null && !old.ended() && line.ended();
      if (endsWithIt && !line.id().equals(schedule)) {
        result = result.over(before, line.id());
      }
    }
    return result;
  }

  /// Who is not there now never came.
  private Settling over(Floor floor, ScheduleId schedule) {
    var closed = closed(floor, schedule);
    var block = enteredIn(floor, schedule).stream().toList();
    return new Settling(
        closed.blocks, closed.arrived.minusAll(block), closed.strayed.minusAll(block));
  }

  private static Optional<BlockId> enteredIn(Floor floor, ScheduleId schedule) {
    return Optional.ofNullable(floor.timelines().get(schedule)).flatMap(Timeline::entered);
  }

  /// The figures of the block a schedule is in, with everybody counted who is still on her way.
  private Settling closed(Floor floor, ScheduleId schedule) {
    var next = blocks;
    for (var block : enteredIn(floor, schedule).stream().toList()) {
      for (var student : idsOf(floor, schedule)) {
        for (var arrival : in(floor, student, block).stream().toList()) {
          if (OUT.contains(arrival.state()) && !isIn(arrived, block, student)) {
            boolean isLate = CALLED_LATE.contains(arrival.state());
            next = at(next, arrival, settle -> settle.absent(isLate));
          }
        }
      }
    }
    return new Settling(next, arrived, strayed);
  }

  private Settling seen(Floor floor, Iterable<PersonId> students) {
    var next = this;
    for (var student : students) {
      var arrival = floor.arrivals().get(student);
      if (arrival != null && arrived.containsKey(arrival.block())) {
        next = next.seen(floor, student, arrival);
      }
    }
    return next;
  }

  private Settling seen(Floor floor, PersonId student, Arrival arrival) {
    var block = arrival.block();
    if (isIn(arrived, block, student)) {
      return this;
    }
    return switch (arrival.state()) {
      case ARRIVED ->
          new Settling(arrived(floor, student, arrival), with(arrived, block, student), strayed);
      case ELSEWHERE -> isIn(strayed, block, student) ? this : strayed(student, arrival);
      case EXPECTED, PROMPTED, LATE, MISSING, STAYING, EXCUSED, DEPARTED -> this;
    };
  }

  private Settling strayed(PersonId student, Arrival arrival) {
    var next = at(blocks, arrival, Settle::strayed);
    return new Settling(next, arrived, with(strayed, arrival.block(), student));
  }

  private static boolean isIn(
      PMap<BlockId, PSet<PersonId>> students, BlockId block, PersonId student) {
    return students.getOrDefault(block, HashTreePSet.empty()).contains(student);
  }

  private static PMap<BlockId, PSet<PersonId>> with(
      PMap<BlockId, PSet<PersonId>> students, BlockId block, PersonId student) {
    var known = students.getOrDefault(block, HashTreePSet.empty());
    return students.plus(block, known.plus(student));
  }

  private PMap<BlockId, PMap<StationId, Settle>> arrived(
      Floor floor, PersonId student, Arrival arrival) {
    var lost =
        floor
            .lineOf(student, arrival.block())
            .flatMap(timeline -> timeline.block(arrival.block()))
            .map(block -> afterMove(block, floor.at()))
            .orElse(Duration.ZERO);
    boolean isLate = arrival.lateBy().isPositive();
    return at(blocks, arrival, settle -> settle.arrived(floor.at(), isLate, lost));
  }

  private static Duration afterMove(Block block, Instant at) {
    var settleAt = Phases.of(block).settleAt();
    return at.isAfter(settleAt) ? Duration.between(settleAt, at) : Duration.ZERO;
  }

  private static Optional<Arrival> in(Floor floor, PersonId student, BlockId block) {
    return Optional.ofNullable(floor.arrivals().get(student))
        .filter(arrival -> arrival.block().equals(block));
  }

  private static List<PersonId> idsOf(Floor floor, ScheduleId schedule) {
    return floor.studentsOf(schedule).stream().map(Student::id).toList();
  }

  private static PMap<BlockId, PMap<StationId, Settle>> at(
      PMap<BlockId, PMap<StationId, Settle>> blocks,
      Arrival arrival,
      UnaryOperator<Settle> change) {
    var bellAt =
        blocks.getOrDefault(arrival.block(), HashTreePMap.empty()).values().stream()
            .map(Settle::bellAt)
            .findFirst()
            .orElse(arrival.since());
    return at(blocks, arrival.block(), arrival.due(), bellAt, change);
  }

  private static PMap<BlockId, PMap<StationId, Settle>> at(
      PMap<BlockId, PMap<StationId, Settle>> blocks,
      BlockId block,
      StationId station,
      Instant bellAt,
      UnaryOperator<Settle> change) {
    var stations = blocks.getOrDefault(block, HashTreePMap.empty());
    var settle = Optional.ofNullable(stations.get(station)).orElseGet(() -> Settle.begun(bellAt));
    return blocks.plus(block, stations.plus(station, change.apply(settle)));
  }
}
