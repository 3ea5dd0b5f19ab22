package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;

/// A call for help, open or over. What all states share stands in [Asked].
public sealed interface HelpRequest {
  Asked asked();

  /// Grows by one at each change.
  long version();

  default HelpId id() {
    return asked().id();
  }

  /// @param station where it was asked; where the student is *now* is the floor's to say
  /// @param order position in the order of asking, unique in the day
  record Asked(
      HelpId id,
      PersonId student,
      PersonId by,
      HelpKind kind,
      String text,
      StationId station,
      BlockId block,
      long order,
      Instant at) {}

  /// @param epoch of the last claim; 0 when there was none
  record Waiting(Asked asked, long version, long epoch) implements HelpRequest {}

  record Claimed(
      Asked asked, long version, long epoch, PersonId owner, Instant claimedAt, Instant leaseUntil)
      implements HelpRequest {}

  record Helping(
      Asked asked, long version, long epoch, PersonId owner, Instant claimedAt, Instant since)
      implements HelpRequest {}

  enum Outcome {
    RESOLVED,
    CANCELLED,
    EXPIRED
  }

  record Over(Asked asked, long version, Outcome outcome, PersonId by, Instant at)
      implements HelpRequest {}
}
