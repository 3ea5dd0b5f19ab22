package dev.carillon.floor;

/// Why staff did something to a request. A code and no text, so that it may be counted and kept.
public enum HelpReason {
  MISTAKE,
  DUPLICATE,
  ANSWERED,
  STUDENT_LEFT,
  OTHER_TASK,
  WELLBEING,
  OFFLINE,
  SHIFT_ENDS,
  NOT_URGENT,
  DRILL,
  OTHER
}
