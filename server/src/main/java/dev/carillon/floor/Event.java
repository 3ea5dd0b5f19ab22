package dev.carillon.floor;

import dev.carillon.floor.Diary.Thought;
import dev.carillon.school.Assignment;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What has happened. Events carry no text written by a person except where a rule needs it.
public sealed interface Event {
  sealed interface DayEvent extends Event {}

  record DayOpened(
      School school,
      DayPlan plan,
      List<Assignment> assignments,
      Carry carry,
      int speed,
      boolean demo,
      Instant at)
      implements DayEvent {}

  record SchoolAdopted(School school, Instant at) implements DayEvent {}

  record DayClosed(Carry carry, Instant at) implements DayEvent {}

  /// Before its first bell the day became another one; without schedules there is no school.
  record DayDrawn(DayPlan plan, List<Assignment> assignments, PersonId by, Instant at)
      implements DayEvent {}

  /// @param lag how much later than planned bells ring from now on; negative = earlier
  record BellAligned(Duration lag, PersonId by, Instant at) implements DayEvent {}

  /// At floor time `at` the clock goes on from `to` with `speed`.
  record ClockTurned(Instant at, Instant to, int speed) implements DayEvent {}

  /// History was lost: the log goes on from `kept`, everything after it up to `lost` is gone.
  record HistoryLost(Cursor kept, Cursor lost, Instant at) implements DayEvent {}

  sealed interface TimelineEvent extends Event {
    ScheduleId schedule();
  }

  record SchedulePaused(ScheduleId schedule, PersonId by, String reason, Instant at)
      implements TimelineEvent {}

  /// Time runs, and nobody is moved when the block is over.
  record ScheduleHeld(ScheduleId schedule, PersonId by, String reason, BlockId block, Instant at)
      implements TimelineEvent {}

  /// Time stands for an assembly, a drill or a lockdown.
  record ScheduleInserted(
      ScheduleId schedule, PersonId by, String reason, Insertion insertion, Instant at)
      implements TimelineEvent {}

  /// What stood in the schedule's way is over: a pause, a hold, an insertion. `blocks` is the whole
  /// schedule from now on.
  record ScheduleResumed(
      ScheduleId schedule, PersonId by, String reason, List<Block> blocks, Instant at)
      implements TimelineEvent {}

  /// The last control was taken back.
  record ControlUndone(ScheduleId schedule, PersonId by, String reason, Instant at)
      implements TimelineEvent {}

  /// The rest of the day runs another day type. `blocks` is the whole schedule.
  ///
  /// @param dayType its name, for people
  record DayTypeSwitched(
      ScheduleId schedule,
      PersonId by,
      String dayType,
      String reason,
      List<Block> blocks,
      Instant at)
      implements TimelineEvent {}

  /// A control moved boundaries while time went on. `blocks` is the whole schedule.
  record ScheduleChanged(
      ScheduleId schedule,
      PersonId by,
      String control,
      String reason,
      List<Block> blocks,
      Instant at)
      implements TimelineEvent {}

  /// @param late whether it rang later than planned but within the late limit
  record BellRang(
      BellId bell,
      ScheduleId schedule,
      BellKind kind,
      Instant scheduledFor,
      Instant at,
      boolean late)
      implements TimelineEvent {}

  /// Too late to ring: recorded, silent.
  record BellMissed(
      BellId bell, ScheduleId schedule, BellKind kind, Instant scheduledFor, Instant at)
      implements TimelineEvent {}

  record BlockEntered(ScheduleId schedule, BlockId block, Instant scheduledFor, Instant at)
      implements TimelineEvent {}

  record ScheduleEnded(ScheduleId schedule, Instant at) implements TimelineEvent {}

  sealed interface ArrivalEvent extends Event {}

  record Arrived(
      PersonId student,
      BlockId block,
      StationId station,
      Evidence evidence,
      PersonId by,
      Instant at)
      implements ArrivalEvent {}

  /// Seen at another station than the one she is due at.
  record SeenElsewhere(
      PersonId student,
      BlockId block,
      StationId station,
      Evidence evidence,
      PersonId by,
      Instant at)
      implements ArrivalEvent {}

  /// She sits at a seat that is not hers, and says that an adult said she may.
  ///
  /// @param seat its label; empty where the station numbers none
  record SeatBorrowed(PersonId student, BlockId block, StationId station, String seat, Instant at)
      implements ArrivalEvent {}

  record PromptAcknowledged(PersonId student, BlockId block, Instant at) implements ArrivalEvent {}

  record StudentsLate(BlockId block, List<PersonId> students, Instant at) implements ArrivalEvent {
    public StudentsLate {
      students = List.copyOf(students);
    }
  }

  record StudentsMissing(BlockId block, List<PersonId> students, Instant at)
      implements ArrivalEvent {
    public StudentsMissing {
      students = List.copyOf(students);
    }
  }

  sealed interface PlacingEvent extends Event {}

  /// Students have another stop than before. One event for all that were put together.
  ///
  /// @param from where each was to be, in the order of `places`
  record StudentsPlaced(
      List<Assignment> places, List<StationId> from, PersonId by, String reason, Instant at)
      implements PlacingEvent {
    public StudentsPlaced {
      places = List.copyOf(places);
      from = List.copyOf(from);
    }
  }

  record ChangeSeen(PersonId student, BlockId block, Instant at) implements PlacingEvent {}

  record ChangeUnseen(PersonId student, BlockId block, Instant at) implements PlacingEvent {}

  record CalledUp(CallUp call, PersonId by, Instant at) implements PlacingEvent {}

  record CallStarted(CallId call, Instant at) implements PlacingEvent {}

  record CallEnded(CallId call, PersonId by, Instant at) implements PlacingEvent {}

  /// @param place where she stays
  record StayAllowed(
      PersonId student, Assignment place, StayReason reason, PersonId by, Instant until, Instant at)
      implements PlacingEvent {}

  record StayEnded(PersonId student, PersonId by, Instant at) implements PlacingEvent {}

  /// @param until the last day, for what lasts longer than today
  record WentAway(
      PersonId student, AwayKind kind, Optional<LocalDate> until, PersonId by, Instant at)
      implements PlacingEvent {
    public WentAway(PersonId student, AwayKind kind, PersonId by, Instant at) {
      this(student, kind, Optional.empty(), by, at);
    }
  }

  record CameBack(PersonId student, PersonId by, Instant at) implements PlacingEvent {}

  record ScheduleMoved(PersonId student, ScheduleId schedule, PersonId by, Instant at)
      implements PlacingEvent {}

  record StationClosed(StationId station, boolean draining, PersonId by, String reason, Instant at)
      implements PlacingEvent {}

  /// With these stations closed everybody who was to come has another place.
  ///
  /// @param before where they were to be, should that be taken back
  record StationsEmptied(List<StationId> stations, List<Assignment> before, PersonId by, Instant at)
      implements PlacingEvent {
    public StationsEmptied {
      stations = List.copyOf(stations);
      before = List.copyOf(before);
    }
  }

  record StationOpened(StationId station, PersonId by, Instant at) implements PlacingEvent {}

  sealed interface TurningEvent extends Event {
    Instant at();
  }

  /// @param from the number of the first turn for which it counts
  record TurnsMerged(ScheduleId turns, Joint joint, int from, PersonId by, Instant at)
      implements TurningEvent {}

  /// @param from the number of the first turn they take apart
  record TurnsParted(ScheduleId turns, Joint joint, int from, PersonId by, Instant at)
      implements TurningEvent {}

  /// Students take the turns of a rotation with another group for the rest of the day.
  ///
  /// @param turns the timeline whose turns were looked at
  /// @param from the number of the first turn for which it counts
  record StudentsRegrouped(
      ScheduleId turns, String rotation, List<Regroup> students, int from, PersonId by, Instant at)
      implements TurningEvent {
    public StudentsRegrouped {
      students = List.copyOf(students);
    }
  }

  sealed interface HelpEvent extends Event {
    HelpId help();

    Instant at();
  }

  /// @param together may be helped with others
  /// @param to whom it is for
  /// @param why when a program has raised it
  record HelpAsked(
      HelpId help,
      PersonId student,
      PersonId by,
      HelpKind kind,
      String text,
      boolean together,
      Optional<PersonId> to,
      StationId station,
      BlockId block,
      Optional<Why> why,
      Instant at)
      implements HelpEvent {}

  /// The open request became urgent.
  record HelpRaised(HelpId help, PersonId by, Instant at) implements HelpEvent {}

  /// The student has said what it is about.
  ///
  /// @param together may be helped with others
  /// @param to somebody it is for, as the student wishes
  record HelpTold(
      HelpId help, HelpKind kind, String text, boolean together, Optional<PersonId> to, Instant at)
      implements HelpEvent {}

  record HelpLowered(HelpId help, HelpKind kind, HelpReason reason, PersonId by, Instant at)
      implements HelpEvent {}

  record HelpPinned(HelpId help, boolean pinned, PersonId by, Instant at) implements HelpEvent {}

  /// @param block whose end is the bell it is about
  record HelpArranged(HelpId help, AtBell what, BlockId block, PersonId by, Instant at)
      implements HelpEvent {}

  /// The bell has rung, and whoever is where she goes now is to take it next.
  ///
  /// @param by who had arranged it
  record HelpPassed(HelpId help, PersonId by, Instant at) implements HelpEvent {}

  record HelpTrying(HelpId help, boolean trying, Instant at) implements HelpEvent {}

  /// @param outOfOrder others would have come first
  /// @param nearer *next* took it before the first one, since it is nearer to the helper
  record HelpClaimed(
      HelpId help,
      PersonId helper,
      long epoch,
      Instant leaseUntil,
      boolean outOfOrder,
      boolean nearer,
      Instant at)
      implements HelpEvent {}

  /// @param lead the first of those who are helped together
  record HelpClaimedTogether(
      HelpId help, HelpId lead, PersonId helper, long epoch, Instant leaseUntil, Instant at)
      implements HelpEvent {}

  /// She would rather be helped alone.
  record HelpDeclined(HelpId help, Instant at) implements HelpEvent {}

  record HelperArrived(HelpId help, PersonId helper, Instant leaseUntil, Instant at)
      implements HelpEvent {}

  record HelpRenewed(HelpId help, Instant leaseUntil, Instant at) implements HelpEvent {}

  /// @param reason as whoever gave it back said
  record HelpReleased(HelpId help, Optional<HelpReason> reason, PersonId by, Instant at)
      implements HelpEvent {
    public HelpReleased(HelpId help, PersonId by, Instant at) {
      this(help, Optional.empty(), by, at);
    }
  }

  record ClaimLapsed(HelpId help, PersonId helper, Instant at) implements HelpEvent {}

  record HelpUnreached(HelpId help, PersonId helper, Instant until, Instant at)
      implements HelpEvent {}

  record HelpPutOnHold(HelpId help, PersonId helper, String note, Instant until, Instant at)
      implements HelpEvent {}

  /// The hold goes on in another block.
  record HoldMoved(HelpId help, Instant until, Instant at) implements HelpEvent {}

  /// The student was asked whether it works now.
  record HoldEnded(HelpId help, Instant at) implements HelpEvent {}

  /// Back in the line, before those who have not been helped yet.
  ///
  /// @param first who is asked first, and until when
  record HelpCameBack(HelpId help, Optional<PersonId> first, Instant firstUntil, Instant at)
      implements HelpEvent {}

  record HelpHandedOff(
      HelpId help,
      PersonId by,
      Optional<PersonId> to,
      Optional<Role> role,
      Instant until,
      Instant at)
      implements HelpEvent {}

  record HandOffLapsed(HelpId help, Instant at) implements HelpEvent {}

  record HelpTakenOver(
      HelpId help,
      PersonId from,
      PersonId helper,
      long epoch,
      HelpReason reason,
      Instant leaseUntil,
      Instant at)
      implements HelpEvent {}

  /// Nobody hears of the helper; the leader is asked.
  record HelperSilent(HelpId help, PersonId helper, Instant at) implements HelpEvent {}

  record HelperNudged(HelpId help, PersonId helper, int times, Instant at) implements HelpEvent {}

  /// The bell rang and the student is kept.
  record StudentHeld(HelpId help, PersonId helper, Instant askAt, Instant at)
      implements HelpEvent {}

  /// The helper was asked whether to let go.
  record HeldAsked(HelpId help, PersonId helper, Instant at) implements HelpEvent {}

  record HeldLonger(HelpId help, PersonId helper, Instant askAt, Instant at) implements HelpEvent {}

  record HelpEscalated(HelpId help, int level, Instant at) implements HelpEvent {}

  record HelpResolved(HelpId help, PersonId by, Instant at) implements HelpEvent {}

  record HelpCancelled(HelpId help, PersonId by, Instant at) implements HelpEvent {}

  record HelpDismissed(HelpId help, HelpReason reason, PersonId by, Instant at)
      implements HelpEvent {}

  record HelpExpired(HelpId help, String reason, Instant at) implements HelpEvent {}

  /// Its ending was taken back.
  record HelpUndone(HelpId help, PersonId by, Instant at) implements HelpEvent {}

  /// @param of the request that did not help
  record HelpReopened(
      HelpId help, HelpId of, PersonId student, StationId station, BlockId block, Instant at)
      implements HelpEvent {}

  /// Parked by the timetable.
  record HelpDeferred(HelpId help, Instant at) implements HelpEvent {}

  /// The student is where it applies again.
  record HelpReturned(HelpId help, Instant at) implements HelpEvent {}

  /// The equipment stays, the student has moved on.
  record HelpLeftBehind(HelpId help, Instant at) implements HelpEvent {}

  /// What is true of the calls of a whole room.
  sealed interface RoomEvent extends Event {
    RoomId room();
  }

  /// Calls wait where nobody is on duty.
  record RoomUnhelped(RoomId room, BlockId block, Instant at) implements RoomEvent {}

  /// Nine in ten calls have waited for long.
  record RoomBusy(RoomId room, BlockId block, Instant at) implements RoomEvent {}

  /// Whoever is in the room was told how long help takes there.
  record RoomToldWait(RoomId room, int minutes, PersonId by, Instant until, Instant at)
      implements RoomEvent {}

  sealed interface FlexEvent extends Event {}

  record SeatTaken(PersonId student, StationId station, BlockId block, Instant at)
      implements FlexEvent {}

  record SeatLeft(PersonId student, StationId station, Instant at) implements FlexEvent {}

  record LineJoined(PersonId student, StationId station, BlockId block, Instant at)
      implements FlexEvent {}

  record LineLeft(PersonId student, StationId station, Instant at) implements FlexEvent {}

  /// @param number counts the offers of the day
  record SeatOffered(PersonId student, StationId station, long number, Instant until, Instant at)
      implements FlexEvent {}

  record OfferPassed(PersonId student, StationId station, Instant at) implements FlexEvent {}

  record OfferLapsed(PersonId student, StationId station, Instant at) implements FlexEvent {}

  sealed interface LearningEvent extends Event {}

  /// @param why when a program has brought it here
  record UnlockAsked(
      UnlockId unlock, PersonId student, AssessmentId assessment, Optional<Why> why, Instant at)
      implements LearningEvent {}

  /// @param block before whose end there is time for it; empty where none was long enough
  record UnlockApproved(
      UnlockId unlock, PersonId by, Optional<BlockId> block, Instant until, Instant at)
      implements LearningEvent {}

  record UnlockRefused(UnlockId unlock, PersonId by, String reason, Instant at)
      implements LearningEvent {}

  record UnlockUndone(UnlockId unlock, PersonId by, Instant at) implements LearningEvent {}

  record UnlockOpened(UnlockId unlock, Instant at) implements LearningEvent {}

  record UnlockSubmitted(UnlockId unlock, Instant at) implements LearningEvent {}

  /// It was not opened in time. Her wish stands, as if she had asked again.
  record UnlockRelocked(UnlockId unlock, Instant at) implements LearningEvent {}

  record UnlockExpired(UnlockId unlock, Instant at) implements LearningEvent {}

  record GoalSet(PersonId student, BlockId block, Thought goal, Instant at)
      implements LearningEvent {}

  record ReflectionWritten(PersonId student, BlockId block, Thought reflection, Instant at)
      implements LearningEvent {}

  record MentorMet(PersonId student, PersonId by, Instant at) implements LearningEvent {}

  /// The time of an appointment has come, whether or not it can be kept.
  record AppointmentDue(String appointment, Instant at) implements LearningEvent {}

  /// @param block of the lesson
  /// @param byStaff what a teacher says stands above what the student says
  record PreparedSaid(
      PersonId student, BlockId block, boolean prepared, boolean byStaff, PersonId by, Instant at)
      implements LearningEvent {}

  record MeritAwarded(PersonId student, MeritId merit, PersonId by, Instant at)
      implements LearningEvent {}

  /// A student says she has tested out, and a teacher is to look.
  record ItemClaimed(PersonId student, String item, Instant at) implements LearningEvent {}

  record ItemFinished(PersonId student, String item, HowFinished how, PersonId by, Instant at)
      implements LearningEvent {}

  sealed interface SignalEvent extends Event {
    Instant at();
  }

  /// A failed attempt at something that others wait behind.
  ///
  /// @param count how many there were
  record AttemptFailed(SourceId source, PersonId student, String item, int count, Instant at)
      implements SignalEvent {}

  /// An opportunity to show a skill.
  ///
  /// @param right whether the first try was
  record SkillPractised(SourceId source, PersonId student, String skill, boolean right, Instant at)
      implements SignalEvent {}

  /// Passed or mastered: nobody need guess about her any more.
  record StudentSucceeded(SourceId source, PersonId student, String about, Instant at)
      implements SignalEvent {}

  record HintRaised(Hint hint, Instant at) implements SignalEvent {}

  record HintDismissed(HintId hint, PersonId by, Instant at) implements SignalEvent {}

  record HintExpired(HintId hint, Instant at) implements SignalEvent {}

  record SignalSetAside(SourceId source, String signal, Aside why, Instant at)
      implements SignalEvent {}

  sealed interface PlanEvent extends Event {}

  /// A planner has answered what could become of the plan. Nobody is anywhere else yet.
  record PlanProposed(Proposal proposal, Instant at) implements PlanEvent {}

  /// What still held of a proposal has become true: the students were put there with it.
  record PlanAccepted(ProposalId proposal, PersonId by, Instant at) implements PlanEvent {}

  record PlanRejected(ProposalId proposal, PersonId by, Instant at) implements PlanEvent {}

  /// What adults told one another. The bell that ends it is no event of its own.
  sealed interface MessageEvent extends Event {
    Instant at();
  }

  record MessageSent(Message message, Instant at) implements MessageEvent {}

  record MessageRead(MessageId message, PersonId by, Instant at) implements MessageEvent {}

  record MessageWithdrawn(MessageId message, PersonId by, Instant at) implements MessageEvent {}

  sealed interface DutyEvent extends Event {}

  record DutyStarted(PersonId helper, Instant at) implements DutyEvent {}

  record DutyEnded(PersonId helper, Instant at) implements DutyEvent {}

  /// Her hours begin: she is on duty.
  ///
  /// @param hours which of them, by the identity under which they were due
  record DutyHoursBegan(PersonId helper, String hours, Instant at) implements DutyEvent {}

  /// Her hours are over: she is not on duty any more, or as soon as nobody is in her hand.
  ///
  /// @param hours which of them, by the identity under which they were due
  record DutyHoursEnded(PersonId helper, String hours, Instant at) implements DutyEvent {}

  /// A leader has sent her to a room until the bell.
  ///
  /// @param own the rooms that are hers and that she does not cover meanwhile
  /// @param schedule whose bell is meant; empty on a day without school
  /// @param block which block has to be over; empty before the first one
  record HelperSent(
      PersonId helper,
      RoomId room,
      Set<RoomId> own,
      Optional<ScheduleId> schedule,
      Optional<BlockId> block,
      PersonId by,
      Instant at)
      implements DutyEvent {
    public HelperSent {
      own = Set.copyOf(own);
    }
  }

  record HelperReturned(PersonId helper, PersonId by, Instant at) implements DutyEvent {}

  record DutyAway(PersonId helper, boolean away, Instant at) implements DutyEvent {}

  /// @param since when her last device was heard of
  record HelperLost(PersonId helper, Instant since, Instant at) implements DutyEvent {}

  /// She has been gone for so long that nobody should count on her: she shows as away.
  record HelperMissed(PersonId helper, Instant at) implements DutyEvent {}

  record HelperFound(PersonId helper, Instant at) implements DutyEvent {}

  /// She has read that these calls went without her.
  record LostNoted(PersonId helper, List<HelpId> helps, Instant at) implements DutyEvent {
    public LostNoted {
      helps = List.copyOf(helps);
    }
  }
}
