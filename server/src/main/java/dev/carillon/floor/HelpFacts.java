package dev.carillon.floor;

import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.DutyAway;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyEvent;
import dev.carillon.floor.Event.DutyHoursBegan;
import dev.carillon.floor.Event.DutyHoursEnded;
import dev.carillon.floor.Event.DutyStarted;
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
import dev.carillon.floor.Event.HelperFound;
import dev.carillon.floor.Event.HelperLost;
import dev.carillon.floor.Event.HelperMissed;
import dev.carillon.floor.Event.HelperNudged;
import dev.carillon.floor.Event.HelperReturned;
import dev.carillon.floor.Event.HelperSent;
import dev.carillon.floor.Event.HelperSilent;
import dev.carillon.floor.Event.HoldEnded;
import dev.carillon.floor.Event.HoldMoved;
import dev.carillon.floor.Event.LostNoted;
import dev.carillon.floor.Event.RoomBusy;
import dev.carillon.floor.Event.RoomEvent;
import dev.carillon.floor.Event.RoomToldWait;
import dev.carillon.floor.Event.RoomUnhelped;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpTeam.SaidWait;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.PSet;

/// What calls for help and duty change.
record HelpFacts(Floor floor) {
  Evolved evolve(HelpEvent event) {
    var at = event.at();
    var line = lost(noted(new HelpStates(floor).after(event), event), event);
    var counted = line.figures(line.figures().after(floor, event, line)).team(line.team().at(at));
    var next = floor.next().help(counted).at(at);
    var stations = new HashSet<StationId>();
    var helpers = new HashSet<PersonId>();
    for (var state : new Floor[] {floor, next}) {
      state.help().find(event.help()).map(state::stationOf).ifPresent(stations::add);
      state.help().find(event.help()).flatMap(HelpRequest::owner).ifPresent(helpers::add);
    }
    var touched = Touched.help(event.help(), stations, joinsOrLeaves(event), helpers);
    boolean isEquipment =
        Stream.of(floor, next)
            .flatMap(state -> state.help().find(event.help()).stream())
            .anyMatch(request -> request.asked().kind() == HelpKind.EQUIPMENT);
    return new Evolved(next, isEquipment ? touched.and(Touched.part(Part.EQUIPMENT)) : touched);
  }

  /// In which lane a room's last requests stood when they were taken.
  private HelpLine noted(HelpLine line, HelpEvent event) {
    if (!(event instanceof HelpClaimed) && !(event instanceof HelpClaimedTogether)) {
      return line;
    }
    var taken = floor.help().find(event.help()).filter(it -> !HelpInferred.is(it));
    boolean isReturning =
        taken.filter(it -> it.standing().turn().lane() == Lane.RETURNING).isPresent();
    return taken
        .flatMap(floor::roomOf)
        .map(room -> line.team(line.team().taken(room, isReturning)))
        .orElse(line);
  }

  /// Whoever had it and did not let it go herself is told.
  private HelpLine lost(HelpLine line, HelpEvent event) {
    var has = line.find(event.help()).flatMap(HelpRequest::owner);
    return floor
        .help()
        .find(event.help())
        .map(before -> line.team(HelpLost.after(line.team(), before, has, event)))
        .orElse(line);
  }

  /// Whether somebody behind moves up or back.
  private static boolean joinsOrLeaves(HelpEvent event) {
    return switch (event) {
      case HelperArrived _,
          HelpRenewed _,
          HelpTold _,
          HelpTrying _,
          HelpTakenOver _,
          HelperSilent _,
          HelperNudged _,
          HelpUnreached _,
          HelpPutOnHold _,
          HoldMoved _,
          HoldEnded _,
          StudentHeld _,
          HeldAsked _,
          HeldLonger _,
          HelpEscalated _,
          HelpArranged _,
          HelpLeftBehind _ ->
          false;
      case HelpAsked _,
          HelpRaised _,
          HelpLowered _,
          HelpPinned _,
          HelpPassed _,
          HelpClaimed _,
          HelpClaimedTogether _,
          HelpDeclined _,
          HelpReleased _,
          ClaimLapsed _,
          HelpCameBack _,
          HelpHandedOff _,
          HandOffLapsed _,
          HelpResolved _,
          HelpCancelled _,
          HelpDismissed _,
          HelpExpired _,
          HelpUndone _,
          HelpReopened _,
          HelpDeferred _,
          HelpReturned _ ->
          true;
    };
  }

  Evolved evolve(RoomEvent event) {
    var team = floor.help().team();
    return switch (event) {
      case RoomUnhelped(var room, var block, var at) ->
          told(team.warned(RoomDue.UNHELPED, room, block), at);
      case RoomBusy(var room, var block, var at) ->
          told(team.warned(RoomDue.BUSY, room, block), at);
      case RoomToldWait(var room, var minutes, _, var until, var at) ->
          toldRoom(team.said(room, new SaidWait(minutes, at, until)), room, at);
    };
  }

  /// Everybody who is to be there reads it.
  private Evolved toldRoom(HelpTeam team, RoomId room, Instant at) {
    var there =
        floor.school().stations().values().stream()
            .filter(station -> station.room().equals(room))
            .flatMap(station -> floor.attendance().roster(station.id()).stream())
            .collect(Collectors.toSet());
    var told = told(team, at);
    return new Evolved(told.floor(), told.touched().and(Touched.arrivals(there, Set.of())));
  }

  private Evolved told(HelpTeam team, Instant at) {
    return new Evolved(floor.next().help(floor.help().team(team)).at(at), Touched.LINE);
  }

  Evolved evolve(DutyEvent event) {
    var team = floor.help().team();
    return switch (event) {
      case DutyStarted(var helper, var at) -> comes(team, helper, at);
      case DutyEnded(var helper, var at) -> goes(team, helper, at);
      // Where she is now is for the posts to say.
      case HelperSent(var helper, _, _, _, _, _, var at) ->
          onDuty(floor.onDuty(), team, helper, at);
      case HelperReturned(var helper, _, var at) -> onDuty(floor.onDuty(), team, helper, at);
      case DutyHoursBegan(var helper, var hours, var at) -> comes(team.passed(hours), helper, at);
      case DutyHoursEnded(var helper, var hours, var at) -> {
        var next = team.passed(hours);
        boolean hasToChoose =
            floor.onDuty().contains(helper) && floor.help().holds().containsKey(helper);
        yield hasToChoose
            ? onDuty(floor.onDuty(), next.leaving(helper, at), helper, at)
            : goes(next, helper, at);
      }
      case DutyAway(var helper, var isAway, var at) ->
          onDuty(floor.onDuty(), team.away(helper, isAway), helper, at);
      case HelperLost(var helper, var since, var at) ->
          onDuty(floor.onDuty(), team.gone(helper, since), helper, at);
      case HelperMissed(var helper, var at) ->
          onDuty(floor.onDuty(), team.missed(helper), helper, at);
      case HelperFound(var helper, var at) ->
          onDuty(floor.onDuty(), team.found(helper), helper, at);
      case LostNoted(var helper, var helps, var at) ->
          onDuty(floor.onDuty(), team.put(helper, helps), helper, at);
    };
  }

  private Evolved comes(HelpTeam team, PersonId helper, Instant at) {
    var next = team.away(helper, false).settled(helper);
    return onDuty(floor.onDuty().plus(helper), next, helper, at);
  }

  private Evolved goes(HelpTeam team, PersonId helper, Instant at) {
    var next = team.away(helper, false).settled(helper).forgot(helper);
    return onDuty(floor.onDuty().minus(helper), next, helper, at);
  }

  private Evolved onDuty(PSet<PersonId> onDuty, HelpTeam team, PersonId helper, Instant at) {
    var next = floor.next().onDuty(onDuty).help(floor.help().team(team.at(at))).at(at);
    // Those who wait are told whether anybody is there.
    var line = floor.help().open().isEmpty() ? Touched.NOTHING : Touched.LINE;
    return new Evolved(next, Touched.duty(Set.of(helper)).and(line));
  }
}
