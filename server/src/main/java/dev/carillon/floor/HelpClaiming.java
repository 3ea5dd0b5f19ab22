package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpLowered;
import dev.carillon.floor.Event.HelpPinned;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Map;

/// Who takes which request. Whoever is first has it; the others hear who was.
record HelpClaiming(Floor floor, Stamp stamp) {
  private HelpRights rights() {
    return new HelpRights(floor, stamp);
  }

  private HelpReach reach() {
    return new HelpReach(floor, stamp.at());
  }

  Decision claim(HelpRequest request) {
    return rights()
        .asHelper(
            () ->
                switch (request) {
                  case Waiting waiting -> claimWaiting(waiting);
                  case Claimed claimed -> claimTaken(claimed, claimed.helper());
                  case Helping helping -> claimTaken(helping, helping.helper());
                  case Over _ -> refuse(Refusal.HELP_OVER);
                  case HelpRequest _ -> HelpRights.elsewhere(request);
                });
  }

  private Decision claimWaiting(Waiting waiting) {
    if (!reach().reaches(stamp.who(), waiting)) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    if (reach().isForOthers(stamp.who(), waiting)) {
      return refuse(Refusal.FOR_SOMEBODY_ELSE, Map.of("to", target(waiting)));
    }
    if (reach().isHidden(waiting)) {
      return refuse(Refusal.NOT_TO_BE_DISTURBED);
    }
    return floor.help().holds().containsKey(stamp.who())
        ? refuse(Refusal.SLOT_TAKEN)
        : claimed(waiting, isOutOfOrder(waiting), false);
  }

  private String target(HelpRequest request) {
    return reach()
        .route(request)
        .map(
            route ->
                route
                    .to()
                    .map(floor::nameOf)
                    .orElseGet(() -> route.role().map(it -> it.word()).orElse("")))
        .orElse("");
  }

  private Decision claimTaken(HelpRequest request, PersonId owner) {
    return owner.equals(stamp.who())
        ? accept(List.of(), new HelpGiven(request.id(), request.epoch()))
        : refuse(Refusal.HELP_ALREADY_CLAIMED, Map.of("helper", floor.nameOf(owner)));
  }

  /// Not one of the first she could take. It is counted, and nobody is told of the case.
  private boolean isOutOfOrder(Waiting waiting) {
    int free = floor.school().rules().help().fairness().freeChoice();
    return reach().offers(stamp.who()).stream()
        .limit(free)
        .noneMatch(first -> first.id().equals(waiting.id()));
  }

  private Decision claimed(Waiting waiting, boolean outOfOrder, boolean nearer) {
    long epoch = waiting.epoch() + 1;
    var lease = rights().after(floor.school().rules().claimLease());
    var event =
        new HelpClaimed(waiting.id(), stamp.who(), epoch, lease, outOfOrder, nearer, stamp.at());
    return accept(List.of(event), new HelpGiven(waiting.id(), epoch));
  }

  /// The first she may take, in one step: between reading the line and claiming nothing happens.
  Decision next() {
    return rights()
        .asHelper(
            () -> {
              if (floor.help().holds().containsKey(stamp.who())) {
                return refuse(Refusal.SLOT_TAKEN);
              }
              var offers = reach().offers(stamp.who());
              return new HelpNext(floor, stamp)
                  .choose(offers)
                  .map(choice -> claimed(choice.waiting(), false, choice.nearer()))
                  .orElseGet(
                      () -> refuse(offers.isEmpty() ? Refusal.LINE_EMPTY : Refusal.NOTHING_FITS));
            });
  }

  /// By a leader, or by another helper from one whom nobody hears of.
  Decision takeOver(HelpRequest request, HelpReason reason) {
    if (request.owner().isEmpty() && (stamp.role().leads() || stamp.role().helps())) {
      return HelpRights.elsewhere(request);
    }
    return stamp.role().leads()
        ? takeOver(request, request.owner().get(), reason)
        : rights().asHelper(() -> takeOver(request, request.owner().get(), reason));
  }

  private Decision takeOver(HelpRequest request, PersonId owner, HelpReason reason) {
    if (owner.equals(stamp.who())) {
      return accept(List.of(), new HelpGiven(request.id(), request.epoch()));
    }
    if (!stamp.role().leads() && !reach().reaches(stamp.who(), request)) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    if (floor.help().holds().containsKey(stamp.who())) {
      return refuse(Refusal.SLOT_TAKEN);
    }
    if (!stamp.role().leads() && !new HelpPresence(floor, stamp.at()).isLost(request)) {
      return refuse(Refusal.OWNER_PRESENT, Map.of("helper", floor.nameOf(owner)));
    }
    return takenOver(request, owner, stamp.who(), reason);
  }

  Decision takenOver(HelpRequest request, PersonId from, PersonId by, HelpReason reason) {
    long epoch = request.epoch() + 1;
    var rules = floor.school().rules();
    var lease =
        rights()
            .after(
                request instanceof Helping ? rules.help().spans().helpLease() : rules.claimLease());
    var event = new HelpTakenOver(request.id(), from, by, epoch, reason, lease, stamp.at());
    return accept(List.of(event), new HelpGiven(request.id(), epoch));
  }

  Decision lower(HelpRequest request, HelpKind kind, HelpReason reason) {
    if (!stamp.role().leads() && !stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (stamp.role().helps() && !reach().reaches(stamp.who(), request)) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    if (request instanceof Over) {
      return refuse(Refusal.HELP_OVER);
    }
    boolean isUrgent = request.standing().turn().lane() == Lane.URGENT;
    return isUrgent && kind != HelpKind.URGENT
        ? accept(new HelpLowered(request.id(), kind, reason, stamp.who(), stamp.at()))
        : refuse(Refusal.NOT_URGENT);
  }

  Decision pin(HelpRequest request, boolean pinned) {
    if (!stamp.role().leads() && !stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (stamp.role().helps() && !reach().reaches(stamp.who(), request)) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    if (!(request instanceof Waiting)) {
      return HelpRights.elsewhere(request);
    }
    return request.standing().turn().pinned() == pinned
        ? accept()
        : accept(new HelpPinned(request.id(), pinned, stamp.who(), stamp.at()));
  }
}
