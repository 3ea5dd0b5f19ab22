package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/// Whom mentors have met.
///
/// @param thisWeek students whose mentor has met them this week
/// @param last when each was met last, in whatever week that was
public record Meetings(PSet<PersonId> thisWeek, PMap<PersonId, Instant> last) {
  static final Meetings NONE = new Meetings(HashTreePSet.empty(), HashTreePMap.empty());

  public boolean isMet(PersonId student) {
    return thisWeek.contains(student);
  }

  /// Empty when nobody knows of a meeting.
  public Optional<Instant> last(PersonId student) {
    return Optional.ofNullable(last.get(student));
  }

  Meetings with(PersonId student, Instant at) {
    return new Meetings(thisWeek.plus(student), last.plus(student, at));
  }
}
