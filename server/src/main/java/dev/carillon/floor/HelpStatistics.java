package dev.carillon.floor;

import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.HandOffLapsed;
import dev.carillon.floor.Event.HeldAsked;
import dev.carillon.floor.Event.HeldLonger;
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
import dev.carillon.floor.Event.HelpPinned;
import dev.carillon.floor.Event.HelpPutOnHold;
import dev.carillon.floor.Event.HelpRaised;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpRenewed;
import dev.carillon.floor.Event.HelpReopened;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelpReturned;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.floor.Event.HelpTrying;
import dev.carillon.floor.Event.HelpUndone;
import dev.carillon.floor.Event.HelpUnreached;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.Event.HelperNudged;
import dev.carillon.floor.Event.HelperSilent;
import dev.carillon.floor.Event.HoldEnded;
import dev.carillon.floor.Event.HoldMoved;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpTrack.State;
import dev.carillon.school.Id.HelpId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What the events of a day say of its calls for help. Everything here is added up from events, so
/// that it can be added up again from the log and is the same; [HelpFigures] makes rates of it.
///
/// @param tracks of every request of the day
/// @param counts how often what happened
public record HelpStatistics(PMap<HelpId, HelpTrack> tracks, PMap<Count, Integer> counts) {
  static final HelpStatistics NONE = new HelpStatistics(HashTreePMap.empty(), HashTreePMap.empty());

  /// What is counted.
  public enum Count {
    CLAIMED,
    LAPSED,
    NO_SHOW,
    OUT_OF_ORDER,
    BOUNCED,
    HANDED_OFF,
    TAKEN_OVER,
    CARRIED_OVER,
    HELD,
    LATE,
    NEIGHBOURS,
    LEADER
  }

  /// @param floor as it was before the event
  /// @param line as it is after it
  HelpStatistics after(Floor floor, HelpEvent event, HelpLine line) {
    return switch (event) {
      case HelpAsked asked -> asked(floor, asked);
      case HelpReopened again -> reopened(again);
      case HelpClaimed(var help, var by, _, _, var outOfOrder, var at) ->
          of(help, it -> it.claimed(by, at))
              .plus(Count.CLAIMED)
              .plus(outOfOrder ? List.of(Count.OUT_OF_ORDER) : List.of());
      case HelpClaimedTogether(var help, _, var by, _, _, var at) ->
          of(help, it -> it.claimed(by, at)).plus(Count.CLAIMED);
      case HelperArrived(var help, _, _, var at) -> of(help, it -> it.arrived(at));
      case HelpRenewed(var help, _, var at) -> of(help, it -> it.renewed(at));
      case HelperSilent(var help, _, var at) -> of(help, it -> it.silent(at));
      case HelpReleased(var help, _, var at) -> in(help, State.WAITING, at);
      case HelpDeclined(var help, var at) -> in(help, State.WAITING, at);
      case ClaimLapsed(var help, _, var at) -> in(help, State.WAITING, at).plus(Count.LAPSED);
      case HelpCameBack(var help, _, _, var at) -> in(help, State.WAITING, at);
      case HelpReturned(var help, var at) -> in(help, State.WAITING, at);
      case HelpHandedOff(var help, _, _, _, _, var at) ->
          in(help, State.WAITING, at).plus(Count.HANDED_OFF);
      case HelpTakenOver(var help, _, var by, _, _, _, var at) ->
          of(help, it -> it.takenOver(by, at)).plus(Count.TAKEN_OVER);
      case HelpUnreached(var help, _, _, var at) -> in(help, State.UNREACHABLE, at);
      case HelpPutOnHold(var help, _, _, _, var at) -> in(help, State.ON_HOLD, at);
      case HelpDeferred(var help, var at) -> in(help, State.PARKED, at).plus(Count.CARRIED_OVER);
      case StudentHeld(var help, _, _, var at) ->
          of(help, it -> it.kept(Optional.of(at))).plus(Count.HELD);
      case HelpEscalated(_, var level, _) -> plus(level(level));
      case HelpResolved(var help, _, var at) -> over(help, Outcome.RESOLVED, at);
      case HelpCancelled(var help, _, var at) -> over(help, Outcome.CANCELLED, at);
      case HelpDismissed(var help, _, _, var at) -> over(help, Outcome.DISMISSED, at);
      case HelpExpired(var help, var reason, var at) ->
          over(help, Outcome.EXPIRED, at)
              .plus(reason.equals(HelpEnds.NO_SHOW) ? List.of(Count.NO_SHOW) : List.of());
      case HelpUndone undone -> undone(undone, line);
      case HelpRaised _,
          HelpLowered _,
          HelpPinned _,
          HelpTrying _,
          HoldMoved _,
          HoldEnded _,
          HandOffLapsed _,
          HelperNudged _,
          HeldAsked _,
          HeldLonger _,
          HelpLeftBehind _ ->
          this;
    };
  }

  private static Count level(int level) {
    return switch (level) {
      case 1 -> Count.LATE;
      case HelpReach.NEIGHBOURS -> Count.NEIGHBOURS;
      default -> Count.LEADER;
    };
  }

  private HelpStatistics asked(Floor floor, HelpAsked event) {
    var subject = floor.assignmentNow(event.student()).map(HelpPlaces::subject).orElse("");
    var within = floor.school().rules().help().together().bounceWithin();
    boolean bounces =
        tracks.values().stream()
            .filter(it -> it.student().equals(event.student()) && it.subject().equals(subject))
            .filter(it -> it.end().filter(Outcome.RESOLVED::equals).isPresent())
            .anyMatch(it -> !it.since().plus(within).isBefore(event.at()));
    var track = HelpTrack.asked(event.student(), subject, event.at());
    return with(event.help(), track).plus(bounces ? List.of(Count.BOUNCED) : List.of());
  }

  private HelpStatistics reopened(HelpReopened event) {
    var old = tracks.get(event.of());
    var subject = old == null ? "" : old.subject();
    return with(event.help(), HelpTrack.asked(event.student(), subject, event.at()))
        .plus(Count.BOUNCED);
  }

  /// The day that was parked is not this day's.
  HelpStatistics carried(Carry.Parked parked, Instant at) {
    var track = HelpTrack.asked(parked.student(), parked.subject(), at);
    var state = parked.kind() == HelpKind.EQUIPMENT ? State.WAITING : State.PARKED;
    return with(parked.help(), track.in(state, at));
  }

  private HelpStatistics undone(HelpUndone event, HelpLine line) {
    return line.find(event.help())
        .map(request -> of(event.help(), it -> it.in(state(request), event.at())))
        .orElse(this)
        .of(event.help(), it -> it.ended(Optional.empty()));
  }

  private static State state(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Waiting _ -> State.WAITING;
      case HelpRequest.Claimed _ -> State.CLAIMED;
      case HelpRequest.Helping _ -> State.HELPING;
      case HelpRequest.OnHold _ -> State.ON_HOLD;
      case HelpRequest.Unreachable _ -> State.UNREACHABLE;
      case HelpRequest.Deferred _ -> State.PARKED;
      case HelpRequest.Over _ -> State.OVER;
    };
  }

  private HelpStatistics over(HelpId help, Outcome outcome, Instant at) {
    return of(help, it -> it.in(State.OVER, at).ended(Optional.of(outcome)));
  }

  private HelpStatistics in(HelpId help, State state, Instant at) {
    return of(help, it -> it.in(state, at));
  }

  private HelpStatistics of(HelpId help, UnaryOperator<HelpTrack> change) {
    return switch (tracks.get(help)) {
      case null -> this;
      case HelpTrack track -> with(help, change.apply(track));
    };
  }

  private HelpStatistics with(HelpId help, HelpTrack track) {
    return new HelpStatistics(tracks.plus(help, track), counts);
  }

  private HelpStatistics plus(Count count) {
    return new HelpStatistics(tracks, counts.plus(count, of(count) + 1));
  }

  private HelpStatistics plus(List<Count> some) {
    var next = this;
    for (var count : some) {
      next = next.plus(count);
    }
    return next;
  }

  /// How often something happened.
  public int of(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /// Every count, zeroes included.
  public Map<Count, Integer> all() {
    var all = new EnumMap<Count, Integer>(Count.class);
    for (var count : Count.values()) {
      all.put(count, of(count));
    }
    return all;
  }
}
