package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AcknowledgePrompt;
import dev.carillon.floor.Command.AlignBells;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.BorrowSeat;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.JumpToNextBell;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ReportSince;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.ReturnHelper;
import dev.carillon.floor.Command.SendHelper;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Command.SetSpeed;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Evidence;
import dev.carillon.floor.HelpReason;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the body of one command.
///
/// @param id of the command: a call for help is named by it
/// @param who a call for help that names nobody is for her
record CommandReader(String id, PersonId who, OptionalLong expect) {
  private static final List<Long> SPEEDS = List.of(0L, 1L, 10L, 60L, 300L);

  /// A letter, a round of letters and a label: what fits on a sign.
  private static final int SEAT_MAX = 12;

  private static final List<Evidence> OWN_EVIDENCE =
      List.of(Evidence.SELF, Evidence.CODE, Evidence.SEAT);

  Command read(CommandKind kind, Fields body) throws WireFault {
    return switch (kind) {
      case HELP_ASK -> new HelpReader(id, who).ask(body);
      case HELP_CANCEL -> new CancelHelp(help(body));
      case HELP_CLAIM -> new ClaimHelp(help(body));
      case HELP_NEXT -> new ClaimNext();
      case HELP_ARRIVED -> new ArriveAtHelp(help(body), body.whole("epoch"));
      case HELP_RELEASE ->
          new ReleaseHelp(
              help(body),
              body.whole("epoch"),
              body.maybeOneOf("reason", List.of(HelpReason.values())));
      case HELP_DONE ->
          new ResolveHelp(
              help(body), body.maybeWhole("epoch", 0, Long.MAX_VALUE).orElse(Command.ANY_VERSION));
      case HELP_TRYING,
          HELP_HERE,
          HELP_STUCK,
          HELP_REOPEN,
          HELP_UNDO,
          HELP_GROUP,
          HELP_TELL,
          HELP_DECLINE,
          HELP_NOTED,
          HELP_RENEW,
          HELP_NOT_HERE,
          HELP_HOLD,
          HELP_HAND_OFF,
          HELP_TAKE_OVER,
          HELP_KEEP,
          HELP_DONE_ALL,
          HELP_DISMISS,
          HELP_LOWER,
          HELP_PIN,
          HELP_AT_BELL,
          HELP_CLEAR,
          HELP_UNCLEAR,
          HELP_TELL_WAIT ->
          new HelpReader(id, who).read(kind, body);
      case DUTY_START -> new StartDuty();
      case DUTY_END -> new EndDuty();
      case DUTY_AWAY -> new SetAway(body.yesNo("away"));
      case DUTY_SEND ->
          new SendHelper(body.id("helper", PersonId::new), body.id("room", RoomId::new));
      case DUTY_RETURN -> new ReturnHelper(body.id("helper", PersonId::new));
      case ARRIVAL_REPORT -> report(body);
      case ARRIVAL_MARK -> new MarkArrival(body.id("student", PersonId::new), station(body));
      case ARRIVAL_ALL_HERE -> new MarkAllHere(station(body));
      case PROMPT_ACK -> new AcknowledgePrompt(body.id("block", BlockId::new));
      case PLACE_RETARGET,
          PLACE_MOVE_SCHEDULE,
          CALL_UP,
          CALL_END,
          STAY_ALLOW,
          STAY_END,
          STAY_CLASS,
          AWAY_START,
          AWAY_END,
          CHOICE_TAKE,
          CHANGE_ACK,
          STATION_CLOSE,
          STATION_OPEN ->
          new PlacingReader(id).read(kind, body);
      case PLAN_PROPOSE, PLAN_ACCEPT, PLAN_REJECT, PLAN_CLOSE, PLAN_REOPEN ->
          new PlanReader(id).read(kind, body);
      case ROTATION_MERGE, ROTATION_UNMERGE, ROTATION_REBALANCE -> TurningReader.read(kind, body);
      case TIMELINE_PAUSE,
          TIMELINE_RESUME,
          TIMELINE_CATCH_UP,
          TIMELINE_HOLD,
          TIMELINE_RELEASE,
          TIMELINE_EXTEND,
          TIMELINE_TRIM,
          TIMELINE_ADVANCE,
          TIMELINE_SKIP,
          TIMELINE_INSERT,
          TIMELINE_END_INSERT,
          TIMELINE_SWITCH_DAY,
          TIMELINE_UNDO,
          TIMELINE_RING ->
          new TimelineReader(expect.orElse(Command.ANY_VERSION)).read(kind, body);
      case FLEX_JOIN,
          FLEX_LEAVE,
          FLEX_ACCEPT,
          FLEX_PASS,
          UNLOCK_ASK,
          UNLOCK_APPROVE,
          UNLOCK_REFUSE,
          UNLOCK_UNDO,
          UNLOCK_OPEN,
          UNLOCK_SUBMIT,
          GOAL_SET,
          REFLECTION_WRITE,
          MENTOR_MET,
          PREPARED_SET,
          BADGE_AWARD,
          LEARNING_FINISH,
          HINT_DISMISS ->
          new LearningReader(id, who).read(kind, body);
      case MESSAGE_SEND, MESSAGE_READ, MESSAGE_WITHDRAW -> new MessageReader(id).read(kind, body);
      case BELL_ALIGN ->
          new AlignBells(
              Instant.ofEpochMilli(body.whole("heardAtMs")),
              body.maybeId("schedule", ScheduleId::new));
      case CLOCK_SPEED -> speed(body);
      case CLOCK_JUMP -> new JumpToNextBell();
    };
  }

  private static Command report(Fields body) throws WireFault {
    var seat = body.maybeText("seat", SEAT_MAX);
    if (seat.isPresent()) {
      var at = body.maybeWhole("atMs", 0, Long.MAX_VALUE);
      return new BorrowSeat(
          seat.get(),
          at.isPresent() ? Optional.of(Instant.ofEpochMilli(at.getAsLong())) : Optional.empty());
    }
    var evidence = body.maybeOneOf("evidence", OWN_EVIDENCE).orElse(Evidence.SELF);
    var station = body.maybeId("station", StationId::new);
    var since = body.maybeWhole("atMs", 0, Long.MAX_VALUE);
    if (since.isPresent()) {
      return new ReportSince(station, evidence, Instant.ofEpochMilli(since.getAsLong()));
    }
    return station.<Command>map(at -> new ReportArrival(at, evidence)).orElseGet(ReportHere::new);
  }

  private static Command speed(Fields body) throws WireFault {
    long speed = body.whole("speed");
    if (!SPEEDS.contains(speed)) {
      throw body.wrong("speed", "one of " + SPEEDS);
    }
    return new SetSpeed((int) speed);
  }

  private static HelpId help(Fields body) throws WireFault {
    return body.id("help", HelpId::new);
  }

  private static StationId station(Fields body) throws WireFault {
    return body.id("station", StationId::new);
  }
}
