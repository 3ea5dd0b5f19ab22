package dev.carillon.roster;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.IndependentStudy;
import dev.carillon.school.Person.Student;

/// Reads `away`: who learns elsewhere on which days.
final class StudiesReader {
  private static final String STUDY = "study";

  private final Draft draft;

  StudiesReader(Draft draft) {
    this.draft = draft;
  }

  void read(Section school) {
    school.rows("away").forEach(this::study);
  }

  private void study(Yaml row) {
    try (var section = Section.of(row, draft.findings)) {
      var student = section.text("student");
      var kind = section.text("kind", STUDY);
      var from = section.parsed("from", Words::date, "a date such as `2026-09-14`");
      var until = section.parsed("until", Words::date, "a date such as `2026-09-18`");
      if (!kind.equals(STUDY)) {
        draft.findings.block(
            section.place("kind"), "`" + kind + "`", "`study`", "What else there is, staff say.");
      }
      if (!section.isId(section.place("student"), student)) {
        return;
      }
      var who = new PersonId(student);
      draft.mustBe(Student.class, section.place("student"), who, "a student of `students.csv`");
      if (from.isEmpty() || until.isEmpty()) {
        missing(section, "from", from.isEmpty());
        missing(section, "until", until.isEmpty());
      } else if (until.get().isBefore(from.get())) {
        draft.findings.block(
            section.place("until"),
            "`" + until.get() + "`",
            "a date not before `from`",
            "Correct one of them.");
      } else {
        draft.studies.add(new IndependentStudy(who, from.get(), until.get()));
      }
    }
  }

  /// A date that is there and makes no sense was told already.
  private static void missing(Section section, String key, boolean isEmpty) {
    if (isEmpty && !section.has(key)) {
      section.text(key);
    }
  }
}
