package dev.carillon.floor;

import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.UnlockId;
import java.time.Instant;
import java.util.Optional;

/// A student's wish to take an assessment, and what became of it: asked, approved or refused,
/// opened, submitted. One that is not opened in time is locked again and asked for again; what
/// nobody answers expires with the day. It is hers, not her place's: the bell does not end it.
public sealed interface Unlock {
  Asked asked();

  default UnlockId id() {
    return asked().id();
  }

  /// @param why when a program has brought it here
  /// @param relocked when it was last locked again, because she did not open it in time
  record Asked(
      UnlockId id,
      PersonId student,
      AssessmentId assessment,
      Optional<Why> why,
      Optional<Instant> relocked,
      Instant at)
      implements Unlock {
    @Override
    public Asked asked() {
      return this;
    }

    Asked relocked(Instant when) {
      return new Asked(id, student, assessment, why, Optional.of(when), at);
    }
  }

  /// @param block before whose end there is to be time for it; its window moves with that end
  /// @param until when it had to be open as the blocks stood; [UnlockWindows#until] knows by when
  ///   it has to be now
  record Approved(Asked asked, PersonId by, Optional<BlockId> block, Instant until)
      implements Unlock {}

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
