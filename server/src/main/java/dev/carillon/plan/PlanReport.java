package dev.carillon.plan;

import dev.carillon.school.Unmet;
import java.util.List;

/// What a plan could not give, and why. Nobody is dropped: whoever misses something is elsewhere.
///
/// @param assignments how many places were given
/// @param overflow how many of them at the overflow station
public record PlanReport(int assignments, int overflow, List<Unmet> unmet) {
  public PlanReport {
    unmet = List.copyOf(unmet);
  }
}
