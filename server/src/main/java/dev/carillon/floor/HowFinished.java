package dev.carillon.floor;

/// How a student is done with something before its time.
public enum HowFinished {
  FINISHED,
  /// She can do it already; a teacher confirms that.
  TESTED_OUT
}
