package dev.carillon.desk;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.Batch;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A log behind a bad line: calls get lost on the way there or their answers on the way back.
class FlakyLog implements FloorLog {
  enum Line {
    GOOD,
    LOST_BEFORE,
    LOST_AFTER
  }

  private final FloorLog log;
  private final Supplier<Line> line;

  /// Whether followers hear anything.
  boolean isDeaf;

  /// Calls of [#confirm].
  int confirmations;

  FlakyLog(FloorLog log, Supplier<Line> line) {
    this.log = log;
    this.line = line;
  }

  private <T> Future<T> over(Supplier<Future<T>> call) {
    return switch (line.get()) {
      case GOOD -> call.get();
      case LOST_BEFORE -> Future.failedFuture("lost on the way there");
      case LOST_AFTER -> call.get().transform(_ -> Future.<T>failedFuture("lost on the way back"));
    };
  }

  @Override
  public Future<Optional<Head>> head(FloorKey key) {
    return over(() -> log.head(key));
  }

  @Override
  public Future<Head> open(FloorKey key, Draft first, FloorClock clock) {
    return over(() -> log.open(key, first, clock));
  }

  @Override
  public Future<Outcome> append(FloorKey key, Batch batch) {
    return over(() -> log.append(key, batch));
  }

  @Override
  public Future<Outcome> confirm(FloorKey key, Cursor expected) {
    confirmations++;
    return over(() -> log.confirm(key, expected));
  }

  @Override
  public Future<Slice> read(FloorKey key, Cursor after) {
    return over(() -> log.read(key, after));
  }

  @Override
  public Following follow(FloorKey key, Cursor after, Follower follower) {
    return log.follow(
        key,
        after,
        new Follower() {
          @Override
          public void next(List<dev.carillon.log.Placed> entries, Head head) {
            if (!isDeaf) {
              follower.next(entries, head);
            }
          }

          @Override
          public void lost(Head head) {
            if (!isDeaf) {
              follower.lost(head);
            }
          }
        });
  }

  @Override
  public Future<Boolean> putSnapshot(FloorKey key, Snapshot snapshot) {
    return over(() -> log.putSnapshot(key, snapshot));
  }

  @Override
  public Future<Optional<Snapshot>> snapshot(FloorKey key, int fold) {
    return over(() -> log.snapshot(key, fold));
  }

  @Override
  public Future<List<LocalDate>> openDays(SchoolId school) {
    return log.openDays(school);
  }

  @Override
  public Future<Optional<Carry>> carry(SchoolId school) {
    return log.carry(school);
  }

  @Override
  public Future<String> publish(School school) {
    return log.publish(school);
  }

  @Override
  public Future<Optional<School>> school(SchoolId school) {
    return log.school(school);
  }

  @Override
  public Future<Void> keep(SchoolId school, String name, String text) {
    return log.keep(school, name, text);
  }

  @Override
  public Future<Optional<String>> kept(SchoolId school, String name) {
    return log.kept(school, name);
  }

  @Override
  public Future<Long> sourceMs() {
    return over(log::sourceMs);
  }

  @Override
  public Future<Durability> durability() {
    return log.durability();
  }

  @Override
  public Future<Void> close() {
    return log.close();
  }
}
