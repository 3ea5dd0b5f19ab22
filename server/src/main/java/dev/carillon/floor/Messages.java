package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.MessageRead;
import dev.carillon.floor.Event.MessageSent;
import dev.carillon.floor.Event.MessageWithdrawn;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What adults have told one another in the blocks that run. Nothing ends a message but whoever
/// wrote it, a leader, and the bell: holding, pausing or extending a block keeps it.
public record Messages(PMap<MessageId, Message> standing) {
  static final Messages NONE = new Messages(HashTreePMap.empty());

  /// Any event: what has nothing to do with messages changes none.
  Messages after(Event event) {
    return switch (event) {
      case MessageSent(var message, _) -> with(message);
      case MessageRead(var id, var by, _) -> read(id, by);
      case MessageWithdrawn(var id, _, _) -> new Messages(standing.minus(id));
      case BlockEntered(var schedule, var block, _, _) -> entered(schedule, block);
      case ScheduleEnded(var schedule, _) -> ended(schedule);
      default -> this;
    };
  }

  /// How many of somebody's stand that she wrote after an instant.
  int countBy(PersonId by, Instant after) {
    return (int)
        standing.values().stream()
            .filter(each -> each.by().equals(by) && each.at().isAfter(after))
            .count();
  }

  private Messages with(Message message) {
    return new Messages(standing.plus(message.id(), message));
  }

  private Messages read(MessageId id, PersonId by) {
    return switch (standing.get(id)) {
      case null -> this;
      case Message message -> with(message.readBy(by));
    };
  }

  /// Those of the block before are over; those of the time before the first block are of this one.
  private Messages entered(ScheduleId schedule, BlockId block) {
    var next = standing;
    for (var message : standing.values()) {
      if (message.isOf(schedule)) {
        next =
            message.block().isPresent()
                ? next.minus(message.id())
                : next.plus(message.id(), message.in(block));
      }
    }
    return new Messages(next);
  }

  private Messages ended(ScheduleId schedule) {
    var over = standing.values().stream().filter(each -> each.isOf(schedule)).map(Message::id);
    return new Messages(standing.minusAll(over.toList()));
  }
}
