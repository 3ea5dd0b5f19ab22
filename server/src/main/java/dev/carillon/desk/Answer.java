package dev.carillon.desk;

import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result;
import java.util.Map;

/// What a desk answers. Both kinds are final: *done* is on disk, *refused* was checked against the
/// head of the log. Only BUSY and NOT_SAVED promise nothing: the same order sent again, with the
/// same id, gets the one true answer.
public sealed interface Answer {
  /// @param seq where it stands in the log; for a dry run or a command that changed nothing, the
  ///   head
  record Done(long seq, Result result, boolean dryRun) implements Answer {}

  record Refused(Refusal refusal, Map<String, String> args) implements Answer {
    public Refused {
      args = Map.copyOf(args);
    }
  }
}
