package dev.carillon.load;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The floor's clock as devices know it, and what people mean to do later by that clock.
///
/// One heap and one timer serve everybody, and both are set again when the clock is turned: whoever
/// meant to walk for a minute arrives sixty times sooner at sixty times the speed. Belongs to one
/// event loop.
final class FloorTime {
  /// A timer is set for at most this long, so that a clock that stands is looked at again.
  private static final long WAIT_MS_MAX = 1_000;

  private record Plan(long floorMs, long order, Runnable act) {}

  private final Vertx vertx;
  private final SourceTime source;
  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparingLong(Plan::floorMs).thenComparingLong(Plan::order));
  private long originMs;
  private long baseMs;
  private int speed = 1;
  private long order;
  private long timer = -1;
  private boolean stopped;

  FloorTime(Vertx vertx, SourceTime source) {
    this.vertx = vertx;
    this.source = source;
  }

  int speed() {
    return speed;
  }

  long nowMs() {
    return baseMs + (sourceMs() - originMs) * speed;
  }

  /// The server's own time, as far as this side can tell.
  long sourceMs() {
    return source.nowMs();
  }

  /// When, in the server's own time, the floor's clock shows this instant.
  long sourceMsOf(long floorMs) {
    return originMs + Math.ceilDiv(floorMs - baseMs, Math.max(1, speed));
  }

  /// @param sourceMs the server's own time a moment ago
  void follow(JsonObject clock, long sourceMs) {
    source.heard(sourceMs);
    originMs = clock.getLong("originMs");
    baseMs = clock.getLong("baseMs");
    speed = clock.getInteger("speed");
    arm();
  }

  void later(Duration inFloorTime, Runnable act) {
    at(nowMs() + inFloorTime.toMillis(), act);
  }

  void at(long floorMs, Runnable act) {
    plans.add(new Plan(floorMs, order++, act));
    arm();
  }

  /// Whether somebody means to have done something by now and has not.
  boolean isBehind() {
    var next = plans.peek();
    return next != null && next.floorMs <= nowMs();
  }

  void stop() {
    stopped = true;
    plans.clear();
    vertx.cancelTimer(timer);
  }

  private void arm() {
    vertx.cancelTimer(timer);
    var next = plans.peek();
    if (next != null && !stopped) {
      timer = vertx.setTimer(Math.clamp(realMsUntil(next.floorMs), 1, WAIT_MS_MAX), _ -> act());
    }
  }

  private long realMsUntil(long floorMs) {
    return speed == 0 ? WAIT_MS_MAX : Math.ceilDiv(floorMs - nowMs(), speed);
  }

  private void act() {
    for (var next = plans.peek(); next != null && next.floorMs <= nowMs(); next = plans.peek()) {
      plans.remove(next);
      next.act.run();
    }
    arm();
  }
}
