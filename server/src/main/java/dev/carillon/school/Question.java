package dev.carillon.school;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// What somebody has to say before a date can run: exceptions claim it with the same right.
///
/// @param rivals in the order in which the calendar names them
public record Question(LocalDate date, List<SpecialDays> rivals) {
  public Question {
    rivals = List.copyOf(rivals);
  }

  /// The decisions that would answer it, one for each different wish.
  public List<ManualDay> answers() {
    var seen = new HashSet<Runs>();
    return rivals.stream()
        .filter(rival -> seen.add(rival.runs()))
        .map(rival -> new ManualDay(date, rival.name(), rival.runs()))
        .toList();
  }

  boolean isOpen() {
    return rivals.stream().map(SpecialDays::runs).distinct().count() > 1;
  }
}
