package dev.carillon.log;

/// What became of an append or a confirmation.
public sealed interface Outcome {
  /// The log ended where it was expected to. An appended batch is on disk and `head` is its end.
  record Stands(Head head) implements Outcome {}

  /// Somebody else was faster, or history went another way. Nothing was written.
  record Conflict(Slice since) implements Outcome {}

  /// There is no such log.
  record Missing() implements Outcome {}

  /// The day is closed and the log ends where it was expected to. Nothing was written.
  record Sealed(Head head) implements Outcome {}

  /// An entry is stamped more than a second (of real time) after the keeper's own reckoning.
  /// Nothing was written.
  record Ahead(Head head, long sourceMs) implements Outcome {}
}
