package dev.carillon.log.redis;

import dev.carillon.floor.Cursor;
import dev.carillon.log.FloorKey;
import dev.carillon.log.Follower;
import dev.carillon.log.Following;
import dev.carillon.log.Head;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One follower of a floor in Redis. Belongs to the log's thread.
///
/// A doorbell whose `before` is where the follower stands is taken as it is. Whatever else happens
/// (a gap, a doorbell without entries, a new subscription, a poll that finds another head) leads to
/// the same remedy: read from where the follower stands.
final class RedisFollowing implements Following, Ear.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(RedisFollowing.class);

  private final RedisFloorLog log;
  private final FloorKey key;
  private final Follower follower;
  private Cursor at;
  private boolean isReading;
  private boolean readsAgain;
  private boolean isStopped;

  RedisFollowing(RedisFloorLog log, FloorKey key, Cursor at, Follower follower) {
    this.log = log;
    this.key = key;
    this.at = at;
    this.follower = follower;
  }

  FloorKey key() {
    return key;
  }

  @Override
  public void hears() {
    read();
  }

  @Override
  public void said(Buffer message) {
    if (isStopped) {
      return;
    }
    var bell = Doorbell.parse(message);
    if (bell.head().cursor().equals(at)) {
      return;
    }
    if (isReading || !bell.before().equals(at) || bell.rows().isEmpty()) {
      read();
    } else {
      log.place(bell.rows()).ifPresentOrElse(entries -> deliver(entries, bell.head()), this::read);
    }
  }

  /// Finds out whether something was missed.
  void poll() {
    if (isStopped || isReading) {
      return;
    }
    log.head(key)
        .onSuccess(
            head -> {
              if (head.isPresent() && !head.get().cursor().equals(at)) {
                read();
              }
            });
  }

  private void read() {
    if (isStopped) {
      return;
    }
    if (isReading) {
      readsAgain = true;
      return;
    }
    isReading = true;
    readsAgain = false;
    log.read(key, at)
        .onComplete(
            result -> {
              isReading = false;
              if (isStopped) {
                return;
              }
              if (result.succeeded()) {
                take(result.result());
              } else {
                // The next doorbell, subscription or poll tries again.
                LOG.debug("{}: cannot read on", key, result.cause());
              }
            });
  }

  private void take(Slice slice) {
    if (!slice.continues()) {
      stop();
      follower.lost(slice.head());
      return;
    }
    if (!slice.entries().isEmpty()) {
      deliver(slice.entries(), slice.head());
    }
    if (readsAgain || at.seq() < slice.head().cursor().seq()) {
      read();
    }
  }

  private void deliver(List<Placed> entries, Head head) {
    at = entries.getLast().at();
    try {
      follower.next(entries, head);
    } catch (RuntimeException e) {
      LOG.error("{}: a follower failed", key, e);
    }
  }

  @Override
  public void stop() {
    isStopped = true;
    log.forget(this);
  }
}
