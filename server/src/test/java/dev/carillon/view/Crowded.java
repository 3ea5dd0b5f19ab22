package dev.carillon.view;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Floor;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/// The school of [Fixtures] with more students, who are all over the place.
final class Crowded {
  private Crowded() {}

  static Floor floor(int students) {
    var school = school(students);
    var plain = Fixtures.dayOpened(school, Fixtures.day());
    return Floor.opened(
        new dev.carillon.floor.Event.DayOpened(
            school,
            plain.plan(),
            assignments(school),
            plain.carry(),
            plain.speed(),
            plain.demo(),
            plain.at()));
  }

  static School school(int students) {
    var people = new LinkedHashMap<>(Fixtures.school().people());
    for (int i = 0; i < students; i++) {
      var id = new PersonId("extra-" + i);
      people.put(id, Fixtures.student(id, "Extra " + i, Integer.toString(i + 5)));
    }
    return Changed.from(Fixtures.school()).people(people).school();
  }

  static School students(School school, UnaryOperator<Student> change) {
    var people = new LinkedHashMap<PersonId, Person>();
    for (var person : school.people().values()) {
      people.put(person.id(), person instanceof Student student ? change.apply(student) : person);
    }
    return Changed.from(school).people(people).school();
  }

  private static List<Assignment> assignments(School school) {
    var stations = List.copyOf(school.stations().values());
    var all = new ArrayList<Assignment>();
    int i = 0;
    for (var student : school.students()) {
      for (var block : Fixtures.blocks()) {
        Station station = stations.get(i++ % stations.size());
        all.add(Fixtures.assignment(student.id(), block.id().value().substring(5), station.id()));
      }
    }
    return all;
  }
}
