package dev.carillon.school;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody of the school. Nothing is kept of a person beyond what stands here.
public sealed interface Person {
  PersonId id();

  /// The name as adults of the school read it: first name and last initial for students.
  String name();

  Role role();

  /// BCP 47 tag of the language this person reads: `en`, `es`, `fr-CA`.
  String language();

  /// How large and how wordy a student's screen is.
  enum ScreenMode {
    YOUNG,
    STANDARD,
    COMPACT
  }

  /// What shared screens may show of a student: an alias comes with a shape, OFF is nothing at all.
  enum Display {
    NAME,
    INITIALS,
    ALIAS,
    OFF
  }

  /// What a student needs to be otherwise for her.
  ///
  /// @param extraTime how long she may go on where she is when the others move; zero = moves with
  ///   them
  /// @param earlyRelease how long before the bell she may start to walk
  /// @param quiet no sound, no flash: prompts that do not startle
  record Profile(Duration extraTime, Duration earlyRelease, boolean quiet) {
    public static final Profile PLAIN = new Profile(Duration.ZERO, Duration.ZERO, false);
  }

  /// Somebody who learns here.
  ///
  /// @param alias what a board shows instead of the name when `display` is ALIAS
  /// @param schedule the one bell schedule whose bells are hers
  /// @param home the station of blocks in which nothing else is planned
  /// @param seat the label of her own seat at `home`; empty when seats are not assigned
  record Student(
      PersonId id,
      String name,
      String alias,
      Display display,
      String grade,
      GroupId group,
      ScheduleId schedule,
      StationId home,
      String seat,
      String language,
      ScreenMode mode,
      Profile profile)
      implements Person {
    @Override
    public Role role() {
      return Role.STUDENT;
    }

    /// What a shared screen may call her; empty when it may not show her.
    public Optional<String> shown() {
      return switch (display) {
        case NAME -> Optional.of(name);
        case INITIALS -> Optional.of(initials());
        case ALIAS -> Optional.of(alias.isEmpty() ? initials() : alias);
        case OFF -> Optional.empty();
      };
    }

    private String initials() {
      return Stream.of(name.strip().split("\\s+", -1))
          .filter(part -> !part.isEmpty())
          .map(part -> Character.toString(part.codePointAt(0)) + ".")
          .collect(Collectors.joining(" "));
    }

    /// The same student living by another bell schedule.
    public Student in(ScheduleId other) {
      return new Student(
          id, name, alias, display, grade, group, other, home, seat, language, mode, profile);
    }
  }

  /// A paraprofessional, teacher, leader or administrator, with the rooms covered.
  record Staff(PersonId id, String name, Role role, Set<RoomId> rooms, String language)
      implements Person {
    public Staff {
      if (role == Role.STUDENT
          || role == Role.BOARD
          || role == Role.SYSTEM
          || role == Role.SOURCE) {
        throw new IllegalArgumentException(id.value() + " cannot be staff as " + role);
      }
      rooms = Set.copyOf(rooms);
    }

    /// The same adult covering other rooms.
    public Staff covering(Set<RoomId> others) {
      return new Staff(id, name, role, others, language);
    }
  }

  /// A wall screen.
  record Board(PersonId id, String name, String language, BoardTerms terms) implements Person {
    /// One that shows everybody by name.
    public Board(PersonId id, String name, String language) {
      this(id, name, language, BoardTerms.PLAIN);
    }

    public Board with(BoardTerms other) {
      return new Board(id, name, language, other);
    }

    @Override
    public Role role() {
      return Role.BOARD;
    }
  }
}
