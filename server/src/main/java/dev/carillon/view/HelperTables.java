package dev.carillon.view;

import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.Posts;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Assignment;
import dev.carillon.school.Group;
import dev.carillon.school.Id;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Room;
import dev.carillon.school.Station;
import dev.carillon.view.CallRows.OpenCall;
import dev.carillon.view.Cut.PerRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a helper sees: her rooms, who is due in them, and the calls for help from there. A call she
/// holds stays with her wherever the student goes.
final class HelperTables {
  private final Sight sight;
  private final Staff helper;

  HelperTables(Sight sight, Staff helper) {
    this.sight = sight;
    this.helper = helper;
  }

  Recut cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    var roster = new PerRow<>(sight.roll()::ids, PersonId::value, this::entry);
    var incoming = new PerRow<>(sight.roll()::ids, PersonId::value, this::incoming);
    boolean line = change.line(sight.floor());
    cut.table("me", change.duty() || line || change.schedules(), () -> List.of(me()))
        .table("rooms", change.whole(), this::rooms)
        .table("seats", change.whole(), () -> PlaceRows.seats(sight, this::covers))
        .table("help", line || change.schedules(), this::calls)
        .table("guesses", change.team() || line, () -> GuessRows.of(sight, this::covers))
        .table("helpers", change.duty(), this::others)
        .perRow("roster", change.blocks(), sight.concerned(change), roster)
        .perRow("incoming", change.schedules(), sight.students(change), incoming)
        .table("onward", change.turns() || change.schedules(), this::onward);
    new TeamLearning(sight, helper).add(cut, change);
    cut.table("turns", change.turns(), () -> StaffRows.turns(sight, helper.rooms()::contains))
        .table("calls", change.placing(), () -> StaffRows.calls(sight, this::covers, true))
        .table("alerts", change.alerts(floor), this::alerts)
        .table("messages", change.messages(), () -> new MessageRows(sight).ofHelper(helper.id()));
    return cut.perRow(
            "stations", change.blocks() || change.plan(), sight.stations(change), stations())
        .done();
  }

  private record Way(GroupId group, StationId station) {}

  /// The larger part of a group before those who go elsewhere.
  private List<Row.Onward> onward() {
    var ways = new HashMap<Way, Integer>();
    for (var station : sight.floor().school().stations().values()) {
      if (covers(station)) {
        for (var student : sight.floor().attendance().roster(station.id())) {
          way(student).ifPresent(way -> ways.merge(way, 1, Integer::sum));
        }
      }
    }
    return ways.entrySet().stream()
        .map(each -> onward(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(Row.Onward::group)
                .thenComparing(Row.Onward::students, Comparator.reverseOrder())
                .thenComparing(Row.Onward::id))
        .toList();
  }

  private Optional<Way> way(PersonId student) {
    return sight.floor().student(student).stream()
        .filter(each -> !sight.floor().placing().away().containsKey(each.id()))
        .flatMap(
            each ->
                sight
                    .next(student)
                    .flatMap(block -> sight.floor().assignmentAt(student, block))
                    .map(place -> new Way(each.group(), place.station()))
                    .stream())
        .findFirst();
  }

  private Row.Onward onward(Way way, int students) {
    var station = sight.station(way.station());
    return new Row.Onward(
        way.group().value() + "/" + way.station().value(),
        Optional.ofNullable(sight.floor().school().groups().get(way.group()))
            .map(Group::name)
            .orElseGet(() -> way.group().value()),
        Sight.code(station, ""),
        station.name(),
        Sight.badge(station.badge()),
        students);
  }

  private Row.HelperMe me() {
    return new Row.HelperMe(
        "me",
        helper.id().value(),
        helper.name(),
        sight.duty(helper.id()),
        sight.floor().school().rooms().keySet().stream()
            .filter(helper.rooms()::contains)
            .map(Id::value)
            .toList(),
        sight.floor().help().heldBy(helper.id()).map(request -> request.id().value()),
        Optional.of(sight.floor().help().team().isLeaving(helper.id())).filter(it -> it),
        Optional.of(lost()).filter(some -> !some.isEmpty()),
        sight.floor().posts().of(helper.id()).map(this::post));
  }

  private Row.Post post(Posts.Post post) {
    var until =
        post.schedule()
            .flatMap(id -> Optional.ofNullable(sight.floor().timelines().get(id)))
            .flatMap(line -> post.block().flatMap(line::block))
            .map(block -> block.end().toEpochMilli());
    return new Row.Post(post.room().value(), sight.floor().nameOf(post.by()), until);
  }

  private List<Row.LostCall> lost() {
    return sight.floor().help().team().lostOf(helper.id()).stream()
        .flatMap(lost -> CallRows.lost(sight, lost).stream())
        .toList();
  }

  /// To whom she may hand a call: whoever else is on duty.
  private List<Row.Helper> others() {
    return sight.roll().helpers().stream()
        .filter(staff -> !staff.id().equals(helper.id()))
        .filter(staff -> sight.floor().onDuty().contains(staff.id()))
        .filter(staff -> !sight.floor().help().team().isLeaving(staff.id()))
        .map(staff -> StaffRows.helper(sight, staff, Optional.empty()))
        .toList();
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
        Optional.of(PlaceRows.frame(room.outline())),
        Optional.empty(),
        Optional.of(isNear(room)).filter(it -> it));
  }

  private boolean isNear(Room room) {
    return room.neighbours().stream().anyMatch(helper.rooms()::contains);
  }

  private List<Row.Call> calls() {
    var mine = sight.memo().calls(sight).stream().filter(this::concerns).toList();
    return IntStream.range(0, mine.size()).mapToObj(order -> row(order, mine.get(order))).toList();
  }

  private Row.Call row(int order, OpenCall call) {
    boolean isForOthers = CallStanding.reach(sight).isForOthers(helper.id(), call.request());
    return call.row(order, helper.id(), isOnDuty(), isForOthers);
  }

  /// Those of her rooms, what she has or put on hold, and what she may take elsewhere.
  private boolean concerns(OpenCall call) {
    return covers(call.place())
        || call.isHeldBy(helper.id())
        || CallStanding.by(call.request()).filter(helper.id()::equals).isPresent()
        || (isOnDuty() && CallStanding.reach(sight).reaches(helper.id(), call.request()));
  }

  private boolean isOnDuty() {
    return sight.floor().onDuty().contains(helper.id());
  }

  private boolean covers(Station station) {
    return helper.rooms().contains(station.room());
  }

  private Optional<Row.RosterEntry> entry(PersonId id) {
    var student = sight.student(id);
    var spot = sight.spot(student);
    return covers(spot.due())
        ? Optional.of(entry(student, spot.due(), spot.seat(), spot.arrival(), Optional.empty()))
        : kept(student, spot);
  }

  /// Who is due with her and stays where she was: she sees why.
  private Optional<Row.RosterEntry> kept(Student student, Sight.Spot spot) {
    return StaffRows.kept(sight, student, spot)
        .flatMap(
            kept ->
                sight
                    .floor()
                    .timelineOf(student.id())
                    .flatMap(Timeline::current)
                    .flatMap(block -> sight.floor().assignmentAt(student.id(), block.id()))
                    .filter(place -> covers(sight.station(place.station())))
                    .map(
                        place ->
                            entry(
                                student,
                                sight.station(place.station()),
                                place.seat(),
                                spot.arrival(),
                                Optional.of(kept))));
  }

  private Row.RosterEntry entry(
      Student student, Station due, String seat, ArrivalState arrival, Optional<Row.Kept> kept) {
    return new Row.RosterEntry(
        student.id().value(),
        student.name(),
        due.id().value(),
        Sight.unlessEmpty(seat),
        Sight.code(due, seat),
        Sight.word(arrival),
        Optional.of(sight.floor().help().helps().containsKey(student.id())).filter(it -> it),
        kept);
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

  private PerRow<Station> stations() {
    return new PerRow<>(
        sight.floor().school().stations()::values,
        station -> station.id().value(),
        station -> Optional.of(station).filter(this::covers).map(this::station));
  }

  private List<Row.Alert> alerts() {
    return Stream.concat(
            StaffRows.alerts(sight, this::covers, true).stream(),
            StaffRows.borrowed(sight, this::covers).stream())
        .toList();
  }

  private Row.HelperStation station(Station station) {
    var plain = CommonTables.station(sight.floor(), station);
    var due = sight.due(station.id());
    return new Row.HelperStation(
        plain.id(),
        plain.room(),
        plain.name(),
        plain.kind(),
        plain.badge(),
        plain.status(),
        plain.softCap(),
        plain.hardCap(),
        due.planned(),
        due.arrived(),
        due.late(),
        due.missing(),
        due.elsewhere(),
        sight.floor().attendance().at(station.id()).bodies(),
        PlaceRows.frame(station.place()));
  }
}
