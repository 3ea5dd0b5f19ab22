package dev.carillon.view;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Room;
import dev.carillon.school.Station;
import dev.carillon.view.CallRows.OpenCall;
import dev.carillon.view.Cut.PerStudent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a helper sees: her rooms, who is due in them, and the calls for help from there. A call she
/// holds stays with her wherever the student goes.
final class HelperTables {
  private final Sight sight;
  private final Staff helper;

  HelperTables(Sight sight, Staff helper) {
    this.sight = sight;
    this.helper = helper;
  }

  View cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    var roster = new PerStudent(PersonId::value, this::entry);
    var incoming = new PerStudent(PersonId::value, this::incoming);
    boolean line = change.line(sight.floor());
    cut.table("me", change.duty() || line, () -> List.of(me()))
        .table("rooms", change.whole(), this::rooms)
        .table("help", line, this::calls)
        .perStudent("roster", change.blocks(), change.students(), sight.roll(), roster)
        .perStudent("incoming", change.schedules(), change.students(), sight.roll(), incoming);
    new TeamLearning(sight, helper).add(cut, change);
    boolean turns = change.plan() || change.placing() || !change.students().isEmpty();
    cut.table("turns", turns, () -> StaffRows.turns(sight, helper.rooms()::contains));
    // Sums over the roster, which is why the roster comes first.
    boolean sums = change.placing() || cut.isRenewed("roster") || isVisited(change);
    return cut.table("calls", change.placing(), () -> StaffRows.calls(sight, this::covers, true))
        .table("alerts", sums, this::alerts)
        .table("stations", sums, () -> stations(cut))
        .done();
  }

  /// Whoever came to one of her rooms or left it may be due elsewhere and not on her roster.
  private boolean isVisited(Change change) {
    return change.touched().stations().stream()
        .flatMap(station -> sight.floor().roomOf(station).stream())
        .anyMatch(helper.rooms()::contains);
  }

  private Row.HelperMe me() {
    return new Row.HelperMe(
        "me",
        helper.id().value(),
        helper.name(),
        sight.floor().onDuty().contains(helper.id()) ? "on" : "off",
        sight.floor().school().rooms().keySet().stream()
            .filter(helper.rooms()::contains)
            .map(Id::value)
            .toList(),
        Optional.ofNullable(sight.floor().help().byHelper().get(helper.id())).map(Id::value));
  }

  private List<Row.Room> rooms() {
    return sight.floor().school().rooms().values().stream().map(this::room).toList();
  }

  private Row.Room room(Room room) {
    return new Row.Room(
        room.id().value(),
        room.name(),
        Optional.of(Sight.badge(room.badge())),
        Optional.of(helper.rooms().contains(room.id())),
        Optional.empty());
  }

  private List<Row.Call> calls() {
    var mine = sight.memo().calls(sight).stream().filter(this::concerns).toList();
    return IntStream.range(0, mine.size())
        .mapToObj(order -> mine.get(order).row(order, helper.id()))
        .toList();
  }

  private boolean concerns(OpenCall call) {
    return covers(call.place()) || call.isHeldBy(helper.id());
  }

  private boolean covers(Station station) {
    return helper.rooms().contains(station.room());
  }

  private Optional<Row.RosterEntry> entry(PersonId id) {
    var student = sight.student(id);
    var spot = sight.spot(student);
    if (!covers(spot.due())) {
      return Optional.empty();
    }
    return Optional.of(
        new Row.RosterEntry(
            id.value(),
            student.name(),
            spot.due().id().value(),
            Sight.unlessEmpty(spot.seat()),
            Sight.code(spot.due(), spot.seat()),
            Sight.word(spot.arrival())));
  }

  private Optional<Row.Incoming> incoming(PersonId id) {
    return sight
        .next(id)
        .flatMap(block -> sight.floor().assignmentAt(id, block))
        .filter(place -> covers(sight.station(place.station())))
        .map(place -> incoming(sight.student(id), place));
  }

  private Row.Incoming incoming(Student student, Assignment place) {
    var station = sight.station(place.station());
    return new Row.Incoming(
        student.id().value(),
        student.name(),
        place.block().value(),
        station.id().value(),
        Sight.unlessEmpty(place.seat()),
        Sight.code(station, place.seat()));
  }

  private List<Row.HelperStation> stations(Cut cut) {
    var arrivals = new HashMap<String, Arrivals>();
    for (var row : cut.rows("roster")) {
      if (row instanceof Row.RosterEntry(_, _, var station, _, _, var arrival)) {
        arrivals.computeIfAbsent(station, _ -> new Arrivals()).add(arrival);
      }
    }
    return sight.floor().school().stations().values().stream()
        .filter(this::covers)
        .map(station -> station(station, arrivals))
        .toList();
  }

  private List<Row.Alert> alerts() {
    return StaffRows.alerts(sight, this::covers, true);
  }

  private Row.HelperStation station(Station station, Map<String, Arrivals> all) {
    var plain = CommonTables.station(sight.floor(), station);
    var arrivals = all.getOrDefault(plain.id(), Arrivals.NONE);
    return new Row.HelperStation(
        plain.id(),
        plain.room(),
        plain.name(),
        plain.kind(),
        plain.badge(),
        plain.status(),
        plain.softCap(),
        plain.hardCap(),
        arrivals.all(),
        arrivals.of("arrived"),
        arrivals.of("late"),
        arrivals.of("missing"),
        arrivals.of("elsewhere"),
        sight.floor().attendance().at(station.id()).bodies());
  }
}
