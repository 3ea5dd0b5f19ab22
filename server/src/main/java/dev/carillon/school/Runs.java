package dev.carillon.school;

import dev.carillon.school.Id.DayTypeId;

/// What a date named in the calendar runs.
///
/// A make-up day names the day of a cycle it stands for and never another date. So no chain of
/// swaps and changes can run in a circle.
public sealed interface Runs {
  /// This day type.
  record Type(DayTypeId dayType) implements Runs {}

  /// What this day of this cycle runs: `B` of `A/B`, `Friday, week 2` of `Two weeks`.
  record DayOfCycle(String cycle, String label) implements Runs {}
}
