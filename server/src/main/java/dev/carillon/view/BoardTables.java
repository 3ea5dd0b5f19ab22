package dev.carillon.view;

import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Cut.PerRow;
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

  Recut cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    var stations = sight.stations(each -> CommonTables.station(floor, each));
    var departures =
        new PerRow<PersonId>(sight.roll()::ids, id -> Integer.toString(slot(id)), this::departure);
    return cut.perRow("stations", change.whole(), sight.stations(change), stations)
        .perRow("departures", change.plan(), sight.students(change), departures)
        .done();
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
    var stops = new LinkedHashMap<String, List<String>>();
    for (var timeline : sight.timeline(sight.student(id)).stream().toList()) {
      for (var block : timeline.blocks()) {
        put(stops, id, block.id());
        for (var turns : sight.floor().turnsOf(id, block.id()).stream().toList()) {
          turns.blocks().forEach(turn -> put(stops, id, turn.id()));
        }
      }
    }
    return stops;
  }

  private void put(Map<String, List<String>> stops, PersonId id, BlockId block) {
    for (var stop : sight.floor().assignmentAt(id, block).stream().toList()) {
      var station = sight.station(stop.station());
      stops.put(block.value(), List.of(station.id().value(), Sight.code(station, stop.seat())));
    }
  }
}
