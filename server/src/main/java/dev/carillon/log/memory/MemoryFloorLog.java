package dev.carillon.log.memory;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.Batch;
import dev.carillon.log.Codec;
import dev.carillon.log.Draft;
import dev.carillon.log.Durability;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Follower;
import dev.carillon.log.Following;
import dev.carillon.log.Head;
import dev.carillon.log.Outcome;
import dev.carillon.log.Slice;
import dev.carillon.log.Snapshot;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Keeps logs in memory. Everything goes through the codec, as it would on a disk.
///
/// With an executor that runs tasks in a seeded order, so does everything that uses the log.
public final class MemoryFloorLog implements FloorLog {
  private final Executor executor;
  private final LongSupplier sourceMs;
  private final Map<FloorKey, MemoryFloor> floors = new HashMap<>();
  private final Map<String, Buffer> blobs = new HashMap<>();
  private final Map<SchoolId, Carry> carries = new HashMap<>();
  private final Map<SchoolId, Buffer> schools = new HashMap<>();
  private final Map<SchoolId, Map<String, String>> texts = new HashMap<>();

  /// @param executor where futures complete and followers are called
  /// @param sourceMs the time every floor's clock follows, milliseconds since 1970
  public MemoryFloorLog(Executor executor, LongSupplier sourceMs) {
    this.executor = executor;
    this.sourceMs = sourceMs;
  }

  @Override
  public Future<Optional<Head>> head(FloorKey key) {
    return later(() -> Optional.ofNullable(floors.get(key)).map(MemoryFloor::head));
  }

  @Override
  public Future<Head> open(FloorKey key, Draft first, FloorClock clock) {
    return later(
        () -> {
          var floor = floors.get(key);
          if (floor == null) {
            floor = new MemoryFloor(clock, blobs, executor);
            floors.put(key, floor);
            var batch = Batch.after(Cursor.START);
            batch.add(first);
            floor.write(batch);
          }
          return floor.head();
        });
  }

  @Override
  public Future<Outcome> append(FloorKey key, Batch batch) {
    return later(() -> decide(key, batch));
  }

  private Outcome decide(FloorKey key, Batch batch) {
    var floor = floors.get(key);
    if (floor == null) {
      return new Outcome.Missing();
    }
    var head = floor.head();
    if (!head.cursor().equals(batch.expected())) {
      return new Outcome.Conflict(floor.after(batch.expected()));
    }
    if (head.sealed()) {
      return new Outcome.Sealed(head);
    }
    long now = sourceMs.getAsLong();
    if (head.clock().isAhead(batch.lastStamp(), now)) {
      return new Outcome.Ahead(head, now);
    }
    floor.write(batch);
    batch.carry().ifPresent(carry -> carries.put(key.school(), carry));
    return new Outcome.Stands(floor.head());
  }

  @Override
  public Future<Outcome> confirm(FloorKey key, Cursor expected) {
    return later(
        () -> {
          var floor = floors.get(key);
          if (floor == null) {
            return new Outcome.Missing();
          }
          return floor.head().cursor().equals(expected)
              ? new Outcome.Stands(floor.head())
              : new Outcome.Conflict(floor.after(expected));
        });
  }

  @Override
  public Future<Slice> read(FloorKey key, Cursor after) {
    return later(() -> existing(key).after(after));
  }

  @Override
  public Following follow(FloorKey key, Cursor after, Follower follower) {
    synchronized (this) {
      return existing(key).follow(after, follower, this);
    }
  }

  @Override
  public Future<Boolean> putSnapshot(FloorKey key, Snapshot snapshot) {
    return later(() -> existing(key).keep(snapshot.at(), Codec.write(snapshot)));
  }

  @Override
  public Future<Optional<Snapshot>> snapshot(FloorKey key, int fold) {
    return later(
        () ->
            Optional.ofNullable(floors.get(key))
                .flatMap(MemoryFloor::snapshot)
                .flatMap(content -> Codec.readSnapshot(content, fold)));
  }

  @Override
  public Future<List<LocalDate>> openDays(SchoolId school) {
    return later(
        () ->
            floors.entrySet().stream()
                .filter(floor -> floor.getKey().school().equals(school))
                .filter(floor -> !floor.getValue().head().sealed())
                .map(floor -> floor.getKey().date())
                .sorted()
                .toList());
  }

  @Override
  public Future<Optional<Carry>> carry(SchoolId school) {
    return later(() -> Optional.ofNullable(carries.get(school)));
  }

  @Override
  public Future<String> publish(School school) {
    return later(
        () -> {
          var content = Codec.write(school);
          schools.put(school.id(), content);
          return Codec.hash(content);
        });
  }

  @Override
  public Future<Optional<School>> school(SchoolId school) {
    return later(() -> Optional.ofNullable(schools.get(school)).map(Codec::readSchool));
  }

  @Override
  public Future<Void> keep(SchoolId school, String name, String text) {
    return later(() -> texts.computeIfAbsent(school, _ -> new HashMap<>()).put(name, text))
        .mapEmpty();
  }

  @Override
  public Future<Optional<String>> kept(SchoolId school, String name) {
    return later(() -> Optional.ofNullable(texts.getOrDefault(school, Map.of()).get(name)));
  }

  @Override
  public Future<Long> sourceMs() {
    return later(sourceMs::getAsLong);
  }

  @Override
  public Future<Durability> durability() {
    return Future.succeededFuture(
        new Durability("memory", List.of("Nothing is kept when the program ends.")));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  /// Cuts the end off a log, as a restored backup or a stale replica would.
  public synchronized void rewind(FloorKey key, long seq) {
    existing(key).rewind(seq);
  }

  private MemoryFloor existing(FloorKey key) {
    var floor = floors.get(key);
    if (floor == null) {
      throw new IllegalStateException("never opened: " + key);
    }
    return floor;
  }

  /// What is asked happens when the executor comes to it, and is answered by a second task: a
  /// request and its answer both travel.
  private <T> Future<T> later(Supplier<T> work) {
    Promise<T> promise = Promise.promise();
    executor.execute(
        () -> {
          Future<T> answer;
          synchronized (this) {
            answer = attempt(work);
          }
          executor.execute(() -> answer.onComplete(promise));
        });
    return promise.future();
  }

  private static <T> Future<T> attempt(Supplier<T> work) {
    try {
      return Future.succeededFuture(work.get());
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
