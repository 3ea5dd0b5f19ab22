package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where somebody is to be right now: the one place that decides it (ADR 16).
///
/// What gathers everybody comes first; then who was called, then who may stay, then who sat down by
/// herself, then where she was put or planned. Somebody who is away has a place all the same: the
/// one she comes back to.
record Placement(Floor floor) {
  Optional<Assignment> now(PersonId student) {
    var timeline = floor.timelineOf(student);
    return timeline
        .flatMap(Timeline::current)
        .flatMap(block -> floor.assignmentAt(student, block.id()))
        .map(
            place ->
                floor
                    .scheduleOf(student)
                    .flatMap(Timeline::insertion)
                    .flatMap(Insertion::station)
                    .flatMap(station -> at(place, station, "", Source.GATHERING))
                    .or(() -> called(student, place))
                    .or(() -> staying(student, place))
                    .or(() -> waiting(student, place))
                    .or(() -> sitting(student, place))
                    .orElse(place));
  }

  private Optional<Assignment> called(PersonId student, Assignment place) {
    return floor
        .placing()
        .callOf(student)
        .flatMap(call -> at(place, call.station(), "", source(call)));
  }

  private static Source source(CallUp call) {
    return Appointments.isOne(call.id()) ? Source.APPOINTMENT : Source.CALL_UP;
  }

  private Optional<Assignment> sitting(PersonId student, Assignment place) {
    return floor
        .learning()
        .flex()
        .sittingOf(student)
        .filter(sitting -> sitting.block().equals(place.block()))
        .flatMap(sitting -> at(place, sitting.station(), "", Source.STUDENT_CHOICE));
  }

  private Optional<Assignment> staying(PersonId student, Assignment place) {
    return Optional.ofNullable(floor.placing().stays().get(student))
        .filter(stay -> !stay.place().block().equals(place.block()))
        .flatMap(stay -> at(place, stay.place().station(), stay.place().seat(), Source.STAY));
  }

  private Optional<Assignment> waiting(PersonId student, Assignment place) {
    return Optional.ofNullable(floor.placing().waits().get(student))
        .filter(wait -> wait.place().equals(place))
        .flatMap(wait -> at(place, wait.at(), wait.seat(), Source.NO_ROOM));
  }

  private Optional<Assignment> at(Assignment place, StationId station, String seat, Source by) {
    return Optional.ofNullable(floor.school().stations().get(station))
        .map(known -> place.at(known, seat, by));
  }

  /// How a student stands in a place before anybody has seen her there.
  ArrivalState state(PersonId student, Assignment place) {
    var away = floor.placing().away().get(student);
    if (away != null) {
      return away == AwayKind.HOME ? ArrivalState.DEPARTED : ArrivalState.EXCUSED;
    }
    boolean stays = place.source() == Source.STAY || place.source() == Source.NO_ROOM;
    return stays ? ArrivalState.STAYING : ArrivalState.EXPECTED;
  }

  /// How many others are to be at a station while a block runs, whatever their schedule; whoever
  /// may stay there over the bell is one of them.
  int load(Station station, Block block, Set<PersonId> but) {
    int load = 0;
    for (var student : floor.school().students()) {
      if (!but.contains(student.id())
          && seats(student, floor.dayOf(student.id()), block).contains(station.id())) {
        load++;
      }
    }
    return load;
  }

  /// How many are to be at each station while each of these blocks runs. Looks at the whole school
  /// once.
  Map<BlockId, Map<StationId, Integer>> loads(List<Block> blocks) {
    var loads = new HashMap<BlockId, Map<StationId, Integer>>();
    for (var student : floor.school().students()) {
      var day = floor.dayOf(student.id());
      for (var block : blocks) {
        var there = loads.computeIfAbsent(block.id(), _ -> new HashMap<>());
        seats(student, day, block).forEach(station -> there.merge(station, 1, Integer::sum));
      }
    }
    return loads;
  }

  /// A seat is hers where she is to be, where she may stay, and where she goes back to when she is
  /// called away.
  private Set<StationId> seats(Student student, List<Block> day, Block block) {
    var seats = new HashSet<StationId>();
    if (!floor.timelines().containsKey(student.schedule())) {
      return seats;
    }
    var stay = floor.placing().stays().get(student.id());
    if (stay != null && stay.until().isAfter(block.start())) {
      seats.add(stay.place().station());
    }
    var current = floor.timelineOf(student.id()).flatMap(Timeline::current).map(Block::id);
    for (var other : day) {
      if (other.start().isBefore(block.end()) && block.start().isBefore(other.end())) {
        var now = current.filter(other.id()::equals).flatMap(_ -> now(student.id()));
        Stream.concat(now.stream(), floor.assignmentAt(student.id(), other.id()).stream())
            .forEach(place -> seats.add(place.station()));
      }
    }
    return seats;
  }
}
