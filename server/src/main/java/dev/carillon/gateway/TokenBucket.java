package dev.carillon.gateway;

/// Lets `perSecond` through on average and `burst` at once. Belongs to one thread.
final class TokenBucket {
  private final int perSecond;
  private final int burst;
  private double tokens;
  private long atNanos;

  TokenBucket(int perSecond, int burst, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    tokens = burst;
    atNanos = nowNanos;
  }

  boolean take(long nowNanos) {
    tokens = Math.min(burst, tokens + (nowNanos - atNanos) * 1e-9 * perSecond);
    atNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /// Until the next token, in milliseconds.
  long waitMs() {
    return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) * 1000 / perSecond);
  }

  int perSecond() {
    return perSecond;
  }

  int burst() {
    return burst;
  }
}
