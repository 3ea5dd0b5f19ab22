package dev.carillon.view;

import dev.carillon.floor.Appointments;
import dev.carillon.floor.Arrival;
import dev.carillon.floor.CallUp;
import dev.carillon.floor.Choices;
import dev.carillon.floor.HelpEstimate;
import dev.carillon.floor.HelpGroups;
import dev.carillon.floor.HelpInferred;
import dev.carillon.floor.HelpReach;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Room;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a student sees: her own way through the day and her own request. Of other students she
/// learns one number, how many wait before her.
final class StudentTables {
  private final Sight sight;
  private final Student student;

  StudentTables(Sight sight, Student student) {
    this.sight = sight;
    this.student = student;
  }

  Recut cut(View before, Change change) {
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, student);
    cut.table("me", change.whole(), () -> List.of(me()))
        .table("rooms", change.whole(), this::rooms)
        .table("stops", change.of(student.id()) || change.plan() || change.equipment(), this::stops)
        .table("calls", change.of(student.id()), this::calls)
        .table("help", change.line(sight.floor()) || change.schedules(), this::help);
    new OwnLearning(sight, student).add(cut, change);
    return cut.done();
  }

  private Row.StudentMe me() {
    var group = Optional.ofNullable(sight.floor().school().groups().get(student.group()));
    return new Row.StudentMe(
        "me",
        student.id().value(),
        student.name(),
        group.map(g -> g.name()),
        Sight.word(student.mode()),
        student.profile().quiet() ? "off" : "on");
  }

  private List<Row.Stop> stops() {
    var current = now();
    return sight.floor().dayOf(student.id()).stream()
        .flatMap(block -> stop(block, current.filter(block.id()::equals).isPresent()).stream())
        .toList();
  }

  /// The block or the turn she is in.
  private Optional<BlockId> now() {
    return sight.floor().timelineOf(student.id()).flatMap(Timeline::current).map(Block::id);
  }

  /// In the block that runs, where she is to be right now: a call-up or an assembly is her stop.
  private Optional<Row.Stop> stop(Block block, boolean isNow) {
    var floor = sight.floor();
    var place =
        isNow ? floor.assignmentNow(student.id()) : floor.assignmentAt(student.id(), block.id());
    return place.map(there -> stop(block, there, sight.station(there.station()), isNow));
  }

  private Row.Stop stop(Block block, Assignment assignment, Station station, boolean isNow) {
    var change = sight.change(student.id(), block.id());
    return new Row.Stop(
        block.id().value(),
        block.id().value(),
        station.id().value(),
        station.room().value(),
        Sight.code(station, assignment.seat()),
        station.name(),
        Sight.badge(station.badge()),
        Sight.unlessEmpty(assignment.seat()),
        assignment.activity(),
        Sight.unlessEmpty(station.terms().wrapUp()),
        sight.adults(station),
        Sight.word(sight.arrival(student, block.id())),
        sight.isChanged(student.id(), block.id()),
        sight.wasCode(student.id(), block.id()),
        change.map(_ -> true),
        Sight.word(assignment.source()),
        leaveAt(block),
        staysUntil(block, assignment),
        choices(block),
        Optional.of(isNow && isReported(assignment)).filter(it -> it),
        borrowed(block),
        PlaceRows.spot(station, assignment.seat()),
        isNow ? helpWait(station) : Optional.empty());
  }

  private Optional<Row.HelpWait> helpWait(Station station) {
    var floor = sight.floor();
    return floor
        .scheduleOf(student.id())
        .flatMap(Timeline::current)
        .flatMap(block -> floor.help().team().saidIn(station.room(), block))
        .map(wait -> new Row.HelpWait(wait.minutes(), wait.until().toEpochMilli()));
  }

  /// The plan of the building, on which she finds her way: walls, and nothing of what is in them.
  private List<Row.Room> rooms() {
    return sight.floor().school().rooms().values().stream().map(StudentTables::room).toList();
  }

  private static Row.Room room(Room room) {
    return new Row.Room(
        room.id().value(),
        room.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(PlaceRows.frame(room.outline())),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<String> borrowed(Block block) {
    return Optional.ofNullable(sight.floor().arrivals().get(student.id()))
        .filter(arrival -> arrival.block().equals(block.id()))
        .flatMap(Arrival::borrowed)
        .map(seat -> Sight.code(sight.station(seat.station()), seat.label()));
  }

  private boolean isReported(Assignment place) {
    return sight.floor().help().isReported(place.station(), place.seat(), student.id());
  }

  /// When she may start to walk here, if that is earlier than the others.
  private Optional<Long> leaveAt(Block block) {
    var early = student.profile().earlyRelease();
    return early.isPositive()
        ? Optional.of(block.start().minus(early).toEpochMilli())
        : Optional.empty();
  }

  private Optional<Long> staysUntil(Block block, Assignment assignment) {
    return Optional.ofNullable(sight.floor().placing().stays().get(student.id()))
        .filter(
            stay ->
                stay.place().block().equals(block.id())
                    || assignment.source() == Assignment.Source.STAY)
        .map(stay -> stay.until().toEpochMilli());
  }

  private Optional<List<Row.Choice>> choices(Block block) {
    var choices =
        new Choices(sight.floor())
            .of(student.id(), block.id()).stream().map(sight::station).map(this::choice).toList();
    return Optional.of(choices).filter(some -> !some.isEmpty());
  }

  private Row.Choice choice(Station station) {
    return new Row.Choice(
        station.id().value(),
        Sight.code(station, ""),
        station.name(),
        Sight.badge(station.badge()));
  }

  /// The call-up she follows and those she will, her appointments of today among them.
  private List<Row.OwnCall> calls() {
    var calls =
        sight.floor().placing().calls().values().stream()
            .filter(call -> call.students().contains(student.id()));
    var appointments = new Appointments(sight.floor()).coming(student.id()).stream();
    return Stream.concat(calls, appointments).map(this::call).toList();
  }

  private Row.OwnCall call(CallUp call) {
    var station = sight.station(call.station());
    return new Row.OwnCall(
        call.id().value(),
        call.started() ? "now" : "coming",
        station.id().value(),
        Sight.code(station, ""),
        station.name(),
        Sight.badge(station.badge()),
        sight.floor().nameOf(call.by()),
        call.from().toEpochMilli(),
        call.until().map(Instant::toEpochMilli),
        Sight.unlessEmpty(call.note()));
  }

  /// What is parked for her, and the request not yet over, or the last one of this block.
  private List<Row.OwnHelp> help() {
    var help = sight.floor().help();
    var last = help.latestOf(student.id()).filter(it -> !(it instanceof Deferred));
    return Stream.<HelpRequest>concat(
            help.parkedOf(student.id()).stream(), last.filter(this::isOfThisBlock).stream())
        .map(this::row)
        .toList();
  }

  private boolean isOfThisBlock(HelpRequest last) {
    return !(last instanceof Over over) || (!isWavedOff(over) && isOfThisBlock(over));
  }

  /// One that the bell has ended is told after the bell.
  private boolean isOfThisBlock(Over over) {
    return sight
        .floor()
        .timelineOf(student.id())
        .flatMap(Timeline::current)
        .filter(now -> now.id().equals(over.asked().block()) || !over.at().isBefore(now.start()))
        .isPresent();
  }

  /// Nobody had asked for it and nobody came: she has nothing to hear of it.
  private static boolean isWavedOff(Over over) {
    return over.was() instanceof Waiting && HelpInferred.is(over);
  }

  private Row.OwnHelp row(HelpRequest request) {
    var asked = request.asked();
    boolean own = asked.by().equals(student.id());
    boolean isAtHand = request instanceof Waiting && !HelpInferred.is(request);
    return new Row.OwnHelp(
        asked.id().value(),
        request.word(),
        // What staff call urgent about a student is for staff; so is what they write.
        Sight.word(asked.shown()),
        asked.at().toEpochMilli(),
        ahead(request),
        request.owner().map(sight.floor()::nameOf),
        Sight.unlessEmpty(asked.text()).filter(_ -> own || !asked.told().isEmpty()),
        request.version(),
        closedAtMs(request),
        reason(request),
        Optional.of(request.standing().trying()).filter(it -> it),
        untilMs(request),
        estimate(request),
        passed(request),
        nobody(request),
        stuckFromMs(request),
        together(request),
        HelpGroups.huddle(sight.floor(), request),
        Optional.of(request instanceof Waiting && HelpInferred.is(request)).filter(it -> it),
        request.standing().wish().filter(_ -> isAtHand).map(sight::named),
        sight.floor().mentorOf(student.id()).filter(_ -> isAtHand).map(sight::named));
  }

  private Optional<Integer> ahead(HelpRequest request) {
    return request instanceof Waiting waiting && !HelpInferred.is(request)
        ? Optional.of(sight.floor().aheadOf(waiting.id()))
        : Optional.empty();
  }

  private static Optional<Long> closedAtMs(HelpRequest request) {
    return request instanceof Over over ? Optional.of(over.at().toEpochMilli()) : Optional.empty();
  }

  private static Optional<String> reason(HelpRequest request) {
    return request instanceof Over over ? over.told() : Optional.empty();
  }

  /// Until when she tries by herself, or is waited for.
  private static Optional<Long> untilMs(HelpRequest request) {
    return switch (request) {
      case OnHold hold -> Optional.of(hold.until().toEpochMilli());
      case Unreachable unreached -> Optional.of(unreached.until().toEpochMilli());
      case HelpRequest _ -> Optional.empty();
    };
  }

  private Optional<Row.OwnHelp.Wait> estimate(HelpRequest request) {
    return new HelpEstimate(sight.floor(), sight.floor().help().team().at())
        .of(request.id())
        .map(range -> new Row.OwnHelp.Wait(range.fromMin(), range.toMin(), range.afterBell()));
  }

  /// How many came later and stand ahead, since they have waited longer elsewhere.
  private Optional<Integer> passed(HelpRequest request) {
    return Optional.of(sight.floor().passedBy(request.id())).filter(some -> some > 0);
  }

  /// Nobody is on duty where she waits.
  private Optional<Boolean> nobody(HelpRequest request) {
    boolean isAlone =
        request instanceof Waiting
            && !HelpInferred.is(request)
            && sight
                .floor()
                .roomOf(request)
                .filter(
                    room ->
                        new HelpReach(sight.floor(), sight.floor().help().team().at())
                            .onDuty(room)
                            .isEmpty())
                .isPresent();
    return Optional.of(isAlone).filter(it -> it);
  }

  private Optional<Long> stuckFromMs(HelpRequest request) {
    var least = sight.floor().school().rules().help().spans().holdMin();
    return switch (request) {
      case OnHold hold -> Optional.of(hold.since().plus(least).toEpochMilli());
      case Helping helping when helping.silent() ->
          Optional.of(helping.leaseUntil().toEpochMilli());
      case HelpRequest _ -> Optional.empty();
    };
  }

  private Optional<Boolean> together(HelpRequest request) {
    return Optional.of(sight.floor().help().isTogether(request)).filter(it -> it);
  }
}
