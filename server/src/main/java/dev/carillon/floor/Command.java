package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.BellKind;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.School;
import java.time.Instant;
import java.util.List;

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

  /// Staff say where a student is.
  record MarkArrival(PersonId student, StationId station) implements ArrivalCommand {}

  record MarkAllHere(StationId station) implements ArrivalCommand {}

  /// A student has seen where to go.
  record AcknowledgePrompt(BlockId block) implements ArrivalCommand {}

  sealed interface HelpCommand extends Command {}

  /// `student` is whoever needs help: the asker herself, or whom a helper asks for.
  record AskForHelp(HelpId help, PersonId student, HelpKind kind, String text)
      implements HelpCommand {}

  record CancelHelp(HelpId help) implements HelpCommand {}

  record ClaimHelp(HelpId help) implements HelpCommand {}

  record ClaimNext() implements HelpCommand {}

  record ArriveAtHelp(HelpId help, long epoch) implements HelpCommand {}

  record ReleaseHelp(HelpId help, long epoch) implements HelpCommand {}

  /// @param epoch the claim epoch when the owner says so; [#ANY_VERSION] from student and leader
  record ResolveHelp(HelpId help, long epoch) implements HelpCommand {}

  sealed interface DutyCommand extends Command {}

  record StartDuty() implements DutyCommand {}

  record EndDuty() implements DutyCommand {}

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

  /// The last boundary of the last schedule has passed.
  record EndSchedule(ScheduleId schedule, Instant dueAt, String identity) implements DueCommand {}
}
