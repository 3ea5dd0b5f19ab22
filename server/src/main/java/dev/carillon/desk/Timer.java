package dev.carillon.desk;

/// Wakes a desk later, on the desk's thread.
@FunctionalInterface
public interface Timer {
  /// A waking that has not happened yet.
  @FunctionalInterface
  interface Alarm {
    /// Without effect once it went off.
    void cancel();
  }

  /// @param delayMs from now, in real milliseconds; a little later is fine
  Alarm schedule(long delayMs, Runnable task);
}
