package dev.carillon.desk;

import java.time.Instant;
import java.util.List;

/// Some stills of one day, in the order of their instants.
///
/// @param openedAt when its log begins: nothing is known before, and stills of earlier instants
///   show the floor as it was opened
/// @param lastAt when its last entry so far was stamped
/// @param isClosed whether it is over
public record Film(Instant openedAt, Instant lastAt, boolean isClosed, List<Still> stills) {
  public Film {
    stills = List.copyOf(stills);
  }
}
