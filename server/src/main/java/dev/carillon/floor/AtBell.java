package dev.carillon.floor;

import java.util.Locale;

/// What becomes at the bell of a call that still waits then.
public enum AtBell {
  /// As its kind and the next place have it: it goes along, or is parked. So it is where nobody has
  /// said anything.
  CARRY,
  /// It goes along whatever she does next, and the adult there hears of it first.
  PASS,
  /// It ends, and she is told that something else comes first.
  DROP;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
