package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Settling.OnTheWay;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What a floor counts as it changes, counted anew by looking at everybody.
final class Recount {
  private static final Set<ArrivalState> OUT =
      EnumSet.of(
          ArrivalState.EXPECTED,
          ArrivalState.PROMPTED,
          ArrivalState.LATE,
          ArrivalState.MISSING,
          ArrivalState.ELSEWHERE);

  private final Floor floor;
  private final Supplier<String> where;

  private Recount(Floor floor, Supplier<String> where) {
    this.floor = floor;
    this.where = where;
  }

  /// Whether all that is kept is what is so.
  static void check(Floor floor, Supplier<String> where) {
    var recount = new Recount(floor, where);
    recount.seats();
    recount.settled();
    for (var station : floor.school().stations().values()) {
      floor.timelines().values().stream()
          .flatMap(timeline -> timeline.blocks().stream())
          .forEach(block -> recount.load(station, block));
    }
  }

  /// The same for a large school, at which only one seat in many is looked at.
  static void checkSome(Floor floor, int which, Supplier<String> where) {
    var recount = new Recount(floor, where);
    recount.seats();
    recount.settled();
    var stations = floor.school().stations().values().stream().toList();
    for (var timeline : floor.timelines().values()) {
      var blocks = timeline.blocks();
      recount.load(
          stations.get(Math.floorMod(which, stations.size())),
          blocks.get(Math.floorMod(which, blocks.size())));
    }
  }

  private void seats() {
    assertThat(floor.seating()).as(where).isEqualTo(Seating.of(floor));
    var there = new HashMap<StationId, Integer>();
    for (var student : floor.school().students()) {
      floor
          .assignmentNow(student.id())
          .map(Assignment::station)
          .ifPresent(station -> there.merge(station, 1, Integer::sum));
    }
    for (var station : floor.school().stations().keySet()) {
      assertThat(floor.freeSeats().there(station))
          .as(where)
          .isEqualTo(there.getOrDefault(station, 0));
    }
  }

  private void load(Station station, Block block) {
    var but = floor.school().students().stream().map(Student::id).findFirst().map(Set::of);
    long load =
        floor.school().students().stream()
            .filter(student -> !but.orElse(Set.of()).contains(student.id()))
            .filter(student -> isThere(student.id(), station.id(), block))
            .count();
    assertThat(new Placement(floor).load(station, block, but.orElse(Set.of())))
        .as(() -> where.get() + ": " + station.id() + " in " + block.id())
        .isEqualTo((int) load);
  }

  private boolean isThere(PersonId student, StationId station, Block block) {
    var stay = floor.placing().stays().get(student);
    if (floor.scheduleOf(student).isPresent()
        && stay != null
        && stay.until().isAfter(block.start())
        && stay.place().station().equals(station)) {
      return true;
    }
    var current = floor.timelineOf(student).flatMap(Timeline::current).map(Block::id);
    return floor.dayOf(student).stream()
        .filter(other -> other.start().isBefore(block.end()))
        .filter(other -> block.start().isBefore(other.end()))
        .flatMap(other -> places(student, other.id(), current))
        .anyMatch(place -> place.station().equals(station));
  }

  private Stream<Assignment> places(PersonId student, BlockId block, Optional<BlockId> current) {
    var now = current.filter(block::equals).flatMap(_ -> floor.assignmentNow(student));
    return Stream.concat(now.stream(), floor.assignmentAt(student, block).stream());
  }

  private void settled() {
    assertThat(floor.settled()).as(where).isEqualTo(standing());
    floor
        .settled()
        .forEach(
            (block, stations) -> {
              stations.forEach(
                  (station, settle) ->
                      assertThat(floor.settling().standing(block, station))
                          .as(where)
                          .contains(settle));
              stations.values().stream()
                  .reduce(Settle::and)
                  .ifPresent(
                      all -> assertThat(floor.settling().standing(block)).as(where).contains(all));
              assertThat(floor.settling().stations(block)).as(where).isEqualTo(stations.keySet());
            });
  }

  private Map<BlockId, PMap<StationId, Settle>> standing() {
    var standing = new HashMap<>(floor.settling().blocks());
    for (var timeline : floor.timelines().values()) {
      var block = timeline.entered();
      if (!timeline.ended() && block.isPresent()) {
        for (var student : floor.studentsOf(timeline.id())) {
          var arrival = floor.arrivals().get(student.id());
          if (arrival != null && arrival.block().equals(block.get()) && isOut(student, arrival)) {
            standing.merge(block.get(), absent(arrival), Recount::sum);
          }
        }
      }
    }
    return standing;
  }

  private boolean isOut(Student student, Arrival arrival) {
    var arrived = floor.settling().arrived().get(arrival.block());
    return OUT.contains(arrival.state())
        && floor.isMeasured(arrival.due())
        && (arrived == null || !arrived.contains(student.id()));
  }

  private PMap<StationId, Settle> absent(Arrival arrival) {
    boolean isLate =
        arrival.state() == ArrivalState.LATE || arrival.state() == ArrivalState.MISSING;
    var one = Settle.begun(bellAt(arrival.block())).and(new OnTheWay(1, isLate ? 1 : 0));
    return HashTreePMap.singleton(arrival.due(), one);
  }

  private Instant bellAt(BlockId block) {
    return floor.settling().totals().get(block).bellAt();
  }

  private static PMap<StationId, Settle> sum(
      PMap<StationId, Settle> all, PMap<StationId, Settle> more) {
    var sum = all;
    for (var each : more.entrySet()) {
      var known = sum.get(each.getKey());
      sum = sum.plus(each.getKey(), known == null ? each.getValue() : known.and(each.getValue()));
    }
    return sum;
  }
}
