package dev.carillon.log.redis;

import java.time.Duration;

/// Where the Redis is and how long to wait for it.
///
/// @param uri `redis://:password@host:port`
/// @param timeout after which a call's outcome counts as unknown
/// @param replicas that must have a write before it is answered; 0 for a Redis of its own
/// @param retention how long a closed day is kept
public record RedisLogOptions(String uri, Duration timeout, int replicas, Duration retention) {
  /// Twice the slowest sync of a disk that is still of use.
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final Duration RETENTION = Duration.ofDays(7);

  public static RedisLogOptions of(String uri) {
    return new RedisLogOptions(uri, TIMEOUT, 0, RETENTION);
  }
}
