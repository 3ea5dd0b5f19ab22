package dev.carillon.floor;

import dev.carillon.floor.Event.StudentsRegrouped;
import dev.carillon.floor.Event.TurningEvent;
import dev.carillon.floor.Event.TurnsMerged;
import dev.carillon.floor.Event.TurnsParted;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Placing.Change;
import dev.carillon.floor.Touched.Part;
import dev.carillon.floor.Turning.Joined;
import dev.carillon.floor.Turning.Regrouped;
import dev.carillon.school.Block;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What joining, parting and evening out groups changes: whoever is due elsewhere in a turn that
/// runs or is to come is told of the first such turn.
record TurningFacts(Floor floor) {
  Evolved evolve(TurningEvent event) {
    var turns = new LocalTurns(floor);
    return switch (event) {
      case TurnsMerged(var line, _, var from, _, var at) ->
          changed(after(event), line, turns.turnsFrom(line, from), at);
      case TurnsParted(var line, _, var from, _, var at) ->
          changed(after(event), line, turns.turnsFrom(line, from), at);
      case StudentsRegrouped(var line, _, _, var from, _, var at) ->
          changed(after(event), line, turns.turnsToday(line, from), at);
    };
  }

  /// The floor with the change, and before anybody is told of it.
  private Floor after(TurningEvent event) {
    var turning = floor.placing().turning();
    var next =
        switch (event) {
          case TurnsMerged(var line, var joint, var from, _, _) ->
              turning.with(line, new Joined(joint, from, false));
          case TurnsParted(var line, var joint, var from, _, _) ->
              turning.with(line, new Joined(joint, from, true));
          case StudentsRegrouped regrouped -> with(turning, regrouped);
        };
    return floor.next().placing(floor.placing().turning(next)).at(event.at());
  }

  private static Turning with(Turning turning, StudentsRegrouped event) {
    var next = turning;
    for (var move : event.students()) {
      var regrouped = new Regrouped(event.rotation(), move.to(), event.from());
      next = next.with(move.student(), regrouped);
    }
    return next;
  }

  private Evolved changed(Floor after, ScheduleId line, List<Block> turns, Instant at) {
    var shifts =
        new LocalTurns(floor)
            .rotationOf(line)
            .map(rotation -> TurnShifts.between(floor, after, rotation, turns).first())
            .orElseGet(Map::of);
    var placing = after.placing();
    var stations = new HashSet<StationId>();
    for (var shift : shifts.values()) {
      placing = placing.changed(shift.student(), new Change(shift.turn(), shift.from(), at, false));
      stations.addAll(List.of(shift.from(), shift.to()));
    }
    var students = Set.copyOf(shifts.keySet());
    var touched = Touched.part(Part.PLACING).and(Touched.arrivals(students, stations));
    return new Whereabouts(after.next().placing(placing).at(at)).after(students, at, touched);
  }
}
