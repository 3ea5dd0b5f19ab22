package dev.carillon.floor;

/// Where a schedule is inside a block. A pure function of plan and time, never stored.
public enum Phase {
  BEFORE,
  MOVE,
  SETTLE,
  WORK,
  WARN,
  GAP,
  DONE
}
