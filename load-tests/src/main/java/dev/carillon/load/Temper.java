package dev.carillon.load;

import java.time.Duration;
import java.util.SplittableRandom;

/// How somebody is: drawn once from the seed and the person's place in the school, so that the same
/// seed peoples the school with the same people.
///
/// @param pace of walking, 1 = ordinary; more is slower
/// @param lateness chance of being late for a block
/// @param straying chance of going to the wrong place first
/// @param patience how long she waits for help before she may give up
record Temper(double pace, double lateness, double straying, Duration patience) {
  /// Of all arrivals, about one in twenty is late and one in fifty at the wrong place.
  private static final double LATENESS = 0.05;

  private static final double STRAYING = 0.02;

  static Temper draw(SplittableRandom dice) {
    // A few are late often and most hardly ever: squaring an even draw gives a third of it on
    // average.
    double tardy = dice.nextDouble();
    double dreamy = dice.nextDouble();
    return new Temper(
        0.7 + 0.6 * dice.nextDouble(),
        3 * LATENESS * tardy * tardy,
        3 * STRAYING * dreamy * dreamy,
        Duration.ofSeconds(120 + dice.nextInt(480)));
  }
}
