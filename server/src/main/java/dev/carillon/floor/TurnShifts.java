package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a change of turns has students elsewhere than before, in the order of the turns.
record TurnShifts(List<Shift> all) {
  record Shift(PersonId student, BlockId turn, StationId from, StationId to) {}

  /// @param turns those that may be concerned
  static TurnShifts between(Floor before, Floor after, LocalRotation rotation, List<Block> turns) {
    var shifts = new ArrayList<Shift>();
    for (var turn : turns) {
      for (var student : new LocalTurns(before).studentsOf(rotation)) {
        var was = before.assignmentAt(student.id(), turn.id()).map(Assignment::station);
        var is = after.assignmentAt(student.id(), turn.id()).map(Assignment::station);
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
          shifts.add(new Shift(student.id(), turn.id(), was.get(), is.get()));
        }
      }
    }
    return new TurnShifts(List.copyOf(shifts));
  }

  /// The first one of each student: what she is told.
  Map<PersonId, Shift> first() {
    var first = new LinkedHashMap<PersonId, Shift>();
    all.forEach(shift -> first.putIfAbsent(shift.student(), shift));
    return first;
  }
}
