package dev.carillon.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Counts tries that failed, so that codes short enough to type cannot be guessed.
///
/// A whole school may share one address: the limit per device is narrow, the one per address wide.
/// What succeeds does not count.
public final class Tries {
  private static final int DEVICE_TRIES_MAX = 5;
  private static final int SOURCE_TRIES_MAX = 30;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /// Over all devices: 10 a second.
  private static final int SCHOOL_TRIES_MAX = 600;

  private static final String SCHOOL = "school";

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> failed = new HashMap<>();

  public Tries(InstantSource clock) {
    this.clock = clock;
  }

  /// @param device the name in the device's cookie; empty when it has none yet
  /// @param source the network address
  public synchronized boolean mayTry(String device, String source) {
    return (device.isEmpty() || failures("device " + device) < DEVICE_TRIES_MAX)
        && failures("source " + source) < SOURCE_TRIES_MAX
        && failures(SCHOOL) < SCHOOL_TRIES_MAX;
  }

  public synchronized void failed(String device, String source) {
    if (!device.isEmpty()) {
      count("device " + device);
    }
    count("source " + source);
    count(SCHOOL);
  }

  private int failures(String key) {
    var times = failed.get(key);
    if (times == null) {
      return 0;
    }
    var oldest = clock.instant().minus(WINDOW);
    while (!times.isEmpty() && times.getFirst().isBefore(oldest)) {
      times.removeFirst();
    }
    if (times.isEmpty()) {
      failed.remove(key);
    }
    return times.size();
  }

  private void count(String key) {
    failed.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(clock.instant());
  }
}
