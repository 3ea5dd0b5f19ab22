package dev.carillon.school;

import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a school has arranged for learning that students steer themselves: long blocks without
/// inner bells, assessments behind a teacher's word, mentors, lessons prepared at home, badges for
/// habits of mind.
///
/// @param blocks on what terms a block runs; a block that is not here runs on [BlockTerms#PLAIN].
///   Blocks of the same id run on the same terms on every day type
/// @param mentors whose mentor is who, by student
/// @param goals what a student may choose as her goal or reflection with one tap, by id, as she
///   reads it
public record Programme(
    Map<BlockId, BlockTerms> blocks,
    Map<AssessmentId, Assessment> assessments,
    Map<PersonId, PersonId> mentors,
    List<Appointment> appointments,
    Map<MeritId, Merit> merits,
    Map<String, String> goals) {
  public static final Programme NONE =
      new Programme(Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());

  public Programme {
    blocks = Map.copyOf(blocks);
    assessments = Ordered.copyOf(assessments);
    mentors = Ordered.copyOf(mentors);
    appointments = List.copyOf(appointments);
    merits = Ordered.copyOf(merits);
    goals = Ordered.copyOf(goals);
  }

  public BlockTerms of(BlockId block) {
    return blocks.getOrDefault(block, BlockTerms.PLAIN);
  }

  /// The mentor of a student, if she has one.
  public Optional<PersonId> mentorOf(PersonId student) {
    return Optional.ofNullable(mentors.get(student));
  }

  /// On what terms a block runs.
  ///
  /// @param walkIn whether students may go to walk-in stations by themselves
  /// @param goals whether it begins with a goal and ends with a reflection
  public record BlockTerms(boolean walkIn, boolean goals, Optional<Flipped> flipped) {
    public static final BlockTerms PLAIN = new BlockTerms(false, false, Optional.empty());
  }

  /// A lesson that was to be prepared at home.
  ///
  /// @param catchUp where those go who are not prepared
  /// @param stations where the others work on it, in equal groups
  /// @param groups whose lesson it is; empty = of everybody of the schedule
  public record Flipped(StationId catchUp, List<StationId> stations, Set<GroupId> groups) {
    public Flipped {
      stations = List.copyOf(stations);
      groups = Set.copyOf(groups);
    }

    public boolean isOf(Student student) {
      return groups.isEmpty() || groups.contains(student.group());
    }
  }

  /// A test that a teacher unlocks.
  ///
  /// @param length how long it takes
  public record Assessment(AssessmentId id, String title, String subject, Duration length) {}

  /// A student meets somebody at a place, at a time, on some days.
  ///
  /// @param id unique within the school
  /// @param days every week on these days
  /// @param dates and on these dates; without days and dates on every school day
  public record Appointment(
      String id,
      PersonId student,
      PersonId with,
      StationId station,
      WallTime at,
      Duration length,
      Set<DayOfWeek> days,
      Set<LocalDate> dates) {
    public Appointment {
      days = Set.copyOf(days);
      dates = Set.copyOf(dates);
    }

    public boolean isOn(LocalDate date) {
      boolean always = days.isEmpty() && dates.isEmpty();
      return always || days.contains(date.getDayOfWeek()) || dates.contains(date);
    }
  }

  /// A badge for a habit of mind, as students see it.
  public record Merit(MeritId id, String name, Badge look) {}
}
