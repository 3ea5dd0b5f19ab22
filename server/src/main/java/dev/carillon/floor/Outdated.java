package dev.carillon.floor;

import java.util.Locale;

/// Why a change of a proposal does not hold any more when somebody accepts it.
public enum Outdated {
  /// The block has begun, or its students have been told of it.
  BEGUN,
  /// She is not expected back today.
  GONE,
  /// Somebody has put her where she is, or she herself has.
  CHOSEN,
  /// She is planned elsewhere than the proposal says.
  MOVED,
  /// The station takes nobody.
  CLOSED,
  /// No seat is left.
  FULL,
  /// Somebody is there whom she is better apart from.
  APART;

  /// As the wire spells it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
