package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Route;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which requests a helper may take: those of her rooms, those of neighbouring rooms that have
/// waited for long or where nobody is on duty, and those that are hers by name.
public record HelpReach(Floor floor, Instant now) {
  /// Helpers of neighbouring rooms are called in.
  static final int NEIGHBOURS = 2;

  /// The leader is told; of an urgent call everybody on duty in the school.
  static final int LAST = 3;

  /// Whether a request is within a helper's reach, whether or not it is for somebody else first.
  public boolean reaches(PersonId helper, HelpRequest request) {
    if (isNamed(helper, request)) {
      return true;
    }
    return floor
        .roomOf(request)
        .filter(room -> reaches(helper, room, request) || isForRole(helper, room, request))
        .isPresent();
  }

  private boolean reaches(PersonId helper, RoomId room, HelpRequest request) {
    if (floor.covers(helper, room)) {
      return true;
    }
    int level = request.standing().watch().level();
    if (HelpAlarms.isUrgent(request) && level >= LAST) {
      return true;
    }
    boolean isOpen = level >= NEIGHBOURS || onDuty(room).isEmpty();
    return isOpen && isNeighbour(helper, room);
  }

  /// Whether the helper covers a room next to this one.
  boolean isNeighbour(PersonId helper, RoomId room) {
    return floor.school().people().get(helper) instanceof Staff staff
        && staff.rooms().stream().anyMatch(own -> areNeighbours(own, room));
  }

  private boolean areNeighbours(RoomId one, RoomId other) {
    return isNextTo(one, other) || isNextTo(other, one);
  }

  private boolean isNextTo(RoomId one, RoomId other) {
    var room = floor.school().rooms().get(one);
    return room != null && room.neighbours().contains(other);
  }

  /// Who answers calls in a room right now, in no order that means anything.
  public List<PersonId> onDuty(RoomId room) {
    return there().filter(helper -> floor.covers(helper, room)).toList();
  }

  /// Who answers calls right now, in whatever room.
  public Stream<PersonId> there() {
    return floor.onDuty().stream().filter(this::isThere);
  }

  private boolean isThere(PersonId helper) {
    return !floor.help().team().isAway(helper);
  }

  /// Whether a request is for somebody else first.
  public boolean isForOthers(PersonId helper, HelpRequest request) {
    return route(request).filter(route -> !isFor(helper, route)).isPresent();
  }

  /// Whom it is for, as far as that still holds: what a student wished for ends when it has waited
  /// for long.
  public Optional<Route> route(HelpRequest request) {
    return request
        .standing()
        .route()
        .filter(route -> route.holds(now))
        .filter(
            route ->
                route.why() != Route.Cause.ASKED
                    || request.standing().watch().level() < NEIGHBOURS);
  }

  private boolean isNamed(PersonId helper, HelpRequest request) {
    return route(request).flatMap(Route::to).filter(helper::equals).isPresent();
  }

  /// It was given to a role of hers, from a room she is not far from.
  private boolean isForRole(PersonId helper, RoomId room, HelpRequest request) {
    return isNear(helper, room)
        && route(request).flatMap(Route::role).filter(role -> has(helper, role)).isPresent();
  }

  /// Who would be there for a call given to a role in a room.
  boolean isThereFor(PersonId helper, Role role, RoomId room) {
    return isThere(helper) && isNear(helper, room) && has(helper, role);
  }

  private boolean isNear(PersonId helper, RoomId room) {
    return floor.covers(helper, room) || isNeighbour(helper, room);
  }

  private boolean isFor(PersonId helper, Route route) {
    return route.to().filter(helper::equals).isPresent()
        || route.role().filter(role -> has(helper, role)).isPresent();
  }

  private boolean has(PersonId helper, Role role) {
    return floor.school().people().get(helper) instanceof Staff staff && staff.role() == role;
  }

  /// Whether nobody may come to her with it now, and helpers do not see it.
  public boolean isHidden(HelpRequest request) {
    return request instanceof Waiting && new HelpPlaces(floor).isHidden(request);
  }

  /// What *next* offers a helper, from the front of the line.
  List<Waiting> offers(PersonId helper) {
    var places = new HelpPlaces(floor);
    return floor.help().open().values().stream()
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .filter(waiting -> !waiting.standing().trying())
        .filter(waiting -> reaches(helper, waiting) && !isForOthers(helper, waiting))
        .filter(waiting -> !places.isOutOfReach(waiting))
        .toList();
  }
}
