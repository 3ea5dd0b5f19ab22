package dev.carillon.school;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  /// The same day with the turns that rooms take inside its blocks.
  ///
  /// @param turns the number of the first turn of each rotation, by its id; 0 when absent
  public DayPlan with(List<LocalRotation> rotations, Map<String, Integer> turns) {
    var all = new ArrayList<>(schedules.stream().filter(each -> each.parent().isEmpty()).toList());
    for (var rotation : rotations) {
      int next = turns.getOrDefault(rotation.id(), 0);
      for (var name : rotation.blocks()) {
        for (var parent : block(rotation.parentOf(name)).stream().toList()) {
          var local = rotation.in(name, parent, next);
          next += local.blocks().size();
          all.add(local);
        }
      }
    }
    return new DayPlan(date, zone, dayType, why, all);
  }

  private Optional<Block> block(BlockId id) {
    return blocks().filter(each -> each.id().equals(id)).findFirst();
  }

  private Stream<Block> blocks() {
    return schedules.stream().flatMap(schedule -> schedule.blocks().stream());
  }

  /// One bell schedule of the day. Blocks are in order and do not overlap; where one does not end
  /// where the next starts, a gap is declared.
  ///
  /// @param parent the block of the school it runs in; empty for a schedule of the school
  public record SchedulePlan(
      ScheduleId id, String name, List<Block> blocks, Optional<Parent> parent) {
    public SchedulePlan {
      blocks = List.copyOf(blocks);
    }

    /// A schedule of the school.
    public SchedulePlan(ScheduleId id, String name, List<Block> blocks) {
      this(id, name, blocks, Optional.empty());
    }
  }

  /// The block of the school inside which a room has a timeline of its own.
  ///
  /// @param rotation the id of the [LocalRotation]
  public record Parent(ScheduleId schedule, BlockId block, RoomId room, String rotation) {}
}
