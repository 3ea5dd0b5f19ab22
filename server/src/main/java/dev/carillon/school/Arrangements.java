package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a school has arranged beside its rotations and playlists.
///
/// @param apart pairs of students who are not planned together: a rule for planners, a warning for
///   people
/// @param programme for learning that students steer themselves
/// @param localRotations turns that rooms take inside blocks of the school
/// @param overlays who is pinned where in which blocks, whatever else is planned
/// @param studies who learns elsewhere on which days
/// @param slots where the names stand on boards, as far as that is known from before
/// @param duty when helpers are on duty; who is not in it is all day
public record Arrangements(
    Set<Pair> apart,
    Programme programme,
    List<LocalRotation> localRotations,
    List<Overlay> overlays,
    List<IndependentStudy> studies,
    BoardSlots slots,
    Map<PersonId, DutyHours> duty) {
  public static final Arrangements NONE =
      new Arrangements(Set.of(), Programme.NONE, List.of(), List.of(), List.of());

  public Arrangements {
    apart = Set.copyOf(apart);
    localRotations = List.copyOf(localRotations);
    overlays = List.copyOf(overlays);
    studies = List.copyOf(studies);
    // A day that was opened before there were any hours has none.
    duty = duty == null ? Map.of() : Map.copyOf(duty);
  }

  /// With no name on any board yet, and every helper on duty all day.
  public Arrangements(
      Set<Pair> apart,
      Programme programme,
      List<LocalRotation> localRotations,
      List<Overlay> overlays,
      List<IndependentStudy> studies) {
    this(apart, programme, localRotations, overlays, studies, BoardSlots.NONE, Map.of());
  }

  /// The same with names where they stand.
  public Arrangements with(BoardSlots other) {
    return new Arrangements(apart, programme, localRotations, overlays, studies, other, duty);
  }

  /// The same with helpers on duty at other times.
  public Arrangements with(Map<PersonId, DutyHours> other) {
    return new Arrangements(apart, programme, localRotations, overlays, studies, slots, other);
  }

  /// Nobody learns elsewhere.
  public Arrangements(
      Set<Pair> apart,
      Programme programme,
      List<LocalRotation> localRotations,
      List<Overlay> overlays) {
    this(apart, programme, localRotations, overlays, List.of());
  }

  /// Whether a student learns elsewhere on a date.
  public Optional<IndependentStudy> studyOf(PersonId student, LocalDate date) {
    return studies.stream()
        .filter(each -> each.student().equals(student) && each.isOn(date))
        .findFirst();
  }

  public Optional<LocalRotation> localRotation(String id) {
    return localRotations.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Two students, in no order.
  public record Pair(PersonId one, PersonId other) {
    public Pair {
      if (one.value().compareTo(other.value()) > 0) {
        var first = other;
        other = one;
        one = first;
      }
    }
  }
}
