package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a school has arranged beside its rotations and playlists.
///
/// @param apart pairs of students who are not planned together: a rule for planners, a warning for
///   people
/// @param programme for learning that students steer themselves
/// @param localRotations turns that rooms take inside blocks of the school
/// @param overlays who is pinned where in which blocks, whatever else is planned
public record Arrangements(
    Set<Pair> apart,
    Programme programme,
    List<LocalRotation> localRotations,
    List<Overlay> overlays) {
  public static final Arrangements NONE =
      new Arrangements(Set.of(), Programme.NONE, List.of(), List.of());

  public Arrangements {
    apart = Set.copyOf(apart);
    localRotations = List.copyOf(localRotations);
    overlays = List.copyOf(overlays);
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
