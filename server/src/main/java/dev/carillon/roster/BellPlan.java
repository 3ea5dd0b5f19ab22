package dev.carillon.roster;

import dev.carillon.school.BlockKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Bell schedules and a calendar as another program knew them, ready to be written.
///
/// @param bellLag how much later than true time the school's bell rings
record BellPlan(
    String name,
    Duration bellLag,
    List<Day> days,
    Map<DayOfWeek, String> week,
    List<Special> special) {
  /// A kind of day; without rows there is no school.
  record Day(String id, String title, List<Row> rows) {}

  /// A block, in minutes since midnight.
  record Row(String id, String name, BlockKind kind, int start, int end, int move) {
    int length() {
      return end - start;
    }
  }

  record Special(LocalDate from, LocalDate to, String name, String day) {}

  /// The most rotation blocks any day has.
  int rotationBlocks() {
    return days.stream()
        .mapToInt(
            day ->
                (int) day.rows().stream().filter(row -> row.kind() == BlockKind.ROTATION).count())
        .max()
        .orElse(0);
  }

  /// Eight periods around lunch, for a roster that came without bells.
  static BellPlan usual() {
    var rows = new ArrayList<Row>();
    int start = 8 * 60;
    for (int period = 1; period <= 8; period++) {
      if (period == 5) {
        rows.add(new Row("lunch", "Lunch", BlockKind.MEAL, start, start + 40, 5));
        start += 40;
      }
      rows.add(
          new Row(
              "period-" + period, "Period " + period, BlockKind.ROTATION, start, start + 46, 4));
      start += 46;
    }
    var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
    for (var weekday : List.of(1, 2, 3, 4, 5)) {
      week.put(DayOfWeek.of(weekday), "regular");
    }
    var days = List.of(new Day("regular", "Regular", rows));
    return new BellPlan("School", Duration.ZERO, days, week, List.of());
  }
}
