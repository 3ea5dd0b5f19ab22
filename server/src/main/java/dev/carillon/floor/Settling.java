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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
/// that says nothing about the move. Whoever is excused, may stay where she is, has gone home or is
/// due where nothing is measured does not count. Everything follows from the log: nothing is
/// measured anywhere else.
///
/// @param blocks by the station where students were due; of a block that runs without those who are
///   still on their way
/// @param totals of each block as a whole: the sum over its stations
/// @param onTheWay who is still on their way, in each block that runs, by the station where they
///   are due
/// @param arrived who was counted in each block that runs, and in no other
/// @param strayed who was seen elsewhere before she arrived, in each block that runs
public record Settling(
    PMap<BlockId, PMap<StationId, Settle>> blocks,
    PMap<BlockId, Settle> totals,
    PMap<BlockId, PMap<StationId, OnTheWay>> onTheWay,
    PMap<BlockId, PSet<PersonId>> arrived,
    PMap<BlockId, PSet<PersonId>> strayed) {
  /// How many students are on their way to one station.
  ///
  /// @param late who of them was called late
  public record OnTheWay(int all, int late) {
    static final OnTheWay NOBODY = new OnTheWay(0, 0);

    OnTheWay plus(int moreAll, int moreLate) {
      return new OnTheWay(all + moreAll, late + moreLate);
    }
  }

  static final Settling NONE =
      new Settling(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty());

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
  Settling after(Floor before, Event event, Evolved evolved) {
    var next = evolved.floor();
    return switch (event) {
      case BlockEntered(var schedule, var block, var bellAt, _) ->
          over(before, schedule, next)
              .begun(next, schedule, block, bellAt)
              .seen(next, idsOf(next, schedule))
              .lookedAtAnew(next);
      case ScheduleEnded(var schedule, _) -> over(before, schedule, next).lookedAtAnew(next);
      case Event _ when evolved.touched().whole() -> lookedAtAnew(next);
      case Event _ -> {
        var students = evolved.touched().students();
        yield seen(next, students).comeOrGone(this, before, next, students);
      }
    };
  }

  /// By block and station as they stand at this moment, those on their way included.
  public PMap<BlockId, PMap<StationId, Settle>> standing() {
    var now = this;
    for (var block : onTheWay.keySet()) {
      now = now.closed(block);
    }
    return now.blocks;
  }

  /// A block as a whole as it stands at this moment; empty before it began.
  public Optional<Settle> standing(BlockId block) {
    var ways = onTheWay.getOrDefault(block, HashTreePMap.empty()).values();
    return Optional.ofNullable(totals.get(block))
        .map(total -> ways.stream().reduce(total, Settle::and, (_, last) -> last));
  }

  /// A block at one station as it stands at this moment; empty where nobody was due.
  public Optional<Settle> standing(BlockId block, StationId station) {
    var settle = Optional.ofNullable(blocks.getOrDefault(block, HashTreePMap.empty()).get(station));
    var way = Optional.ofNullable(onTheWay.getOrDefault(block, HashTreePMap.empty()).get(station));
    return way.map(each -> settle.orElseGet(() -> begun(block)).and(each)).or(() -> settle);
  }

  /// The stations where somebody was due in a block.
  public Set<StationId> stations(BlockId block) {
    var stations = new LinkedHashSet<>(blocks.getOrDefault(block, HashTreePMap.empty()).keySet());
    stations.addAll(onTheWay.getOrDefault(block, HashTreePMap.empty()).keySet());
    return stations;
  }

  private Settle begun(BlockId block) {
    return Settle.begun(Objects.requireNonNull(totals.get(block)).bellAt());
  }

  /// Every station where somebody is due in a block that begins.
  private Settling begun(Floor floor, ScheduleId schedule, BlockId block, Instant bellAt) {
    var stations = new HashMap<StationId, Settle>();
    for (var student : idsOf(floor, schedule)) {
      in(floor, student, block)
          .filter(arrival -> floor.isMeasured(arrival.due()))
          .ifPresent(arrival -> stations.put(arrival.due(), Settle.begun(bellAt)));
    }
    return new Settling(
        blocks.plus(block, HashTreePMap.from(stations)),
        totals.plus(block, Settle.begun(bellAt)),
        onTheWay,
        arrived.plus(block, HashTreePSet.empty()),
        strayed);
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
    return Optional.ofNullable(floor.timelines().get(schedule))
        .flatMap(Timeline::entered)
        .map(block -> closed(block).left(block))
        .orElse(this);
  }

  private Settling left(BlockId block) {
    return new Settling(
        blocks, totals, onTheWay.minus(block), arrived.minus(block), strayed.minus(block));
  }

  /// The figures of a block with everybody counted who is still on her way.
  private Settling closed(BlockId block) {
    var next = this;
    for (var way : onTheWay.getOrDefault(block, HashTreePMap.empty()).entrySet()) {
      next = next.counted(block, way.getKey(), settle -> settle.and(way.getValue()));
    }
    return next;
  }

  private Settling seen(Floor floor, Iterable<PersonId> students) {
    var next = this;
    for (var student : students) {
      var arrival = floor.arrivals().get(student);
      if (arrival != null
          && arrived.containsKey(arrival.block())
          && floor.isMeasured(arrival.due())) {
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
      case ARRIVED -> arrived(floor, student, arrival);
      case ELSEWHERE -> isIn(strayed, block, student) ? this : strayed(student, arrival);
      case EXPECTED, PROMPTED, LATE, MISSING, STAYING, EXCUSED, DEPARTED -> this;
    };
  }

  private Settling arrived(Floor floor, PersonId student, Arrival arrival) {
    var lost =
        floor
            .lineOf(student, arrival.block())
            .flatMap(timeline -> timeline.block(arrival.block()))
            .map(block -> afterMove(block, floor.at()))
            .orElse(Duration.ZERO);
    boolean isLate = arrival.lateBy().isPositive();
    var next =
        counted(arrival.block(), arrival.due(), settle -> settle.arrived(floor.at(), isLate, lost));
    return new Settling(
        next.blocks, next.totals, onTheWay, with(arrived, arrival.block(), student), strayed);
  }

  private static Duration afterMove(Block block, Instant at) {
    var settleAt = Phases.of(block).settleAt();
    return at.isAfter(settleAt) ? Duration.between(settleAt, at) : Duration.ZERO;
  }

  private Settling strayed(PersonId student, Arrival arrival) {
    var next = counted(arrival.block(), arrival.due(), Settle::strayed);
    return new Settling(
        next.blocks, next.totals, onTheWay, arrived, with(strayed, arrival.block(), student));
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

  /// The same change at a station and in the sum over all of them.
  private Settling counted(BlockId block, StationId station, UnaryOperator<Settle> change) {
    var stations = blocks.getOrDefault(block, HashTreePMap.empty());
    var settle = Optional.ofNullable(stations.get(station)).orElseGet(() -> begun(block));
    var total = Objects.requireNonNull(totals.get(block));
    return new Settling(
        blocks.plus(block, stations.plus(station, change.apply(settle))),
        totals.plus(block, change.apply(total)),
        onTheWay,
        arrived,
        strayed);
  }

  // --- On their way
  // --------------------------------------------------------------------------------

  private Settling lookedAtAnew(Floor floor) {
    var next = with(HashTreePMap.empty());
    for (var student : floor.arrivals().keySet()) {
      next = next.counted(next, floor, student, 1);
    }
    return next;
  }

  /// @param before the figures before, on the floor before
  private Settling comeOrGone(
      Settling before, Floor floorBefore, Floor floor, Iterable<PersonId> students) {
    var next = this;
    for (var student : students) {
      next = next.counted(before, floorBefore, student, -1).counted(this, floor, student, 1);
    }
    return next;
  }

  /// Counts a student who is on her way by these figures, or does not any more.
  private Settling counted(Settling by, Floor floor, PersonId student, int n) {
    var arrival = floor.arrivals().get(student);
    return arrival != null && by.isOnHerWay(student, arrival) && floor.isMeasured(arrival.due())
        ? counted(arrival.block(), arrival.due(), CALLED_LATE.contains(arrival.state()), n)
        : this;
  }

  private boolean isOnHerWay(PersonId student, Arrival arrival) {
    return OUT.contains(arrival.state())
        && arrived.containsKey(arrival.block())
        && !isIn(arrived, arrival.block(), student);
  }

  private Settling counted(BlockId block, StationId station, boolean isLate, int n) {
    var old = onTheWay.getOrDefault(block, HashTreePMap.empty());
    var way = old.getOrDefault(station, OnTheWay.NOBODY).plus(n, isLate ? n : 0);
    var ways = way.equals(OnTheWay.NOBODY) ? old.minus(station) : old.plus(station, way);
    return with(ways.isEmpty() ? onTheWay.minus(block) : onTheWay.plus(block, ways));
  }

  private Settling with(PMap<BlockId, PMap<StationId, OnTheWay>> ways) {
    return new Settling(blocks, totals, ways, arrived, strayed);
  }

  private static Optional<Arrival> in(Floor floor, PersonId student, BlockId block) {
    return Optional.ofNullable(floor.arrivals().get(student))
        .filter(arrival -> arrival.block().equals(block));
  }

  private static List<PersonId> idsOf(Floor floor, ScheduleId schedule) {
    return floor.studentsOf(schedule).stream().map(Student::id).toList();
  }
}
