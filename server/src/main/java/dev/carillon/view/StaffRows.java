package dev.carillon.view;

import dev.carillon.floor.Arrival;
import dev.carillon.floor.Arrival.Borrowed;
import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.CallUp;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Placing.Change;
import dev.carillon.floor.Placing.Wait;
import dev.carillon.floor.RoomTurns;
import dev.carillon.floor.RoomTurns.GroupTurn;
import dev.carillon.floor.RoomTurns.StationTurn;
import dev.carillon.floor.StayReason;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Group;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Call-ups and alerts as staff see them. Who works in a room knows its students by name; on the
/// map of the whole school nobody has one.
final class StaffRows {
  private StaffRows() {}

  /// @param with the station of the student she helps, for whoever sees that
  static Row.Helper helper(Sight sight, Staff staff, Optional<String> with) {
    return new Row.Helper(
        staff.id().value(),
        staff.name(),
        staff.role().word(),
        sight.duty(staff.id()),
        staff.rooms().stream().map(Id::value).sorted().toList(),
        with,
        sight
            .floor()
            .posts()
            .of(staff.id())
            .map(post -> post.own().stream().map(Id::value).sorted().toList()));
  }

  static List<Row.StaffCall> calls(Sight sight, Predicate<Station> covers, boolean names) {
    return sight.floor().placing().calls().values().stream()
        .filter(call -> covers.test(sight.station(call.station())))
        .sorted(Comparator.comparing(CallUp::from).thenComparing(call -> call.id().value()))
        .map(call -> call(sight, call, names))
        .toList();
  }

  private static Row.StaffCall call(Sight sight, CallUp call, boolean names) {
    var station = sight.station(call.station());
    return new Row.StaffCall(
        call.id().value(),
        call.started() ? "now" : "coming",
        station.id().value(),
        station.name(),
        sight.floor().nameOf(call.by()),
        call.from().toEpochMilli(),
        call.until().map(Instant::toEpochMilli),
        call.students().size(),
        names
            ? Optional.of(call.students().stream().map(id -> sight.named(id)).toList())
            : Optional.empty());
  }

  static List<Row.Alert> alerts(Sight sight, Predicate<Station> covers, boolean names) {
    return Stream.concat(unseen(sight, covers, names).stream(), noRoom(sight, covers).stream())
        .toList();
  }

  /// One row a station that a class waits for.
  private static List<Row.Alert> noRoom(Sight sight, Predicate<Station> covers) {
    var since = new TreeMap<String, Wait>();
    for (var wait : sight.floor().placing().waits().values()) {
      since.merge(
          wait.place().station().value(),
          wait,
          (one, other) -> one.since().isBefore(other.since()) ? one : other);
    }
    return since.values().stream()
        .filter(wait -> covers.test(sight.station(wait.place().station())))
        .map(wait -> noRoom(sight.station(wait.place().station()), wait))
        .toList();
  }

  private static Row.Alert noRoom(Station station, Wait wait) {
    return new Row.Alert(
        "no-room/" + station.id().value(),
        "no-room",
        Optional.empty(),
        station.id().value(),
        Sight.code(station, ""),
        station.name(),
        wait.since().toEpochMilli(),
        Optional.empty());
  }

  private static List<Row.Alert> unseen(Sight sight, Predicate<Station> covers, boolean names) {
    return sight.floor().placing().changes().entrySet().stream()
        .filter(entry -> entry.getValue().told())
        .filter(entry -> sight.roll().byId().containsKey(entry.getKey()))
        .map(entry -> alert(sight, entry, covers, names))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(Row.Alert::sinceMs).thenComparing(Row.Alert::id))
        .toList();
  }

  private static Optional<Row.Alert> alert(
      Sight sight, Map.Entry<PersonId, Change> entry, Predicate<Station> covers, boolean names) {
    var student = sight.student(entry.getKey());
    var spot = sight.spot(student);
    var station = spot.now();
    if (!covers.test(station)) {
      return Optional.empty();
    }
    var dot = sight.roll().dots().getOrDefault(student.id(), "");
    return Optional.of(
        new Row.Alert(
            "unseen/" + dot,
            "unseen-change",
            names ? Optional.of(sight.named(student.id())) : Optional.empty(),
            station.id().value(),
            spot.code(),
            station.name(),
            entry.getValue().at().toEpochMilli(),
            Optional.empty()));
  }

  /// Who sits at a seat that is not hers and says that an adult said so, until staff have seen her
  /// there: told where she sits, and where she is due.
  static List<Row.Alert> borrowed(Sight sight, Predicate<Station> covers) {
    return sight.roll().students().stream()
        .flatMap(student -> borrowed(sight, student, covers).stream())
        .sorted(Comparator.comparingLong(Row.Alert::sinceMs).thenComparing(Row.Alert::id))
        .toList();
  }

  private static Optional<Row.Alert> borrowed(
      Sight sight, Student student, Predicate<Station> covers) {
    return Optional.ofNullable(sight.floor().arrivals().get(student.id()))
        .filter(arrival -> isThere(arrival.state()))
        .flatMap(Arrival::toLookAt)
        .filter(seat -> covers.test(sight.station(seat.station())) || isDue(sight, student, covers))
        .map(seat -> borrowed(sight, student, seat));
  }

  private static boolean isThere(ArrivalState state) {
    return state == ArrivalState.ARRIVED || state == ArrivalState.ELSEWHERE;
  }

  private static boolean isDue(Sight sight, Student student, Predicate<Station> covers) {
    return covers.test(sight.spot(student).due());
  }

  private static Row.Alert borrowed(Sight sight, Student student, Borrowed seat) {
    var station = sight.station(seat.station());
    var spot = sight.spot(student);
    return new Row.Alert(
        "seat/" + sight.roll().dots().getOrDefault(student.id(), ""),
        "borrowed-seat",
        Optional.of(sight.named(student.id())),
        station.id().value(),
        Sight.code(station, seat.label()),
        station.name(),
        seat.since().toEpochMilli(),
        Optional.of(Sight.code(spot.due(), spot.seat())));
  }

  /// Where a student stays for the moment though she is due elsewhere, and why.
  static Optional<Row.Kept> kept(Sight sight, Student student, Sight.Spot spot) {
    return sight
        .floor()
        .assignmentNow(student.id())
        .filter(place -> place.source() == Source.STAY)
        .map(_ -> sight.floor().placing().stays().get(student.id()))
        .map(
            stay ->
                new Row.Kept(
                    Sight.word(stay.reason()),
                    helper(sight, student, stay.reason()),
                    spot.due().name(),
                    stay.until().toEpochMilli()));
  }

  private static Optional<String> helper(Sight sight, Student student, StayReason reason) {
    return sight
        .floor()
        .help()
        .activeOf(student.id())
        .filter(_ -> reason == StayReason.HELP)
        .flatMap(HelpRequest::owner)
        .map(sight.floor()::nameOf);
  }

  /// The turns that rooms take right now.
  static List<Row.Turns> turns(Sight sight, Predicate<RoomId> covers) {
    return RoomTurns.running(sight.floor(), covers).stream()
        .map(turns -> turns(sight, turns))
        .toList();
  }

  private static Row.Turns turns(Sight sight, RoomTurns turns) {
    return new Row.Turns(
        turns.id().value(),
        turns.room().value(),
        turns.groups().stream().map(group -> group(sight, group)).toList(),
        turns.stations().stream().map(StaffRows::station).toList());
  }

  private static Row.TurnGroup group(Sight sight, GroupTurn group) {
    return new Row.TurnGroup(
        group.id().value(),
        Optional.ofNullable(sight.floor().school().groups().get(group.id()))
            .map(Group::name)
            .orElseGet(() -> group.id().value()),
        group.now().value(),
        group.next().map(Id::value),
        group.here(),
        group.away(),
        group.with().map(Id::value));
  }

  private static Row.TurnStation station(StationTurn station) {
    return new Row.TurnStation(station.id().value(), station.open(), station.at().map(Id::value));
  }
}
