package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import java.util.Set;

/// What a school has arranged beside its rotations and playlists.
///
/// @param apart pairs of students who are not planned together: a rule for planners, a warning for
///   people
/// @param programme for learning that students steer themselves
public record Arrangements(Set<Pair> apart, Programme programme) {
  public static final Arrangements NONE = new Arrangements(Set.of(), Programme.NONE);

  public Arrangements {
    apart = Set.copyOf(apart);
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
