package dev.carillon.view;

import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Cut.PerStudent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What hangs on a wall: where everybody goes, by the name she lets it show, each on a line that
/// never moves. Nothing about arrivals or help.
final class BoardTables {
  private final Sight sight;

  BoardTables(Sight sight) {
    this.sight = sight;
  }

  View cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    var departures = new PerStudent(id -> Integer.toString(slot(id)), this::departure);
    return cut.table("stations", change.placing(), this::stations)
        .perStudent("departures", change.plan(), change.students(), sight.roll(), departures)
        .done();
  }

  private List<Row.BoardStation> stations() {
    return sight.floor().school().stations().values().stream()
        .map(each -> CommonTables.station(sight.floor(), each))
        .toList();
  }

  private int slot(PersonId student) {
    return sight.roll().slots().getOrDefault(student, 0);
  }

  private Optional<Row.Departure> departure(PersonId student) {
    int slot = slot(student);
    var name = Roll.shownName(sight.student(student));
    return Optional.of(
        new Row.Departure(Integer.toString(slot), slot, name, stops(student), changed(student)));
  }

  /// Whose stop is another one than was planned.
  private Optional<List<String>> changed(PersonId student) {
    var moved = sight.floor().placing().moved().get(student);
    return Optional.ofNullable(moved)
        .map(blocks -> blocks.keySet().stream().map(Id::value).sorted().toList());
  }

  private Map<String, List<String>> stops(PersonId id) {
    var student = sight.student(id);
    var stops = new LinkedHashMap<String, List<String>>();
    for (var timeline : sight.timeline(student).stream().toList()) {
      for (var block : timeline.blocks()) {
        for (var stop : sight.floor().assignmentAt(id, block.id()).stream().toList()) {
          var station = sight.station(stop.station());
          var code = Sight.code(station, stop.seat());
          stops.put(block.id().value(), List.of(station.id().value(), code));
        }
      }
    }
    return stops;
  }
}
