package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.HelpCommand;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pcollections.TreePVector;

/// The help queue, first come, first served, urgent ones first. Whoever claims first wins, because
/// the commands of one floor are decided one at a time; every later word of the owner carries the
/// claim's epoch, so that a helper who comes back late cannot finish what was given to somebody
/// else.
record HelpRules(Floor floor, Stamp stamp) {
  Decision decide(HelpCommand command) {
    return switch (command) {
      case AskForHelp ask -> ask(ask);
      case CancelHelp(var help) -> known(help, this::cancel);
      case ClaimHelp(var help) -> asHelper(() -> known(help, this::claim));
      case ClaimNext() -> asHelper(this::next);
      case ArriveAtHelp(var help, var epoch) -> known(help, request -> arrive(request, epoch));
      case ReleaseHelp(var help, var epoch) -> known(help, request -> release(request, epoch));
      case ResolveHelp(var help, var epoch) -> known(help, request -> resolve(request, epoch));
    };
  }

  private Decision known(HelpId help, Function<HelpRequest, Decision> rule) {
    return floor.help().find(help).map(rule).orElseGet(() -> refuse(Refusal.HELP_UNKNOWN));
  }

  private Decision asHelper(Supplier<Decision> rule) {
    if (!stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return floor.onDuty().contains(stamp.who()) ? rule.get() : refuse(Refusal.NOT_ON_DUTY);
  }

  private Decision ask(AskForHelp ask) {
    if (floor.student(ask.student()).isEmpty()) {
      return refuse(Refusal.STUDENT_UNKNOWN);
    }
    if (stamp.role() == Role.STUDENT) {
      boolean isHers = ask.student().equals(stamp.who());
      return isHers ? askOnce(ask) : refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return asHelper(() -> coversStudent(ask) ? askOnce(ask) : refuse(Refusal.NOT_YOUR_ROOM));
  }

  private boolean coversStudent(AskForHelp ask) {
    return floor
        .assignmentNow(ask.student())
        .flatMap(assignment -> floor.roomOf(assignment.station()))
        .filter(room -> floor.covers(stamp.who(), room))
        .isPresent();
  }

  /// A student has one active request: whoever asks again gets that one.
  private Decision askOnce(AskForHelp ask) {
    return floor
        .help()
        .activeOf(ask.student())
        .map(open -> accept(List.of(), new HelpGiven(open.id(), epochOf(open))))
        .orElseGet(() -> askAnew(ask));
  }

  private Decision askAnew(AskForHelp ask) {
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
    if (askedTooOften()) {
      return refuse(Refusal.TOO_MANY_ASKS, Map.of("retryAfterMs", retryAfterMs()));
    }
    var asked =
        new HelpAsked(
            ask.help(),
            ask.student(),
            stamp.who(),
            ask.kind(),
            ask.text(),
            place.get().station(),
            block.get().id(),
            stamp.at());
    return accept(List.of(asked), new HelpGiven(ask.help(), 0));
  }

  /// Only her own asks count: a helper who asks for a student is not held up.
  private boolean askedTooOften() {
    var rules = floor.school().rules();
    var asks = floor.help().asks().getOrDefault(stamp.who(), TreePVector.empty());
    return asks.size() >= rules.asksMax()
        && asks.get(asks.size() - rules.asksMax()).isAfter(stamp.at().minus(rules.asksWindow()));
  }

  /// In real time.
  private String retryAfterMs() {
    var rules = floor.school().rules();
    var asks = floor.help().asks().getOrDefault(stamp.who(), TreePVector.empty());
    var free = asks.get(asks.size() - rules.asksMax()).plus(rules.asksWindow());
    long leftMs = free.toEpochMilli() - stamp.at().toEpochMilli();
    return Long.toString(Math.ceilDiv(leftMs, Math.max(1, floor.speed())));
  }

  private static long epochOf(HelpRequest request) {
    return switch (request) {
      case Waiting(_, _, var epoch) -> epoch;
      case Claimed claimed -> claimed.epoch();
      case Helping helping -> helping.epoch();
      case Over _ -> 0;
    };
  }

  /// Who needs no help any more leaves the line; a helper who is on the way is told at once.
  private Decision cancel(HelpRequest request) {
    if (!isOfStudent(request)) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (request) {
      case Waiting _ -> accept(new HelpCancelled(request.id(), stamp.who(), stamp.at()));
      case Claimed _, Helping _ -> resolved(request);
      case Over _ -> accept();
    };
  }

  private boolean isOfStudent(HelpRequest request) {
    return stamp.role() == Role.STUDENT && request.asked().student().equals(stamp.who());
  }

  private Decision claim(HelpRequest request) {
    return switch (request) {
      case Waiting waiting -> claimWaiting(waiting);
      case Claimed claimed -> claimTaken(claimed, claimed.owner());
      case Helping helping -> claimTaken(helping, helping.owner());
      case Over _ -> refuse(Refusal.HELP_OVER);
    };
  }

  private Decision claimWaiting(Waiting waiting) {
    if (!mayTake(waiting)) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    return floor.help().byHelper().containsKey(stamp.who())
        ? refuse(Refusal.SLOT_TAKEN)
        : claimed(waiting);
  }

  private Decision claimTaken(HelpRequest request, PersonId owner) {
    return owner.equals(stamp.who())
        ? accept(List.of(), new HelpGiven(request.id(), epochOf(request)))
        : refuse(Refusal.HELP_ALREADY_CLAIMED, Map.of("helper", floor.nameOf(owner)));
  }

  private boolean mayTake(HelpRequest request) {
    return floor.roomOf(request).filter(room -> floor.covers(stamp.who(), room)).isPresent();
  }

  private Decision claimed(Waiting waiting) {
    long epoch = waiting.epoch() + 1;
    var lease = floor.inPeoplesTime(floor.school().rules().claimLease());
    var event =
        new HelpClaimed(waiting.id(), stamp.who(), epoch, stamp.at().plus(lease), stamp.at());
    return accept(List.of(event), new HelpGiven(waiting.id(), epoch));
  }

  private Decision next() {
    if (floor.help().byHelper().containsKey(stamp.who())) {
      return refuse(Refusal.SLOT_TAKEN);
    }
    for (var request : floor.help().open().values()) {
      if (request instanceof Waiting waiting && mayTake(waiting)) {
        return claimed(waiting);
      }
    }
    return refuse(Refusal.LINE_EMPTY);
  }

  private Decision arrive(HelpRequest request, long epoch) {
    return switch (request) {
      case Waiting waiting -> notHeld(waiting);
      case Claimed claimed when owns(claimed.owner(), claimed.epoch(), epoch) ->
          accept(new HelperArrived(request.id(), stamp.who(), stamp.at()));
      case Helping helping when owns(helping.owner(), helping.epoch(), epoch) -> accept();
      case Claimed _, Helping _ -> refuse(Refusal.STALE_CLAIM);
      case Over _ -> refuse(Refusal.HELP_OVER);
    };
  }

  /// A request that was claimed once was taken from whoever speaks of a claim.
  private static Decision notHeld(Waiting waiting) {
    return refuse(waiting.epoch() == 0 ? Refusal.NOT_CLAIMED : Refusal.STALE_CLAIM);
  }

  private boolean owns(PersonId owner, long epoch, long claimed) {
    return owner.equals(stamp.who()) && epoch == claimed;
  }

  private Decision release(HelpRequest request, long epoch) {
    return switch (request) {
      case Waiting waiting -> notHeld(waiting);
      case Claimed claimed -> release(request, claimed.owner(), claimed.epoch(), epoch);
      case Helping helping -> release(request, helping.owner(), helping.epoch(), epoch);
      case Over _ -> refuse(Refusal.HELP_OVER);
    };
  }

  private Decision release(HelpRequest request, PersonId owner, long epoch, long claimed) {
    if (owns(owner, epoch, claimed) || leadsNow(epoch, claimed)) {
      return accept(new HelpReleased(request.id(), stamp.who(), stamp.at()));
    }
    return refuse(stamp.role().helps() ? Refusal.STALE_CLAIM : Refusal.NOT_YOURS_TO_DO);
  }

  /// A leader needs no epoch; one that is given has to be the current one.
  private boolean leadsNow(long epoch, long claimed) {
    return stamp.role().leads() && (claimed == Command.ANY_VERSION || claimed == epoch);
  }

  private Decision resolve(HelpRequest request, long epoch) {
    if (stamp.role() == Role.STUDENT && !isOfStudent(request)) {
      // Not even how far another student's request is.
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (request) {
      case Waiting waiting -> isOfStudent(request) ? cancel(request) : notHeld(waiting);
      case Claimed claimed -> resolve(request, claimed.owner(), claimed.epoch(), epoch);
      case Helping helping -> resolve(request, helping.owner(), helping.epoch(), epoch);
      case Over over when over.by().equals(stamp.who()) -> accept();
      case Over _ -> refuse(Refusal.HELP_OVER);
    };
  }

  private Decision resolve(HelpRequest request, PersonId owner, long epoch, long claimed) {
    if (isOfStudent(request) || owns(owner, epoch, claimed) || leadsNow(epoch, claimed)) {
      return resolved(request);
    }
    return refuse(stamp.role().helps() ? Refusal.STALE_CLAIM : Refusal.NOT_YOURS_TO_DO);
  }

  private Decision resolved(HelpRequest request) {
    return accept(new HelpResolved(request.id(), stamp.who(), stamp.at()));
  }

  /// What the end of a lease does: nothing, unless the claim it belongs to still stands.
  Decision lapse(HelpId help, long epoch) {
    return floor
        .help()
        .find(help)
        .filter(Claimed.class::isInstance)
        .map(Claimed.class::cast)
        .filter(claim -> claim.epoch() == epoch && hasLapsed(claim.leaseUntil()))
        .map(claim -> accept(new ClaimLapsed(help, claim.owner(), stamp.at())))
        .orElseGet(Decision::accept);
  }

  private boolean hasLapsed(Instant leaseUntil) {
    return !stamp.at().isBefore(leaseUntil);
  }

  /// When a schedule ends nobody waits any more. A helper who is with a student finishes.
  List<HelpExpired> endOf(ScheduleId schedule) {
    return floor.help().open().values().stream()
        .filter(request -> !(request instanceof Helping))
        .filter(request -> isOn(schedule, request.asked().student()))
        .map(request -> new HelpExpired(request.id(), "end-of-day", stamp.at()))
        .toList();
  }

  private boolean isOn(ScheduleId schedule, PersonId student) {
    return floor.student(student).filter(each -> each.schedule().equals(schedule)).isPresent();
  }
}
