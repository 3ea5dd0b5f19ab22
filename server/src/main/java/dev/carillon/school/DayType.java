package dev.carillon.school;

import dev.carillon.school.Id.DayTypeId;
import java.util.List;

/// A named kind of day: Regular, Early release, Assembly, No school.
///
/// @param schedules the bell schedules that are live at once; none when there is no school
public record DayType(DayTypeId id, String name, List<BellSchedule> schedules) {
  /// What a date runs when no rule knows better.
  public static final DayType NO_SCHOOL =
      new DayType(new DayTypeId("no-school"), "No school", List.of());

  public DayType {
    schedules = List.copyOf(schedules);
  }

  /// Whether anybody comes: some schedule has a block.
  public boolean isSchoolDay() {
    return schedules.stream().anyMatch(schedule -> !schedule.blocks().isEmpty());
  }
}
