package dev.carillon.ops;

import dev.carillon.desk.Clock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the time of the log's keeper, so that all nodes of a school reckon alike.
///
/// The offset is taken from the exchange with the shortest way there and back of each few. Between
/// exchanges this machine's monotonic clock carries on, so that nobody who sets a wall clock moves a
/// bell. A step of the keeper's clock is not followed but raised as an alarm; drift is followed, and
/// never backwards.
final class FollowedClock implements Clock {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedClock.class);

  /// Exchanges of which the best counts.
  private static final int EXCHANGES = 4;

  private static final long AGAIN_MS = 10_000;

  /// More than any drift between two looks; less than anybody notices of a bell.
  static final long STEP_MS_MAX = 250;

  private static final long NANOS_PER_MS = 1_000_000;

  private final Supplier<Future<Long>> keeper;
  private volatile long offsetMs;
  private volatile long stepMs;
  private long lastMs = Long.MIN_VALUE;

  private FollowedClock(Supplier<Future<Long>> keeper) {
    this.keeper = keeper;
  }

  /// Completes when the keeper's time is known.
  static Future<FollowedClock> follow(Vertx vertx, Supplier<Future<Long>> keeper) {
    var clock = new FollowedClock(keeper);
    return clock
        .best(EXCHANGES, Long.MAX_VALUE, 0)
        .onSuccess(offset -> clock.offsetMs = offset)
        .onSuccess(_ -> vertx.setPeriodic(AGAIN_MS, _ -> clock.look()))
        .map(clock);
  }

  @Override
  public synchronized long sourceMs() {
    lastMs = Math.max(lastMs, monotonicMs() + offsetMs);
    return lastMs;
  }

  /// How far the keeper's clock stepped away; 0 = it did not.
  long stepMs() {
    return stepMs;
  }

  private void look() {
    best(EXCHANGES, Long.MAX_VALUE, 0)
        .onSuccess(this::settle)
        .onFailure(cause -> LOG.debug("the keeper does not tell the time: {}", cause.toString()));
  }

  private void settle(long offset) {
    long step = offset - offsetMs;
    if (Math.abs(step) > STEP_MS_MAX) {
      if (stepMs == 0) {
        LOG.error("the log keeper's clock stepped by {} ms; bells keep the old time", step);
      }
      stepMs = step;
    } else {
      stepMs = 0;
      offsetMs = offset;
    }
  }

  private Future<Long> best(int left, long bestNanos, long offset) {
    if (left == 0) {
      return Future.succeededFuture(offset);
    }
    long askedNanos = System.nanoTime();
    return keeper
        .get()
        .compose(
            keeperMs -> {
              long tookNanos = System.nanoTime() - askedNanos;
              long middleMs = (askedNanos + tookNanos / 2) / NANOS_PER_MS;
              return tookNanos < bestNanos
                  ? best(left - 1, tookNanos, keeperMs - middleMs)
                  : best(left - 1, bestNanos, offset);
            });
  }

  private static long monotonicMs() {
    return System.nanoTime() / NANOS_PER_MS;
  }
}
