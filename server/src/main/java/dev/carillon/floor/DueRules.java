package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.DutyFallsDue;
import dev.carillon.floor.Command.EndSchedule;
import dev.carillon.floor.Command.EnterBlock;
import dev.carillon.floor.Command.ExpireHint;
import dev.carillon.floor.Command.ExpireUnlock;
import dev.carillon.floor.Command.HelpFallsDue;
import dev.carillon.floor.Command.KeepAppointment;
import dev.carillon.floor.Command.LapseCall;
import dev.carillon.floor.Command.LapseClaim;
import dev.carillon.floor.Command.LapseOffer;
import dev.carillon.floor.Command.LapseStay;
import dev.carillon.floor.Command.MarkLate;
import dev.carillon.floor.Command.MarkMissing;
import dev.carillon.floor.Command.MissHelper;
import dev.carillon.floor.Command.OfferSeat;
import dev.carillon.floor.Command.RingBell;
import dev.carillon.floor.Command.RoomFallsDue;
import dev.carillon.floor.Command.StartCall;
import dev.carillon.floor.Command.TellUnseen;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Event.StudentsLate;
import dev.carillon.floor.Event.StudentsMissing;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// What time does. A due command that comes again, or for something that is not so any more, is
/// accepted and changes nothing: whatever it was about is then due at another time or never.
record DueRules(Floor floor, Stamp stamp) {
  /// How late a bell may be, in real time, before it is called late.
  private static final Duration LATE_AFTER = Duration.ofSeconds(1);

  private static final Set<ArrivalState> NOT_SEEN_YET =
      Set.of(ArrivalState.EXPECTED, ArrivalState.PROMPTED);

  private static final Set<ArrivalState> NOT_SEEN =
      Set.of(ArrivalState.EXPECTED, ArrivalState.PROMPTED, ArrivalState.LATE);

  Decision decide(DueCommand command) {
    if (stamp.role() != Role.SYSTEM) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (command) {
      case EnterBlock(var block, _, _) -> inTimeline(block, this::enter);
      case RingBell ring -> inTimeline(ring.block(), (timeline, _) -> ring(timeline, ring));
      case MarkLate(var block, _, _) -> inTimeline(block, this::callLate);
      case MarkMissing(var block, _, _) -> inTimeline(block, this::callMissing);
      case LapseClaim lapse -> new HelpDues(floor).lapse(lapse, stamp.at());
      case HelpFallsDue due -> new HelpDues(floor).decide(due, stamp.at());
      case RoomFallsDue due -> new HelpDues(floor).decide(due, stamp.at());
      case MissHelper(var helper, _, _) -> new HelpPresence(floor, stamp.at()).miss(helper);
      case DutyFallsDue due -> new DutyTimes(floor).decide(due, stamp.at());
      case StartCall(var call, _, _) -> new PlacingDues(floor).start(call, stamp.at());
      case LapseCall(var call, _, _) -> new PlacingDues(floor).lapse(call, stamp.at());
      case LapseStay(var student, _, _) -> new PlacingDues(floor).lapse(student, stamp.at());
      case TellUnseen(var student, var block, _, _) ->
          new PlacingDues(floor).unseen(student, block, stamp.at());
      case OfferSeat(var station, _, _) -> new FlexRules(floor, stamp).offer(station);
      case LapseOffer lapse -> new FlexRules(floor, stamp).lapse(lapse);
      case ExpireUnlock(var unlock, _, _) -> new UnlockRules(floor, stamp).expire(unlock);
      case ExpireHint(var hint, _, _) -> new SignalRules(floor, stamp).expire(hint);
      case KeepAppointment(var id, _, _) -> new Appointments(floor).keep(id, stamp.at());
      case EndSchedule end -> end(end);
    };
  }

  private Decision inTimeline(BlockId block, BiFunction<Timeline, Integer, Decision> rule) {
    for (var timeline : floor.timelines().values()) {
      int index = timeline.indexOf(block);
      if (index >= 0) {
        return rule.apply(timeline, index);
      }
    }
    return accept();
  }

  private Decision enter(Timeline timeline, int index) {
    var block = timeline.blocks().get(index);
    if (index != timeline.position() + 1 || !hasCome(timeline, Dues.enter(timeline))) {
      return accept();
    }
    var events =
        new ArrayList<Event>(new HelpBell(floor, stamp.at()).entering(timeline, block.id()));
    events.add(new BlockEntered(timeline.id(), block.id(), block.start(), stamp.at()));
    return accept(events, Result.NOTHING);
  }

  private Decision ring(Timeline timeline, RingBell ring) {
    return Dues.bells(timeline, floor.school().rules())
        .filter(due -> due.block().equals(ring.block()) && due.kind() == ring.kind())
        .filter(due -> !due.dueAt().isAfter(stamp.at()))
        .findFirst()
        .map(due -> ring(timeline, ring, due))
        .orElseGet(Decision::accept);
  }

  private Decision ring(Timeline timeline, RingBell ring, RingBell due) {
    var bell = Dues.bellOf(timeline, ring.block(), ring.kind());
    var late = Duration.between(owedSince(timeline, due), stamp.at());
    var latest = floor.inPeoplesTime(floor.school().rules().lateRingMax());
    if (late.compareTo(latest) > 0) {
      return accept(new BellMissed(bell, timeline.id(), ring.kind(), due.dueAt(), stamp.at()));
    }
    boolean isLate = late.compareTo(floor.inPeoplesTime(LATE_AFTER)) > 0;
    return accept(new BellRang(bell, timeline.id(), ring.kind(), due.dueAt(), stamp.at(), isLate));
  }

  /// A bell earlier than its edge may be due before the control that brings the edge near; nobody
  /// could have rung it then.
  private static Instant owedSince(Timeline timeline, RingBell due) {
    return timeline.last().map(Timeline.Last::at).filter(due.dueAt()::isBefore).orElse(due.dueAt());
  }

  private Decision callLate(Timeline timeline, int index) {
    var block = timeline.blocks().get(index).id();
    if (!hasCome(timeline, Dues.late(timeline).filter(due -> due.block().equals(block)))) {
      return accept();
    }
    var late = absent(timeline, block, NOT_SEEN_YET);
    return accept(new StudentsLate(block, late, stamp.at()));
  }

  private Decision callMissing(Timeline timeline, int index) {
    var block = timeline.blocks().get(index).id();
    var due = Dues.missing(timeline, floor.school().rules());
    if (!hasCome(timeline, due.filter(each -> each.block().equals(block)))) {
      return accept();
    }
    var missing = absent(timeline, block, NOT_SEEN);
    return accept(new StudentsMissing(block, missing, stamp.at()));
  }

  /// Who is due where nobody can be seen to come is not waited for.
  private List<PersonId> absent(Timeline timeline, BlockId block, Set<ArrivalState> states) {
    return floor.studentsOf(timeline.id()).stream()
        .map(student -> student.id())
        .filter(student -> isIn(states, block, student))
        .sorted(Comparator.comparing(PersonId::value))
        .toList();
  }

  private boolean isIn(Set<ArrivalState> states, BlockId block, PersonId student) {
    return switch (floor.arrivals().get(student)) {
      case null -> false;
      case Arrival arrival ->
          arrival.block().equals(block)
              && states.contains(arrival.state())
              && floor.isMeasured(arrival.due());
    };
  }

  private Decision end(EndSchedule end) {
    var timeline = floor.timelines().get(end.schedule());
    if (timeline == null || !hasCome(timeline, Dues.end(timeline))) {
      return accept();
    }
    var events = new ArrayList<Event>(new HelpBell(floor, stamp.at()).ending(timeline.id()));
    events.addAll(new UnlockRules(floor, stamp).endOf(timeline.id()));
    events.add(new ScheduleEnded(timeline.id(), stamp.at()));
    return accept(events, Result.NOTHING);
  }

  private boolean hasCome(Timeline timeline, Optional<? extends DueCommand> due) {
    return due.filter(each -> !each.dueAt().isAfter(timeline.reached(stamp.at()))).isPresent();
  }
}
