package dev.carillon.roster;

import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Student;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads `apart: [[s001, s002], …]`: pairs of students who are not planned together.
final class ApartReader {
  private final Draft draft;
  private final Findings findings;
  private final Set<Pair> pairs = new LinkedHashSet<>();

  ApartReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section school) {
    school.rows("apart").forEach(this::pair);
    draft.apart = pairs;
  }

  private void pair(Yaml row) {
    var ids =
        row instanceof Yaml.Rows(_, var rows)
            ? rows.stream().map(ApartReader::id).toList()
            : List.<String>of();
    if (ids.size() != 2 || !ids.stream().allMatch(Id::isValid) || ids.get(0).equals(ids.get(1))) {
      findings.block(row.place(), row.kind(), "two students", "Write pairs: `[[s001, s002]]`.");
      return;
    }
    var one = new PersonId(ids.get(0));
    var other = new PersonId(ids.get(1));
    for (var id : List.of(one, other)) {
      draft.mustBe(Student.class, row.place(), id, "a student of `students.csv`");
    }
    pairs.add(new Pair(one, other));
  }

  private static String id(Yaml value) {
    return value instanceof Yaml.Text text ? text.text() : "";
  }
}
