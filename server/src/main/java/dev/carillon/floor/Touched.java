package dev.carillon.floor;

import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.util.EnumSet;
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
/// @param parts what else changed, each seen by few and cut whole
public record Touched(
    boolean whole,
    Set<ScheduleId> schedules,
    boolean blocks,
    Set<PersonId> students,
    Set<StationId> stations,
    Set<HelpId> help,
    boolean line,
    Set<PersonId> duty,
    Set<Part> parts) {
  public static final Touched NOTHING =
      new Touched(false, Set.of(), false, Set.of(), Set.of(), Set.of(), false, Set.of(), Set.of());
  public static final Touched WHOLE =
      new Touched(
          true,
          Set.of(),
          true,
          Set.of(),
          Set.of(),
          Set.of(),
          true,
          Set.of(),
          EnumSet.allOf(Part.class));

  /// Whoever waits may learn something, and no request changed.
  static final Touched LINE =
      new Touched(false, Set.of(), false, Set.of(), Set.of(), Set.of(), true, Set.of(), Set.of());

  public Touched {
    schedules = Set.copyOf(schedules);
    students = Set.copyOf(students);
    stations = Set.copyOf(stations);
    help = Set.copyOf(help);
    duty = Set.copyOf(duty);
    parts = Set.copyOf(parts);
  }

  /// A part of the floor that has few rows and is cut whole when anything of it changed.
  public enum Part {
    /// Blocks came or went: whoever has a row a block has others.
    PLAN,
    /// Somebody was called, has not seen a change, borrowed a seat, or a station opened or closed.
    PLACING,
    /// Somebody sat down by herself, got up, joined a line or left it.
    FLEX,
    /// A new plan was proposed, or a proposal is over.
    PROPOSALS,
    /// An unlock, a goal, a badge, an item done, a student met by her mentor.
    LEARNING,
    /// A guess about a student came or went.
    SIGNALS,
    /// Something was reported as broken, or is looked after no more.
    EQUIPMENT,
    /// Adults told one another something.
    MESSAGES
  }

  static Touched part(Part part) {
    return new Touched(
        false, Set.of(), false, Set.of(), Set.of(), Set.of(), false, Set.of(), Set.of(part));
  }

  static Touched schedule(ScheduleId schedule) {
    return new Touched(
        false, Set.of(schedule), false, Set.of(), Set.of(), Set.of(), false, Set.of(), Set.of());
  }

  static Touched arrivals(Set<PersonId> students, Set<StationId> stations) {
    return new Touched(
        false, Set.of(), false, students, stations, Set.of(), false, Set.of(), Set.of());
  }

  static Touched help(HelpId help, Set<StationId> stations, boolean line, Set<PersonId> helpers) {
    return new Touched(
        false, Set.of(), false, Set.of(), stations, Set.of(help), line, helpers, Set.of());
  }

  /// The watches of these requests stand or run otherwise.
  static Touched watches(Set<HelpId> help, Set<StationId> stations) {
    return new Touched(false, Set.of(), false, Set.of(), stations, help, false, Set.of(), Set.of());
  }

  static Touched duty(Set<PersonId> helpers) {
    return new Touched(
        false, Set.of(), false, Set.of(), Set.of(), Set.of(), false, helpers, Set.of());
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
        union(duty, other.duty),
        union(parts, other.parts));
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
