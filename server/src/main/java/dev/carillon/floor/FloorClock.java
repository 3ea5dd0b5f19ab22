package dev.carillon.floor;

import java.time.Instant;

/// How floor time follows source time: `baseMs + (source − originMs) × speed`.
///
/// @param originMs a moment of source time, milliseconds since 1970
/// @param baseMs the floor time of that moment
/// @param speed 1 in a school; 0 stops the clock; a demo may run at 10, 60 or 300
public record FloorClock(long originMs, long baseMs, int speed) {
  /// Floor time is source time.
  public static final FloorClock REAL = new FloorClock(0, 0, 1);

  public FloorClock {
    if (speed < 0) {
      throw new IllegalArgumentException("time does not run backwards: speed " + speed);
    }
  }

  /// How far, in real milliseconds, a stamp may lie ahead of the log keeper's own reckoning.
  public static final long AHEAD_MS_MAX = 1_000;

  public Instant at(long sourceMs) {
    return Instant.ofEpochMilli(baseMs + (sourceMs - originMs) * speed);
  }

  /// In how many milliseconds of source time the floor reaches the instant; 0 when it has,
  /// [Long#MAX_VALUE] when the clock stands.
  public long sourceMsUntil(Instant floorTime, long sourceMs) {
    long left = floorTime.toEpochMilli() - at(sourceMs).toEpochMilli();
    if (left <= 0) {
      return 0;
    }
    return speed == 0 ? Long.MAX_VALUE : Math.ceilDiv(left, speed);
  }

  /// Whether a stamp lies too far ahead of what the clock says at that moment.
  public boolean isAhead(Instant stamp, long sourceMs) {
    long lead = stamp.toEpochMilli() - at(sourceMs).toEpochMilli();
    return lead > AHEAD_MS_MAX * Math.max(1, speed);
  }
}
