package dev.carillon.plan;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Station;
import java.util.List;

/// One thing a student is to do in one block. An item whose mandated minutes do not fit into one
/// block is several needs.
///
/// @param number its own among all needs of a plan
/// @param position of the item in the playlist
/// @param stations where it may be done, for this student
record Need(int number, Student student, Item item, int position, List<Station> stations) {
  PersonId who() {
    return student.id();
  }

  int rank() {
    return item.must().rank();
  }
}
