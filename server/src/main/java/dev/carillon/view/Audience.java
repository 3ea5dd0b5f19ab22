package dev.carillon.view;

import dev.carillon.school.Id.PersonId;

/// Who looks. Devices of the same audience are sent the same bytes.
public sealed interface Audience {
  record OfStudent(PersonId student) implements Audience {}

  record OfHelper(PersonId helper) implements Audience {}

  record OfLeaders() implements Audience {}

  record OfBoards() implements Audience {}
}
