package dev.carillon.floor;

/// What time does to one request.
public enum HelpDue {
  /// A student who was not found has not said that she is there.
  NO_SHOW,
  /// The time to try by herself is over.
  HOLD_OVER,
  /// Whoever it was handed to has not taken it.
  HAND_OFF_OVER,
  /// It has waited for the next alarm.
  LEVEL,
  /// The helper has helped for long.
  NUDGE,
  /// Nobody hears of the helper.
  SILENT,
  /// The student is kept over the bell, and the helper is to be asked.
  HELD,
  /// A parked request applies where the student is.
  RETURN
}
