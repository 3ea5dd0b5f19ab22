package dev.carillon.floor;

/// What time does to a helper's duty.
public enum DutyDue {
  /// Her hours begin.
  BEGINS,
  /// Her hours are over.
  ENDS,
  /// Her hours are over, and so is what she had in hand then.
  LEAVES
}
