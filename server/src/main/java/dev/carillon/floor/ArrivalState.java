package dev.carillon.floor;

/// What is known of a student reaching the place assigned in the current block.
public enum ArrivalState {
  EXPECTED,
  PROMPTED,
  ARRIVED,
  LATE,
  MISSING,
  ELSEWHERE,
  STAYING,
  EXCUSED,
  DEPARTED
}
