package dev.carillon.wire;

import dev.carillon.floor.AwayKind;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.EndCall;
import dev.carillon.floor.Command.EndStay;
import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.RunOver;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Command.TakeChoice;
import dev.carillon.floor.StayReason;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the bodies of commands that put, call and excuse people.
///
/// @param id of the command: a call-up is named by it
record PlacingReader(String id) {
  /// A class, and a little: who wants more names a group.
  private static final int STUDENTS_MAX = 32;

  /// One line on a student's card.
  private static final int NOTE_CHARS_MAX = 80;

  private static final int MINUTES_MAX = 180;

  /// A whole class stays with `stay.class`.
  private static final List<StayReason> REASONS =
      List.of(StayReason.TEST, StayReason.EXTRA_TIME, StayReason.HELP);

  /// Who needs more asks for the bell to be held.
  private static final int OVER_MINUTES_MAX = 10;

  Command read(CommandKind kind, Fields body) throws WireFault {
    return switch (kind) {
      case PLACE_RETARGET -> retarget(body);
      case PLACE_MOVE_SCHEDULE ->
          new MoveSchedule(student(body), body.id("schedule", ScheduleId::new));
      case CALL_UP -> callUp(body);
      case CALL_END -> new EndCall(body.id("call", CallId::new));
      case STAY_ALLOW -> new AllowStay(student(body), minutes(body), body.oneOf("reason", REASONS));
      case STAY_END -> new EndStay(student(body));
      case STAY_CLASS ->
          new RunOver(station(body), (int) body.whole("minutes", 0, OVER_MINUTES_MAX));
      case AWAY_START ->
          new StartAway(
              student(body),
              body.oneOf("kind", List.of(AwayKind.values())),
              body.maybeDate("until"));
      case AWAY_END -> new EndAway(student(body));
      case CHOICE_TAKE -> new TakeChoice(block(body), station(body));
      case STATION_CLOSE -> new CloseStation(station(body), body.yesNo("drain"), reason(body));
      case STATION_OPEN -> new OpenStation(station(body));
      case CHANGE_ACK -> new AckChange(block(body));
      default -> throw new IllegalArgumentException(kind + " puts nobody anywhere");
    };
  }

  private static Command retarget(Fields body) throws WireFault {
    return new Retarget(
        students(body),
        group(body),
        station(body),
        body.maybeId("block", BlockId::new),
        body.yesNo("force"),
        reason(body));
  }

  private Command callUp(Fields body) throws WireFault {
    var from = body.maybeWhole("fromMs", 0, Long.MAX_VALUE);
    return new CallUp(
        new CallId(id),
        students(body),
        group(body),
        station(body),
        from.isPresent() ? Optional.of(Instant.ofEpochMilli(from.getAsLong())) : Optional.empty(),
        minutes(body),
        body.maybeText("note", NOTE_CHARS_MAX).orElse(""));
  }

  private static List<PersonId> students(Fields body) throws WireFault {
    return body.maybeIds("students", STUDENTS_MAX, PersonId::new);
  }

  private static Optional<GroupId> group(Fields body) throws WireFault {
    return body.maybeId("group", GroupId::new);
  }

  private static int minutes(Fields body) throws WireFault {
    return (int) body.maybeWhole("minutes", 1, MINUTES_MAX).orElse(0);
  }

  private static PersonId student(Fields body) throws WireFault {
    return body.id("student", PersonId::new);
  }

  private static BlockId block(Fields body) throws WireFault {
    return body.id("block", BlockId::new);
  }

  private static StationId station(Fields body) throws WireFault {
    return body.id("station", StationId::new);
  }

  private static String reason(Fields body) throws WireFault {
    return body.maybeText("reason", Fields.TEXT_CHARS_MAX).orElse("");
  }
}
