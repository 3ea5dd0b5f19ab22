package dev.carillon.floor;

import java.time.LocalDate;
import java.util.Optional;

/// Why a student is at no station, and for how long.
///
/// @param until the last day of it, for what lasts longer than today
public record Away(AwayKind kind, Optional<LocalDate> until) {
  public Away(AwayKind kind) {
    this(kind, Optional.empty());
  }

  /// Whether she is away on a later day as well.
  boolean lastsTo(LocalDate date) {
    return until.filter(last -> !last.isBefore(date)).isPresent();
  }
}
