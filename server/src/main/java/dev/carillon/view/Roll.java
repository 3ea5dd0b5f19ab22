package dev.carillon.view;

import dev.carillon.school.BoardSlots;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What shared screens call the students of a school: their numbers on the map and their lines on
/// the board. Follows from the school and the date alone.
///
/// @param students in the order of the files
/// @param order the place of each student among them
/// @param helpers in the order of the files
/// @param dots the number of the day of each student. It comes from a hash over the date and the
///   id, so that it is another one tomorrow and gives nobody's place in any list away
/// @param slots where the name of each student stands on boards
record Roll(
    School school,
    LocalDate date,
    List<Student> students,
    Map<PersonId, Student> byId,
    Map<PersonId, Integer> order,
    List<Staff> helpers,
    Map<PersonId, String> dots,
    BoardSlots slots) {

  static Roll of(School school, LocalDate date) {
    var students = school.students();
    var byHash = students.stream().sorted(Comparator.comparing(s -> hash(date, s.id())));
    var dots = new HashMap<PersonId, String>();
    numbered(byHash).forEach((id, number) -> dots.put(id, Integer.toString(number)));
    return new Roll(
        school,
        date,
        List.copyOf(students),
        students.stream().collect(Collectors.toUnmodifiableMap(Student::id, s -> s)),
        numbered(students.stream()),
        school.staff().stream().filter(staff -> staff.role().helps()).toList(),
        Map.copyOf(dots),
        school.arrangements().slots().dealt(school));
  }

  List<PersonId> ids() {
    return students.stream().map(Student::id).toList();
  }

  /// Those of them who are students of the school, in its order.
  List<PersonId> inOrder(Collection<PersonId> some) {
    return some.stream()
        .filter(order::containsKey)
        .sorted(Comparator.comparingInt(id -> order.getOrDefault(id, 0)))
        .toList();
  }

  /// Asked at each cut, so the school is told by its identity: an equal other one costs a new roll.
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(School other, LocalDate day) {
    return school == other && date.equals(day);
  }

  private static Map<PersonId, Integer> numbered(Stream<Student> students) {
    var order = students.map(Student::id).toList();
    return IntStream.range(0, order.size())
        .boxed()
        .collect(Collectors.toUnmodifiableMap(order::get, i -> i + 1));
  }

  private static String hash(LocalDate date, PersonId student) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = date + "/" + student.value();
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
