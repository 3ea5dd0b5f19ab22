package dev.carillon.floor;

import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.UnlockId;
import java.time.Instant;
import java.util.Optional;

/// A student's wish to take an assessment, and what became of it: asked, approved or refused,
/// opened, submitted; one that is not opened in time expires. It is hers, not her place's: the bell
/// does not end it.
public sealed interface Unlock {
  Asked asked();

  default UnlockId id() {
    return asked().id();
  }

  /// @param why when a program has brought it here
  record Asked(
      UnlockId id, PersonId student, AssessmentId assessment, Optional<Why> why, Instant at)
      implements Unlock {
    @Override
    public Asked asked() {
      return this;
    }
  }

  /// @param until when it has to be open
  record Approved(Asked asked, PersonId by, Instant until) implements Unlock {}

  /// @param reason for the student
  record Refused(Asked asked, PersonId by, String reason, Instant at) implements Unlock {}

  /// @param by who approved it
  record Opened(Asked asked, PersonId by, Instant at) implements Unlock {}

  record Submitted(Asked asked, Instant at) implements Unlock {}

  record Expired(Asked asked, Instant at) implements Unlock {}

  /// Whether nothing more comes of it.
  default boolean isOver() {
    return switch (this) {
      case Asked _, Approved _, Opened _ -> false;
      case Refused _, Submitted _, Expired _ -> true;
    };
  }
}
