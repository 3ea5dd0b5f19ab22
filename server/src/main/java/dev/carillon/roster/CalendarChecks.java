package dev.carillon.roster;

import dev.carillon.school.Calendar;
import dev.carillon.school.CycleRule;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Runs;
import dev.carillon.school.SpecialDays;
import dev.carillon.school.Week;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for what a calendar says in vain: days that change nothing, day types that never run.
final class CalendarChecks {
  /// No holiday lasts longer than a year; more is a slip in a date.
  private static final int SPECIAL_DAYS_MAX = 366;

  private final Draft draft;
  private final Calendar calendar;

  CalendarChecks(Draft draft) {
    this.draft = draft;
    this.calendar = draft.calendar;
  }

  void run() {
    // A district's file says much that is nothing to one school.
    calendar.special().stream()
        .filter(days -> !draft.isFromElsewhere(days))
        .forEach(this::checkSpecial);
    checkDayTypes();
  }

  private void checkSpecial(SpecialDays days) {
    long length = ChronoUnit.DAYS.between(days.from(), days.to()) + 1;
    if (length > SPECIAL_DAYS_MAX) {
      draft.findings.warn(
          draft.place(days),
          days.name() + " of " + length + " days",
          "at most a year",
          "Correct `from` or `to`.");
    } else if (changesNothing(days)) {
      draft.findings.warn(
          draft.place(days),
          days.name() + " from " + days.from() + " to " + days.to() + " changes nothing",
          "a date that would run something else without it",
          "It lies outside the school year or under narrower days: correct the dates, or remove"
              + " it.");
    }
  }

  /// Decisions by hand are left aside: they answer for a date, and may be cleared.
  private boolean changesNothing(SpecialDays days) {
    var others = new ArrayList<>(calendar.special());
    others.remove(days);
    var with = of(calendar.special());
    var without = of(others);
    return days.from()
        .datesUntil(days.to().plusDays(1))
        .allMatch(
            date -> with.question(date).isEmpty() && type(with, date).equals(type(without, date)));
  }

  private Calendar of(List<SpecialDays> special) {
    return new Calendar(
        calendar.dayTypes(), calendar.weekdays(), calendar.cycles(), special, List.of());
  }

  private static DayTypeId type(Calendar calendar, LocalDate date) {
    return calendar.resolve(date).dayType().id();
  }

  /// A day type may wait to be switched to on the day, so this is no fault.
  private void checkDayTypes() {
    var named = named();
    for (var type : draft.dayTypes.values()) {
      if (!type.equals(DayType.NO_SCHOOL) && !named.contains(type.id())) {
        draft.findings.warn(
            draft.place(type.id()),
            type.name() + " never runs",
            "a day type that the calendar names",
            "Name it in the calendar; or keep it to be switched to on the day.");
      }
    }
  }

  private Set<DayTypeId> named() {
    var named = new HashSet<DayTypeId>(calendar.weekdays().days().values());
    calendar.cycles().forEach(cycle -> types(cycle).forEach(named::add));
    Stream.concat(
            calendar.special().stream().map(SpecialDays::runs),
            calendar.manual().stream().map(day -> day.runs()))
        .forEach(
            runs -> {
              if (runs instanceof Runs.Type(var type)) {
                named.add(type);
              }
            });
    return named;
  }

  private static Stream<DayTypeId> types(CycleRule cycle) {
    return switch (cycle) {
      case CycleRule.Days days -> days.days().stream().map(day -> day.dayType());
      case CycleRule.Weeks weeks -> weeks.weeks().stream().flatMap(CalendarChecks::types);
      case CycleRule.Months months ->
          Stream.of(months.odd(), months.even()).flatMap(CalendarChecks::types);
      case CycleRule.Season season -> types(season.week());
    };
  }

  private static Stream<DayTypeId> types(Week week) {
    return week.days().values().stream();
  }
}
