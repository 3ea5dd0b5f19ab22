package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A place with one activity and a capacity.
///
/// @param activity what is done there, as a student reads it
/// @param softCap the wish of the adult, in students
/// @param hardCap seats or fire limit, in students; never below `softCap`
/// @param seats numbered seats; empty when the station has none
/// @param adults who supervises it; empty when nobody needs to
public record Station(
    StationId id,
    RoomId room,
    String name,
    String activity,
    StationKind kind,
    Badge badge,
    int softCap,
    int hardCap,
    Outline place,
    List<Seat> seats,
    List<PersonId> adults,
    Terms terms) {
  public Station {
    if (softCap < 0 || hardCap < softCap) {
      throw new IllegalArgumentException("station " + id.value() + ": soft cap above hard cap");
    }
    seats = List.copyOf(seats);
    adults = List.copyOf(adults);
  }

  /// On what terms a station runs.
  ///
  /// @param minGroup it makes no sense with fewer, in students; 0 = with any number
  /// @param devices how many devices it has; 0 = nobody counts them
  /// @param supervised whether it may only be open with one of its adults
  /// @param walkIn whether students may come by themselves during a long block
  /// @param stayMax how long one student may stay while others wait; zero = as long as she likes
  /// @param admits who may be planned here
  /// @param wrapUp what is to be done before leaving, as a student reads it; empty = what every
  ///   place asks for
  public record Terms(
      int minGroup,
      int devices,
      boolean supervised,
      boolean walkIn,
      Duration stayMax,
      Admission admits,
      String wrapUp) {
    public static final Terms PLAIN = new Terms(0, 0, false, false, Duration.ZERO);

    public Terms(int minGroup, int devices, boolean supervised, boolean walkIn, Duration stayMax) {
      this(minGroup, devices, supervised, walkIn, stayMax, Admission.EVERYBODY, "");
    }

    /// The same terms for fewer students.
    public Terms admitting(Admission fewer) {
      return new Terms(minGroup, devices, supervised, walkIn, stayMax, fewer, wrapUp);
    }

    /// The same terms, with a sentence of its own before the bell.
    public Terms wrappedUpBy(String sentence) {
      return new Terms(minGroup, devices, supervised, walkIn, stayMax, admits, sentence);
    }
  }

  /// Whom planners may send here. People may overrule it, planners never.
  ///
  /// @param grades empty = every grade
  /// @param languages BCP 47 tags; empty = every language
  public record Admission(Set<String> grades, Set<String> languages) {
    public static final Admission EVERYBODY = new Admission(Set.of(), Set.of());

    public Admission {
      grades = Set.copyOf(grades);
      languages = Set.copyOf(languages);
    }

    public boolean admits(Student student) {
      return (grades.isEmpty() || grades.contains(student.grade()))
          && (languages.isEmpty() || languages.contains(student.language()));
    }
  }
}
