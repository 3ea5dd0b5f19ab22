package dev.carillon.desk;

/// Where a desk notes what should never happen and does not stop it. Any thread.
@FunctionalInterface
interface Faults {
  void note(String what, Throwable cause);
}
