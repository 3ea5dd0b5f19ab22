package dev.carillon.school;

import dev.carillon.school.Id.ScheduleId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The calendar and the bell schedules made real for one service date: every edge an instant.
///
/// @param dayType the name of the day type, for people
/// @param why which rule of the calendar chose it, for people
/// @param schedules empty when there is no school
public record DayPlan(
    LocalDate date, ZoneId zone, String dayType, String why, List<SchedulePlan> schedules) {
  public DayPlan {
    schedules = List.copyOf(schedules);
  }

  /// One bell schedule of the day. Blocks are in order and do not overlap; where one does not end
  /// where the next starts, a gap is declared.
  public record SchedulePlan(ScheduleId id, String name, List<Block> blocks) {
    public SchedulePlan {
      blocks = List.copyOf(blocks);
    }
  }
}
