package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import java.time.Instant;

/// Who asks, in which role, and when on the floor's clock. Made by the server from the session,
/// never from a frame.
public record Stamp(PersonId who, Role role, Instant at) {
  /// Time itself, acting at `at`.
  public static Stamp system(Instant at) {
    return new Stamp(PersonId.SYSTEM, Role.SYSTEM, at);
  }
}
