package dev.carillon.desk;

/// An out-tray that is being filled.
@FunctionalInterface
public interface Subscription {
  /// Nothing is published any more once the desk's thread has come to it.
  void cancel();
}
