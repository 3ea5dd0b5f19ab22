package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.AcknowledgePrompt;
import dev.carillon.floor.Command.ArrivalCommand;
import dev.carillon.floor.Command.BorrowSeat;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ReportSince;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.Arrived;
import dev.carillon.floor.Event.PromptAcknowledged;
import dev.carillon.floor.Event.SeatBorrowed;
import dev.carillon.floor.Event.SeenElsewhere;
import dev.carillon.floor.Result.ArrivalNow;
import dev.carillon.floor.Result.StudentsMarked;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Who has arrived where. Evidence of higher trust wins, of equal trust the later; weaker evidence
/// changes nothing. No body is ever refused: a full station is shown as too full.
///
/// A student is EXPECTED when her block is entered and PROMPTED once she has acknowledged where to
/// go.
record ArrivalRules(Floor floor, Stamp stamp) {
  Decision decide(ArrivalCommand command) {
    return switch (command) {
      case ReportHere() -> reportHere();
      case ReportArrival(var station, var evidence) -> report(station, evidence);
      case ReportSince(var station, var evidence, var at) -> since(station, evidence, at);
      case BorrowSeat(var seat, var at) ->
          at.map(said -> asOf(said, rules -> rules.borrow(seat))).orElseGet(() -> borrow(seat));
      case MarkArrival(var student, var station) -> mark(student, station);
      case MarkAllHere(var station) -> markAll(station);
      case AcknowledgePrompt(var block) -> acknowledge(block);
    };
  }

  private Decision reportHere() {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return stop(stamp.who())
        .map(stop -> seen(stamp.who(), stop, stop.due(), Evidence.SELF))
        .orElseGet(() -> noStop(stamp.who()));
  }

  private Decision report(StationId station, Evidence evidence) {
    if (stamp.role() != Role.STUDENT || !isHers(evidence)) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (!floor.school().stations().containsKey(station)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    return stop(stamp.who())
        .map(stop -> seen(stamp.who(), stop, station, evidence))
        .orElseGet(() -> noStop(stamp.who()));
  }

  private Decision since(Optional<StationId> station, Evidence evidence, Instant said) {
    return asOf(
        said, rules -> station.map(at -> rules.report(at, evidence)).orElseGet(rules::reportHere));
  }

  /// What she said before the block began is of another one, which is over. A time that cannot be
  /// is taken for now: that she is here is true all the same.
  private Decision asOf(Instant said, Function<ArrivalRules, Decision> decide) {
    if (floor
        .blockNow(stamp.who(), stamp.at())
        .filter(block -> said.isBefore(block.start()))
        .isPresent()) {
      return refuse(Refusal.BLOCK_OVER);
    }
    return decide.apply(
        stop(stamp.who()).filter(stop -> canBe(said, stop)).isPresent()
            ? new ArrivalRules(floor, new Stamp(stamp.who(), stamp.role(), said))
            : this);
  }

  private Decision borrow(String code) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var stop = stop(stamp.who());
    if (stop.isEmpty()) {
      return noStop(stamp.who());
    }
    return named(code, stop.get().due())
        .map(station -> borrow(stop.get(), station, label(code, station)))
        .orElseGet(() -> refuse(Refusal.STATION_UNKNOWN));
  }

  /// She counts as seen by that seat's computer; where staff have seen her meanwhile they know
  /// better, and are told of the seat all the same.
  private Decision borrow(Arrival stop, Station station, String label) {
    var seen = seen(stamp.who(), stop, station.id(), Evidence.SEAT);
    boolean isKnown = stop.borrowed().filter(seat -> seat.is(station.id(), label)).isPresent();
    if (isKnown || isHerOwn(station, label) || !(seen instanceof Accepted accepted)) {
      return seen;
    }
    var events = new ArrayList<>(accepted.events());
    events.add(new SeatBorrowed(stamp.who(), stop.block(), station.id(), label, stamp.at()));
    return accept(events, accepted.result());
  }

  private boolean isHerOwn(Station station, String label) {
    return floor
        .assignmentNow(stamp.who())
        .filter(place -> place.station().equals(station.id()))
        .filter(place -> place.seat().isEmpty() || place.seat().equals(label))
        .isPresent();
  }

  /// The station of a seat's code, which is its letter and the seat's label. Where two bear the
  /// same letter it is the one she is due at.
  private Optional<Station> named(String code, StationId due) {
    return floor.school().stations().values().stream()
        .filter(station -> isAt(code, station))
        .max(Comparator.comparing(station -> station.id().equals(due)));
  }

  private static boolean isAt(String code, Station station) {
    return code.startsWith(station.badge().letter())
        && (code.equals(station.badge().letter())
            || station.seats().stream()
                .anyMatch(seat -> seat.label().equals(label(code, station))));
  }

  private static String label(String code, Station station) {
    return code.substring(station.badge().letter().length());
  }

  /// Not to come, and not before somebody was last seen to say where she is; that nobody had heard
  /// of her, which time alone concludes, is just what she now puts right.
  private boolean canBe(Instant said, Arrival stop) {
    return !said.isAfter(stamp.at()) && (stop.trust() == 0 || !said.isBefore(stop.since()));
  }

  private static boolean isHers(Evidence evidence) {
    return switch (evidence) {
      case SELF, CODE, SEAT -> true;
      case ALL_HERE, STAFF -> false;
    };
  }

  private Decision mark(PersonId student, StationId station) {
    if (!stamp.role().helps() && !stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (!floor.school().stations().containsKey(station)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    var stop = stop(student);
    if (stop.isEmpty()) {
      return noStop(student);
    }
    if (!mayMarkAt(station) && !mayMarkAt(stop.get().due())) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    return seen(student, stop.get(), station, Evidence.STAFF);
  }

  private boolean mayMarkAt(StationId station) {
    return stamp.role().leads()
        || floor.roomOf(station).filter(room -> floor.covers(stamp.who(), room)).isPresent();
  }

  /// Marks the rest: whoever was seen with better evidence stays as she is.
  private Decision markAll(StationId station) {
    if (!stamp.role().helps() && !stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (!floor.school().stations().containsKey(station)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    if (!mayMarkAt(station)) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    var events =
        floor.attendance().roster(station).stream()
            .sorted(Comparator.comparing(PersonId::value))
            .flatMap(student -> here(student, station).stream())
            .toList();
    return accept(events, new StudentsMarked(events.size()));
  }

  private Optional<Event> here(PersonId student, StationId station) {
    return stop(student)
        .filter(stop -> isOut(stop.state()) && stop.trust() <= Evidence.ALL_HERE.trust())
        .map(
            stop ->
                new Arrived(
                    student, stop.block(), station, Evidence.ALL_HERE, stamp.who(), stamp.at()));
  }

  private static boolean isOut(ArrivalState state) {
    return switch (state) {
      case EXPECTED, PROMPTED, LATE, MISSING, ELSEWHERE -> true;
      case ARRIVED, STAYING, EXCUSED, DEPARTED -> false;
    };
  }

  /// Only the first acknowledgement in the block that runs says anything new.
  private Decision acknowledge(BlockId block) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return stop(stamp.who())
        .filter(stop -> stop.block().equals(block) && stop.state() == ArrivalState.EXPECTED)
        .map(_ -> accept(new PromptAcknowledged(stamp.who(), block, stamp.at())))
        .orElseGet(Decision::accept);
  }

  /// What is known of her in the block that runs; empty when none does.
  private Optional<Arrival> stop(PersonId student) {
    return floor
        .blockNow(student, stamp.at())
        .flatMap(
            block ->
                Optional.ofNullable(floor.arrivals().get(student))
                    .filter(arrival -> arrival.block().equals(block.id())));
  }

  private Decision noStop(PersonId student) {
    boolean isKnown = floor.student(student).isPresent();
    return refuse(isKnown ? Refusal.NO_STOP_NOW : Refusal.STUDENT_UNKNOWN);
  }

  private Decision seen(PersonId student, Arrival stop, StationId station, Evidence evidence) {
    var state = station.equals(stop.due()) ? ArrivalState.ARRIVED : ArrivalState.ELSEWHERE;
    if (evidence.trust() < stop.trust() || saysNothingNew(stop, state, station, evidence)) {
      return accept(List.of(), new ArrivalNow(stop.state()));
    }
    var block = stop.block();
    var event =
        state == ArrivalState.ARRIVED
            ? new Arrived(student, block, station, evidence, stamp.who(), stamp.at())
            : new SeenElsewhere(student, block, station, evidence, stamp.who(), stamp.at());
    return accept(List.of(event), new ArrivalNow(state));
  }

  private static boolean saysNothingNew(
      Arrival stop, ArrivalState state, StationId station, Evidence evidence) {
    boolean isConfirmed = evidence == Evidence.STAFF && stop.toLookAt().isPresent();
    return !isConfirmed
        && stop.state() == state
        && stop.seenAt().equals(station)
        && stop.trust() == evidence.trust();
  }
}
