package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import java.time.LocalDate;

/// A student who learns somewhere else for some days.
///
/// @param from the first day
/// @param until the last day
public record IndependentStudy(PersonId student, LocalDate from, LocalDate until) {
  public IndependentStudy {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("independent study from " + from + " until " + until);
    }
  }

  public boolean isOn(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }
}
