package dev.carillon.floor;

import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.util.HashSet;
import java.util.Set;

/// What an event changed, so that only those windows are cut again.
///
/// @param whole the day opened, closed or adopted another school: cut everything again
/// @param schedules whose blocks, agenda or state changed
/// @param blocks whether a schedule entered another block: every student's stop is another one
/// @param students whose assignment or arrival changed
/// @param stations whose counts changed
/// @param help requests that changed
/// @param line whether the order of the line changed (somebody joined or left it)
/// @param duty helpers whose duty or claim changed
public record Touched(
    boolean whole,
    Set<ScheduleId> schedules,
    boolean blocks,
    Set<PersonId> students,
    Set<StationId> stations,
    Set<HelpId> help,
    boolean line,
    Set<PersonId> duty) {
  public static final Touched NOTHING =
      new Touched(false, Set.of(), false, Set.of(), Set.of(), Set.of(), false, Set.of());
  public static final Touched WHOLE =
      new Touched(true, Set.of(), true, Set.of(), Set.of(), Set.of(), true, Set.of());

  public Touched {
    schedules = Set.copyOf(schedules);
    students = Set.copyOf(students);
    stations = Set.copyOf(stations);
    help = Set.copyOf(help);
    duty = Set.copyOf(duty);
  }

  static Touched schedule(ScheduleId schedule) {
    return new Touched(
        false, Set.of(schedule), false, Set.of(), Set.of(), Set.of(), false, Set.of());
  }

  static Touched arrivals(Set<PersonId> students, Set<StationId> stations) {
    return new Touched(false, Set.of(), false, students, stations, Set.of(), false, Set.of());
  }

  static Touched help(HelpId help, Set<StationId> stations, boolean line, Set<PersonId> helpers) {
    return new Touched(false, Set.of(), false, Set.of(), stations, Set.of(help), line, helpers);
  }

  static Touched duty(Set<PersonId> helpers) {
    return new Touched(false, Set.of(), false, Set.of(), Set.of(), Set.of(), false, helpers);
  }

  /// What either touched.
  public Touched and(Touched other) {
    return new Touched(
        whole || other.whole,
        union(schedules, other.schedules),
        blocks || other.blocks,
        union(students, other.students),
        union(stations, other.stations),
        union(help, other.help),
        line || other.line,
        union(duty, other.duty));
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    var both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }
}
