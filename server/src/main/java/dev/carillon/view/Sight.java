package dev.carillon.view;

import dev.carillon.floor.Arrival;
import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Placing;
import dev.carillon.floor.Tally;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import dev.carillon.view.Cut.PerRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the tables ask of a floor: who is where in the block her schedule is in.
///
/// Before the first block a schedule counts as in it, with everybody expected: that is what staff
/// and screens want to see five minutes before the day.
record Sight(Floor floor, Memo memo, Roll roll) {
  /// Where a student is due and what is known of her.
  ///
  /// @param seat empty when none is hers
  /// @param seen where she was last seen when that is elsewhere
  record Spot(
      Station due, String seat, String activity, Optional<Station> seen, ArrivalState arrival) {
    /// Where to look for her.
    Station now() {
      return seen.orElse(due);
    }

    /// The code of her place: the letter of the station and her seat.
    String code() {
      return Sight.code(now(), seen.isPresent() ? "" : seat);
    }
  }

  /// The students who were touched, in the order of the roll.
  List<PersonId> students(Change change) {
    return roll.inOrder(change.students());
  }

  /// The students who were touched, and those whose calls were, in the order of the roll.
  List<PersonId> concerned(Change change) {
    if (change.touched().help().isEmpty()) {
      return students(change);
    }
    var concerned = new HashSet<>(change.students());
    for (var help : change.touched().help()) {
      floor.help().find(help).ifPresent(call -> concerned.add(call.asked().student()));
    }
    return roll.inOrder(concerned);
  }

  /// The stations whose counts may be others, in the order of the school.
  List<Station> stations(Change change) {
    var touched = new HashSet<>(change.touched().stations());
    for (var student : change.students()) {
      Optional.ofNullable(floor.arrivals().get(student)).map(Arrival::due).ifPresent(touched::add);
    }
    return touched.isEmpty()
        ? List.of()
        : floor.school().stations().values().stream()
            .filter(station -> touched.contains(station.id()))
            .toList();
  }

  /// A row for each station.
  PerRow<Station> stations(Function<Station, Row> row) {
    return new PerRow<>(
        floor.school().stations()::values,
        station -> station.id().value(),
        station -> Optional.of(row.apply(station)));
  }

  /// The helpers whose duty, claim or way may be another, in the order of the school.
  List<Staff> helpers(Change change, boolean line) {
    return roll.helpers().stream()
        .filter(
            staff ->
                change.touched().duty().contains(staff.id())
                    || (line && floor.help().heldBy(staff.id()).isPresent()))
        .toList();
  }

  /// `on`, `away` (on duty and not on the floor, or not heard of) or `off`.
  String duty(PersonId helper) {
    if (!floor.onDuty().contains(helper)) {
      return "off";
    }
    return floor.help().team().isAway(helper) ? "away" : "on";
  }

  /// How many are due at a station, in which state; nobody anywhere on a day without school.
  Tally due(StationId station) {
    if (isDayOff()) {
      return floor.attendance().at(station);
    }
    int atHome = memo.atHome(this).getOrDefault(station, 0);
    return floor.attendance().at(station).plus(ArrivalState.EXCUSED, atHome);
  }

  /// How many students there are, in which state: none on a day without school.
  Tally everyone() {
    if (isDayOff()) {
      return floor.attendance().everyone();
    }
    int atHome = roll.students().size() - floor.arrivals().size();
    return floor.attendance().everyone().plus(ArrivalState.EXCUSED, atHome);
  }

  /// The same without those of whom nothing is known: they are due where nothing is measured.
  Tally measured() {
    return floor.school().stations().keySet().stream()
        .filter(station -> !floor.isMeasured(station))
        .map(floor.attendance()::at)
        .reduce(everyone(), Tally::withoutUnseen);
  }

  private boolean isDayOff() {
    return floor.timelines().isEmpty();
  }

  static String code(Station station, String seat) {
    return station.badge().letter() + seat;
  }

  /// As it is on the wire.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Somebody of the school, for whoever may read the name.
  Row.Named named(PersonId person) {
    return new Row.Named(person.value(), floor.nameOf(person));
  }

  static Row.Badge badge(dev.carillon.school.Badge badge) {
    return new Row.Badge(badge.letter(), badge.colour(), badge.shape());
  }

  static Optional<String> unlessEmpty(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  /// Empty for a student whose schedule does not run today.
  Optional<Timeline> timeline(Student student) {
    return Optional.ofNullable(floor.timelines().get(student.schedule()));
  }

  Station station(StationId id) {
    var stations = floor.school().stations();
    var found = stations.get(id);
    return found != null ? found : overflow();
  }

  /// Where a student is due in the block her schedule is in; one without a schedule today is
  /// excused and at home.
  Spot spot(Student student) {
    return floor
        .assignmentNow(student.id())
        .map(assignment -> spot(student, assignment))
        .orElseGet(() -> atHome(student));
  }

  /// The block of her day after the one she is in; empty when that is her last, and for a student
  /// without a schedule today.
  Optional<BlockId> next(PersonId student) {
    var now = floor.timelineOf(student).flatMap(Timeline::current).map(Block::id);
    return now.flatMap(
        current ->
            floor.dayOf(student).stream()
                .map(Block::id)
                .dropWhile(block -> !block.equals(current))
                .skip(1)
                .findFirst());
  }

  /// Where she was due in the block of her day before the one she is in; empty in her first.
  Optional<StationId> cameFrom(PersonId student) {
    var now = floor.timelineOf(student).flatMap(Timeline::current).map(Block::id);
    return now.flatMap(current -> blockBefore(student, current))
        .flatMap(before -> floor.assignmentAt(student, before))
        .map(place -> station(place.station()).id());
  }

  private Optional<BlockId> blockBefore(PersonId student, BlockId current) {
    var day = floor.dayOf(student).stream().map(Block::id).toList();
    int now = day.indexOf(current);
    return now > 0 ? Optional.of(day.get(now - 1)) : Optional.empty();
  }

  /// The state of a student in a block of her schedule: departed from those behind her, expected in
  /// those ahead.
  ArrivalState arrival(Student student, BlockId block) {
    return known(student, block)
        .map(Arrival::state)
        .orElseGet(() -> isBehind(student, block) ? ArrivalState.DEPARTED : ArrivalState.EXPECTED);
  }

  /// A stop that became another one and that she has not seen yet.
  Optional<Placing.Change> change(PersonId student, BlockId block) {
    return Optional.ofNullable(floor.placing().changes().get(student))
        .filter(change -> change.block().equals(block));
  }

  /// Whether her stop of a block is another one than was planned.
  boolean isChanged(PersonId student, BlockId block) {
    return floor.placing().moved(student, block).isPresent()
        || floor.turnsElsewhere(student, block);
  }

  /// The code of the stop that was planned.
  Optional<String> wasCode(PersonId student, BlockId block) {
    return isChanged(student, block)
        ? floor.plannedAt(student, block).map(was -> code(station(was.station()), was.seat()))
        : Optional.empty();
  }

  Student student(PersonId id) {
    var student = roll.byId().get(id);
    if (student == null) {
      throw new IllegalStateException("no student " + id.value() + " in this school");
    }
    return student;
  }

  /// The first adult of a station and how many more there are, which fits on one line in every
  /// language: `Abel Ortiz +3`. Empty when nobody needs to be there.
  Optional<String> adults(Station station) {
    int more = station.adults().size() - 1;
    return station.adults().stream()
        .findFirst()
        .map(floor::nameOf)
        .map(name -> more == 0 ? name : name + " +" + more);
  }

  /// Where a request is to be answered.
  Station place(HelpRequest request) {
    return station(floor.stationOf(request));
  }

  /// All requests not yet over, in the order of the line.
  Collection<HelpRequest> open() {
    return floor.help().open().values();
  }

  private Spot spot(Student student, Assignment assignment) {
    var arrival = arrival(student, assignment.block());
    var seen =
        known(student, assignment.block())
            .filter(_ -> arrival == ArrivalState.ELSEWHERE)
            .map(known -> station(known.seenAt()));
    return new Spot(
        station(assignment.station()), assignment.seat(), assignment.activity(), seen, arrival);
  }

  /// Where those are shown of whom nothing is known, as they have no schedule today.
  Map<StationId, Integer> atHome() {
    var atHome = new HashMap<StationId, Integer>();
    for (var student : roll.students()) {
      if (!floor.arrivals().containsKey(student.id())) {
        atHome.merge(station(student.home()).id(), 1, Integer::sum);
      }
    }
    return atHome;
  }

  private Spot atHome(Student student) {
    var home = station(student.home());
    return new Spot(home, student.seat(), home.activity(), Optional.empty(), ArrivalState.EXCUSED);
  }

  private Optional<Arrival> known(Student student, BlockId block) {
    return Optional.ofNullable(floor.arrivals().get(student.id()))
        .filter(arrival -> arrival.block().equals(block));
  }

  private Station overflow() {
    var overflow = floor.school().stations().get(floor.school().overflow());
    if (overflow == null) {
      throw new IllegalStateException("a school without its overflow station");
    }
    return overflow;
  }

  private boolean isBehind(Student student, BlockId block) {
    if (timeline(student).flatMap(Timeline::entered).isEmpty()) {
      return false;
    }
    var current = floor.timelineOf(student.id()).flatMap(Timeline::current).map(Block::id);
    for (var each : floor.dayOf(student.id())) {
      if (current.filter(each.id()::equals).isPresent()) {
        return false;
      }
      if (each.id().equals(block)) {
        return true;
      }
    }
    return false;
  }
}
