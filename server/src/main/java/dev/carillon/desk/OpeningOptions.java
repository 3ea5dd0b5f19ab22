package dev.carillon.desk;

import dev.carillon.floor.FloorClock;

/// How a day is opened. Without effect when it is open already.
///
/// @param demo whether the clock may be turned
/// @param clock how floor time follows source time
public record OpeningOptions(boolean demo, FloorClock clock) {
  public static final OpeningOptions LIVE = new OpeningOptions(false, FloorClock.REAL);
}
