package dev.carillon.desk;

/// The source all floors' clocks follow. Never runs backwards.
@FunctionalInterface
public interface Clock {
  /// Milliseconds since 1970. Callable from any thread.
  long sourceMs();
}
