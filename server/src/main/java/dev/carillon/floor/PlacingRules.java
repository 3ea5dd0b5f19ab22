package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.EndCall;
import dev.carillon.floor.Command.EndStay;
import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.PlacingCommand;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.RunOver;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Command.TakeChoice;
import dev.carillon.floor.Event.CallEnded;
import dev.carillon.floor.Event.CameBack;
import dev.carillon.floor.Event.ChangeSeen;
import dev.carillon.floor.Event.ScheduleMoved;
import dev.carillon.floor.Event.StationClosed;
import dev.carillon.floor.Event.StationOpened;
import dev.carillon.floor.Event.StayAllowed;
import dev.carillon.floor.Event.StayEnded;
import dev.carillon.floor.Event.WentAway;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who may say where somebody is to be, and what stands against it. Putting somebody at another
/// station and calling somebody up are [SeatRules]; what is here concerns one student or one
/// station.
///
/// What is already so changes nothing and is accepted.
record PlacingRules(Floor floor, Stamp stamp) {
  /// Nobody stays longer than a long test.
  private static final int STAY_MINUTES_MAX = 180;

  Decision decide(PlacingCommand command) {
    return switch (command) {
      case Retarget retarget -> new SeatRules(floor, stamp).retarget(retarget);
      case TakeChoice(var block, var station) -> new SeatRules(floor, stamp).choose(block, station);
      case CallUp call -> new SeatRules(floor, stamp).callUp(call);
      case EndCall(var call) -> endCall(call);
      case AllowStay stay -> allowStay(stay);
      case EndStay(var student) -> endStay(student);
      case RunOver(var station, var minutes) ->
          new RunningOver(floor, stamp).decide(station, minutes);
      case StartAway away -> startAway(away);
      case EndAway(var student) -> endAway(student);
      case AckChange(var block) -> acknowledge(block);
      case MoveSchedule(var student, var schedule) -> moveSchedule(student, schedule);
      case CloseStation(var station, var drain, var reason) -> close(station, drain, reason);
      case OpenStation(var station) -> open(station);
    };
  }

  /// Leaders may everywhere, helpers in their rooms.
  static boolean mayAt(Floor floor, Stamp stamp, StationId station) {
    return stamp.role().leads()
        || (stamp.role().helps()
            && floor.roomOf(station).filter(room -> floor.covers(stamp.who(), room)).isPresent());
  }

  /// Whether whoever asks may say something of a student: where she is now is a room of hers.
  private Optional<Refusal> mayNot(PersonId student) {
    if (!stamp.role().leads() && !stamp.role().helps()) {
      return Optional.of(Refusal.NOT_YOURS_TO_DO);
    }
    if (floor.student(student).isEmpty()) {
      return Optional.of(Refusal.STUDENT_UNKNOWN);
    }
    var place = floor.assignmentNow(student);
    if (place.isEmpty()) {
      return Optional.of(Refusal.NO_STOP_NOW);
    }
    return mayAt(floor, stamp, place.get().station())
        ? Optional.empty()
        : Optional.of(Refusal.NOT_YOUR_ROOM);
  }

  private Decision endCall(CallId id) {
    var call = floor.placing().calls().get(id);
    if (call == null) {
      return refuse(Refusal.CALL_UNKNOWN);
    }
    boolean isHers = call.by().equals(stamp.who()) || mayAt(floor, stamp, call.station());
    return isHers
        ? accept(new CallEnded(id, stamp.who(), stamp.at()))
        : refuse(Refusal.NOT_YOURS_TO_DO);
  }

  private Decision allowStay(AllowStay stay) {
    return mayNot(stay.student())
        .map(Decision::refuse)
        .orElseGet(
            () ->
                minutes(stay)
                    .map(minutes -> stays(stay, minutes))
                    .orElseGet(() -> refuse(Refusal.NO_EXTRA_TIME)));
  }

  /// As long as was said, or as her profile says.
  private Optional<Duration> minutes(AllowStay stay) {
    var said = Duration.ofMinutes(Math.min(stay.minutes(), STAY_MINUTES_MAX));
    var hers =
        floor.student(stay.student()).map(each -> each.profile().extraTime()).orElse(Duration.ZERO);
    return Optional.of(stay.minutes() > 0 ? said : hers).filter(Duration::isPositive);
  }

  private Decision stays(AllowStay stay, Duration minutes) {
    var place = floor.assignmentNow(stay.student()).orElseThrow();
    var until = stamp.at().plus(minutes);
    return accept(
        new StayAllowed(
            stay.student(),
            where(stay.student(), place),
            stay.reason(),
            stamp.who(),
            until,
            stamp.at()));
  }

  /// A stay that is made longer goes on at the place where it began.
  private Assignment where(PersonId student, Assignment place) {
    return Optional.ofNullable(floor.placing().stays().get(student))
        .map(Placing.Stay::place)
        .orElse(place);
  }

  private Decision endStay(PersonId student) {
    if (!floor.placing().stays().containsKey(student)) {
      return accept();
    }
    return mayNot(student)
        .map(Decision::refuse)
        .orElseGet(() -> accept(new StayEnded(student, stamp.who(), stamp.at())));
  }

  private Decision startAway(StartAway away) {
    var student = away.student();
    if (new Away(away.kind(), away.until()).equals(floor.placing().away().get(student))) {
      return accept();
    }
    return mayNot(student)
        .or(() -> mayNotFor(away))
        .map(Decision::refuse)
        .orElseGet(() -> accept(goes(away), Result.NOTHING));
  }

  private List<Event> goes(StartAway away) {
    var events = new ArrayList<Event>();
    events.add(new WentAway(away.student(), away.kind(), away.until(), stamp.who(), stamp.at()));
    if (away.kind().isForTheDay()) {
      events.addAll(new HelpBell(floor, stamp.at()).leaving(away.student()));
    }
    return events;
  }

  /// Days to come are the leaders'.
  private Optional<Refusal> mayNotFor(StartAway away) {
    if (away.until().isEmpty()) {
      return Optional.empty();
    }
    if (!stamp.role().leads()) {
      return Optional.of(Refusal.NOT_YOURS_TO_DO);
    }
    return away.until()
        .filter(until -> until.isBefore(floor.plan().date()))
        .map(_ -> Refusal.WRONG_DAY);
  }

  private Decision endAway(PersonId student) {
    if (!floor.placing().away().containsKey(student)) {
      return accept();
    }
    return mayNot(student)
        .map(Decision::refuse)
        .orElseGet(() -> accept(new CameBack(student, stamp.who(), stamp.at())));
  }

  private Decision acknowledge(BlockId block) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return Optional.ofNullable(floor.placing().changes().get(stamp.who()))
        .filter(change -> change.block().equals(block))
        .map(_ -> accept(new ChangeSeen(stamp.who(), block, stamp.at())))
        .orElseGet(Decision::accept);
  }

  private Decision moveSchedule(PersonId id, ScheduleId schedule) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var timeline = floor.timelines().get(schedule);
    if (timeline == null || timeline.local().isPresent()) {
      return refuse(Refusal.SCHEDULE_UNKNOWN);
    }
    return switch (floor.school().people().get(id)) {
      case Student student when student.schedule().equals(schedule) -> accept();
      case Student _ -> accept(new ScheduleMoved(id, schedule, stamp.who(), stamp.at()));
      case null, default -> refuse(Refusal.STUDENT_UNKNOWN);
    };
  }

  private Decision close(StationId station, boolean drain, String reason) {
    var next = drain ? StationStatus.DRAINING : StationStatus.CLOSED;
    return ofStation(
        station, next, new StationClosed(station, drain, stamp.who(), reason, stamp.at()));
  }

  private Decision open(StationId station) {
    return ofStation(
        station, StationStatus.OPEN, new StationOpened(station, stamp.who(), stamp.at()));
  }

  private Decision ofStation(StationId station, StationStatus next, Event event) {
    if (!floor.school().stations().containsKey(station)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    boolean may = stamp.role().leads() || stamp.role() == Role.TEACHER;
    if (!may || !mayAt(floor, stamp, station)) {
      return refuse(may ? Refusal.NOT_YOUR_ROOM : Refusal.NOT_YOURS_TO_DO);
    }
    boolean isSoAlready = floor.placing().status(station) == next;
    return accept(isSoAlready ? List.of() : List.of(event), Result.NOTHING);
  }

  /// When something that is to begin then would begin; now when it lies behind.
  static Instant notBefore(Stamp stamp, Optional<Instant> from) {
    return from.filter(stamp.at()::isBefore).orElse(stamp.at());
  }
}
