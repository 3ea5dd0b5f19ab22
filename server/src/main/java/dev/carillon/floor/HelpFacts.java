package dev.carillon.floor;

import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyEvent;
import dev.carillon.floor.Event.DutyStarted;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PSet;

/// What calls for help and duty change.
record HelpFacts(Floor floor) {
  Evolved evolve(HelpEvent event) {
    return switch (event) {
      case HelpAsked asked ->
          changed(event, floor.help().asked(asked, floor.school().rules().asksMax()), asked.at());
      case HelpClaimed claimed -> changed(event, floor.help().claimed(claimed), claimed.at());
      case HelperArrived(var help, _, var at) -> changed(event, floor.help().arrived(help, at), at);
      case HelpReleased(var help, _, var at) -> changed(event, floor.help().released(help, at), at);
      case ClaimLapsed(var help, _, var at) -> changed(event, floor.help().released(help, at), at);
      case HelpResolved(var help, var by, var at) -> closed(event, help, Outcome.RESOLVED, by, at);
      case HelpCancelled(var help, var by, var at) ->
          closed(event, help, Outcome.CANCELLED, by, at);
      case HelpExpired(var help, _, var at) ->
          closed(event, help, Outcome.EXPIRED, PersonId.SYSTEM, at);
    };
  }

  private Evolved closed(HelpEvent event, HelpId help, Outcome outcome, PersonId by, Instant at) {
    return changed(event, floor.help().closed(help, outcome, by, at), at);
  }

  private Evolved changed(HelpEvent event, HelpLine line, Instant at) {
    var next = floor.next().help(line).at(at);
    var stations = new HashSet<StationId>();
    var helpers = new HashSet<PersonId>();
    for (var state : new Floor[] {floor, next}) {
      state.help().find(event.help()).map(state::stationOf).ifPresent(stations::add);
      state.help().find(event.help()).flatMap(HelpFacts::ownerOf).ifPresent(helpers::add);
    }
    return new Evolved(next, Touched.help(event.help(), stations, joinsOrLeaves(event), helpers));
  }

  private static Optional<PersonId> ownerOf(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed claimed -> Optional.of(claimed.owner());
      case HelpRequest.Helping helping -> Optional.of(helping.owner());
      case HelpRequest.Waiting _, HelpRequest.Over _ -> Optional.empty();
    };
  }

  /// Whether somebody behind moves up or back.
  private static boolean joinsOrLeaves(HelpEvent event) {
    return switch (event) {
      case HelperArrived _ -> false;
      case HelpAsked _,
          HelpClaimed _,
          HelpReleased _,
          ClaimLapsed _,
          HelpResolved _,
          HelpCancelled _,
          HelpExpired _ ->
          true;
    };
  }

  Evolved evolve(DutyEvent event) {
    return switch (event) {
      case DutyStarted(var helper, var at) -> onDuty(floor.onDuty().plus(helper), helper, at);
      case DutyEnded(var helper, var at) -> onDuty(floor.onDuty().minus(helper), helper, at);
    };
  }

  private Evolved onDuty(PSet<PersonId> onDuty, PersonId helper, Instant at) {
    return new Evolved(floor.next().onDuty(onDuty).at(at), Touched.duty(Set.of(helper)));
  }
}
