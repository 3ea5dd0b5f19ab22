package dev.carillon.floor;

/// Whether a station takes students.
public enum StationStatus {
  OPEN,
  /// Whoever is there may stay; nobody new is sent.
  DRAINING,
  CLOSED
}
