package dev.carillon.view;

import static java.util.stream.Collectors.groupingBy;

import dev.carillon.floor.HelpAlarms;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.HelpWait;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Room;
import dev.carillon.school.Station;
import dev.carillon.view.Cut.PerRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What leaders see: the whole floor as counts, colours and dots. No student has a name here but in
/// a proposal somebody asked for: nobody can judge who is to move without knowing who it is.
final class LeaderTables {
  private final Sight sight;

  LeaderTables(Sight sight) {
    this.sight = sight;
  }

  Recut cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    boolean line = change.line(floor);
    cut.table("rooms", change.whole(), this::rooms)
        .table("seats", change.whole(), () -> PlaceRows.seats(sight, _ -> true))
        .table("dayTypes", change.whole(), this::dayTypes)
        .perRow("dots", change.blocks(), sight.students(change), dots())
        .perRow("helpers", change.blocks(), sight.helpers(change, line), helpers());
    cut.table("flex", change.team(), () -> TeamLearning.lines(sight, _ -> true, false));
    cut.table("calls", change.placing(), () -> StaffRows.calls(sight, _ -> true, false))
        .table("alerts", change.alerts(floor), () -> StaffRows.alerts(sight, _ -> true, false));
    cut.table("messages", change.messages(), () -> new MessageRows(sight).ofLeaders());
    new HelpRows(sight).add(cut, line || change.duty());
    new FigureRows(sight).add(cut, change, line);
    cut.table("proposals", change.proposals(), () -> ProposalRows.of(sight));
    cut.table("turns", change.turns(), () -> StaffRows.turns(sight, _ -> true));
    boolean isCounted = line || change.duty() || change.placing() || cut.isRenewed("dots");
    new SettleRows(sight).add(cut, change);
    return cut.perRow(
            "stations", change.blocks() || change.plan(), sight.stations(change), stations())
        .table("counts", isCounted, () -> List.of(counts()))
        .done();
  }

  private PerRow<PersonId> dots() {
    return new PerRow<>(sight.roll()::ids, this::dotId, student -> Optional.of(dot(student)));
  }

  private List<Row.Room> rooms() {
    return sight.floor().school().rooms().values().stream().map(LeaderTables::room).toList();
  }

  private static Row.Room room(Room room) {
    return new Row.Room(
        room.id().value(),
        room.name(),
        Optional.of(Sight.badge(room.badge())),
        Optional.empty(),
        Optional.of(PlaceRows.frame(room.outline())),
        Optional.of(room.unmeasured()).filter(it -> it),
        Optional.empty());
  }

  private List<Row.DayType> dayTypes() {
    return sight.floor().school().calendar().dayTypes().values().stream()
        .filter(DayType::isSchoolDay)
        .map(type -> new Row.DayType(type.id().value(), type.name()))
        .toList();
  }

  private String dotId(PersonId student) {
    return sight.roll().dots().getOrDefault(student, "");
  }

  private Row.Dot dot(PersonId student) {
    var spot = sight.spot(sight.student(student));
    return new Row.Dot(
        dotId(student),
        spot.due().id().value(),
        spot.seen().map(station -> station.id().value()),
        Sight.unlessEmpty(spot.seat()),
        Sight.word(spot.arrival()),
        sight
            .cameFrom(student)
            .filter(before -> !before.equals(spot.due().id()))
            .map(station -> station.value()));
  }

  private PerRow<Station> stations() {
    var waiting = waiting().collect(groupingBy(request -> sight.place(request).id()));
    return sight.stations(
        station -> station(station, waiting.getOrDefault(station.id(), List.of())));
  }

  private Stream<HelpRequest> waiting() {
    return sight.open().stream().filter(Waiting.class::isInstance);
  }

  private Row.LeaderStation station(Station station, List<HelpRequest> waiting) {
    var plain = CommonTables.station(sight.floor(), station);
    var due = sight.due(station.id());
    return new Row.LeaderStation(
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
        waiting.size(),
        longest(waiting),
        level(waiting),
        Optional.of(waiting.stream().anyMatch(LeaderTables::isPressing)).filter(it -> it),
        sight.adults(station),
        PlaceRows.frame(station.place()));
  }

  private Optional<Row.Waited> longest(List<HelpRequest> waiting) {
    return HelpWait.longest(sight.floor(), waiting).map(HelpRows::waited);
  }

  /// Urgent ones are for the leader alone, and not for whoever sees her map on a wall.
  private static int level(List<HelpRequest> waiting) {
    return waiting.stream()
        .filter(request -> !HelpAlarms.isUrgent(request))
        .mapToInt(request -> request.standing().watch().level())
        .max()
        .orElse(0);
  }

  private static boolean isPressing(HelpRequest request) {
    return HelpAlarms.isUrgent(request) && HelpAlarms.isLeaders(request);
  }

  private Row.Counts counts() {
    int students = sight.everyone().planned();
    var all = sight.measured();
    var open = sight.open();
    var waiting = waiting().toList();
    return new Row.Counts(
        "all",
        students,
        all.expected(),
        all.prompted(),
        all.arrived(),
        all.late(),
        all.missing(),
        all.elsewhere(),
        all.staying(),
        all.excused(),
        all.departed(),
        students - all.planned(),
        waiting.size(),
        count(open, Claimed.class),
        count(open, Helping.class),
        longest(waiting),
        sight.floor().onDuty().size());
  }

  private static int count(Collection<HelpRequest> open, Class<? extends HelpRequest> state) {
    return Math.toIntExact(open.stream().filter(state::isInstance).count());
  }

  private PerRow<Staff> helpers() {
    return new PerRow<>(
        sight.roll()::helpers, staff -> staff.id().value(), staff -> Optional.of(helper(staff)));
  }

  private Row.Helper helper(Staff staff) {
    var with = sight.floor().help().heldBy(staff.id()).map(sight::place);
    return StaffRows.helper(sight, staff, with.map(station -> station.id().value()));
  }
}
