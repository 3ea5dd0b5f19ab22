package dev.carillon.floor;

import dev.carillon.floor.Diary.Thought;
import dev.carillon.school.Assignment;
import dev.carillon.school.BellKind;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What somebody asks of a floor. Who asks and when stands in the [Stamp].
public sealed interface Command {
  /// Opening, adopting and closing the day, and the demo's clock.
  sealed interface DayCommand extends Command {}

  /// Always the first command of a log.
  record OpenDay(
      School school,
      DayPlan plan,
      List<Assignment> assignments,
      Carry carry,
      int speed,
      boolean demo)
      implements DayCommand {}

  /// The school was published anew during the day.
  record AdoptSchool(School school) implements DayCommand {}

  record CloseDay() implements DayCommand {}

  /// Makes another kind of day of this one before it has begun: a day without school, a late
  /// opening, or again what it was.
  record DrawDay(DayPlan plan, List<Assignment> assignments) implements DayCommand {}

  /// Somebody heard the building's bell: from now on bells ring as late or early as that one did.
  ///
  /// @param schedule whose bell it was; empty = that of any
  record AlignBells(Instant heardAt, Optional<ScheduleId> schedule) implements DayCommand {}

  /// Demo only. 0 stops the clock.
  record SetSpeed(int speed) implements DayCommand {}

  /// Demo only: ten floor seconds before the next bell.
  record JumpToNextBell() implements DayCommand {}

  long ANY_VERSION = -1;

  /// A live control.
  ///
  /// @param expect the version of the schedule whoever asks looked at, of several schedules the sum
  ///   of their versions; or [#ANY_VERSION]
  record Steer(Scope scope, Control control, String reason, long expect) implements Command {}

  sealed interface ArrivalCommand extends Command {}

  /// A student says where she is.
  record ReportArrival(StationId station, Evidence evidence) implements ArrivalCommand {}

  /// A student says she is where she is due, whatever that is at this moment.
  record ReportHere() implements ArrivalCommand {}

  /// A student says since when she has been there, on a device that had no network then.
  ///
  /// @param station empty = where she was due
  record ReportSince(Optional<StationId> station, Evidence evidence, Instant at)
      implements ArrivalCommand {}

  /// A student sits at a seat that is not hers, and says that an adult said she may.
  ///
  /// @param seat its code, as it stands on the seat
  /// @param at since when, as her device has it; empty = now
  record BorrowSeat(String seat, Optional<Instant> at) implements ArrivalCommand {}

  /// Staff say where a student is.
  record MarkArrival(PersonId student, StationId station) implements ArrivalCommand {}

  record MarkAllHere(StationId station) implements ArrivalCommand {}

  /// A student has seen where to go.
  record AcknowledgePrompt(BlockId block) implements ArrivalCommand {}

  /// Where people are put, called, let stay, and away.
  sealed interface PlacingCommand extends Command {}

  /// Puts students at another station in a block of their schedule.
  ///
  /// @param block empty for the block that runs
  /// @param force up to the hard cap, over what the adult wishes and who is better apart
  record Retarget(
      List<PersonId> students,
      Optional<GroupId> group,
      StationId station,
      Optional<BlockId> block,
      boolean force,
      String reason)
      implements PlacingCommand {}

  /// Calls students to a place.
  ///
  /// @param from empty for now
  /// @param minutes 0 = until somebody ends it or the block is over
  record CallUp(
      CallId call,
      List<PersonId> students,
      Optional<GroupId> group,
      StationId station,
      Optional<Instant> from,
      int minutes,
      String note)
      implements PlacingCommand {}

  record EndCall(CallId call) implements PlacingCommand {}

  /// Lets a student go on where she is when the others move.
  ///
  /// @param minutes from now; 0 = as long as her profile says
  record AllowStay(PersonId student, int minutes, StayReason reason) implements PlacingCommand {}

  record EndStay(PersonId student) implements PlacingCommand {}

  /// Whoever is at a station stays there for so long over the bell, while the bell rings for all
  /// others; 0 takes it back.
  record RunOver(StationId station, int minutes) implements PlacingCommand {}

  /// @param until the last day, for what lasts longer than today: for leaders to say
  record StartAway(PersonId student, AwayKind kind, Optional<LocalDate> until)
      implements PlacingCommand {
    public StartAway(PersonId student, AwayKind kind) {
      this(student, kind, Optional.empty());
    }
  }

  record EndAway(PersonId student) implements PlacingCommand {}

  /// A student takes one of the stations she may choose from.
  record TakeChoice(BlockId block, StationId station) implements PlacingCommand {}

  /// A student has seen that her stop is another one.
  record AckChange(BlockId block) implements PlacingCommand {}

  /// A student lives by another bell schedule from now on today.
  record MoveSchedule(PersonId student, ScheduleId schedule) implements PlacingCommand {}

  /// @param drain whether whoever is there may stay to the end of the block
  record CloseStation(StationId station, boolean drain, String reason) implements PlacingCommand {}

  record OpenStation(StationId station) implements PlacingCommand {}

  /// What a teacher changes of who takes turns with whom in her room.
  sealed interface TurningCommand extends Command {
    /// The timeline of the turns: `room-4/b3`.
    ScheduleId turns();

    /// Whether the turn that runs is changed as well; otherwise it goes on as it is.
    boolean now();
  }

  /// Joins a group to another one, or the turns of a station to those of another one, for the rest
  /// of the block.
  record MergeTurns(ScheduleId turns, Joint joint, boolean now) implements TurningCommand {}

  /// What was joined goes its own way again.
  record UnmergeTurns(ScheduleId turns, Joint.Part part, boolean now) implements TurningCommand {}

  /// Lets students of large groups go with small ones for the rest of the day.
  ///
  /// @param shown whom the proposal that was looked at moves; empty when none was
  record Rebalance(ScheduleId turns, boolean now, List<PersonId> shown) implements TurningCommand {}

  sealed interface HelpCommand extends Command {}

  /// What is said of one request.
  sealed interface OfHelp extends HelpCommand {
    HelpId help();
  }

  /// `student` is whoever needs help: the asker herself, or whom a helper asks for.
  ///
  /// @param together may be helped with others who ask about the same
  /// @param to somebody it is for; empty = for whoever comes first
  record AskForHelp(
      HelpId help,
      PersonId student,
      HelpKind kind,
      String text,
      boolean together,
      Optional<PersonId> to)
      implements HelpCommand {
    public AskForHelp(HelpId help, PersonId student, HelpKind kind, String text) {
      this(help, student, kind, text, true, Optional.empty());
    }
  }

  /// The student needs none any more.
  record CancelHelp(HelpId help) implements OfHelp {}

  /// What it is about, said later or anew.
  ///
  /// @param together may be helped with others
  /// @param to somebody a talk is for, as when she asks; empty = for whoever comes first
  record TellHelp(HelpId help, HelpKind kind, String text, boolean together, Optional<PersonId> to)
      implements OfHelp {}

  /// The student goes on trying by herself, or stops to: whoever takes the next one passes her by.
  record KeepTrying(HelpId help, boolean trying) implements OfHelp {}

  /// The student is where she was not found.
  record SayHere(HelpId help) implements OfHelp {}

  /// What she was to try did not do it.
  record SayStuck(HelpId help) implements OfHelp {}

  /// It did not help after all.
  ///
  /// @param reopened the id of the request that follows
  record ReopenHelp(HelpId help, HelpId reopened) implements OfHelp {}

  /// Takes the ending of a request back.
  record UndoHelp(HelpId help) implements OfHelp {}

  record ClaimHelp(HelpId help) implements OfHelp {}

  record ClaimNext() implements HelpCommand {}

  /// Helps several with one thing; who is gone is left out.
  record ClaimGroup(List<HelpId> helps) implements HelpCommand {
    public ClaimGroup {
      helps = List.copyOf(helps);
    }
  }

  /// A member of a group would rather be helped alone.
  record DeclineGroup(HelpId help) implements OfHelp {}

  record ArriveAtHelp(HelpId help, long epoch) implements OfHelp {}

  /// Who helps is still there.
  record RenewHelp(HelpId help, long epoch) implements OfHelp {}

  record ReleaseHelp(HelpId help, long epoch, Optional<HelpReason> reason) implements OfHelp {
    public ReleaseHelp(HelpId help, long epoch) {
      this(help, epoch, Optional.empty());
    }
  }

  /// The student is not where she should be.
  record SayNotHere(HelpId help, long epoch) implements OfHelp {}

  /// The student tries something by herself.
  ///
  /// @param minutes 0 = as long as the school says
  /// @param note what she is to try, for her
  record HoldHelp(HelpId help, long epoch, int minutes, String note) implements OfHelp {}

  /// @param to a helper; empty for anybody of the role
  /// @param role empty for one helper
  record HandOffHelp(HelpId help, long epoch, Optional<PersonId> to, Optional<Role> role)
      implements OfHelp {}

  record TakeOverHelp(HelpId help, HelpReason reason) implements OfHelp {}

  /// Keeps the student a little longer over the bell.
  record KeepHeld(HelpId help, long epoch) implements OfHelp {}

  /// @param epoch the claim epoch when the owner says so; [#ANY_VERSION] from student and leader
  record ResolveHelp(HelpId help, long epoch) implements OfHelp {}

  /// Done for everybody the helper is with.
  record ResolveAll(HelpId help, long epoch) implements OfHelp {}

  /// @param epoch of the claim when it is claimed; [#ANY_VERSION] otherwise
  record DismissHelp(HelpId help, long epoch, HelpReason reason) implements OfHelp {}

  /// It is not urgent: what it is instead.
  record LowerUrgent(HelpId help, HelpKind kind, HelpReason reason) implements OfHelp {}

  /// Staff put a request first, or back.
  record PinHelp(HelpId help, boolean pinned) implements OfHelp {}

  /// What becomes of a call that still waits at the next bell.
  record ArrangeBell(HelpId help, AtBell what) implements OfHelp {}

  /// Everybody who waits in a room is told that nobody comes.
  ///
  /// @param count how many whoever asks believes there are
  record ClearLine(RoomId room, int count, HelpReason reason) implements HelpCommand {}

  /// Takes the clearing of a line back.
  record UnclearLine(RoomId room) implements HelpCommand {}

  /// Tells whoever is in a room how long help takes there.
  record TellWait(RoomId room, int minutes) implements HelpCommand {}

  /// What a student asks of a station she may come to by herself.
  sealed interface FlexCommand extends Command {
    StationId station();
  }

  /// She sits down, or waits where no seat is free.
  record JoinFlex(StationId station) implements FlexCommand {}

  /// She gives up her seat there, or her place in the line.
  record LeaveFlex(StationId station) implements FlexCommand {}

  record TakeOffer(StationId station) implements FlexCommand {}

  record PassOffer(StationId station) implements FlexCommand {}

  /// What students steer themselves, and what their team says to it.
  sealed interface LearningCommand extends Command {}

  record AskUnlock(UnlockId unlock, AssessmentId assessment) implements LearningCommand {}

  record ApproveUnlock(UnlockId unlock) implements LearningCommand {}

  /// @param reason for the student
  record RefuseUnlock(UnlockId unlock, String reason) implements LearningCommand {}

  /// Whoever answered takes it back, while the student has not acted on it.
  record UndoUnlock(UnlockId unlock) implements LearningCommand {}

  record OpenUnlock(UnlockId unlock) implements LearningCommand {}

  record SubmitUnlock(UnlockId unlock) implements LearningCommand {}

  /// What a student means to do in the block that runs.
  record SetGoal(Thought goal) implements LearningCommand {}

  /// What a student says of a block that runs or is over.
  ///
  /// @param block empty for the one that runs, or else the last one that asked for it
  record WriteReflection(Thought reflection, Optional<BlockId> block) implements LearningCommand {}

  /// A mentor has met one of her students this week.
  record NoteMet(PersonId student) implements LearningCommand {}

  /// Whether a student is prepared for a lesson that was to be prepared at home.
  ///
  /// @param block of the lesson; empty for the one that runs, or else the next one
  record SayPrepared(PersonId student, boolean prepared, Optional<BlockId> block)
      implements LearningCommand {}

  record AwardMerit(PersonId student, MeritId merit) implements LearningCommand {}

  /// @param item of her playlist
  record FinishItem(PersonId student, String item, HowFinished how) implements LearningCommand {}

  /// What programs outside tell of students, and what helpers say to the guesses made of it.
  sealed interface SignalCommand extends Command {}

  /// @param signal names it; whatever is made of it is named by it as well
  record TakeSignal(String signal, SourceTerms source, PersonId student, Signal what)
      implements SignalCommand {}

  /// Nothing is made of a signal, and a leader can see why.
  record SetSignalAside(String signal, SourceTerms source, Aside why) implements SignalCommand {}

  /// A guess is wrong, or seen to: no other of its kind until the block is over.
  record DismissHint(HintId hint) implements SignalCommand {}

  /// A new plan for what is to come: proposed, then accepted or rejected.
  sealed interface PlanCommand extends Command {}

  /// Cannot be decided before a planner was asked, which the desk sees to.
  sealed interface PlannedCommand extends PlanCommand {
    /// What the planner says; empty until it was asked.
    Optional<RePlan> answer();

    PlannedCommand answered(RePlan plan);
  }

  /// @param automatic accept it at once where it touches nobody but those who cannot stay
  record ProposePlan(
      ProposalId proposal, RePlan.Request request, boolean automatic, Optional<RePlan> answer)
      implements PlannedCommand {
    @Override
    public ProposePlan answered(RePlan plan) {
      return new ProposePlan(proposal, request, automatic, Optional.of(plan));
    }
  }

  record AcceptPlan(ProposalId proposal) implements PlanCommand {}

  record RejectPlan(ProposalId proposal) implements PlanCommand {}

  /// Stations take nobody new, whoever is there may stay to the end of the block, and everybody who
  /// was to come has another place: in one act, so that nobody is sent to a closed door.
  ///
  /// @param changes how many stops whoever asks was told would be others; empty when she was not
  record CloseAndPlace(List<StationId> stations, Optional<Integer> changes, Optional<RePlan> answer)
      implements PlannedCommand {
    public CloseAndPlace {
      stations = stations.stream().distinct().toList();
    }

    @Override
    public CloseAndPlace answered(RePlan plan) {
      return new CloseAndPlace(stations, changes, Optional.of(plan));
    }
  }

  /// Takes that back: the stations are open, and whoever was to be there is again.
  record OpenAndReturn(List<StationId> stations) implements PlanCommand {
    public OpenAndReturn {
      stations = stations.stream().distinct().toList();
    }
  }

  /// What adults tell one another.
  sealed interface MessageCommand extends Command {
    MessageId message();
  }

  /// @param answers what it is an answer to
  record SendMessage(
      MessageId message, Message.To to, Message.Words words, Optional<MessageId> answers)
      implements MessageCommand {}

  /// Whoever it is for has got it.
  record ReadMessage(MessageId message) implements MessageCommand {}

  /// Nobody is told it any more.
  record WithdrawMessage(MessageId message) implements MessageCommand {}

  sealed interface DutyCommand extends Command {}

  record StartDuty() implements DutyCommand {}

  /// A leader sends a helper to a room, instead of those she covers, until the bell.
  record SendHelper(PersonId helper, RoomId room) implements DutyCommand {}

  /// Back to the rooms that are hers.
  record ReturnHelper(PersonId helper) implements DutyCommand {}

  record EndDuty() implements DutyCommand {}

  /// On duty, and not on the floor.
  record SetAway(boolean away) implements DutyCommand {}

  /// She has read that these calls went without her.
  record NoteLost(List<HelpId> helps) implements DutyCommand {
    public NoteLost {
      helps = List.copyOf(helps);
    }
  }

  /// No device of a helper's is connected any more, or one is again; said by whoever knows all.
  record NotePresence(PersonId helper, boolean present, Instant since) implements DutyCommand {}

  /// What time asks for. Each has an identity, so that it happens once whatever the number of
  /// nodes.
  sealed interface DueCommand extends Command {
    /// When it fell due on the floor's clock.
    Instant dueAt();

    /// The same on every node: `bell/2026-09-14/main/b3/move`.
    String identity();
  }

  record RingBell(BlockId block, BellKind kind, Instant dueAt, String identity)
      implements DueCommand {}

  record EnterBlock(BlockId block, Instant dueAt, String identity) implements DueCommand {}

  record MarkLate(BlockId block, Instant dueAt, String identity) implements DueCommand {}

  record MarkMissing(BlockId block, Instant dueAt, String identity) implements DueCommand {}

  record LapseClaim(HelpId help, long epoch, Instant dueAt, String identity)
      implements DueCommand {}

  /// What time does to one request.
  ///
  /// @param number which of several of this kind
  record HelpFallsDue(HelpId help, HelpDue what, long number, Instant dueAt, String identity)
      implements DueCommand {}

  /// What time does to the calls of one room.
  record RoomFallsDue(RoomId room, RoomDue what, BlockId block, Instant dueAt, String identity)
      implements DueCommand {}

  /// A helper on duty has not been heard of for too long.
  record MissHelper(PersonId helper, Instant dueAt, String identity) implements DueCommand {}

  /// What time does to a helper's duty.
  record DutyFallsDue(PersonId helper, DutyDue what, Instant dueAt, String identity)
      implements DueCommand {}

  record StartCall(CallId call, Instant dueAt, String identity) implements DueCommand {}

  record LapseCall(CallId call, Instant dueAt, String identity) implements DueCommand {}

  record LapseStay(PersonId student, Instant dueAt, String identity) implements DueCommand {}

  /// Nobody has seen a changed stop for too long.
  record TellUnseen(PersonId student, BlockId block, Instant dueAt, String identity)
      implements DueCommand {}

  /// A seat is free and somebody waits for it.
  record OfferSeat(StationId station, Instant dueAt, String identity) implements DueCommand {}

  record LapseOffer(
      StationId station, PersonId student, long number, Instant dueAt, String identity)
      implements DueCommand {}

  record ExpireUnlock(UnlockId unlock, Instant dueAt, String identity) implements DueCommand {}

  record ExpireHint(HintId hint, Instant dueAt, String identity) implements DueCommand {}

  record KeepAppointment(String appointment, Instant dueAt, String identity)
      implements DueCommand {}

  /// The last boundary of the last schedule has passed.
  record EndSchedule(ScheduleId schedule, Instant dueAt, String identity) implements DueCommand {}
}
