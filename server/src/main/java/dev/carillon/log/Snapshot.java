package dev.carillon.log;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Floor;
import java.util.Map;

/// A floor folded up to a place, so that not all of the log has to be read again.
///
/// @param fold version of the rules that folded it; another version folds from the start
/// @param ledger the accepted commands of the day
public record Snapshot(Cursor at, int fold, Floor floor, Map<CommandId, Accepted> ledger) {
  /// What is remembered of an accepted command, so that it gets the same answer all day.
  public record Accepted(String bodyHash, long seq, dev.carillon.floor.Result result) {}
}
