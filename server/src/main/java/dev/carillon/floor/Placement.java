package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
      return away.kind() == AwayKind.HOME ? ArrivalState.DEPARTED : ArrivalState.EXCUSED;
    }
    boolean stays = place.source() == Source.STAY || place.source() == Source.NO_ROOM;
    return stays ? ArrivalState.STAYING : ArrivalState.EXPECTED;
  }

  /// How many others have a seat at a station while a block runs, whatever their schedule: those
  /// who are to be there, those who may stay there over the bell, and those who go back there when
  /// they are called away. Looks at whoever is there and not at the whole school.
  int load(Station station, Block block, Set<PersonId> but) {
    var blocks = sharing(block);
    var planned = planned(station.id(), blocks);
    var others = new HashSet<PersonId>();
    others.addAll(visiting(station.id(), blocks));
    others.addAll(staying(station.id(), block.start()));
    others.removeAll(but);
    others.removeAll(planned);
    return planned.size() - (int) but.stream().filter(planned::contains).count() + others.size();
  }

  /// How many have a seat at each station while each of these blocks runs.
  Map<BlockId, Map<StationId, Integer>> loads(List<Block> blocks) {
    var loads = new HashMap<BlockId, Map<StationId, Integer>>();
    for (var block : blocks) {
      var there = loads.computeIfAbsent(block.id(), _ -> new HashMap<>());
      for (var station : floor.school().stations().values()) {
        there.put(station.id(), load(station, block, Set.of()));
      }
    }
    return loads;
  }

  /// The blocks that run at some instant of this one.
  private Set<BlockId> sharing(Block block) {
    var sharing = new HashSet<BlockId>();
    for (var timeline : floor.timelines().values()) {
      for (var other : timeline.blocks()) {
        if (other.start().isBefore(block.end()) && block.start().isBefore(other.end())) {
          sharing.add(other.id());
        }
      }
    }
    return sharing;
  }

  private Set<PersonId> planned(StationId station, Set<BlockId> blocks) {
    var sets = blocks.stream().map(each -> floor.seating().at(each, station)).toList();
    return switch (sets.size()) {
      case 1 -> sets.getFirst();
      default -> sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    };
  }

  /// Who is to be there for the moment, wherever her place in her block is.
  private Set<PersonId> visiting(StationId station, Set<BlockId> blocks) {
    boolean runs =
        floor.timelines().values().stream()
            .flatMap(timeline -> timeline.current().stream())
            .anyMatch(block -> blocks.contains(block.id()));
    return runs
        ? floor.attendance().roster(station).stream()
            .filter(student -> isIn(student, blocks))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private boolean isIn(PersonId student, Set<BlockId> blocks) {
    var arrival = floor.arrivals().get(student);
    return arrival != null && blocks.contains(arrival.block());
  }

  private Set<PersonId> staying(StationId station, Instant start) {
    return floor.placing().stays().entrySet().stream()
        .filter(entry -> entry.getValue().place().station().equals(station))
        .filter(entry -> entry.getValue().until().isAfter(start))
        .map(Map.Entry::getKey)
        .filter(student -> floor.scheduleOf(student).isPresent())
        .collect(Collectors.toSet());
  }
}
