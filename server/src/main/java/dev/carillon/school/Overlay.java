package dev.carillon.school;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Students who are somewhere in a block on some days, whatever else is planned: a competency
/// group, tutoring, a service. It changes no bell.
///
/// @param students by name; besides those of `groups`
/// @param days weekdays on which it is held
/// @param dates other dates on which it is held
/// @param block short name of a block of the schedule
/// @param service how much of it each student is to get on such a day; zero = as much as it is
public record Overlay(
    String id,
    String name,
    StationId station,
    Set<PersonId> students,
    Set<GroupId> groups,
    Set<DayOfWeek> days,
    Set<LocalDate> dates,
    ScheduleId schedule,
    String block,
    Duration service) {
  public Overlay {
    students = Set.copyOf(students);
    groups = Set.copyOf(groups);
    days = Set.copyOf(days);
    dates = Set.copyOf(dates);
  }

  public boolean isOn(LocalDate date) {
    return days.contains(date.getDayOfWeek()) || dates.contains(date);
  }

  public BlockId blockId() {
    return BlockId.of(schedule, block);
  }

  /// The students it is for, in the order of the school.
  public List<Student> of(School school) {
    return school.students().stream()
        .filter(each -> students.contains(each.id()) || groups.contains(each.group()))
        .toList();
  }
}
