package dev.carillon.school;

import java.time.LocalDate;

/// Which day type a date runs, and which rule of the calendar said so.
///
/// @param cycleDay the day of the first cycle that counts this date, such as `B`; empty without
///   one. It is known even when another rule chose the day type
/// @param why the rule in words, for people
public record Resolution(LocalDate date, DayType dayType, Rule rule, String cycleDay, String why) {
  /// A rule that claimed the date and did not get it.
  ///
  /// @param dayType what it would have run
  /// @param why the rule in words, for people
  /// @param because why it lost, for people
  public record Lost(Rule rule, DayType dayType, String why, String because) {}

  /// The rules, in the order in which they are asked.
  public enum Rule {
    MANUAL,
    EXCEPTION,
    CYCLE,
    WEEKDAY,
    NONE
  }
}
