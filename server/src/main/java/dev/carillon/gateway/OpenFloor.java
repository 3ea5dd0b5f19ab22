package dev.carillon.gateway;

import dev.carillon.desk.Desk;
import dev.carillon.floor.Floor;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import java.util.Optional;

/// The floor devices see at present: its desk, and the windows cut from it.
record OpenFloor(Desk desk, Audiences audiences) {
  Floor floor() {
    return desk.state().floor();
  }

  Optional<Person> person(PersonId id) {
    return Optional.ofNullable(floor().school().people().get(id));
  }
}
