package dev.carillon.school;

import dev.carillon.school.Id.ScheduleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// Whether there is school: some schedule has a block.
  public boolean isSchoolDay() {
    return start().isPresent();
  }

  /// The first edge of the day, over all schedules; empty when there is no school.
  public Optional<Instant> start() {
    return blocks().map(Block::start).min(Comparator.naturalOrder());
  }

  /// The last edge of the day, over all schedules; empty when there is no school.
  public Optional<Instant> end() {
    return blocks().map(Block::end).max(Comparator.naturalOrder());
  }

  /// The same day under the name of another day type.
  public DayPlan ofType(String newDayType) {
    return new DayPlan(date, zone, newDayType, why, schedules);
  }

  private Stream<Block> blocks() {
    return schedules.stream().flatMap(schedule -> schedule.blocks().stream());
  }

  /// One bell schedule of the day. Blocks are in order and do not overlap; where one does not end
  /// where the next starts, a gap is declared.
  public record SchedulePlan(ScheduleId id, String name, List<Block> blocks) {
    public SchedulePlan {
      blocks = List.copyOf(blocks);
    }
  }
}
