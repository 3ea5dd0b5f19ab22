package dev.carillon.roster;

import dev.carillon.school.Badge;
import dev.carillon.school.Id;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Programme.Appointment;
import dev.carillon.school.Programme.Assessment;
import dev.carillon.school.Programme.BlockTerms;
import dev.carillon.school.Programme.Flipped;
import dev.carillon.school.Programme.Merit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what stands in `school.yaml` for learning that students steer themselves: assessments,
/// mentors, appointments, badges and the choices of goals; and `assessments.csv`.
final class ProgrammeReader {
  private static final Duration USUAL_LENGTH = Duration.ofMinutes(30);

  private final Draft draft;
  private final Findings findings;

  ProgrammeReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section school) {
    school.rows("assessments").forEach(this::assessment);
    mentors(school.section("mentors"));
    var ids = new HashSet<String>();
    school.rows("appointments").forEach(row -> appointment(row, ids));
    merits(school.section("badges"));
    goals(school.section("goals"));
  }

  /// The terms of a block, from its row.
  BlockTerms terms(Section row) {
    return new BlockTerms(row.flag("walk-in", false), row.flag("goals", false), flipped(row));
  }

  private Optional<Flipped> flipped(Section row) {
    if (!row.has("flipped")) {
      return Optional.empty();
    }
    try (var section = row.section("flipped")) {
      var catchUp = station(section, "catch-up");
      var stations = new ArrayList<StationId>();
      for (var text : section.texts("groups")) {
        if (section.isId(text.place(), text.text())) {
          stations.add(new StationId(text.text()));
          draft.refer(text.place(), stations.getLast(), draft.stations, "a station of this school");
        }
      }
      if (stations.isEmpty()) {
        findings.block(
            section.place("groups"), "no stations", "at least one", "Say where it is applied.");
      }
      var groups = new LinkedHashSet<GroupId>();
      for (var text : section.texts("for")) {
        if (section.isId(text.place(), text.text())) {
          var group = new GroupId(text.text());
          groups.add(group);
          draft.refer(text.place(), group, draft.groups, "a group of this school");
        }
      }
      return catchUp.map(station -> new Flipped(station, stations, groups));
    }
  }

  private void assessment(Yaml row) {
    try (var section = Section.of(row, findings)) {
      var id = section.text("id");
      int minutes = section.number("minutes").orElse((int) USUAL_LENGTH.toMinutes());
      if (section.isId(section.place("id"), id)) {
        put(
            new Assessment(
                new AssessmentId(id),
                section.text("title"),
                section.text("subject", ""),
                length(minutes, section.place("minutes"))),
            section.place("id"));
      }
    }
  }

  void assessments(Path file) {
    if (Files.exists(file)) {
      Csv.read(file, List.of("id", "title"), findings, this::assessment);
    }
  }

  private void assessment(Csv.Row row) {
    var id = row.text("id");
    var minutes = row.text("minutes", Long.toString(USUAL_LENGTH.toMinutes()));
    if (!Id.isValid(id)) {
      findings.block(row.place("id"), "`" + id + "`", Ids.EXPECTED, "Give it an id.");
      return;
    }
    int number = minutes.matches("\\d{1,4}") ? Integer.parseInt(minutes) : 0;
    put(
        new Assessment(
            new AssessmentId(id),
            row.text("title"),
            row.text("subject"),
            length(number, row.place("minutes"))),
        row.place("id"));
  }

  private Duration length(int minutes, Place place) {
    if (minutes < 1) {
      findings.block(place, "no minutes", "a number of minutes", "Say how long it takes.");
      return USUAL_LENGTH;
    }
    return Duration.ofMinutes(minutes);
  }

  private void put(Assessment assessment, Place place) {
    if (assessment.title().isEmpty()) {
      findings.block(place, "no title", "a title", "Say what the student will read.");
    }
    draft.put(draft.assessments, assessment.id(), assessment, place);
  }

  /// By mentor: `rosa: [mira, noah]`.
  private void mentors(Section mentors) {
    try (mentors) {
      mentors
          .byId()
          .keySet()
          .forEach(
              key -> {
                var mentor = new PersonId(key);
                mustBeStaff(mentor, mentors.place(key));
                for (var text : mentors.texts(key)) {
                  if (mentors.isId(text.place(), text.text())) {
                    mentor(new PersonId(text.text()), mentor, text.place());
                  }
                }
              });
    }
  }

  /// A student has one mentor; a second one is a finding.
  void mentor(PersonId student, PersonId mentor, Place place) {
    mustBeStudent(student, place);
    var before = draft.mentors.putIfAbsent(student, mentor);
    if (before != null && !before.equals(mentor)) {
      findings.block(
          place,
          "`" + student.value() + "` with a second mentor",
          "one mentor a student",
          "Remove one.");
    }
  }

  void mustBeStaff(PersonId id, Place place) {
    draft.later(
        () -> {
          boolean helps = draft.people.get(id) instanceof Staff staff && staff.role().helps();
          if (!helps) {
            findings.block(
                place,
                "`" + id.value() + "`",
                "a teacher or paraprofessional of `staff.csv`",
                "Correct the id, or add the person.");
          }
        });
  }

  private void mustBeStudent(PersonId id, Place place) {
    draft.mustBe(Student.class, place, id, "a student of `students.csv`");
  }

  private void appointment(Yaml row, Set<String> ids) {
    try (var section = Section.of(row, findings)) {
      var id = section.text("id");
      var student = person(section, "student");
      var with = person(section, "with");
      var station = station(section, "station");
      section.text("at");
      var at = section.wallTime("at");
      var length =
          length(
              section.number("minutes").orElse((int) USUAL_LENGTH.toMinutes()),
              section.place("minutes"));
      var days = days(section);
      var dates = dates(section);
      student.ifPresent(each -> mustBeStudent(each, section.place("student")));
      with.ifPresent(each -> mustBeStaff(each, section.place("with")));
      if (section.isId(section.place("id"), id) && !ids.add(id)) {
        findings.block(
            section.place("id"), "`" + id + "` a second time", "each id once", "Rename one.");
      }
      if (student.isPresent() && with.isPresent() && station.isPresent() && at.isPresent()) {
        add(
            new Appointment(
                id, student.get(), with.get(), station.get(), at.get(), length, days, dates),
            section.place());
      }
    }
  }

  private void add(Appointment added, Place place) {
    for (var other : draft.appointments) {
      boolean shared = other.student().equals(added.student()) || other.with().equals(added.with());
      if (shared && meet(other, added)) {
        findings.warn(
            place,
            "`" + added.id() + "` while `" + other.id() + "` is held",
            "one appointment at a time",
            "Move one: the later one is not kept.");
      }
    }
    draft.appointments.add(added);
  }

  /// Whether both can be at the same time: on a day of both, or on any.
  private static boolean meet(Appointment one, Appointment other) {
    boolean sameDay =
        isAlways(one)
            || isAlways(other)
            || one.days().stream().anyMatch(other.days()::contains)
            || one.dates().stream().anyMatch(other::isOn)
            || other.dates().stream().anyMatch(one::isOn);
    return sameDay && end(other) > one.at().second() && end(one) > other.at().second();
  }

  private static boolean isAlways(Appointment appointment) {
    return appointment.days().isEmpty() && appointment.dates().isEmpty();
  }

  private static long end(Appointment appointment) {
    return appointment.at().second() + appointment.length().toSeconds();
  }

  private Set<DayOfWeek> days(Section section) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var text : section.texts("days")) {
      var day = Words.constant(DayOfWeek.class, text.text());
      day.ifPresent(days::add);
      if (day.isEmpty()) {
        findings.block(
            text.place(), "`" + text.text() + "`", Words.all(DayOfWeek.class), "Correct the day.");
      }
    }
    return days;
  }

  private Set<LocalDate> dates(Section section) {
    var dates = new HashSet<LocalDate>();
    for (var text : section.texts("dates")) {
      var date = Words.date(text.text());
      date.ifPresent(dates::add);
      if (date.isEmpty()) {
        findings.block(
            text.place(), "`" + text.text() + "`", "a date such as `2026-09-14`", "Correct it.");
      }
    }
    return dates;
  }

  private Optional<PersonId> person(Section section, String key) {
    var text = section.text(key);
    return section.has(key) && section.isId(section.place(key), text)
        ? Optional.of(new PersonId(text))
        : Optional.empty();
  }

  private Optional<StationId> station(Section section, String key) {
    var text = section.text(key);
    if (!section.has(key) || !section.isId(section.place(key), text)) {
      return Optional.empty();
    }
    var station = new StationId(text);
    draft.refer(section.place(key), station, draft.stations, "a station of this school");
    return Optional.of(station);
  }

  /// By id: `{name: Persistence, badge: P}`, or the name alone.
  private void merits(Section badges) {
    try (badges) {
      badges.byId().forEach((key, value) -> merit(new MeritId(key), value, badges.place(key)));
    }
  }

  private void merit(MeritId id, Yaml value, Place place) {
    var usual = Badges.of(draft.merits.size());
    if (value instanceof Yaml.Text(_, var name)) {
      draft.put(draft.merits, id, new Merit(id, name, usual), place);
      return;
    }
    try (var section = Section.of(value, findings)) {
      Badge look =
          section.parsed("badge", Badges::of, "a letter from A to Z except I and O").orElse(usual);
      draft.put(draft.merits, id, new Merit(id, section.text("name"), look), place);
    }
  }

  private void goals(Section goals) {
    try (goals) {
      goals.byId().keySet().forEach(key -> draft.goals.put(key, goals.text(key)));
    }
  }
}
