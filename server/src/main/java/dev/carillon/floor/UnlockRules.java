package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.ExpireUnlock;
import dev.carillon.floor.Event.UnlockApproved;
import dev.carillon.floor.Event.UnlockAsked;
import dev.carillon.floor.Event.UnlockExpired;
import dev.carillon.floor.Event.UnlockOpened;
import dev.carillon.floor.Event.UnlockRefused;
import dev.carillon.floor.Event.UnlockRelocked;
import dev.carillon.floor.Event.UnlockSubmitted;
import dev.carillon.floor.Event.UnlockUndone;
import dev.carillon.floor.Result.UnlockGiven;
import dev.carillon.floor.Unlock.Approved;
import dev.carillon.floor.Unlock.Asked;
import dev.carillon.floor.Unlock.Expired;
import dev.carillon.floor.Unlock.Opened;
import dev.carillon.floor.Unlock.Refused;
import dev.carillon.floor.Unlock.Submitted;
import dev.carillon.floor.UnlockWindows.Window;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Assessments behind a teacher's word. Any teacher of the student's team may answer; the first
/// answer stands. What is approved may be opened while there is time for it before the bell of the
/// block it was approved for ([UnlockWindows]); after that it is locked again, and she has asked
/// again.
record UnlockRules(Floor floor, Stamp stamp) {
  /// A student has one wish for an assessment at a time: whoever asks again gets that one.
  Decision ask(UnlockId id, AssessmentId assessment) {
    return stamp.role() == Role.STUDENT
        ? askFor(id, stamp.who(), assessment, Optional.empty())
        : refuse(Refusal.NOT_YOURS_TO_DO);
  }

  /// The same whoever brings the student's wish here.
  Decision askFor(UnlockId id, PersonId student, AssessmentId assessment, Optional<Why> why) {
    if (!floor.school().arrangements().programme().assessments().containsKey(assessment)) {
      return refuse(Refusal.ASSESSMENT_UNKNOWN);
    }
    var open = open(student, assessment);
    if (open.isPresent()) {
      return accept(List.of(), new UnlockGiven(open.get().id()));
    }
    if (!isLearning(student)) {
      return refuse(Refusal.UNLOCK_NOT_NOW);
    }
    return floor.learning().unlocks().containsKey(id)
        ? refuse(Refusal.ID_REUSED)
        : accept(
            List.of(new UnlockAsked(id, student, assessment, why, stamp.at())),
            new UnlockGiven(id));
  }

  private Optional<Unlock> open(PersonId student, AssessmentId assessment) {
    return floor.learning().unlocks().values().stream()
        .filter(each -> !each.isOver())
        .filter(each -> each.asked().student().equals(student))
        .filter(each -> each.asked().assessment().equals(assessment))
        .findFirst();
  }

  /// During a block, and not at lunch.
  private boolean isLearning(PersonId student) {
    return floor.blockNow(student, stamp.at()).filter(UnlockWindows::isForLearning).isPresent();
  }

  /// Where no block that is left is long enough, a teacher's word holds for a while all the same:
  /// she knows what she does.
  Decision approve(UnlockId id) {
    return answer(
        id,
        asked -> {
          var window = windows().first(asked, stamp.at());
          var until =
              window
                  .map(Window::startBy)
                  .orElseGet(() -> stamp.at().plus(floor.school().rules().unlockFor()));
          return accept(
              new UnlockApproved(id, stamp.who(), window.map(Window::block), until, stamp.at()));
        });
  }

  private UnlockWindows windows() {
    return new UnlockWindows(floor);
  }

  Decision refuseIt(UnlockId id, String reason) {
    return answer(id, _ -> accept(new UnlockRefused(id, stamp.who(), reason, stamp.at())));
  }

  private Decision answer(UnlockId id, Function<Asked, Decision> rule) {
    if (stamp.role() != Role.TEACHER) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (floor.learning().unlocks().get(id)) {
      case null -> refuse(Refusal.UNLOCK_UNKNOWN);
      case Unlock unlock when !floor.isOfTeam(stamp.who(), unlock.asked().student()) ->
          refuse(Refusal.NOT_YOUR_STUDENT);
      case Asked asked -> rule.apply(asked);
      case Approved(_, var by, _, _) -> answered(by);
      case Opened(_, var by, _) -> answered(by);
      case Refused(_, var by, _, _) -> answered(by);
      case Submitted _, Expired _ -> refuse(Refusal.UNLOCK_OVER);
    };
  }

  /// Only her own answer, and only while nothing came of it: the student has neither opened it nor
  /// asked anew.
  Decision undo(UnlockId id) {
    if (stamp.role() != Role.TEACHER) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (floor.learning().unlocks().get(id)) {
      case null -> refuse(Refusal.UNLOCK_UNKNOWN);
      case Asked _ -> accept();
      case Approved(var asked, var by, _, _) -> undo(asked, by);
      case Refused(var asked, var by, _, _)
          when open(asked.student(), asked.assessment()).isEmpty() ->
          undo(asked, by);
      case Opened _, Refused _, Submitted _, Expired _ -> refuse(Refusal.UNLOCK_OVER);
    };
  }

  private Decision undo(Asked asked, PersonId by) {
    if (!by.equals(stamp.who())) {
      return answered(by);
    }
    boolean isDayOver =
        floor.scheduleOf(asked.student()).filter(schedule -> !schedule.ended()).isEmpty();
    return isDayOver
        ? refuse(Refusal.UNLOCK_OVER)
        : accept(new UnlockUndone(asked.id(), stamp.who(), stamp.at()));
  }

  private Decision answered(PersonId by) {
    return refuse(Refusal.UNLOCK_ANSWERED, Map.of("teacher", floor.nameOf(by)));
  }

  Decision open(UnlockId id) {
    return own(
        id,
        unlock ->
            switch (unlock) {
              case Asked _, Refused _ -> refuse(Refusal.UNLOCK_NOT_APPROVED);
              case Approved _ when !isLearning(stamp.who()) -> refuse(Refusal.UNLOCK_NOT_NOW);
              case Approved _ -> accept(new UnlockOpened(id, stamp.at()));
              case Opened _ -> accept();
              case Submitted _, Expired _ -> refuse(Refusal.UNLOCK_OVER);
            });
  }

  Decision submit(UnlockId id) {
    return own(
        id,
        unlock ->
            switch (unlock) {
              case Asked _, Approved _, Refused _ -> refuse(Refusal.UNLOCK_NOT_APPROVED);
              case Opened _ -> accept(new UnlockSubmitted(id, stamp.at()));
              case Submitted _ -> accept();
              case Expired _ -> refuse(Refusal.UNLOCK_OVER);
            });
  }

  private Decision own(UnlockId id, Function<Unlock, Decision> rule) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return Optional.ofNullable(floor.learning().unlocks().get(id))
        .filter(unlock -> unlock.asked().student().equals(stamp.who()))
        .map(rule)
        .orElseGet(() -> refuse(Refusal.UNLOCK_UNKNOWN));
  }

  static List<DueCommand> dues(Floor floor) {
    var windows = new UnlockWindows(floor);
    return floor.learning().unlocks().values().stream()
        .filter(Approved.class::isInstance)
        .map(Approved.class::cast)
        .flatMap(approved -> windows.relockAt(approved).map(at -> due(approved, at)).stream())
        .toList();
  }

  private static DueCommand due(Approved approved, Instant at) {
    var again = approved.asked().relocked().map(before -> "/" + before.toEpochMilli()).orElse("");
    return new ExpireUnlock(approved.id(), at, "unlock-over/" + approved.id().value() + again);
  }

  Decision expire(UnlockId id) {
    return floor.learning().unlocks().get(id) instanceof Approved approved && hasPassed(approved)
        ? accept(new UnlockRelocked(id, stamp.at()))
        : accept();
  }

  private boolean hasPassed(Approved approved) {
    return windows().relockAt(approved).filter(at -> !at.isAfter(stamp.at())).isPresent();
  }

  /// When a schedule ends nobody waits for an answer any more, and nothing can be opened.
  List<UnlockExpired> endOf(ScheduleId schedule) {
    return floor.learning().unlocks().values().stream()
        .filter(each -> each instanceof Asked || each instanceof Approved)
        .filter(each -> isOn(schedule, each.asked().student()))
        .map(each -> new UnlockExpired(each.id(), stamp.at()))
        .toList();
  }

  private boolean isOn(ScheduleId schedule, PersonId student) {
    return floor.student(student).filter(each -> each.schedule().equals(schedule)).isPresent();
  }
}
