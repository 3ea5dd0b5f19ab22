package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;
import static dev.carillon.floor.HelpStates.word;

import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelpUndone;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a request ends, and how that is taken back.
record HelpEnds(Floor floor, Stamp stamp) {
  /// Why time ended a request.
  static final String NO_SHOW = "no-show";

  static final String BELL = "bell";
  static final String END_OF_DAY = "end-of-day";
  static final String STUDENT_LEFT = "student-left";
  static final String MOVED = "moved";

  /// Why one ended that nobody had asked for.
  static final String ASKED = "asked";

  static final String SUCCEEDED = "succeeded";

  /// What a student is told of: anything else that ended her request is among adults.
  private static final Set<String> TOLD =
      Set.of(
          word(HelpReason.ANSWERED),
          word(HelpReason.DUPLICATE),
          word(HelpReason.MISTAKE),
          word(HelpReason.NOT_URGENT),
          word(HelpReason.OTHER_TASK),
          word(HelpReason.DRILL),
          STUDENT_LEFT,
          NO_SHOW,
          BELL);

  /// @param reason empty when she has ended it herself
  static Optional<String> told(String reason) {
    return Optional.of(reason)
        .filter(it -> !it.isEmpty())
        .map(it -> TOLD.contains(it) ? it : word(HelpReason.OTHER));
  }

  private HelpRights rights() {
    return new HelpRights(floor, stamp);
  }

  /// Who needs no help any more leaves the line; a helper who is on the way is told at once.
  Decision cancel(HelpRequest request) {
    return rights()
        .asStudent(
            request,
            () ->
                switch (request) {
                  case Waiting _, OnHold _, Unreachable _, Deferred _ ->
                      accept(new HelpCancelled(request.id(), stamp.who(), stamp.at()));
                  case Claimed _, Helping _ -> resolved(request);
                  case Over _ -> accept();
                });
  }

  Decision resolve(HelpRequest request, long epoch) {
    if (rights().isOfStudent(request)) {
      return switch (request) {
        case Claimed _, Helping _, OnHold _ -> resolved(request);
        case Over over when over.by().equals(stamp.who()) -> accept();
        case Over _ -> refuse(Refusal.HELP_OVER);
        case Waiting _, Unreachable _, Deferred _ -> cancel(request);
      };
    }
    boolean isHers = rights().owns(request, epoch);
    boolean leads = request.owner().isPresent() && rights().leads(request, epoch);
    if (isHers || leads) {
      return resolved(request);
    }
    boolean isSaidAgain = request instanceof Over over && over.by().equals(stamp.who());
    return isSaidAgain ? accept() : rights().notOwner(request);
  }

  private Decision resolved(HelpRequest request) {
    var event = new HelpResolved(request.id(), stamp.who(), stamp.at());
    return accept(HelpHolding.freeing(floor, List.of(event), request, stamp), Result.NOTHING);
  }

  /// Those who are still being helped; whoever was put on hold or not found has her own outcome.
  Decision resolveAll(HelpRequest request, long epoch) {
    if (!rights().owns(request, epoch)) {
      return rights().notOwner(request);
    }
    var events = new ArrayList<Event>();
    for (var member : floor.help().groupOf(stamp.who())) {
      if (member instanceof Helping) {
        var event = new HelpResolved(member.id(), stamp.who(), stamp.at());
        events.addAll(HelpHolding.freeing(floor, List.of(event), member, stamp));
      }
    }
    return events.isEmpty() ? HelpRights.elsewhere(request) : accept(events, Result.NOTHING);
  }

  /// A helper may close what is hers or nobody's, a leader whatever is open.
  Decision dismiss(HelpRequest request, long epoch, HelpReason reason) {
    if (request instanceof Over) {
      return rights().notOwner(request);
    }
    boolean leads = rights().leads(request, epoch);
    boolean isHers = rights().owns(request, epoch);
    if (leads || isHers) {
      return dismissed(request, reason);
    }
    return request.owner().isPresent() || stamp.role().leads()
        ? rights().notOwner(request)
        : rights()
            .asHelper(
                () ->
                    new HelpReach(floor, stamp.at()).reaches(stamp.who(), request)
                        ? dismissed(request, reason)
                        : refuse(Refusal.NOT_YOUR_ROOM));
  }

  private Decision dismissed(HelpRequest request, HelpReason reason) {
    var event = new HelpDismissed(request.id(), reason, stamp.who(), stamp.at());
    return accept(HelpHolding.freeing(floor, List.of(event), request, stamp), Result.NOTHING);
  }

  /// Whoever ended it may take that back for a moment, unless the student has asked anew.
  Decision undo(HelpRequest request) {
    if (stamp.role() == Role.STUDENT && !rights().isOfStudent(request)) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (!(request instanceof Over over)) {
      return HelpRights.elsewhere(request);
    }
    if (!over.by().equals(stamp.who())) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return whyNot(over).map(Decision::refuse).orElseGet(() -> undone(List.of(over)));
  }

  private Decision undone(List<Over> some) {
    var events = new ArrayList<Event>();
    for (var over : some) {
      if (over.was().isActive()) {
        events.addAll(inferred().givesWay(over.asked().student()));
      }
      events.add(new HelpUndone(over.id(), stamp.who(), stamp.at()));
    }
    return accept(
        events,
        some.size() == 1
            ? new HelpGiven(some.getFirst().id(), some.getFirst().epoch())
            : Result.NOTHING);
  }

  private Optional<Refusal> whyNot(Over over) {
    if (rights().isPast(undoUntil(over))) {
      return Optional.of(Refusal.HELP_UNDO_OVER);
    }
    boolean hasAnother =
        over.was().isActive() && inferred().standing(over.asked().student()).isPresent();
    return hasAnother ? Optional.of(Refusal.NEWER_REQUEST) : Optional.empty();
  }

  private HelpInferred inferred() {
    return new HelpInferred(floor, stamp.at());
  }

  private Instant undoUntil(Over over) {
    var undoFor = floor.school().rules().help().spans().undoFor();
    return over.at().plus(floor.inPeoplesTime(undoFor));
  }

  /// A leader tells everybody who waits in a room that nobody comes. She has to say how many that
  /// are, so that nobody clears a line she has not seen.
  Decision clear(ClearLine clear) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var waiting = waitingIn(clear.room());
    if (waiting.size() != clear.count()) {
      return refuse(Refusal.LINE_CHANGED, Map.of("count", "" + waiting.size()));
    }
    List<Event> events =
        waiting.stream()
            .<Event>map(
                each -> new HelpDismissed(each.id(), clear.reason(), stamp.who(), stamp.at()))
            .toList();
    return accept(events, Result.NOTHING);
  }

  private List<HelpRequest> waitingIn(RoomId room) {
    return floor.help().open().values().stream()
        .filter(Waiting.class::isInstance)
        .filter(each -> floor.roomOf(each).filter(room::equals).isPresent())
        .toList();
  }

  /// Everybody who was told so by her, at the place she had; whoever has asked anew keeps that.
  Decision unclear(RoomId room) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var cleared =
        floor.help().over().values().stream()
            .filter(over -> over.by().equals(stamp.who()) && over.was() instanceof Waiting)
            .filter(over -> over.outcome() == Outcome.DISMISSED)
            .filter(over -> floor.roomOf(over).filter(room::equals).isPresent())
            .filter(over -> whyNot(over).isEmpty())
            .sorted(Comparator.comparingLong(over -> over.asked().order()))
            .toList();
    return cleared.isEmpty() ? refuse(Refusal.HELP_UNDO_OVER) : undone(cleared);
  }
}
