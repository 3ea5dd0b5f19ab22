package dev.carillon.desk;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Touched;
import dev.carillon.log.FloorKey;
import dev.carillon.log.Head;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import dev.carillon.log.Snapshot;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a day from its log: the newest snapshot this program can use, and what follows it. A day's
/// opening takes long to fold, and other desks share the event loop: it is folded aside, and
/// touches nothing of the desk.
final class DayReader {
  private final FloorKey key;
  private final DeskPorts ports;
  private final Faults faults;

  DayReader(FloorKey key, DeskPorts ports, Faults faults) {
    this.key = key;
    this.ports = ports;
    this.faults = faults;
  }

  /// A day as far as its log was written when it was read.
  ///
  /// @param fold empty when nothing is written yet
  /// @param at where the fold ends
  record Day(Optional<Fold> fold, Cursor at, Head head) {}

  /// Completed on any thread; fails when the log does not answer, moved meanwhile, or cannot be
  /// folded from its beginning.
  Future<Day> read() {
    return ports
        .log()
        .snapshot(key, Fold.VERSION)
        .compose(
            kept ->
                tail(
                    kept.map(Snapshot::at).orElse(Cursor.START),
                    kept.map(from -> Fold.of(from.floor(), from.ledger()))));
  }

  private Future<Day> tail(Cursor start, Optional<Fold> base) {
    return ports
        .log()
        .read(key, start)
        .compose(
            slice ->
                slice.continues()
                    ? onwards(start, base, slice)
                    : Future.failedFuture(new IllegalStateException("the log moved")));
  }

  private Future<Day> onwards(Cursor start, Optional<Fold> base, Slice slice) {
    var end = slice.end(start);
    return ports
        .aside(() -> all(base.orElse(null), slice.entries()))
        .onFailure(cause -> faults.note("the log cannot be folded", cause))
        .compose(
            fold ->
                end.seq() < slice.head().cursor().seq()
                    ? tail(end, fold)
                    : Future.succeededFuture(new Day(fold, end, slice.head())));
  }

  private Optional<Fold> all(@Nullable Fold base, List<Placed> entries) {
    var all = base;
    for (var placed : entries) {
      all = step(all, placed).fold();
    }
    return Optional.ofNullable(all);
  }

  /// Folds what is in the log already. An entry that cannot be folded is left out, the same on
  /// every node, and the floor goes on from where it was.
  Fold.Step step(@Nullable Fold known, Placed placed) {
    try {
      return known == null
          ? new Fold.Step(Fold.first(placed), Touched.WHOLE, List.of())
          : known.then(placed);
    } catch (RuntimeException e) {
      if (known == null) {
        throw e;
      }
      faults.note("cannot fold entry " + placed.at().seq(), e);
      return new Fold.Step(known, Touched.NOTHING, List.of());
    }
  }
}
