package dev.carillon.desk;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Floor;
import dev.carillon.log.Batch;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Follower;
import dev.carillon.log.Following;
import dev.carillon.log.Head;
import dev.carillon.log.Outcome;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import dev.carillon.log.Snapshot;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A log in the hands of a server with a [Bug], which bites once.
///
/// What it writes wrongly it reads back as it stands, as if another node had been faster: so all
/// nodes go on from the same wrong entry, as they would if it had been decided so.
final class FaultyLog extends FlakyLog {
  private final Bug bug;
  private final Supplier<Floor> floor;
  private final Map<Long, List<Placed>> misread = new HashMap<>();
  private final Set<CommandId> own = new HashSet<>();
  private boolean mayBite;
  private boolean hasBitten;

  /// @param floor as this node knows it
  FaultyLog(FloorLog log, Supplier<Line> line, Bug bug, Supplier<Floor> floor) {
    super(log, line);
    this.bug = bug;
    this.floor = floor;
  }

  void mayBite() {
    mayBite = true;
    isDeaf = bug.isDeaf();
    hasBitten = bug.isDeaf();
  }

  boolean hasBitten() {
    return hasBitten;
  }

  /// Which entry it has misread; 0 when none.
  long misreadAt() {
    return misread.keySet().stream().findFirst().orElse(0L);
  }

  private boolean bites() {
    return mayBite && !hasBitten;
  }

  @Override
  public Future<Outcome> append(FloorKey key, Batch batch) {
    batch.drafts().forEach(draft -> own.add(draft.entry().id()));
    return instead(batch)
        .map(wrong -> wrong.isEmpty() ? pretended(key, batch) : appended(key, batch, wrong))
        .orElseGet(() -> super.append(key, batch).map(this::seen));
  }

  /// Of a batch of one, so that nothing else in it depends on what is changed.
  private Optional<List<Entry>> instead(Batch batch) {
    return bites() && batch.size() == 1
        ? bug.writes(batch.drafts().getFirst().entry(), floor.get())
        : Optional.empty();
  }

  private Future<Outcome> pretended(FloorKey key, Batch batch) {
    hasBitten = true;
    return super.head(key)
        .map(
            head -> {
              var it = head.orElseThrow();
              return new Outcome.Stands(
                  new Head(
                      batch.end(), it.clock(), it.leastReader(), it.snapshotSeq(), it.sealed()));
            });
  }

  private Future<Outcome> appended(FloorKey key, Batch batch, List<Entry> wrong) {
    var other = Batch.after(batch.expected());
    wrong.forEach(entry -> other.add(Draft.of(entry)));
    return super.append(key, other)
        .compose(
            outcome -> {
              if (!(outcome instanceof Outcome.Stands)) {
                return Future.succeededFuture(outcome);
              }
              hasBitten = true;
              return super.read(key, batch.expected()).map(Outcome.Conflict::new);
            });
  }

  @Override
  public Future<Outcome> confirm(FloorKey key, Cursor expected) {
    return super.confirm(key, expected).map(this::seen);
  }

  @Override
  public Future<Slice> read(FloorKey key, Cursor after) {
    return super.read(key, after).map(this::seen);
  }

  @Override
  public Following follow(FloorKey key, Cursor after, Follower follower) {
    return super.follow(
        key,
        after,
        new Follower() {
          @Override
          public void next(List<Placed> entries, Head head) {
            var seen = seen(entries);
            if (!seen.isEmpty()) {
              follower.next(seen, head);
            }
          }

          @Override
          public void lost(Head head) {
            follower.lost(head);
          }
        });
  }

  /// What it has misread is in no snapshot: the others are right.
  @Override
  public Future<Boolean> putSnapshot(FloorKey key, Snapshot snapshot) {
    return hasBitten ? Future.succeededFuture(false) : super.putSnapshot(key, snapshot);
  }

  private Outcome seen(Outcome outcome) {
    return outcome instanceof Outcome.Conflict(var since)
        ? new Outcome.Conflict(seen(since))
        : outcome;
  }

  private Slice seen(Slice slice) {
    return new Slice(slice.head(), seen(slice.entries()), slice.continues());
  }

  private List<Placed> seen(List<Placed> entries) {
    return entries.stream().flatMap(this::seen).toList();
  }

  private Stream<Placed> seen(Placed placed) {
    if (bites() && !own.contains(placed.entry().id())) {
      bug.reads(placed, floor.get())
          .ifPresent(
              wrong -> {
                hasBitten = true;
                misread.put(placed.at().seq(), wrong);
              });
    }
    return misread.getOrDefault(placed.at().seq(), List.of(placed)).stream();
  }
}
