package dev.carillon.school;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A dated exception of the calendar: from one date to another, both included.
///
/// @param name why, as people call it: `Fall break`
public record SpecialDays(LocalDate from, LocalDate to, String name, Runs runs) {
  public SpecialDays {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(name + " ends before it starts");
    }
  }

  public static SpecialDays on(LocalDate date, String name, Runs runs) {
    return new SpecialDays(date, date, name, runs);
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  long lengthDays() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
