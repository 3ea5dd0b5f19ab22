package dev.carillon.school;

import java.util.Locale;

/// What a station is for. OVERFLOW takes whoever has no other place, so that nobody is ever sent
/// nowhere.
public enum StationKind {
  ONLINE,
  WORKSHOP,
  SEMINAR,
  LAB,
  TABLE,
  GYM,
  MEAL,
  ASSEMBLY,
  OVERFLOW;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
