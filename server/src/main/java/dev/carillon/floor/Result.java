package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import java.time.Instant;
import java.util.List;

/// What an accepted command answers beyond "done". Kept with the entry, so that a command sent
/// again gets the same answer.
public sealed interface Result {
  record Nothing() implements Result {}

  /// @param epoch the claim epoch; 0 when the request is not claimed
  record HelpGiven(HelpId help, long epoch) implements Result {}

  record ArrivalNow(ArrivalState arrival) implements Result {}

  record StudentsMarked(int students) implements Result {}

  record ClockAt(Instant at) implements Result {}

  /// What a live control changes, or would change.
  ///
  /// @param version of the schedule afterwards
  /// @param students how many have an assignment in a block that moved
  record Moved(long version, List<Move> moved, int students) implements Result {
    public Moved {
      moved = List.copyOf(moved);
    }
  }

  enum Edge {
    START,
    END
  }

  /// One edge of a block that is somewhere else than before.
  record Move(BlockId block, Edge edge, Instant from, Instant to) {}

  Result NOTHING = new Nothing();
}
