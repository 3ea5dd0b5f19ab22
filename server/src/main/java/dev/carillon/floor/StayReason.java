package dev.carillon.floor;

/// Why a student goes on where she is when the others move.
public enum StayReason {
  TEST,
  EXTRA_TIME,
  HELP,
  /// Her teacher needs everybody there for a moment longer.
  CLASS
}
