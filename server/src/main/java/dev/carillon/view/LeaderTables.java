package dev.carillon.view;

import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.DayType;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Outline;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Room;
import dev.carillon.school.Station;
import dev.carillon.view.Cut.PerStudent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What leaders see: the whole floor as counts, colours and dots. No student has a name here but in
/// a proposal somebody asked for: nobody can judge who is to move without knowing who it is.
final class LeaderTables {
  private final Sight sight;

  LeaderTables(Sight sight) {
    this.sight = sight;
  }

  View cut(View before, Change change) {
    var floor = sight.floor();
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.copyOf(floor.timelines().values()));
    var dots = new PerStudent(this::dotId, id -> Optional.of(dot(id)));
    boolean line = change.line(sight.floor());
    cut.table("rooms", change.whole(), this::rooms)
        .table("seats", change.whole(), this::seats)
        .table("dayTypes", change.whole(), this::dayTypes)
        .perStudent("dots", change.blocks(), change.students(), sight.roll(), dots)
        .table("helpers", change.duty() || line, this::helpers);
    cut.table("flex", change.team(), () -> TeamLearning.lines(sight, _ -> true, false));
    // Sums over the dots, which is why the dots come first: what is counted is what is drawn.
    cut.table("calls", change.placing(), () -> StaffRows.calls(sight, _ -> true, false))
        .table(
            "alerts",
            change.placing() || cut.isRenewed("dots"),
            () -> StaffRows.alerts(sight, _ -> true, false));
    cut.table("proposals", change.proposals(), () -> ProposalRows.of(sight));
    boolean sums = line || change.duty() || change.placing() || cut.isRenewed("dots");
    return cut.table("settle", sums, () -> new SettleRows(sight).rows())
        .table("stations", sums, () -> stations(cut))
        .table("counts", sums, () -> List.of(counts(cut)))
        .done();
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
        Optional.of(frame(room.outline())));
  }

  private List<Row.Seat> seats() {
    return sight.floor().school().stations().values().stream()
        .flatMap(station -> station.seats().stream().map(seat -> seat(station, seat)))
        .toList();
  }

  private static Row.Seat seat(Station station, dev.carillon.school.Seat seat) {
    var id = station.id().value();
    return new Row.Seat(id + "/" + seat.label(), id, seat.label(), seat.x(), seat.y());
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
        Sight.word(spot.arrival()));
  }

  private List<Row.LeaderStation> stations(Cut cut) {
    var arrivals = new HashMap<String, Arrivals>();
    for (var row : cut.rows("dots")) {
      if (row instanceof Row.Dot dot) {
        arrivals.computeIfAbsent(dot.station(), _ -> new Arrivals()).add(dot.arrival());
      }
    }
    var waiting = new HashMap<String, Queue>();
    for (var request : sight.open()) {
      if (request instanceof Waiting) {
        var place = sight.place(request).id().value();
        waiting.merge(place, Queue.of(request), Queue::and);
      }
    }
    return sight.floor().school().stations().values().stream()
        .map(station -> station(station, arrivals, waiting))
        .toList();
  }

  private Row.LeaderStation station(
      Station station, Map<String, Arrivals> all, Map<String, Queue> waiting) {
    var plain = CommonTables.station(sight.floor(), station);
    var arrivals = all.getOrDefault(plain.id(), Arrivals.NONE);
    var queue = waiting.getOrDefault(plain.id(), Queue.EMPTY);
    return new Row.LeaderStation(
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
        sight.floor().attendance().at(station.id()).bodies(),
        queue.size,
        queue.oldest(),
        sight.adults(station),
        frame(station.place()));
  }

  private Row.Counts counts(Cut cut) {
    var arrivals = new Arrivals();
    for (var row : cut.rows("dots")) {
      if (row instanceof Row.Dot dot) {
        arrivals.add(dot.arrival());
      }
    }
    var open = sight.open();
    var waiting =
        open.stream()
            .filter(Waiting.class::isInstance)
            .map(Queue::of)
            .reduce(Queue.EMPTY, Queue::and);
    return new Row.Counts(
        "all",
        arrivals.all(),
        arrivals.of("expected"),
        arrivals.of("prompted"),
        arrivals.of("arrived"),
        arrivals.of("late"),
        arrivals.of("missing"),
        arrivals.of("elsewhere"),
        arrivals.of("staying"),
        arrivals.of("excused"),
        arrivals.of("departed"),
        waiting.size,
        count(open, Claimed.class),
        count(open, Helping.class),
        waiting.oldest(),
        sight.floor().onDuty().size());
  }

  private static int count(Collection<HelpRequest> open, Class<? extends HelpRequest> state) {
    return Math.toIntExact(open.stream().filter(state::isInstance).count());
  }

  private List<Row.Helper> helpers() {
    return sight.floor().school().staff().stream()
        .filter(staff -> staff.role().helps())
        .map(this::helper)
        .toList();
  }

  private Row.Helper helper(Staff staff) {
    return new Row.Helper(
        staff.id().value(),
        staff.name(),
        staff.role().word(),
        sight.floor().onDuty().contains(staff.id()) ? "on" : "off",
        staff.rooms().stream().map(Id::value).sorted().toList(),
        sight.floor().help().heldBy(staff.id()).map(request -> sight.place(request).id().value()));
  }

  private static Row.Frame frame(Outline outline) {
    return new Row.Frame(outline.x(), outline.y(), outline.w(), outline.h());
  }

  /// How many wait, and since when the first of them does.
  private record Queue(int size, long oldestMs) {
    static final Queue EMPTY = new Queue(0, Long.MAX_VALUE);

    static Queue of(HelpRequest request) {
      return new Queue(1, request.asked().at().toEpochMilli());
    }

    Queue and(Queue other) {
      return new Queue(size + other.size, Math.min(oldestMs, other.oldestMs));
    }

    Optional<Long> oldest() {
      return size == 0 ? Optional.empty() : Optional.of(oldestMs);
    }
  }
}
