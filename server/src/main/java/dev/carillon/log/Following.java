package dev.carillon.log;

/// A follower at work.
@FunctionalInterface
public interface Following {
  void stop();
}
