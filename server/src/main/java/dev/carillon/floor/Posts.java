package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.HelperReturned;
import dev.carillon.floor.Event.HelperSent;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.School;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// Helpers whom a leader has sent to another room until the bell. As with messages no due ends it:
/// holding, pausing or extending the block keeps her there.
///
/// While it lasts the school itself has her in that room, so that whatever asks who covers a room
/// knows of it.
public record Posts(PMap<PersonId, Post> standing) {
  static final Posts NONE = new Posts(HashTreePMap.empty());

  /// @param own the rooms that are hers otherwise
  /// @param block which block has to be over; empty before the first one
  public record Post(
      RoomId room,
      Set<RoomId> own,
      Optional<ScheduleId> schedule,
      Optional<BlockId> block,
      PersonId by,
      Instant at) {
    public Post {
      own = Set.copyOf(own);
    }

    private boolean isOf(ScheduleId other) {
      return schedule.filter(other::equals).isPresent();
    }

    private Post in(BlockId begun) {
      return new Post(room, own, schedule, Optional.of(begun), by, at);
    }

    private Post of(Set<RoomId> other) {
      return new Post(room, other, schedule, block, by, at);
    }
  }

  public Optional<Post> of(PersonId helper) {
    return Optional.ofNullable(standing.get(helper));
  }

  /// Any event: what has nothing to do with them changes none.
  Posts after(Event event) {
    return switch (event) {
      case HelperSent(var helper, var room, var own, var schedule, var block, var by, var at) ->
          new Posts(standing.plus(helper, new Post(room, own, schedule, block, by, at)));
      case HelperReturned(var helper, _, _) -> new Posts(standing.minus(helper));
      case BlockEntered(var schedule, var block, _, _) -> entered(schedule, block);
      case ScheduleEnded(var schedule, _) -> ended(schedule);
      default -> this;
    };
  }

  /// Those of the block before are over; those of the time before the first block are of this one.
  private Posts entered(ScheduleId schedule, BlockId block) {
    var next = standing;
    for (var each : standing.entrySet()) {
      if (each.getValue().isOf(schedule)) {
        next =
            each.getValue().block().isPresent()
                ? next.minus(each.getKey())
                : next.plus(each.getKey(), each.getValue().in(block));
      }
    }
    return new Posts(next);
  }

  private Posts ended(ScheduleId schedule) {
    var next = standing;
    for (var each : standing.entrySet()) {
      next = each.getValue().isOf(schedule) ? next.minus(each.getKey()) : next;
    }
    return new Posts(next);
  }

  /// The school with everybody where she is: sent somewhere, or back in the rooms that are hers.
  School in(School school, Posts before) {
    var next = school;
    for (var each : before.standing.entrySet()) {
      if (!standing.containsKey(each.getKey())) {
        next = covering(next, each.getKey(), each.getValue().own());
      }
    }
    for (var each : standing.entrySet()) {
      if (!each.getValue().equals(before.standing.get(each.getKey()))) {
        next = covering(next, each.getKey(), Set.of(each.getValue().room()));
      }
    }
    return next;
  }

  /// Another school was published: whoever is still in it, and the room as well, is still sent.
  Posts adopted(School published) {
    var next = standing;
    for (var each : standing.entrySet()) {
      next =
          published.people().get(each.getKey()) instanceof Staff staff
                  && published.rooms().containsKey(each.getValue().room())
              ? next.plus(each.getKey(), each.getValue().of(staff.rooms()))
              : next.minus(each.getKey());
    }
    return new Posts(next);
  }

  private static School covering(School school, PersonId helper, Set<RoomId> rooms) {
    return school.people().get(helper) instanceof Staff staff
        ? school.with(staff.covering(rooms))
        : school;
  }
}
