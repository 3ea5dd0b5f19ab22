package dev.carillon.floor;

import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.HandOffLapsed;
import dev.carillon.floor.Event.HeldAsked;
import dev.carillon.floor.Event.HeldLonger;
import dev.carillon.floor.Event.HelpArranged;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCameBack;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpClaimedTogether;
import dev.carillon.floor.Event.HelpDeclined;
import dev.carillon.floor.Event.HelpDeferred;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpHandedOff;
import dev.carillon.floor.Event.HelpLeftBehind;
import dev.carillon.floor.Event.HelpLowered;
import dev.carillon.floor.Event.HelpPassed;
import dev.carillon.floor.Event.HelpPinned;
import dev.carillon.floor.Event.HelpPutOnHold;
import dev.carillon.floor.Event.HelpRaised;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpRenewed;
import dev.carillon.floor.Event.HelpReopened;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelpReturned;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.floor.Event.HelpTold;
import dev.carillon.floor.Event.HelpTrying;
import dev.carillon.floor.Event.HelpUndone;
import dev.carillon.floor.Event.HelpUnreached;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.Event.HelperNudged;
import dev.carillon.floor.Event.HelperSilent;
import dev.carillon.floor.Event.HoldEnded;
import dev.carillon.floor.Event.HoldMoved;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.HelpRequest.Arranged;
import dev.carillon.floor.HelpRequest.Asked;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Held;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Route;
import dev.carillon.floor.HelpRequest.Standing;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What becomes of a request by what happens to it. An event that does not fit the state it finds
/// changes nothing: what was decided on one floor is folded on the same.
record HelpStates(Floor floor) {
  HelpLine after(HelpEvent event) {
    var before = floor.help().find(event.help());
    var line = changed(event);
    return before
        .flatMap(was -> line.find(event.help()).map(is -> counted(line, was, is, event.at())))
        .orElse(line);
  }

  /// Help counts once it is over, unless it was too short to be any; who takes the ending back goes
  /// on with it.
  private HelpLine counted(HelpLine line, HelpRequest was, HelpRequest is, Instant at) {
    var student = is.asked().student();
    if (was instanceof Helping helping && !(is instanceof Helping) && hasHelped(helping, at)) {
      var block = new HelpPlaces(floor).blockOf(student).orElse(is.asked().block());
      return line.helped(student, block);
    }
    if (was instanceof Over over
        && over.was() instanceof Helping helping
        && !(is instanceof Over)
        && hasHelped(helping, over.at())) {
      return line.unhelped(student);
    }
    return line;
  }

  private boolean hasHelped(Helping helping, Instant until) {
    var least = floor.school().rules().help().fairness().helpedAfter();
    return Duration.between(helping.since(), until).compareTo(least) >= 0;
  }

  private HelpLine changed(HelpEvent event) {
    return switch (event) {
      case HelpAsked asked -> new HelpOpenings(floor).asked(asked);
      case HelpReopened reopened -> new HelpOpenings(floor).reopened(reopened);
      case HelpTold told -> told(told);
      case HelpRaised(var help, var by, var at) ->
          relabelled(help, it -> it.urgent(by), Lane.URGENT, at);
      case HelpLowered(var help, var kind, _, _, var at) ->
          relabelled(help, it -> it.of(kind), Lane.NORMAL, at);
      case HelpPinned(var help, var pinned, _, _) ->
          standing(help, it -> it.turn(it.turn().pinned(pinned)));
      case HelpArranged(var help, var what, var block, var by, _) ->
          standing(help, it -> it.arranged(Optional.of(new Arranged(what, by, block))));
      case HelpPassed(var help, _, _) -> standing(help, it -> it.turn(it.turn().returning()));
      case HelpTrying(var help, var trying, _) -> standing(help, it -> it.trying(trying));
      case HelpClaimed(var help, var helper, var epoch, var until, _, _, var at) ->
          claimed(help, helper, epoch, until, at);
      case HelpClaimedTogether(var help, _, var helper, var epoch, var until, var at) ->
          claimed(help, helper, epoch, until, at);
      case HelpDeclined(var help, var at) -> back(help, at, Standing::alone);
      case HelperArrived(var help, _, var until, var at) -> arrived(help, until, at);
      case HelpRenewed(var help, var until, _) -> helping(help, it -> it.until(until));
      case HelpReleased(var help, var reason, _, var at) ->
          back(help, at, it -> it.released(reason));
      case ClaimLapsed(var help, _, var at) -> back(help, at, UnaryOperator.identity());
      case HelpUnreached(var help, var helper, var until, var at) ->
          left(help, at, (it, to) -> new Unreachable(it.asked(), to, helper, at, until));
      case HelpPutOnHold(var help, var helper, var note, var until, var at) ->
          left(help, at, (it, to) -> new OnHold(it.asked(), to, helper, note, at, until, false));
      case HoldMoved(var help, var until, _) -> onHold(help, it -> it.until(until));
      case HoldEnded(var help, _) -> onHold(help, OnHold::asking);
      case HelpCameBack back -> cameBack(back);
      case HelpHandedOff handed -> back(handed.help(), handed.at(), it -> it.route(route(handed)));
      case HandOffLapsed(var help, _) ->
          standing(help, it -> it.route(Optional.empty()).turn(it.turn().returning()));
      case HelpTakenOver taken -> takenOver(taken);
      case HelperSilent(var help, _, _) -> helping(help, Helping::unheard);
      case HelperNudged(var help, _, var times, _) -> helping(help, it -> it.nudged(times));
      case StudentHeld(var help, _, var askAt, _) ->
          helping(help, it -> it.held(new Held(askAt, false, 0)));
      case HeldAsked(var help, _, _) -> held(help, Held::told);
      case HeldLonger(var help, _, var askAt, _) -> held(help, it -> it.longer(askAt));
      case HelpEscalated(var help, var level, _) ->
          standing(help, it -> it.watch(it.watch().level(level)));
      case HelpResolved(var help, var by, var at) -> over(help, Outcome.RESOLVED, "", by, at);
      case HelpCancelled(var help, var by, var at) -> over(help, Outcome.CANCELLED, "", by, at);
      case HelpDismissed(var help, var reason, var by, var at) ->
          over(help, Outcome.DISMISSED, word(reason), by, at);
      case HelpExpired(var help, var reason, var at) ->
          over(help, Outcome.EXPIRED, reason, PersonId.SYSTEM, at);
      case HelpUndone(var help, _, var at) -> undone(help, at);
      case HelpDeferred(var help, var at) ->
          left(help, at, (it, to) -> new Deferred(it.asked(), to.route(wished(to)), at));
      case HelpReturned(var help, var at) -> returned(help, at);
      case HelpLeftBehind(var help, _) -> standing(help, Standing::leftBehind);
    };
  }

  static String word(HelpReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The state that follows, or none where the event does not fit.
  private HelpLine of(HelpId help, Function<HelpRequest, Optional<HelpRequest>> change) {
    var line = floor.help();
    return line.find(help).flatMap(change).map(line::with).orElse(line);
  }

  private HelpLine standing(HelpId help, UnaryOperator<Standing> change) {
    return of(help, it -> Optional.of(HelpLine.standing(it, change.apply(it.standing().next()))));
  }

  private HelpLine helping(HelpId help, UnaryOperator<Helping> change) {
    return of(
        help,
        it ->
            it instanceof Helping helping
                ? Optional.of(change.apply((Helping) next(helping)))
                : Optional.empty());
  }

  private HelpLine held(HelpId help, UnaryOperator<Held> change) {
    return helping(help, it -> it.held().map(held -> it.held(change.apply(held))).orElse(it));
  }

  private HelpLine onHold(HelpId help, UnaryOperator<OnHold> change) {
    return of(
        help,
        it ->
            it instanceof OnHold hold
                ? Optional.of(change.apply((OnHold) next(hold)))
                : Optional.empty());
  }

  private static HelpRequest next(HelpRequest request) {
    return HelpLine.standing(request, request.standing().next());
  }

  /// Of another kind and in another lane; the watch goes on as that lane has it.
  private HelpLine relabelled(HelpId help, UnaryOperator<Asked> kind, Lane lane, Instant at) {
    return of(
        help,
        it -> {
          var turn = it.standing().turn();
          var to = stopped(it, at).next().turn(turn.in(lane));
          var labelled = labelled(HelpLine.standing(it, to), kind.apply(it.asked()));
          return Optional.of(it instanceof Waiting ? running(labelled, at) : labelled);
        });
  }

  private HelpLine told(HelpTold told) {
    int most = floor.school().rules().asksMax();
    return of(
        told.help(),
        it -> {
          var to = it.standing().next();
          boolean together = told.together() && told.kind() == HelpKind.WORK;
          var asked = it.asked().saying(told.kind(), told.text(), told.at(), most);
          return Optional.of(
              labelled(HelpLine.standing(it, to.together(together).wishing(told.to())), asked));
        });
  }

  private static HelpRequest labelled(HelpRequest request, Asked asked) {
    return switch (request) {
      case Waiting(_, var to) -> new Waiting(asked, to);
      case Claimed(_, var to, var helper, var since, var until) ->
          new Claimed(asked, to, helper, since, until);
      case Helping helping -> helping.of(asked);
      case OnHold(_, var to, var helper, var note, var since, var until, var told) ->
          new OnHold(asked, to, helper, note, since, until, told);
      case Unreachable(_, var to, var helper, var since, var until) ->
          new Unreachable(asked, to, helper, since, until);
      case Deferred(_, var to, var since) -> new Deferred(asked, to, since);
      case Over over -> over;
    };
  }

  private HelpLine claimed(HelpId help, PersonId helper, long epoch, Instant until, Instant at) {
    return of(
        help,
        it -> {
          var to =
              left(it, at)
                  .epoch(epoch)
                  .route(Optional.empty())
                  .trying(false)
                  .released(Optional.empty())
                  .arranged(Optional.empty());
          return it instanceof Waiting
              ? Optional.of(new Claimed(it.asked(), to, helper, at, until))
              : Optional.empty();
        });
  }

  private HelpLine arrived(HelpId help, Instant until, Instant at) {
    return of(
        help,
        it ->
            it instanceof Claimed(var asked, var to, var helper, var claimedAt, _)
                ? Optional.of(Helping.begun(asked, to.next(), helper, claimedAt, at, until))
                : Optional.empty());
  }

  /// Back in the line, at the old place.
  private HelpLine back(HelpId help, Instant at, UnaryOperator<Standing> change) {
    return of(
        help,
        it -> {
          var to = change.apply(it.standing().next());
          return it.owner().map(_ -> waiting(it, to.turn(to.turn().back(at)), at));
        });
  }

  /// Back in the line before those who have not been helped yet, with all she has waited.
  private HelpLine cameBack(HelpCameBack back) {
    var at = back.at();
    return of(
        back.help(),
        it -> {
          var turn = it.standing().turn();
          var lane = turn.said().lane();
          var student = it.asked().student();
          var next = new HelpPlaces(floor).turn(student, lane, turn.pinned(), turn.waited(), at);
          var to = it.standing().next().turn(next).route(first(back));
          return Optional.of(waiting(it, to, at));
        });
  }

  private static Optional<Route> first(HelpCameBack back) {
    return back.first()
        .map(
            helper ->
                new Route(
                    Route.Cause.HELD,
                    Optional.of(helper),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(back.firstUntil())));
  }

  private static Optional<Route> route(HelpHandedOff handed) {
    return Optional.of(
        new Route(
            Route.Cause.HANDED,
            handed.to(),
            handed.role(),
            Optional.of(handed.by()),
            Optional.of(handed.until())));
  }

  /// What a student wished for outlives a night; what helpers arranged among themselves does not.
  private static Optional<Route> wished(Standing standing) {
    return standing.route().filter(route -> route.why() == Route.Cause.ASKED);
  }

  private HelpLine takenOver(HelpTakenOver taken) {
    return of(
        taken.help(),
        it ->
            switch (HelpLine.standing(it, it.standing().next().epoch(taken.epoch()))) {
              case Claimed(var asked, var to, _, var claimedAt, _) ->
                  Optional.of(
                      new Claimed(asked, to, taken.helper(), claimedAt, taken.leaseUntil()));
              case Helping helping -> Optional.of(helping.by(taken.helper(), taken.leaseUntil()));
              case HelpRequest _ -> Optional.empty();
            });
  }

  /// Into a state in which nobody has it and it does not wait.
  private HelpLine left(
      HelpId help, Instant at, BiFunction<HelpRequest, Standing, HelpRequest> change) {
    return of(help, it -> Optional.of(change.apply(it, left(it, at))));
  }

  private HelpLine over(HelpId help, Outcome outcome, String reason, PersonId by, Instant at) {
    return of(
        help,
        it ->
            it instanceof Over
                ? Optional.empty()
                : Optional.of(new Over(it.asked(), left(it, at), outcome, reason, by, at, it)));
  }

  private HelpLine undone(HelpId help, Instant at) {
    return of(
        help, it -> it instanceof Over over ? Optional.of(revived(over, at)) : Optional.empty());
  }

  private boolean hasLeft(PersonId owner) {
    boolean isOffDuty = Floor.helps(floor.school(), owner) && !floor.onDuty().contains(owner);
    return isOffDuty || floor.help().holds().containsKey(owner);
  }

  /// What was ended is again what it was. A student who waited has waited all along; a helper who
  /// has taken somebody else meanwhile, or is off duty, is not called back.
  private HelpRequest revived(Over over, Instant at) {
    var was = over.was();
    var to = was.standing().version(over.version() + 1);
    boolean isFree = was.owner().filter(this::hasLeft).isEmpty();
    if (was instanceof Waiting) {
      return waiting(was, to.watch(stopped(was, over.at()).watch()), at);
    }
    return isFree
        ? HelpLine.standing(was, to)
        : waiting(was, to.turn(to.turn().returning().back(at)), at);
  }

  private HelpLine returned(HelpId help, Instant at) {
    return of(
        help,
        it -> {
          var turn = it.standing().turn();
          var next =
              new HelpPlaces(floor)
                  .turn(it.asked().student(), turn.lane(), turn.pinned(), turn.waited(), at);
          return Optional.of(waiting(it, it.standing().next().turn(next), at));
        });
  }

  /// No longer in the line: it has waited so long, and its watch stands.
  private Standing left(HelpRequest request, Instant at) {
    if (!(request instanceof Waiting)) {
      return request.standing().next();
    }
    var stopped = stopped(request, at);
    return stopped.next().turn(stopped.turn().taken(at));
  }

  private Standing stopped(HelpRequest request, Instant at) {
    var to = request.standing();
    return request instanceof Waiting
        ? to.watch(to.watch().stopped(new HelpClocks(floor).stops(request, at)))
        : to;
  }

  private HelpRequest waiting(HelpRequest request, Standing to, Instant at) {
    return running(new Waiting(request.asked(), to), at);
  }

  private HelpRequest running(HelpRequest waiting, Instant at) {
    var to = waiting.standing();
    var from = new HelpClocks(floor).starts(waiting, at);
    return HelpLine.standing(waiting, to.watch(to.watch().from(from)));
  }
}
