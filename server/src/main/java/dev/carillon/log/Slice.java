package dev.carillon.log;

import dev.carillon.floor.Cursor;
import java.util.List;

/// Some entries after a place.
///
/// @param head the end of the log when they were read
/// @param continues whether they go on from the place that was asked for; false means that this
///   place is not on the log's history, and `entries` is empty
public record Slice(Head head, List<Placed> entries, boolean continues) {
  /// The most entries of one slice: a few hundred kilobytes at the usual size.
  public static final int ENTRIES_MAX = 512;

  public Slice {
    entries = List.copyOf(entries);
  }

  public static Slice elsewhere(Head head) {
    return new Slice(head, List.of(), false);
  }

  /// Where one stands after applying it.
  public Cursor end(Cursor start) {
    return entries.isEmpty() ? start : entries.getLast().at();
  }
}
