package dev.carillon.roster;

import dev.carillon.school.BellSchedule;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayType;
import dev.carillon.school.WallTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks at the bells of nights on which the clocks go forward: a time in the lost hour rings an
/// hour of the wall later, and a block between two such times is not there at all.
///
/// Which years are looked at the calendar says: those of its dates and the one after. Nothing here
/// asks what day it is today.
final class BellChecks {
  private static final int SOME_YEAR = 2026;

  private final Draft draft;
  private final Calendar calendar;
  private final Set<String> told = new HashSet<>();

  BellChecks(Draft draft) {
    this.draft = draft;
    this.calendar = draft.calendar;
  }

  void run() {
    if (draft.dayTypes.values().stream().noneMatch(DayType::isSchoolDay)) {
      draft.findings.block(
          Place.of(SchoolFolder.SCHOOL_FILE), "no bells", "a day type with blocks", "Add one.");
    }
    for (int year : years()) {
      gaps(year).forEach(this::check);
    }
  }

  private Set<Integer> years() {
    var years = new TreeSet<Integer>();
    Stream.concat(
            calendar.special().stream().flatMap(days -> Stream.of(days.from(), days.to())),
            calendar.manual().stream().map(day -> day.date()))
        .forEach(date -> years.addAll(List.of(date.getYear(), date.getYear() + 1)));
    return years.isEmpty() ? Set.of(SOME_YEAR) : years;
  }

  private List<ZoneOffsetTransition> gaps(int year) {
    var rules = draft.zone.getRules();
    var gaps = new ArrayList<ZoneOffsetTransition>();
    var from = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    var next = rules.nextTransition(from);
    while (next != null && next.getDateTimeBefore().getYear() == year) {
      if (next.isGap()) {
        gaps.add(next);
      }
      next = rules.nextTransition(next.getInstant());
    }
    return gaps;
  }

  private void check(ZoneOffsetTransition gap) {
    var date = gap.getDateTimeBefore().toLocalDate();
    // A bell after midnight belongs to the service date before.
    for (var service : List.of(date.minusDays(1), date)) {
      for (var schedule : calendar.resolve(service).dayType().schedules()) {
        check(gap, service, schedule);
      }
    }
  }

  private void check(ZoneOffsetTransition gap, LocalDate service, BellSchedule schedule) {
    for (var block : schedule.blocks()) {
      for (var time : times(block)) {
        var wall = time.dateOf(service).atTime(time.time());
        boolean lost =
            !wall.isBefore(gap.getDateTimeBefore()) && wall.isBefore(gap.getDateTimeAfter());
        if (lost && told.add(schedule.name() + "/" + block.id() + "/" + time)) {
          tell(schedule, block, time, wall.toLocalDate());
        }
      }
    }
  }

  private static List<WallTime> times(BlockTemplate block) {
    return switch (block.when()) {
      case When.Between(var start, var end) -> List.of(start, end);
      case When.From(var start, _) -> List.of(start);
      case When.Then _ -> List.of();
    };
  }

  private void tell(BellSchedule schedule, BlockTemplate block, WallTime time, LocalDate date) {
    draft.findings.warn(
        draft.placeOf(block),
        schedule.name() + ", " + block.name() + ": " + time + " on " + date,
        "a time that there is that night",
        "The clocks go forward over it, so it rings an hour of the wall later.");
  }
}
