package dev.carillon.gateway;

import dev.carillon.school.Role;

/// How much a device may say. Bells have no budget: devices ring by themselves, and what the server
/// sends is not limited here.
final class Budgets {
  /// A child who taps as fast as she can taps five times a second.
  private static final int STUDENT_PER_SECOND = 5;

  private static final int STUDENT_BURST = 10;

  /// Marking a group one by one.
  private static final int STAFF_PER_SECOND = 20;

  private static final int STAFF_BURST = 40;

  /// A device that wakes asks a dozen times at once, then every few seconds.
  private static final int CLOCK_PER_SECOND = 10;

  private static final int CLOCK_BURST = 32;

  private Budgets() {}

  static TokenBucket of(Role role, long nowNanos) {
    return switch (role) {
      case STUDENT, BOARD, SYSTEM, SOURCE ->
          new TokenBucket(STUDENT_PER_SECOND, STUDENT_BURST, nowNanos);
      case PARAPROFESSIONAL, TEACHER, LEADER, ADMINISTRATOR ->
          new TokenBucket(STAFF_PER_SECOND, STAFF_BURST, nowNanos);
    };
  }

  static TokenBucket clock(long nowNanos) {
    return new TokenBucket(CLOCK_PER_SECOND, CLOCK_BURST, nowNanos);
  }
}
