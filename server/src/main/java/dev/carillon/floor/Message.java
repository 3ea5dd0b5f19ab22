package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSet;

/// A short word from one adult to others (ADR 32). It stands for as long as the block does.
///
/// @param answers what it is an answer to
/// @param schedule by whose blocks it ends; empty on a day without school
/// @param block it ends when the schedule leaves this one; empty before the first
/// @param read who has said that she got it
public record Message(
    MessageId id,
    PersonId by,
    To to,
    Words words,
    Optional<MessageId> answers,
    Optional<ScheduleId> schedule,
    Optional<BlockId> block,
    Instant at,
    PSet<PersonId> read) {
  /// The longest text: two lines on a phone.
  public static final int CHARS_MAX = 120;

  /// Whom it is for. Never a student, and never a board.
  public sealed interface To {
    /// Everybody on duty who covers the room.
    record ToRoom(RoomId room) implements To {}

    /// One helper on duty.
    record ToPerson(PersonId person) implements To {}

    record ToLeaders() implements To {}

    /// Everybody on duty; for leaders to say.
    record ToAll() implements To {}
  }

  public sealed interface Words {
    /// @param text of 1 to [#CHARS_MAX] characters, in whatever language it was written
    record Written(String text) implements Words {
      public Written {
        if (text.isBlank() || text.length() > CHARS_MAX) {
          throw new IllegalArgumentException("a message of " + text.length() + " characters");
        }
      }
    }

    /// One of the phrases everybody reads in her own language.
    record Ready(Phrase phrase) implements Words {}
  }

  public enum Phrase {
    /// Somebody is wanted where this was said.
    PLEASE_COME,
    COMING,
    SOON,
    CANNOT_NOW,
    THANKS
  }

  Message readBy(PersonId reader) {
    return new Message(id, by, to, words, answers, schedule, block, at, read.plus(reader));
  }

  Message in(BlockId begun) {
    return new Message(id, by, to, words, answers, schedule, Optional.of(begun), at, read);
  }

  boolean isOf(ScheduleId other) {
    return schedule.filter(other::equals).isPresent();
  }
}
