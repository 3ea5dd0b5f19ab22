package dev.carillon.floor;

import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpDeclined;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpHandedOff;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.Optional;

/// A call that went from its owner and not by her: she is told at once, so that she does not walk.
/// It is moot when she has put it away, has a call again, or is off duty.
///
/// @param by who did it; the system where time or a bell did
public record HelpLost(HelpId help, How how, PersonId by, Instant at) {
  /// What happened to it.
  public enum How {
    /// She was not there in time.
    LAPSED,
    TAKEN_OVER,
    HANDED_OFF,
    /// Somebody else put it back in the line.
    PUT_BACK,
    CLOSED,
    /// Somebody else says that it is done.
    DONE,
    /// The student says so.
    FINE,
    /// The student would rather be helped alone.
    ALONE,
    /// The student is due somewhere else: a bell, or she was put there.
    MOVED,
    /// Its time is over.
    ENDED
  }

  /// How the team stands after an event.
  ///
  /// @param before the request as the event found it
  /// @param has whoever has it now
  static HelpTeam after(
      HelpTeam team, HelpRequest before, Optional<PersonId> has, HelpEvent event) {
    var had = before.owner();
    if (had.equals(has)) {
      return team;
    }
    var told =
        had.flatMap(
                owner ->
                    of(before, event)
                        .filter(lost -> !lost.by().equals(owner))
                        .map(lost -> team.lost(owner, lost)))
            .orElse(team);
    return has.map(told::forgot).orElse(told);
  }

  private static Optional<HelpLost> of(HelpRequest request, HelpEvent event) {
    return switch (event) {
      case ClaimLapsed(_, _, var at) -> some(request, How.LAPSED, PersonId.SYSTEM, at);
      case HelpTakenOver(_, _, var helper, _, _, _, var at) ->
          some(request, How.TAKEN_OVER, helper, at);
      case HelpHandedOff handed -> some(request, How.HANDED_OFF, handed.by(), handed.at());
      case HelpReleased(_, var by, var at) ->
          some(request, by.equals(PersonId.SYSTEM) ? How.MOVED : How.PUT_BACK, by, at);
      case HelpDismissed(_, _, var by, var at) -> some(request, How.CLOSED, by, at);
      case HelpResolved(_, var by, var at) ->
          some(request, isOfStudent(request, by) ? How.FINE : How.DONE, by, at);
      case HelpCancelled(_, var by, var at) -> some(request, How.FINE, by, at);
      case HelpDeclined(_, var at) -> some(request, How.ALONE, request.asked().student(), at);
      case HelpExpired(_, _, var at) -> some(request, How.ENDED, PersonId.SYSTEM, at);
      case HelpEvent _ -> Optional.empty();
    };
  }

  private static boolean isOfStudent(HelpRequest request, PersonId by) {
    return request.asked().student().equals(by);
  }

  private static Optional<HelpLost> some(HelpRequest request, How how, PersonId by, Instant at) {
    return Optional.of(new HelpLost(request.id(), how, by, at));
  }
}
