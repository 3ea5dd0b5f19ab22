package dev.carillon.log.memory;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.Batch;
import dev.carillon.log.Codec;
import dev.carillon.log.Follower;
import dev.carillon.log.Following;
import dev.carillon.log.Head;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The log of one floor. Guarded by the monitor of the [MemoryFloorLog] it belongs to.
final class MemoryFloor {
  private record Row(Cursor at, Buffer body) {}

  private final Map<String, Buffer> blobs;
  private final Executor executor;
  private final List<Row> rows = new ArrayList<>();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private FloorClock clock;
  private boolean sealed;
  private long snapshotSeq;
  private @Nullable Row snapshot;

  MemoryFloor(FloorClock clock, Map<String, Buffer> blobs, Executor executor) {
    this.clock = clock;
    this.blobs = blobs;
    this.executor = executor;
  }

  Head head() {
    var cursor = rows.isEmpty() ? Cursor.START : rows.getLast().at();
    return new Head(cursor, clock, Codec.SCHEMA, snapshotSeq, sealed);
  }

  void write(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      var draft = batch.drafts().get(i);
      draft.blob().ifPresent(blob -> blobs.put(blob.hash(), blob.content()));
      rows.add(new Row(batch.places().get(i), draft.body()));
    }
    clock = batch.clock().orElse(clock);
    sealed = batch.carry().isPresent();
    followers.forEach(executor::execute);
  }

  Slice after(Cursor cursor) {
    if (!isOnHistory(cursor)) {
      return Slice.elsewhere(head());
    }
    var entries =
        rows.stream().skip(cursor.seq()).limit(Slice.ENTRIES_MAX).map(this::placed).toList();
    return new Slice(head(), entries, true);
  }

  private boolean isOnHistory(Cursor cursor) {
    if (cursor.seq() == 0) {
      return cursor.tag().equals(Cursor.START.tag());
    }
    return cursor.seq() <= rows.size()
        && rows.get((int) cursor.seq() - 1).at().tag().equals(cursor.tag());
  }

  private Placed placed(Row row) {
    var body = Codec.blobOf(row.body()).map(this::blob).orElse(row.body());
    return new Placed(row.at(), Codec.read(body));
  }

  private Buffer blob(String hash) {
    var content = blobs.get(hash);
    if (content == null) {
      throw new IllegalStateException("no blob " + hash);
    }
    return content;
  }

  boolean keep(Cursor at, Buffer content) {
    if (at.seq() <= snapshotSeq || !isOnHistory(at)) {
      return false;
    }
    snapshotSeq = at.seq();
    snapshot = new Row(at, content);
    return true;
  }

  Optional<Buffer> snapshot() {
    return snapshot != null && isOnHistory(snapshot.at())
        ? Optional.of(snapshot.body())
        : Optional.empty();
  }

  void rewind(long seq) {
    rows.subList((int) seq, rows.size()).clear();
    snapshotSeq = Math.min(snapshotSeq, seq);
    sealed = false;
    followers.forEach(executor::execute);
  }

  Following follow(Cursor after, Follower follower, Object monitor) {
    var way = new Way(after, follower, monitor);
    followers.add(way);
    executor.execute(way);
    return () -> {
      way.isStopped = true;
      followers.remove(way);
    };
  }

  /// One follower on its way along the log. Runs as one task after the other on the executor.
  private final class Way implements Runnable {
    private final Follower follower;
    private final Object monitor;
    private Cursor at;
    private volatile boolean isStopped;

    Way(Cursor at, Follower follower, Object monitor) {
      this.at = at;
      this.follower = follower;
      this.monitor = monitor;
    }

    @Override
    public synchronized void run() {
      while (!isStopped) {
        Slice slice;
        synchronized (monitor) {
          slice = after(at);
        }
        if (!slice.continues()) {
          isStopped = true;
          follower.lost(slice.head());
        } else if (slice.entries().isEmpty()) {
          return;
        } else {
          at = slice.end(at);
          follower.next(slice.entries(), slice.head());
        }
      }
    }
  }
}
