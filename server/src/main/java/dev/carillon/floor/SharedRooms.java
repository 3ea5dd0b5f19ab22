package dev.carillon.floor;

import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Placing.Wait;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A lab that two schedules share: while the class of one runs over, the class of the other is not
/// sent. It stays where it was until there is room for all of it.
///
/// On a day as planned nobody waits, because planners never fill a station beyond its hard cap.
record SharedRooms(Floor floor) {
  /// The floor on which those wait who do not fit where they are due now.
  ///
  /// @param before the floor on which they were in the block before
  Floor entered(Floor before, Collection<PersonId> entering, Instant at) {
    var placing = floor.placing().notWaiting(entering);
    var next = floor.next().placing(placing).at(floor.at());
    for (var group : coming(before, next, entering).entrySet()) {
      if (!hasRoom(before, group.getKey(), group.getValue().size(), entering, at)) {
        for (var place : group.getValue()) {
          placing = waiting(placing, before, place, at);
        }
      }
    }
    return floor.next().placing(placing).at(floor.at());
  }

  private static Placing waiting(Placing placing, Floor before, Assignment place, Instant at) {
    return before
        .assignmentNow(place.student())
        .map(old -> new Wait(place, old.station(), old.seat(), at))
        .map(wait -> placing.waiting(place.student(), wait))
        .orElse(placing);
  }

  /// By the station they are due at and are not at yet.
  private static Map<StationId, List<Assignment>> coming(
      Floor before, Floor next, Collection<PersonId> entering) {
    var coming = new HashMap<StationId, List<Assignment>>();
    for (var student : entering) {
      var was = before.assignmentNow(student).map(Assignment::station);
      next.assignmentNow(student)
          .filter(place -> was.filter(place.station()::equals).isEmpty())
          .ifPresent(
              place -> coming.computeIfAbsent(place.station(), _ -> new ArrayList<>()).add(place));
    }
    return coming;
  }

  /// Whoever of another schedule is in the middle of a block there takes a seat; where nobody is,
  /// the planner has counted already.
  private static boolean hasRoom(
      Floor floor, StationId id, int more, Collection<PersonId> entering, Instant at) {
    var station = floor.school().stations().get(id);
    int others = 0;
    for (var student : floor.attendance().roster(id)) {
      if (!entering.contains(student) && floor.blockNow(student, at).isPresent()) {
        others++;
      }
    }
    return others == 0 || station == null || others + more <= FreeSeats.cap(station);
  }

  /// The floor on which those go who wait for a place that has room by now.
  static Evolved released(Evolved evolved) {
    var floor = evolved.floor();
    if (floor.placing().waits().isEmpty()) {
      return evolved;
    }
    var at = floor.at();
    var waiting = new HashMap<StationId, List<PersonId>>();
    floor
        .placing()
        .waits()
        .forEach(
            (student, wait) ->
                waiting
                    .computeIfAbsent(wait.place().station(), _ -> new ArrayList<>())
                    .add(student));
    var next = evolved;
    for (var group : waiting.entrySet()) {
      var students = group.getValue();
      if (hasRoom(floor, group.getKey(), students.size(), students, at)) {
        var placing = next.floor().placing().notWaiting(students);
        var free = next.floor().next().placing(placing).at(at);
        next = new Whereabouts(free).after(students, at, next.touched());
      }
    }
    return next;
  }
}
