package dev.carillon.load;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Head;
import dev.carillon.log.Placed;
import dev.carillon.log.redis.RedisFloorLog;
import dev.carillon.log.redis.RedisLogOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads a floor's log straight from Redis, past every server.
final class TestLog implements AutoCloseable {
  private final FloorLog log;
  private final FloorKey key;

  TestLog(Loop loop, String redis, FloorKey key) throws InterruptedException {
    this.log = Waiting.on(RedisFloorLog.connect(loop.vertx(), RedisLogOptions.of(redis)));
    this.key = key;
  }

  Head head() throws InterruptedException {
    return Waiting.on(log.head(key)).orElseThrow();
  }

  /// From the first entry to the last.
  List<Placed> entries() throws InterruptedException {
    return entries(Cursor.START);
  }

  List<Placed> entries(Cursor start) throws InterruptedException {
    var all = new ArrayList<Placed>();
    var after = start;
    while (true) {
      var slice = Waiting.on(log.read(key, after));
      if (slice.entries().isEmpty()) {
        return all;
      }
      all.addAll(slice.entries());
      after = slice.end(after);
    }
  }

  <E extends Event> List<E> events(Class<E> kind) throws InterruptedException {
    return entries().stream()
        .flatMap(placed -> placed.entry().events().stream())
        .flatMap(event -> kind.isInstance(event) ? Stream.of(kind.cast(event)) : Stream.empty())
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    Waiting.on(log.close());
  }
}
