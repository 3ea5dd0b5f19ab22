package dev.carillon.load;

import dev.carillon.floor.Arrival;
import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Tally;
import dev.carillon.floor.Timeline;
import dev.carillon.log.Placed;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Goal: nothing that must always be so was not so at any moment of a day. Method: the log is
/// folded from its first entry, and after each entry everything is counted from scratch; what the
/// floor counts by itself is only compared.
final class DayChecks {
  private final List<String> faults = new ArrayList<>();
  private final Set<BellId> rung = new HashSet<>();
  private final List<Event> events = new ArrayList<>();
  private Floor floor;

  private DayChecks(DayOpened day) {
    this.floor = Floor.opened(day);
  }

  /// @param log from the entry that opened the day
  static DayChecks of(List<Placed> log) {
    var first = (DayOpened) log.getFirst().entry().events().getFirst();
    var checks = new DayChecks(first);
    for (var placed : log.subList(1, log.size())) {
      placed.entry().events().forEach(checks::next);
      checks.check("seq " + placed.at().seq());
    }
    return checks;
  }

  /// In sentences; empty when every promise was kept.
  List<String> faults() {
    return List.copyOf(faults);
  }

  Floor floor() {
    return floor;
  }

  /// How many schedules the school runs, turns inside their blocks not counted.
  int schedules() {
    return (int)
        floor.timelines().values().stream().filter(timeline -> timeline.local().isEmpty()).count();
  }

  <E extends Event> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Blocks that stand in the plan as the day ended, and whose move bell nobody heard.
  List<String> unheard() {
    var unheard = new ArrayList<String>();
    for (var timeline : floor.timelines().values()) {
      for (var block : timeline.blocks()) {
        var bell = BellId.of(timeline.date(), block.id(), BellKind.MOVE);
        if (block.bells().contains(BellKind.MOVE) && !rung.contains(bell)) {
          unheard.add(bell.value());
        }
      }
    }
    return unheard;
  }

  private void next(Event event) {
    events.add(event);
    switch (event) {
      case BellRang rang when !rung.add(rang.bell()) ->
          faults.add(rang.bell().value() + " rang twice");
      case BellMissed missed -> faults.add(missed.bell().value() + " was missed");
      default -> {}
    }
    floor = floor.evolve(event).floor();
  }

  private void check(String where) {
    floor.timelines().values().forEach(timeline -> boundaries(timeline, where));
    var states = new EnumMap<ArrivalState, Integer>(ArrivalState.class);
    var due = new HashMap<StationId, Integer>();
    for (var student : floor.school().students()) {
      place(student, where);
      var arrival = floor.arrivals().get(student.id());
      if (arrival != null) {
        states.merge(arrival.state(), 1, Integer::sum);
        due.merge(arrival.due(), 1, Integer::sum);
      }
    }
    counts(states, due, where);
  }

  private void boundaries(Timeline timeline, String where) {
    Block before = null;
    for (var block : timeline.blocks()) {
      boolean isAfter = before == null || !block.start().isBefore(before.end());
      if (!isAfter || !block.start().isBefore(block.end())) {
        faults.add(where + ": the boundaries of " + timeline.id().value() + " do not increase");
      }
      before = block;
    }
  }

  /// Whoever has a schedule has one place, and it is the place where she is expected.
  private void place(Student student, String where) {
    var place = floor.assignmentNow(student.id());
    var arrival = floor.arrivals().get(student.id());
    if (place.isPresent() != (arrival != null)) {
      faults.add(where + ": " + student.id().value() + " has a place or an arrival, not both");
      return;
    }
    if (arrival != null && !isThere(arrival, place.get().station())) {
      faults.add(where + ": " + student.id().value() + " is due at two places");
    }
  }

  private static boolean isThere(Arrival arrival, StationId station) {
    return arrival.due().equals(station);
  }

  private void counts(
      Map<ArrivalState, Integer> states, Map<StationId, Integer> due, String where) {
    if (!states.equals(counted(floor.attendance().everyone()))) {
      faults.add(where + ": " + states + " counted as " + floor.attendance().everyone());
    }
    for (var station : floor.school().stations().keySet()) {
      int planned = floor.attendance().at(station).planned();
      if (planned != due.getOrDefault(station, 0)) {
        faults.add(where + ": " + planned + " planned at " + station.value());
      }
    }
  }

  private static Map<ArrivalState, Integer> counted(Tally tally) {
    var counted = new EnumMap<ArrivalState, Integer>(ArrivalState.class);
    counted.put(ArrivalState.EXPECTED, tally.expected());
    counted.put(ArrivalState.PROMPTED, tally.prompted());
    counted.put(ArrivalState.ARRIVED, tally.arrived());
    counted.put(ArrivalState.LATE, tally.late());
    counted.put(ArrivalState.MISSING, tally.missing());
    counted.put(ArrivalState.ELSEWHERE, tally.elsewhere());
    counted.put(ArrivalState.STAYING, tally.staying());
    counted.put(ArrivalState.EXCUSED, tally.excused());
    counted.put(ArrivalState.DEPARTED, tally.departed());
    counted.values().removeIf(count -> count == 0);
    return counted;
  }
}
