package dev.carillon.floor;

/// Where a student is when she is at no station.
public enum AwayKind {
  ABSENT,
  OFFICE,
  NURSE,
  RESTROOM,
  PASS,
  /// Independent study, for days.
  STUDY,
  /// Left for the day.
  HOME;

  /// Whether she is not expected back today, so that her seats are free.
  public boolean isForTheDay() {
    return this == ABSENT || this == STUDY || this == HOME;
  }

  /// Whether she is back in a few minutes, so that nothing is planned anew without her.
  boolean isShort() {
    return this == RESTROOM || this == PASS;
  }
}
