package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
  /// As they were told.
  public static final Comparator<Message> IN_ORDER =
      Comparator.comparing(Message::at).thenComparing(message -> message.id().value());

  /// The longest text: two lines on a phone.
  public static final int CHARS_MAX = 120;

  /// The longest text of a board: one look from the far end of a corridor.
  public static final int ANNOUNCED_CHARS_MAX = 60;

  /// What is said in more languages than these stands too seldom in each.
  public static final int LANGUAGES_MAX = 2;

  /// Whom it is for. Never one student: boards are read by whoever walks past (ADR 35).
  public sealed interface To {
    /// Everybody on duty who covers the room.
    record ToRoom(RoomId room) implements To {}

    /// One helper on duty.
    record ToPerson(PersonId person) implements To {}

    record ToLeaders() implements To {}

    /// Everybody on duty; for leaders to say.
    record ToAll() implements To {}

    /// Whoever walks past; for leaders to say, and in public words only.
    ///
    /// @param schedule when it is for those alone who live by it; its bell ends it then
    record ToBoards(Optional<ScheduleId> schedule) implements To {}
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

    /// For boards, and for nobody else.
    ///
    /// @param texts the same in 1 to [#LANGUAGES_MAX] languages
    record Announced(List<InLanguage> texts) implements Words {
      public Announced {
        texts = List.copyOf(texts);
        long languages = texts.stream().map(InLanguage::language).distinct().count();
        if (texts.isEmpty() || texts.size() > LANGUAGES_MAX || languages < texts.size()) {
          throw new IllegalArgumentException("an announcement in " + texts);
        }
      }
    }
  }

  /// @param language as browsers name it, such as `es` or `fr-CA`; families speak more of them than
  ///   screens are written in
  /// @param text of 1 to [#ANNOUNCED_CHARS_MAX] characters
  public record InLanguage(String language, String text) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

    public InLanguage {
      if (!isLanguage(language) || text.isBlank() || text.length() > ANNOUNCED_CHARS_MAX) {
        throw new IllegalArgumentException(
            "%d characters for boards in `%s`".formatted(text.length(), language));
      }
    }

    public static boolean isLanguage(String tag) {
      return LANGUAGE.matcher(tag).matches();
    }
  }

  public enum Phrase {
    /// Somebody is wanted where this was said.
    PLEASE_COME,
    COMING,
    SOON,
    CANNOT_NOW,
    THANKS
  }

  public Message {
    if (to instanceof To.ToBoards != words instanceof Words.Announced) {
      throw new IllegalArgumentException("words of another kind than those it is for: " + to);
    }
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
