package dev.carillon.view;

import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.BoardTerms;
import dev.carillon.school.BoardTerms.Shows;
import dev.carillon.school.Group;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import dev.carillon.view.Cut.PerRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What hangs on a wall: where to go, and when. Of students only those whom this board is for, by
/// what each lets it show and in a place that stays hers. Nothing about arrivals or help.
final class BoardTables {
  private static final int SHAPES = 8;

  private final Sight sight;
  private final Optional<Board> board;
  private final BoardTerms terms;

  BoardTables(Sight sight, Optional<PersonId> board) {
    this.sight = sight;
    this.board =
        board
            .map(sight.floor().school().people()::get)
            .filter(Board.class::isInstance)
            .map(Board.class::cast);
    this.terms = this.board.map(Board::terms).orElse(BoardTerms.PLAIN);
  }

  Recut cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    cut.table("board", change.whole(), () -> List.of(own()))
        .perRow("stations", change.whole(), stationsOf(change), stations())
        .table(
            "announcements",
            change.announcements() || moves(change),
            () -> new MessageRows(sight).ofBoard(this::hangsFor));
    switch (terms.shows()) {
      case NAMES, ROOM -> cut.perRow("departures", change.plan(), sight.students(change), names());
      case GROUPS -> cut.table("departures", moves(change), this::groups);
      case DOOR -> cut.table("doors", moves(change), this::doors);
      case COUNTDOWN -> {}
    }
    return cut.done();
  }

  private static boolean moves(Change change) {
    return change.plan() || !change.students().isEmpty();
  }

  // The board itself
  // --------------------------------------------------------------------------------

  private Row.Board own() {
    boolean ranged = board.isPresent() && terms.shows() == Shows.NAMES;
    var alike = alike();
    return new Row.Board(
        "board",
        board.map(Board::name).orElse(""),
        Sight.word(terms.shows()),
        Optional.of(terms.range().from()).filter(_ -> ranged),
        Optional.of(terms.range().to()).filter(_ -> ranged),
        rooms(),
        terms.diagonal(),
        terms.distance(),
        board.map(it -> alike.indexOf(it.id()) + 1).orElse(1),
        Math.max(1, alike.size()));
  }

  /// Whether anybody who lives by the schedule may look for herself here. What shows nobody is for
  /// everybody.
  private boolean hangsFor(ScheduleId schedule) {
    return switch (terms.shows()) {
      case GROUPS, COUNTDOWN -> true;
      case NAMES, ROOM, DOOR ->
          sight.roll().students().stream()
              .filter(
                  student ->
                      sight
                          .timeline(student)
                          .filter(line -> line.id().equals(schedule))
                          .isPresent())
              .anyMatch(student -> slot(student.id()) > 0 && !stops(student.id()).isEmpty());
    };
  }

  private List<Row.Named> rooms() {
    return terms.rooms().stream()
        .flatMap(id -> Optional.ofNullable(sight.floor().school().rooms().get(id)).stream())
        .map(room -> new Row.Named(room.id().value(), room.name()))
        .toList();
  }

  /// Boards of one kind and range share its pages while everybody moves.
  private List<PersonId> alike() {
    return sight.floor().school().people().values().stream()
        .filter(Board.class::isInstance)
        .map(Board.class::cast)
        .filter(other -> other.terms().shows() == terms.shows())
        .filter(other -> other.terms().range().equals(terms.range()))
        .filter(other -> other.terms().rooms().equals(terms.rooms()))
        .map(Board::id)
        .toList();
  }

  private boolean shows(Station station) {
    return switch (terms.shows()) {
      case NAMES, GROUPS -> true;
      case ROOM, DOOR -> terms.rooms().contains(station.room());
      case COUNTDOWN -> false;
    };
  }

  private List<Station> stationsOf(Change change) {
    return sight.stations(change).stream().filter(this::shows).toList();
  }

  private PerRow<Station> stations() {
    var floor = sight.floor();
    return new PerRow<>(
        () -> floor.school().stations().values().stream().filter(this::shows).toList(),
        station -> station.id().value(),
        station -> Optional.of(CommonTables.station(floor, station)));
  }

  // By name and by room
  // ------------------------------------------------------------------------------

  private PerRow<PersonId> names() {
    return new PerRow<>(sight.roll()::ids, id -> Integer.toString(slot(id)), this::departure);
  }

  private int slot(PersonId student) {
    return sight.roll().slots().of(terms.range()).getOrDefault(student, 0);
  }

  private Optional<Row.Departure> departure(PersonId id) {
    int slot = slot(id);
    var student = sight.student(id);
    var stops = stops(id);
    boolean comes = terms.shows() == Shows.NAMES || !stops.isEmpty();
    return student
        .shown()
        .filter(_ -> slot > 0 && comes)
        .map(
            name ->
                new Row.Departure(
                    Integer.toString(slot),
                    slot,
                    name,
                    shape(student),
                    stops,
                    changed(id, stops),
                    Optional.empty()));
  }

  /// An alias is found by its shape as well; the same one all term.
  private static Optional<Integer> shape(Student student) {
    return student.display() == Display.ALIAS
        ? Optional.of(Math.floorMod(student.id().value().hashCode(), SHAPES))
        : Optional.empty();
  }

  /// Whose stop is another one than was planned.
  private Optional<List<String>> changed(PersonId student, Map<String, List<String>> stops) {
    return Optional.ofNullable(sight.floor().placing().moved().get(student))
        .map(moved -> moved.keySet().stream().map(Id::value).filter(stops::containsKey).sorted())
        .map(changed -> changed.toList())
        .filter(changed -> !changed.isEmpty());
  }

  private Map<String, List<String>> stops(PersonId id) {
    var stops = new LinkedHashMap<String, List<String>>();
    for (var block : blocks(sight.student(id))) {
      stop(id, block)
          .ifPresent(
              at -> {
                var station = sight.station(at.station());
                var code = Sight.code(station, at.seat());
                stops.put(block.value(), List.of(station.id().value(), code));
              });
    }
    return stops;
  }

  /// Those of her schedule, each followed by the turns she takes inside it.
  private List<BlockId> blocks(Student student) {
    var blocks = new ArrayList<BlockId>();
    for (var timeline : sight.timeline(student).stream().toList()) {
      for (var block : timeline.blocks()) {
        blocks.add(block.id());
        sight.floor().turnsOf(student.id(), block.id()).stream()
            .flatMap(turns -> turns.blocks().stream())
            .map(Block::id)
            .forEach(blocks::add);
      }
    }
    return blocks;
  }

  private Optional<Assignment> stop(PersonId id, BlockId block) {
    return sight.floor().assignmentAt(id, block).filter(at -> shows(sight.station(at.station())));
  }

  // By group
  // -----------------------------------------------------------------------------------------

  private List<Row.Departure> groups() {
    var members =
        sight.roll().students().stream()
            .collect(
                Collectors.groupingBy(Student::group, LinkedHashMap::new, Collectors.toList()));
    var groups = sight.floor().school().groups();
    var known = groups.keySet().stream().filter(members::containsKey).toList();
    var rows = new ArrayList<Row.Departure>();
    for (var id : known) {
      rows.add(group(rows.size() + 1, id, groups, members.getOrDefault(id, List.of())));
    }
    return rows;
  }

  /// A group goes where most of it goes; a block in which some go elsewhere says so.
  private Row.Departure group(
      int slot, GroupId id, Map<GroupId, Group> groups, List<Student> members) {
    var places = new LinkedHashMap<BlockId, Map<Station, Integer>>();
    for (var student : members) {
      for (var block : blocks(student)) {
        stop(student.id(), block)
            .map(at -> sight.station(at.station()))
            .ifPresent(
                station ->
                    places
                        .computeIfAbsent(block, _ -> new LinkedHashMap<>())
                        .merge(station, 1, Integer::sum));
      }
    }
    var stops = new LinkedHashMap<String, List<String>>();
    var split = new ArrayList<String>();
    places.forEach(
        (block, stations) -> {
          var most =
              stations.entrySet().stream()
                  .max(Comparator.comparingInt(Map.Entry::getValue))
                  .orElseThrow()
                  .getKey();
          stops.put(block.value(), List.of(most.id().value(), Sight.code(most, "")));
          if (stations.size() > 1) {
            split.add(block.value());
          }
        });
    var name = Optional.ofNullable(groups.get(id)).map(Group::name).orElse(id.value());
    return new Row.Departure(
        Integer.toString(slot),
        slot,
        name,
        Optional.empty(),
        stops,
        Optional.empty(),
        Optional.of(List.copyOf(split)).filter(some -> !some.isEmpty()));
  }

  // At a door
  // ----------------------------------------------------------------------------------------

  /// How many are planned to be in the room, block by block. Who they are is nobody's at a door.
  private List<Row.DoorBlock> doors() {
    var planned = new LinkedHashMap<BlockId, Integer>();
    for (var timeline : sight.floor().timelines().values()) {
      timeline.blocks().forEach(block -> planned.put(block.id(), 0));
    }
    for (var student : sight.roll().students()) {
      for (var block : blocks(student)) {
        stop(student.id(), block).ifPresent(_ -> planned.merge(block, 1, Integer::sum));
      }
    }
    return planned.entrySet().stream()
        .map(each -> new Row.DoorBlock(each.getKey().value(), each.getValue()))
        .toList();
  }
}
