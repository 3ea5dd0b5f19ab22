package dev.carillon.view;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Board;
import java.util.Optional;

/// Who looks. Devices of the same audience are sent the same bytes.
public sealed interface Audience {
  record OfStudent(PersonId student) implements Audience {}

  record OfHelper(PersonId helper) implements Audience {}

  record OfLeaders() implements Audience {}

  /// @param board empty for one without terms of its own, such as a leader's look at everybody
  record OfBoard(Optional<PersonId> board) implements Audience {
    public static final OfBoard PLAIN = new OfBoard(Optional.empty());

    /// What somebody sees who opens a board.
    public static OfBoard of(Person person) {
      return person instanceof Board ? new OfBoard(Optional.of(person.id())) : PLAIN;
    }
  }
}
