package dev.carillon.log;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries to be appended together, on condition that the log still ends at `expected`. Filled and
/// used by one thread.
public final class Batch {
  /// The most entries of one append: enough for a bell's crowd, short enough for a script that
  /// keeps every other school waiting.
  public static final int ENTRIES_MAX = 64;

  /// The most bytes of bodies of one append.
  public static final int BYTES_MAX = 65_536;

  private final Cursor expected;
  private final long epoch;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Cursor> places = new ArrayList<>();
  private Optional<FloorClock> clock = Optional.empty();
  private Optional<Carry> carry = Optional.empty();
  private int bytes;

  private Batch(Cursor expected, long epoch) {
    this.expected = expected;
    this.epoch = epoch;
  }

  public static Batch after(Cursor expected) {
    return new Batch(expected, expected.epoch());
  }

  /// A new epoch that goes on from what was kept. `lost` says what was lost.
  public static Batch newEpoch(Cursor kept, Draft lost) {
    var batch = new Batch(kept, kept.epoch() + 1);
    batch.add(lost);
    return batch;
  }

  public boolean fits(Draft draft) {
    return drafts.size() < ENTRIES_MAX && bytes + draft.body().length() <= BYTES_MAX;
  }

  /// Adds an entry at the end and says where it will stand.
  ///
  /// @throws IllegalStateException when it does not fit
  public Cursor add(Draft draft) {
    if (!fits(draft)) {
      throw new IllegalStateException("the batch is full");
    }
    var end = end();
    var place = new Cursor(epoch, end.seq() + 1, Hashes.tag(end.tag(), draft.body()));
    drafts.add(draft);
    places.add(place);
    bytes += draft.body().length();
    return place;
  }

  /// From this batch on the clock runs otherwise.
  public void turn(FloorClock turned) {
    clock = Optional.of(turned);
  }

  /// This batch closes the day.
  public void seal(Carry carried) {
    carry = Optional.of(carried);
  }

  public Cursor expected() {
    return expected;
  }

  /// Where the log ends once it is appended.
  public Cursor end() {
    return places.isEmpty() ? expected : places.getLast();
  }

  public boolean isEmpty() {
    return drafts.isEmpty();
  }

  public int size() {
    return drafts.size();
  }

  public List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  public List<Cursor> places() {
    return List.copyOf(places);
  }

  public Optional<FloorClock> clock() {
    return clock;
  }

  /// What the day hands on, when the batch closes it.
  public Optional<Carry> carry() {
    return carry;
  }

  /// The stamp of the last entry, which no keeper takes from the future.
  public Instant lastStamp() {
    return drafts.getLast().entry().stamp().at();
  }
}
