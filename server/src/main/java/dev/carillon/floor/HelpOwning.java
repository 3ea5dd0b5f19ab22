package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Event.HeldLonger;
import dev.carillon.floor.Event.HelpHandedOff;
import dev.carillon.floor.Event.HelpPutOnHold;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpRenewed;
import dev.carillon.floor.Event.HelpUnreached;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.school.HelpTerms.Spans;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the owner of a claim says of it, and a leader in her place where she may.
record HelpOwning(Floor floor, Stamp stamp) {
  /// Nobody tries by herself for longer than a block.
  private static final int HOLD_MINUTES_MAX = 60;

  private HelpRights rights() {
    return new HelpRights(floor, stamp);
  }

  private Spans spans() {
    return floor.school().rules().help().spans();
  }

  private Decision asOwner(HelpRequest request, long epoch, Supplier<Decision> rule) {
    return rights().owns(request, epoch) ? rule.get() : rights().notOwner(request);
  }

  private Decision asOwnerOrLeader(HelpRequest request, long epoch, Supplier<Decision> rule) {
    boolean leads = request.owner().isPresent() && rights().leads(request, epoch);
    return leads ? rule.get() : asOwner(request, epoch, rule);
  }

  /// With everybody of the group.
  Decision arrive(HelpRequest request, long epoch) {
    return asOwner(
        request,
        epoch,
        () -> {
          var lease = rights().after(spans().helpLease());
          var events = new ArrayList<Event>();
          if (request instanceof Claimed) {
            for (var member : floor.help().groupOf(stamp.who())) {
              if (member instanceof Claimed) {
                events.add(new HelperArrived(member.id(), stamp.who(), lease, stamp.at()));
              }
            }
          }
          return accept(events, Result.NOTHING);
        });
  }

  /// Said often by her device; kept in the log when half the lease is over.
  Decision renew(HelpRequest request, long epoch) {
    return asOwner(
        request,
        epoch,
        () -> {
          if (!(request instanceof Helping helping)) {
            return HelpRights.elsewhere(request);
          }
          var half = floor.inPeoplesTime(spans().helpLease()).dividedBy(2);
          return rights().isPast(helping.leaseUntil().minus(half))
              ? accept(
                  new HelpRenewed(request.id(), rights().after(spans().helpLease()), stamp.at()))
              : accept();
        });
  }

  Decision release(HelpRequest request, long epoch) {
    return asOwnerOrLeader(
        request,
        epoch,
        () -> accepted(freeing(new HelpReleased(request.id(), stamp.who(), stamp.at()), request)));
  }

  /// Whoever was kept over a bell for this goes where she is due.
  private List<Event> freeing(Event event, HelpRequest request) {
    return HelpHolding.freeing(floor, List.of(event), request, stamp);
  }

  private static Decision accepted(List<Event> events) {
    return Decision.accept(events, Result.NOTHING);
  }

  Decision notHere(HelpRequest request, long epoch) {
    return asOwner(
        request,
        epoch,
        () -> {
          var until = stamp.at().plus(spans().noShowAfter());
          var event = new HelpUnreached(request.id(), stamp.who(), until, stamp.at());
          return accepted(freeing(event, request));
        });
  }

  Decision hold(HelpRequest request, HoldHelp hold) {
    return asOwner(
        request,
        hold.epoch(),
        () -> {
          if (!(request instanceof Helping)) {
            return HelpRights.elsewhere(request);
          }
          var until = stamp.at().plus(length(hold.minutes()));
          var event = new HelpPutOnHold(request.id(), stamp.who(), hold.note(), until, stamp.at());
          return accepted(freeing(event, request));
        });
  }

  private Duration length(int minutes) {
    var said = Duration.ofMinutes(Math.min(minutes, HOLD_MINUTES_MAX));
    var wanted = minutes == 0 ? spans().hold() : said;
    return wanted.compareTo(spans().holdMin()) < 0 ? spans().holdMin() : wanted;
  }

  /// To somebody on duty, who has a while to take it; the place is kept.
  Decision handOff(HelpRequest request, HandOffHelp handOff) {
    return asOwnerOrLeader(
        request,
        handOff.epoch(),
        () -> {
          if (!isThere(request, handOff)) {
            return refuse(Refusal.HELPER_NOT_ON_DUTY);
          }
          var away = handOff.to().filter(floor.help().team()::isAway);
          if (away.isPresent()) {
            return refuse(Refusal.HELPER_AWAY, insteadOf(away.get(), request));
          }
          var event =
              new HelpHandedOff(
                  request.id(),
                  stamp.who(),
                  handOff.to(),
                  handOff.role(),
                  rights().after(spans().acceptFor()),
                  stamp.at());
          return accepted(freeing(event, request));
        });
  }

  /// Whom she could give it to.
  private Map<String, String> insteadOf(PersonId away, HelpRequest request) {
    var others =
        floor.roomOf(request).stream()
            .flatMap(room -> new HelpReach(floor, stamp.at()).onDuty(room).stream())
            .filter(helper -> !helper.equals(stamp.who()))
            .map(floor::nameOf)
            .sorted()
            .collect(Collectors.joining(", "));
    var helper = floor.nameOf(away);
    return others.isEmpty() ? Map.of("helper", helper) : Map.of("helper", helper, "others", others);
  }

  /// A role is somebody who is on the floor, here or next door.
  private boolean isThere(HelpRequest request, HandOffHelp handOff) {
    Optional<PersonId> to = handOff.to();
    if (to.isPresent()) {
      return !to.get().equals(stamp.who()) && floor.onDuty().contains(to.get());
    }
    var reach = new HelpReach(floor, stamp.at());
    return floor.roomOf(request).stream()
        .anyMatch(
            room ->
                handOff.role().stream()
                    .anyMatch(
                        role ->
                            floor.onDuty().stream()
                                .filter(helper -> !helper.equals(stamp.who()))
                                .anyMatch(helper -> reach.isThereFor(helper, role, room))));
  }

  /// A little longer over the bell; not for ever.
  Decision keep(HelpRequest request, long epoch) {
    return asOwner(
        request,
        epoch,
        () -> {
          if (!(request instanceof Helping helping) || helping.held().isEmpty()) {
            return HelpRights.elsewhere(request);
          }
          var held = helping.held().get();
          if (held.times() >= spans().heldMax()) {
            return refuse(Refusal.HELD_ENOUGH);
          }
          Instant next = held.askAt().plus(spans().heldFor());
          return accepted(List.of(new HeldLonger(request.id(), stamp.who(), next, stamp.at())));
        });
  }
}
