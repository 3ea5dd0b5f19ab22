package dev.carillon.school;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

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

  /// The dates both claim with the same right and different wishes; none with itself.
  Stream<LocalDate> rivalling(SpecialDays other) {
    boolean rivals = lengthDays() == other.lengthDays() && !runs.equals(other.runs);
    var first = from.isBefore(other.from) ? other.from : from;
    var last = to.isBefore(other.to) ? to : other.to;
    return rivals && !last.isBefore(first) ? first.datesUntil(last.plusDays(1)) : Stream.empty();
  }

  long lengthDays() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
