package dev.carillon.school;

import dev.carillon.school.Id.DayTypeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A rule by which the calendar turns: A and B days, days 1 to n, weeks 1 to n, odd and even
/// months, a season.
public sealed interface CycleRule {
  /// The cycle as people call it.
  String name();

  /// What the rule says of a date; empty where it says nothing.
  ///
  /// @param closed dates on which there is no school although the weekday would have it
  Optional<CycleDay> on(LocalDate date, Predicate<LocalDate> closed);

  /// The day of the cycle with this label, whatever the date: for make-up days.
  Optional<CycleDay> named(String label);

  /// Whether a closure postpones the cycle.
  default boolean isPostponed() {
    return switch (this) {
      case Days days -> days.advance() == Advance.SHIFT;
      case Weeks weeks -> weeks.advance() == Advance.SHIFT;
      case Months _, Season _ -> false;
    };
  }

  /// What a closure does to the days after it.
  enum Advance {
    /// A closure postpones the cycle: no day of it is lost.
    SHIFT,
    /// The cycle stays with the calendar: the day of a closure is lost.
    PINNED
  }

  /// One day of a cycle: how it is called and what it runs.
  record CycleDay(String label, DayTypeId dayType) {}

  /// Days that follow one another, such as A and B, on the weekdays named. Other days of the week
  /// never move the cycle on.
  record Days(
      String name, LocalDate from, Set<DayOfWeek> weekdays, List<CycleDay> days, Advance advance)
      implements CycleRule {
    public Days {
      weekdays = Set.copyOf(weekdays);
      days = List.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("cycle " + name + " has no days");
      }
    }

    @Override
    public Optional<CycleDay> on(LocalDate date, Predicate<LocalDate> closed) {
      if (date.isBefore(from) || !weekdays.contains(date.getDayOfWeek())) {
        return Optional.empty();
      }
      long before =
          from.datesUntil(date)
              .filter(day -> weekdays.contains(day.getDayOfWeek()))
              .filter(day -> advance == Advance.PINNED || !closed.test(day))
              .count();
      return Optional.of(days.get((int) (before % days.size())));
    }

    @Override
    public Optional<CycleDay> named(String label) {
      return days.stream().filter(day -> day.label().equalsIgnoreCase(label)).findFirst();
    }
  }

  /// Weeks that follow one another. With SHIFT a week without any school does not count.
  record Weeks(String name, LocalDate from, List<Week> weeks, Advance advance)
      implements CycleRule {
    public Weeks {
      weeks = List.copyOf(weeks);
      if (weeks.isEmpty()) {
        throw new IllegalArgumentException("cycle " + name + " has no weeks");
      }
    }

    @Override
    public Optional<CycleDay> on(LocalDate date, Predicate<LocalDate> closed) {
      if (date.isBefore(from)) {
        return Optional.empty();
      }
      int week = (int) (weeksBefore(monday(date), closed) % weeks.size());
      return day(week, date.getDayOfWeek());
    }

    @Override
    public Optional<CycleDay> named(String label) {
      for (int week = 0; week < weeks.size(); week++) {
        for (var weekday : weeks.get(week).days().keySet()) {
          if (label(week, weekday).equalsIgnoreCase(label)) {
            return day(week, weekday);
          }
        }
      }
      return Optional.empty();
    }

    private long weeksBefore(LocalDate monday, Predicate<LocalDate> closed) {
      var first = monday(from);
      long weeksPassed = ChronoUnit.WEEKS.between(first, monday);
      if (advance == Advance.PINNED) {
        return weeksPassed;
      }
      long counted = 0;
      for (long week = 0; week < weeksPassed; week++) {
        counted += hasSchool(first.plusWeeks(week), closed) ? 1 : 0;
      }
      return counted;
    }

    private boolean hasSchool(LocalDate monday, Predicate<LocalDate> closed) {
      return monday
          .datesUntil(monday.plusDays(7))
          .filter(date -> !date.isBefore(from))
          .anyMatch(date -> named(date.getDayOfWeek()) && !closed.test(date));
    }

    private boolean named(DayOfWeek weekday) {
      return weeks.stream().anyMatch(week -> week.on(weekday).isPresent());
    }

    private Optional<CycleDay> day(int week, DayOfWeek weekday) {
      return weeks.get(week).on(weekday).map(type -> new CycleDay(label(week, weekday), type));
    }

    private static String label(int week, DayOfWeek weekday) {
      return word(weekday) + ", week " + (week + 1);
    }

    private static LocalDate monday(LocalDate date) {
      return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  /// One week for January, March, May …, another for February, April, June …
  record Months(String name, Week odd, Week even) implements CycleRule {
    @Override
    public Optional<CycleDay> on(LocalDate date, Predicate<LocalDate> closed) {
      boolean isOdd = date.getMonthValue() % 2 == 1;
      return day(date.getDayOfWeek(), isOdd);
    }

    @Override
    public Optional<CycleDay> named(String label) {
      for (var weekday : DayOfWeek.values()) {
        for (boolean isOdd : new boolean[] {true, false}) {
          if (label(weekday, isOdd).equalsIgnoreCase(label)) {
            return day(weekday, isOdd);
          }
        }
      }
      return Optional.empty();
    }

    private Optional<CycleDay> day(DayOfWeek weekday, boolean isOdd) {
      var week = isOdd ? odd : even;
      return week.on(weekday).map(type -> new CycleDay(label(weekday, isOdd), type));
    }

    private static String label(DayOfWeek weekday, boolean isOdd) {
      return word(weekday) + ", " + (isOdd ? "odd" : "even") + " month";
    }
  }

  /// A week of its own from one day of the year to another, both included; it may reach over New
  /// Year.
  record Season(String name, MonthDay first, MonthDay last, Week week) implements CycleRule {
    @Override
    public Optional<CycleDay> on(LocalDate date, Predicate<LocalDate> closed) {
      return within(MonthDay.from(date)) ? day(date.getDayOfWeek()) : Optional.empty();
    }

    @Override
    public Optional<CycleDay> named(String label) {
      return week.days().keySet().stream()
          .filter(weekday -> label(weekday).equalsIgnoreCase(label))
          .findFirst()
          .flatMap(this::day);
    }

    private boolean within(MonthDay day) {
      boolean after = !day.isBefore(first);
      boolean before = !day.isAfter(last);
      return first.isAfter(last) ? after || before : after && before;
    }

    private Optional<CycleDay> day(DayOfWeek weekday) {
      return week.on(weekday).map(type -> new CycleDay(label(weekday), type));
    }

    private String label(DayOfWeek weekday) {
      return word(weekday) + ", " + name;
    }
  }

  private static String word(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
