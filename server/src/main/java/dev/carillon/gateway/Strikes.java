package dev.carillon.gateway;

/// Counts what must not happen often. Belongs to one thread.
final class Strikes {
  private final int max;
  private final long windowNanos;
  private long sinceNanos;
  private int count;

  Strikes(int max, long windowNanos) {
    this.max = max;
    this.windowNanos = windowNanos;
  }

  /// Whether it happened `max` times within the window.
  boolean count(long nowNanos) {
    if (count == 0 || nowNanos - sinceNanos > windowNanos) {
      sinceNanos = nowNanos;
      count = 0;
    }
    return ++count >= max;
  }
}
