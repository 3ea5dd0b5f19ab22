package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Event.StayAllowed;
import dev.carillon.floor.Event.StayEnded;
import dev.carillon.floor.Placing.Stay;
import dev.carillon.floor.Result.AtStation;
import dev.carillon.floor.Result.RunsOver;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A class that needs a moment more than the block has. A teacher moves no bell of the school: the
/// bell rings, and those who are with her may stay, as whoever may finish a test does. Whom she
/// keeps waiting she is told first.
record RunningOver(Floor floor, Stamp stamp) {
  /// Who needs more asks the leaders to hold the bell.
  static final Duration OVER_MAX = Duration.ofMinutes(10);

  private static final Set<ArrivalState> NOT_THERE =
      Set.of(
          ArrivalState.ELSEWHERE,
          ArrivalState.EXCUSED,
          ArrivalState.DEPARTED,
          ArrivalState.MISSING);

  Decision decide(StationId station, int minutes) {
    var known = Optional.ofNullable(floor.school().stations().get(station));
    if (known.isEmpty()) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    boolean may = stamp.role().leads() || stamp.role() == Role.TEACHER;
    if (!may || !PlacingRules.mayAt(floor, stamp, station)) {
      return refuse(may ? Refusal.NOT_YOUR_ROOM : Refusal.NOT_YOURS_TO_DO);
    }
    return minutes == 0 ? takenBack(station) : longer(known.get(), Duration.ofMinutes(minutes));
  }

  /// Said once more it is so much longer still.
  private Decision longer(Station station, Duration more) {
    var events = new ArrayList<Event>();
    for (var student : there(station.id())) {
      var place = floor.assignmentNow(student).orElseThrow();
      var end = endOf(student);
      if (end.isEmpty()) {
        continue;
      }
      var before = Optional.ofNullable(floor.placing().stays().get(student));
      if (before.filter(stay -> stay.reason() != StayReason.CLASS).isPresent()) {
        continue;
      }
      var until = before.map(Stay::until).orElse(end.get()).plus(more);
      if (Duration.between(end.get(), until).compareTo(OVER_MAX) > 0) {
        return refuse(Refusal.OVER_ENOUGH, Map.of("minutes", "" + OVER_MAX.toMinutes()));
      }
      events.add(
          new StayAllowed(
              student,
              before.map(Stay::place).orElse(place),
              StayReason.CLASS,
              stamp.who(),
              until,
              stamp.at()));
    }
    return events.isEmpty()
        ? refuse(Refusal.NOBODY_NAMED)
        : accept(events, result(station, events));
  }

  /// Whoever is to be there in the block that runs and was not seen to be elsewhere.
  private List<PersonId> there(StationId station) {
    return floor.attendance().roster(station).stream()
        .filter(student -> isThere(student, station))
        .sorted(Comparator.comparing(PersonId::value))
        .toList();
  }

  private boolean isThere(PersonId student, StationId station) {
    var arrival = floor.arrivals().get(student);
    return arrival != null
        && arrival.due().equals(station)
        && !NOT_THERE.contains(arrival.state())
        && floor
            .assignmentNow(student)
            .filter(place -> place.source() != Source.STAY && place.source() != Source.GATHERING)
            .isPresent();
  }

  /// When the block she is in ends, while it runs.
  private Optional<Instant> endOf(PersonId student) {
    return floor
        .timelineOf(student)
        .filter(line -> line.running().equals(Timeline.GOING) && !line.ended())
        .flatMap(line -> line.blockAt(stamp.at()))
        .map(Block::end);
  }

  private Result result(Station station, List<Event> events) {
    var after = floor;
    var students = new ArrayList<PersonId>();
    var until = stamp.at();
    for (var event : events) {
      after = after.evolve(event).floor();
      if (event instanceof StayAllowed allowed) {
        students.add(allowed.student());
        until = allowed.until().isAfter(until) ? allowed.until() : until;
      }
    }
    return new RunsOver(
        students.size(), until, awaited(station, students), crowded(after, station, students));
  }

  private List<AtStation> awaited(Station here, List<PersonId> students) {
    var byStation = new TreeMap<StationId, Integer>(Comparator.comparing(StationId::value));
    for (var student : students) {
      next(student)
          .map(Assignment::station)
          .filter(station -> !station.equals(here.id()))
          .ifPresent(station -> byStation.merge(station, 1, Integer::sum));
    }
    return listed(byStation);
  }

  private Optional<Assignment> next(PersonId student) {
    return HelpClosing.nextBlock(floor, student)
        .flatMap(block -> floor.assignmentAt(student, block));
  }

  /// So many come with the bell for whom there is no place while they stay.
  private static List<AtStation> crowded(Floor after, Station here, List<PersonId> students) {
    int over =
        students.stream()
            .flatMap(student -> nextBlock(after, student).stream())
            .distinct()
            .mapToInt(block -> new Placement(after).load(here, block, Set.of()))
            .map(load -> load - FreeSeats.cap(here))
            .max()
            .orElse(0);
    return over > 0 ? List.of(new AtStation(here.id(), over)) : List.of();
  }

  private static Optional<Block> nextBlock(Floor floor, PersonId student) {
    return HelpClosing.nextBlock(floor, student)
        .flatMap(id -> floor.lineOf(student, id).flatMap(line -> line.block(id)));
  }

  private static List<AtStation> listed(Map<StationId, Integer> byStation) {
    return byStation.entrySet().stream()
        .map(each -> new AtStation(each.getKey(), each.getValue()))
        .toList();
  }

  private Decision takenBack(StationId station) {
    var events =
        floor.placing().stays().entrySet().stream()
            .filter(each -> each.getValue().reason() == StayReason.CLASS)
            .filter(each -> each.getValue().place().station().equals(station))
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(PersonId::value))
            .map(student -> (Event) new StayEnded(student, stamp.who(), stamp.at()))
            .toList();
    return accept(events, new Result.StudentsMarked(events.size()));
  }
}
