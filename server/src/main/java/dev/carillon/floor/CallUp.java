package dev.carillon.floor;

import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Staff call students to a place inside a block: six of them to table two.
///
/// @param until when it ends by itself; without it, with the block
/// @param note one line for the students who are called; empty when nobody wrote one
/// @param started whether they have been called by now
public record CallUp(
    CallId id,
    List<PersonId> students,
    StationId station,
    PersonId by,
    Instant from,
    Optional<Instant> until,
    String note,
    boolean started) {
  public CallUp {
    students = List.copyOf(students);
  }

  CallUp without(Set<PersonId> gone) {
    var left = students.stream().filter(student -> !gone.contains(student)).toList();
    return new CallUp(id, left, station, by, from, until, note, started);
  }

  CallUp begun() {
    return new CallUp(id, students, station, by, from, until, note, true);
  }
}
