package dev.carillon.load;

import dev.carillon.desk.Clock;

/// A time that goes on as far as it is let, and stands there: what a rehearsed day's server and
/// everybody in it follow, so that nobody can come too late for want of a processor.
///
/// It runs as the keeper's time does, never backwards and never ahead of it, and stands until it is
/// let on for the first time. Shared: thread-safe.
final class TimeGate implements SourceTime {
  private Clock keeper = () -> 0;
  private long behindMs;
  private long untilMs;

  /// What the server follows.
  synchronized Clock before(Clock keepersTime) {
    keeper = keepersTime;
    untilMs = keepersTime.sourceMs();
    return this::nowMs;
  }

  @Override
  public synchronized long nowMs() {
    long nowMs = keeper.sourceMs() - behindMs;
    if (nowMs > untilMs) {
      behindMs += nowMs - untilMs;
      return untilMs;
    }
    return nowMs;
  }

  /// Lets it go on to this moment; without effect when it was let further already.
  synchronized void letOn(long newUntilMs) {
    // What it stood for until now is not made up for.
    var _ = nowMs();
    untilMs = Math.max(untilMs, newUntilMs);
  }

  /// Nothing to learn: it is the same one.
  @Override
  public void heard(long serverMs) {}
}
