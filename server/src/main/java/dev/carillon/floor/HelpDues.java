package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.HelpFallsDue;
import dev.carillon.floor.Command.LapseClaim;
import dev.carillon.floor.Command.RoomFallsDue;
import dev.carillon.floor.Event.HandOffLapsed;
import dev.carillon.floor.Event.HeldAsked;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpReturned;
import dev.carillon.floor.Event.HelperNudged;
import dev.carillon.floor.Event.HelperSilent;
import dev.carillon.floor.Event.HoldEnded;
import dev.carillon.floor.Event.RoomBusy;
import dev.carillon.floor.Event.RoomUnhelped;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Route;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.HelpTerms;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What time does to calls for help. Deadlines are instants that follow from how a request stands,
/// so that a restart neither loses nor repeats one: what was done is done by the version it was due
/// for.
record HelpDues(Floor floor) {
  List<DueCommand> all() {
    var dues = new ArrayList<DueCommand>();
    for (var request : floor.help().open().values()) {
      dues.addAll(of(request));
    }
    dues.addAll(new HelpRooms(floor).dues());
    dues.addAll(new HelpPresence(floor, floor.at()).dues());
    return dues;
  }

  private HelpTerms terms() {
    return floor.school().rules().help();
  }

  private List<? extends DueCommand> of(HelpRequest request) {
    return switch (request) {
      case Waiting waiting -> ofWaiting(waiting);
      case Claimed claimed -> List.of(lapse(claimed));
      case Helping helping -> ofHelping(helping);
      case OnHold hold ->
          hold.told()
              ? List.of()
              : List.of(due(hold, HelpDue.HOLD_OVER, hold.version(), hold.until()));
      case Unreachable(_, var to, _, _, var until) ->
          List.of(due(request, HelpDue.NO_SHOW, to.version(), until));
      case Deferred deferred -> returning(deferred).stream().toList();
      case Over _ -> List.of();
    };
  }

  private static LapseClaim lapse(Claimed claim) {
    var name = "lapse/" + claim.id().value() + "/" + claim.epoch();
    return new LapseClaim(claim.id(), claim.epoch(), claim.leaseUntil(), name);
  }

  /// Nothing is due before what happened last.
  private HelpFallsDue due(HelpRequest request, HelpDue what, long number, Instant at) {
    var name =
        "help/"
            + what.name().toLowerCase(Locale.ROOT).replace('_', '-')
            + "/"
            + request.id().value()
            + "/"
            + number;
    return new HelpFallsDue(
        request.id(), what, number, at.isBefore(floor.at()) ? floor.at() : at, name);
  }

  private List<HelpFallsDue> ofWaiting(Waiting waiting) {
    var dues = new ArrayList<HelpFallsDue>();
    level(waiting).ifPresent(dues::add);
    waiting
        .standing()
        .route()
        .filter(route -> route.why() == Route.Cause.HANDED)
        .flatMap(Route::until)
        .map(at -> due(waiting, HelpDue.HAND_OFF_OVER, waiting.version(), at))
        .ifPresent(dues::add);
    return dues;
  }

  /// The next alarm; of two at once the louder one.
  private Optional<HelpFallsDue> level(Waiting waiting) {
    var watch = waiting.standing().watch();
    Optional<HelpFallsDue> next = Optional.empty();
    for (int level = HelpReach.LAST; level > watch.level(); level--) {
      var number = level;
      var due =
          watch
              .shows(new HelpAlarms(floor).after(waiting, level))
              .flatMap(at -> new HelpClocks(floor).comes(waiting, at))
              .map(at -> due(waiting, HelpDue.LEVEL, number, at));
      boolean isSooner =
          due.isPresent() && (next.isEmpty() || due.get().dueAt().isBefore(next.get().dueAt()));
      next = isSooner ? due : next;
    }
    return next;
  }

  private List<HelpFallsDue> ofHelping(Helping helping) {
    var dues = new ArrayList<HelpFallsDue>();
    nudge(helping).ifPresent(dues::add);
    new HelpPresence(floor, floor.at())
        .silentAt(helping)
        .map(at -> due(helping, HelpDue.SILENT, helping.version(), at))
        .ifPresent(dues::add);
    helping
        .held()
        .filter(held -> !held.asked() && isKept(helping.asked().student()))
        .map(held -> due(helping, HelpDue.HELD, helping.version(), held.askAt()))
        .ifPresent(dues::add);
    return dues;
  }

  private boolean isKept(PersonId student) {
    return floor.placing().stays().containsKey(student);
  }

  private Optional<HelpFallsDue> nudge(Helping helping) {
    var alarms = terms().alarms();
    return switch (helping.nudges()) {
      case 0 -> Optional.of(nudge(helping, helping.since().plus(alarms.nudgeAfter())));
      case 1 -> Optional.of(nudge(helping, helping.since().plus(alarms.nudgeAgainAfter())));
      default -> Optional.empty();
    };
  }

  private HelpFallsDue nudge(Helping helping, Instant at) {
    return due(helping, HelpDue.NUDGE, helping.nudges() + 1, at);
  }

  /// She has been seen where it applies, and nothing else of hers is open.
  private Optional<HelpFallsDue> returning(Deferred deferred) {
    var student = deferred.asked().student();
    if (new HelpInferred(floor, floor.at()).standing(student).isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(floor.arrivals().get(student))
        .filter(arrival -> arrival.state() == ArrivalState.ARRIVED)
        .filter(arrival -> new HelpPlaces(floor).applies(deferred.asked(), arrival.seenAt()))
        .filter(arrival -> isFirstOf(deferred, arrival))
        .map(arrival -> due(deferred, HelpDue.RETURN, deferred.version(), arrival.since()));
  }

  /// One at a time: the others of hers wait their turn.
  private boolean isFirstOf(Deferred deferred, Arrival arrival) {
    return floor.help().parkedOf(deferred.asked().student()).stream()
        .filter(each -> new HelpPlaces(floor).applies(each.asked(), arrival.seenAt()))
        .findFirst()
        .filter(first -> first.id().equals(deferred.id()))
        .isPresent();
  }

  Decision decide(HelpFallsDue command, Instant now) {
    return floor
        .help()
        .find(command.help())
        .filter(request -> isDue(request, command, now))
        .map(request -> accept(all(request, command, now), Result.NOTHING))
        .orElseGet(Decision::accept);
  }

  private boolean isDue(HelpRequest request, HelpFallsDue command, Instant now) {
    return of(request).stream()
        .filter(due -> due.identity().equals(command.identity()))
        .anyMatch(due -> !due.dueAt().isAfter(now));
  }

  private List<Event> all(HelpRequest request, HelpFallsDue command, Instant at) {
    var events = new ArrayList<Event>();
    if (command.what() == HelpDue.RETURN) {
      events.addAll(new HelpInferred(floor, at).givesWay(request.asked().student()));
    }
    events.add(happens(request, command, at));
    return events;
  }

  private static Event happens(HelpRequest request, HelpFallsDue command, Instant at) {
    var help = request.id();
    var owner = request.owner().orElse(PersonId.SYSTEM);
    return switch (command.what()) {
      case NO_SHOW -> new HelpExpired(help, HelpEnds.NO_SHOW, at);
      case HOLD_OVER -> new HoldEnded(help, at);
      case HAND_OFF_OVER -> new HandOffLapsed(help, at);
      case LEVEL -> new HelpEscalated(help, (int) command.number(), at);
      case NUDGE -> new HelperNudged(help, owner, (int) command.number(), at);
      case SILENT -> new HelperSilent(help, owner, at);
      case HELD -> new HeldAsked(help, owner, at);
      case RETURN -> new HelpReturned(help, at);
    };
  }

  Decision decide(RoomFallsDue command, Instant now) {
    boolean isDue =
        new HelpRooms(floor)
            .dues().stream()
                .filter(due -> due.identity().equals(command.identity()))
                .anyMatch(due -> !due.dueAt().isAfter(now));
    if (!isDue) {
      return accept();
    }
    return accept(
        switch (command.what()) {
          case UNHELPED -> new RoomUnhelped(command.room(), command.block(), now);
          case BUSY -> new RoomBusy(command.room(), command.block(), now);
        });
  }

  /// What the end of a lease does: nothing, unless the claim it belongs to still stands.
  Decision lapse(LapseClaim command, Instant now) {
    return floor
        .help()
        .find(command.help())
        .filter(Claimed.class::isInstance)
        .map(Claimed.class::cast)
        .filter(claim -> claim.epoch() == command.epoch() && !claim.leaseUntil().isAfter(now))
        .map(claim -> accept(new Event.ClaimLapsed(claim.id(), claim.helper(), now)))
        .orElseGet(Decision::accept);
  }
}
