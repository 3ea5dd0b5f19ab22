package dev.carillon.log;

import java.util.List;

/// Who follows a log. Called in order, one call at a time, on a thread of the log's.
public interface Follower {
  /// The next entries, without a gap after those before.
  void next(List<Placed> entries, Head head);

  /// The log does not go on from where the follower stands: history was lost or went another way.
  /// Nothing else is called after this.
  void lost(Head head);
}
