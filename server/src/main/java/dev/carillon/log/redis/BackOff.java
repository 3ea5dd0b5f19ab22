package dev.carillon.log.redis;

import java.util.random.RandomGenerator;

/// How long to wait before the next try: twice as long each time up to a cap, with jitter over the
/// upper half so that nodes do not come back in step.
final class BackOff {
  private static final long MS_MIN = 20;
  private static final long MS_MAX = 1_000;

  private final RandomGenerator dice;
  private long nextMs = MS_MIN;

  BackOff(RandomGenerator dice) {
    this.dice = dice;
  }

  long nextMs() {
    long ms = nextMs / 2 + dice.nextLong(nextMs / 2 + 1);
    nextMs = Math.min(MS_MAX, nextMs * 2);
    return Math.max(1, ms);
  }

  void reset() {
    nextMs = MS_MIN;
  }
}
