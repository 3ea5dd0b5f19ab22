package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCameBack;
import dev.carillon.floor.Event.HelpRaised;
import dev.carillon.floor.Event.HelpReopened;
import dev.carillon.floor.Event.HelpTrying;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.floor.Result.HelpWaits;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePVector;

/// What students say, and helpers for them: that they need help, that they are there, that it did
/// not do it. A student has one active request: whoever asks again gets that one.
record HelpAsking(Floor floor, Stamp stamp) {
  Decision ask(AskForHelp ask) {
    if (floor.student(ask.student()).isEmpty()) {
      return refuse(Refusal.STUDENT_UNKNOWN);
    }
    if (stamp.role() == Role.STUDENT) {
      boolean isHers = ask.student().equals(stamp.who());
      return isHers ? askOnce(ask, Optional.empty()) : refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return rights()
        .asHelper(
            () ->
                coversStudent(ask)
                    ? askOnce(ask, Optional.empty())
                    : refuse(Refusal.NOT_YOUR_ROOM));
  }

  /// A program outside says that the student has raised her hand in it. That does not use up what
  /// she may ask herself, and it is limited where it comes in.
  Decision askFor(AskForHelp ask, Why why) {
    return floor.student(ask.student()).isEmpty()
        ? refuse(Refusal.STUDENT_UNKNOWN)
        : askOnce(ask, Optional.of(why));
  }

  private HelpRights rights() {
    return new HelpRights(floor, stamp);
  }

  private boolean coversStudent(AskForHelp ask) {
    return floor
        .assignmentNow(ask.student())
        .flatMap(assignment -> floor.roomOf(assignment.station()))
        .filter(room -> floor.covers(stamp.who(), room))
        .isPresent();
  }

  /// An urgent ask makes the request that is open urgent.
  private Decision askOnce(AskForHelp ask, Optional<Why> why) {
    return inferred()
        .standing(ask.student())
        .map(open -> given(open, ask.kind()))
        .orElseGet(() -> askAnew(ask, why));
  }

  private Decision given(HelpRequest open, HelpKind kind) {
    boolean isRaised = kind == HelpKind.URGENT && open.standing().turn().lane() != Lane.URGENT;
    List<Event> events =
        isRaised ? List.of(new HelpRaised(open.id(), stamp.who(), stamp.at())) : List.<Event>of();
    return accept(events, new HelpGiven(open.id(), open.epoch()));
  }

  private Decision askAnew(AskForHelp ask, Optional<Why> why) {
    var block = floor.blockNow(ask.student(), stamp.at());
    var place = floor.assignmentNow(ask.student());
    if (block.isEmpty() || place.isEmpty()) {
      return refuse(Refusal.HELP_NOT_NOW);
    }
    if (!ask.text().isEmpty() && !floor.school().rules().helpText()) {
      return refuse(Refusal.TEXT_NOT_ALLOWED);
    }
    if (floor.help().find(ask.help()).isPresent()) {
      return refuse(Refusal.ID_REUSED);
    }
    if (ask.to().filter(to -> !Floor.helps(floor.school(), to)).isPresent()) {
      return refuse(Refusal.PERSON_UNKNOWN);
    }
    if (askedTooOften()) {
      return refuse(Refusal.TOO_MANY_ASKS, Map.of("retryAfterMs", rights().realMsUntil(nextAsk())));
    }
    var asked =
        new HelpAsked(
            ask.help(),
            ask.student(),
            stamp.who(),
            ask.kind(),
            ask.text(),
            ask.together(),
            ask.to(),
            place.get().station(),
            block.get().id(),
            why,
            stamp.at());
    return accept(and(ask.student(), asked), answer(ask));
  }

  private HelpInferred inferred() {
    return new HelpInferred(floor, stamp.at());
  }

  /// One that nobody has asked for makes room.
  private List<Event> and(PersonId student, Event asked) {
    var events = new ArrayList<>(inferred().givesWay(student));
    events.add(asked);
    return events;
  }

  /// What is parked is named, so that it can be closed instead of asking twice.
  private Result answer(AskForHelp ask) {
    var parked = floor.help().parkedOf(ask.student()).stream().map(HelpRequest::id).toList();
    int tries = floor.school().rules().help().fairness().triesAfter();
    boolean tellsWhat = new HelpPlaces(floor).helpsLately(ask.student()) >= tries;
    return parked.isEmpty() && !tellsWhat
        ? new HelpGiven(ask.help(), 0)
        : new HelpWaits(ask.help(), parked, tellsWhat);
  }

  /// Only her own asks count: a helper who asks for a student is not held up.
  private boolean askedTooOften() {
    var rules = floor.school().rules();
    var asks = asks(stamp.who());
    return stamp.role() != Role.SOURCE
        && asks.size() >= rules.asksMax()
        && asks.get(asks.size() - rules.asksMax()).isAfter(stamp.at().minus(rules.asksWindow()));
  }

  private Instant nextAsk() {
    var rules = floor.school().rules();
    var asks = asks(stamp.who());
    return asks.get(asks.size() - rules.asksMax()).plus(rules.asksWindow());
  }

  private List<Instant> asks(PersonId student) {
    return floor.help().asks().getOrDefault(student, TreePVector.empty());
  }

  Decision trying(HelpRequest request, boolean trying) {
    return rights()
        .asStudent(
            request,
            () -> {
              if (!(request instanceof Waiting waiting)) {
                return HelpRights.elsewhere(request);
              }
              return waiting.standing().trying() == trying
                  ? accept()
                  : accept(new HelpTrying(request.id(), trying, stamp.at()));
            });
  }

  Decision here(HelpRequest request) {
    return rights()
        .asStudent(
            request,
            () ->
                request instanceof Unreachable
                    ? accept(back(request, Optional.empty()))
                    : HelpRights.elsewhere(request));
  }

  Decision stuck(HelpRequest request) {
    return rights()
        .asStudent(
            request,
            () ->
                switch (request) {
                  case OnHold hold -> stuck(hold);
                  case Helping helping when helping.silent() -> leftAlone(helping);
                  case HelpRequest _ -> HelpRights.elsewhere(request);
                });
  }

  /// Nobody has heard of her helper for minutes: she need not wait for her.
  private Decision leftAlone(Helping helping) {
    var events = List.of(back(helping, Optional.empty()));
    return accept(HelpHolding.freeing(floor, events, helping, stamp), Result.NOTHING);
  }

  /// She tries for a little while at least; then whoever put her on hold is asked first.
  private Decision stuck(OnHold hold) {
    var from = hold.since().plus(floor.school().rules().help().spans().holdMin());
    return rights().isPast(from)
        ? accept(back(hold, Optional.of(hold.helper())))
        : refuse(Refusal.TRY_FIRST, Map.of("retryAfterMs", rights().realMsUntil(from)));
  }

  private Event back(HelpRequest request, Optional<PersonId> first) {
    var until = rights().after(floor.school().rules().help().spans().offerFirst());
    return new HelpCameBack(request.id(), first, until, stamp.at());
  }

  /// What was resolved did not help: it comes back under a new id, before those who have not been
  /// helped yet.
  Decision reopen(HelpRequest request, HelpId reopened) {
    return rights()
        .asStudent(
            request,
            () ->
                inferred()
                    .standing(stamp.who())
                    .map(open -> given(open, open.asked().kind()))
                    .orElseGet(() -> reopenAnew(request, reopened)));
  }

  private Decision reopenAnew(HelpRequest request, HelpId reopened) {
    if (!(request instanceof Over over) || over.outcome() != Outcome.RESOLVED) {
      return request instanceof Over ? refuse(Refusal.HELP_OVER) : HelpRights.elsewhere(request);
    }
    var block = floor.blockNow(stamp.who(), stamp.at());
    var place = floor.assignmentNow(stamp.who());
    if (block.isEmpty() || place.isEmpty()) {
      return refuse(Refusal.HELP_NOT_NOW);
    }
    boolean isSame = new HelpPlaces(floor).applies(over.asked(), place.get().station());
    var until = over.at().plus(floor.school().rules().help().spans().reopenFor());
    if (rights().isPast(until) || !isSame) {
      return refuse(Refusal.REOPEN_OVER);
    }
    if (floor.help().find(reopened).isPresent()) {
      return refuse(Refusal.ID_REUSED);
    }
    var event =
        new HelpReopened(
            reopened,
            request.id(),
            stamp.who(),
            place.get().station(),
            block.get().id(),
            stamp.at());
    return accept(and(stamp.who(), event), new HelpGiven(reopened, 0));
  }
}
