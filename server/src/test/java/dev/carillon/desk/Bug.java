package dev.carillon.desk;

import dev.carillon.floor.Floor;
import dev.carillon.log.Entry;
import dev.carillon.log.Placed;
import java.util.List;
import java.util.Optional;

/// What is wrong with a server, seen from outside: what it writes though it should not, and what it
/// makes of what it reads. Its rules are right; whoever looks at its log and its screens cannot
/// tell the difference.
interface Bug {
  Bug NONE = new Bug() {};

  /// What it writes instead of an entry: with nothing at all, it answers as if it had written.
  ///
  /// @param before the floor as the node knows it
  /// @return empty where it writes what is right
  default Optional<List<Entry>> writes(Entry entry, Floor before) {
    return Optional.empty();
  }

  /// What it takes an entry of another node for: with nothing at all, it passes it by.
  ///
  /// @return empty where it reads what is there
  default Optional<List<Placed>> reads(Placed placed, Floor before) {
    return Optional.empty();
  }

  /// Whether the log itself is wrong: what this node reads is what everybody reads later.
  default boolean isInTheLog() {
    return false;
  }

  /// Whether it hears no more of what other nodes write.
  default boolean isDeaf() {
    return false;
  }
}
