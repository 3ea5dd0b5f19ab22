package dev.carillon.roster;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Overlay;
import dev.carillon.school.Person.Student;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Reads `overlays:`, students who are somewhere in a block on some days whatever else is planned.
final class OverlaysReader {
  private final Draft draft;
  private final Findings findings;

  OverlaysReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section school) {
    school.rows("overlays").forEach(this::overlay);
  }

  private void overlay(Yaml row) {
    try (var section = Section.of(row, findings)) {
      var id = section.text("id");
      var name = section.text("name", id);
      var station = section.text("station");
      var schedule = section.text("schedule");
      var block = section.text("block");
      var students = students(section);
      var groups = groups(section);
      var days = days(section);
      var dates = dates(section);
      var service = service(section);
      if (!isNew(section, id)
          || !section.isId(section.place("station"), station)
          || !section.isId(section.place("schedule"), schedule)
          || !section.isId(section.place("block"), block)) {
        return;
      }
      var overlay =
          new Overlay(
              id,
              name,
              new StationId(station),
              students,
              groups,
              days,
              dates,
              new ScheduleId(schedule),
              block,
              service);
      draft.refer(
          section.place("station"), overlay.station(), draft.stations, "a station of this school");
      draft.refer(section.place("schedule"), overlay.schedule());
      draft.overlays.add(overlay);
      draft.places.put(overlay, section.place());
    }
  }

  private boolean isNew(Section section, String id) {
    boolean isTaken = draft.overlays.stream().anyMatch(overlay -> overlay.id().equals(id));
    if (isTaken) {
      findings.block(
          section.place("id"), "`" + id + "` a second time", "each id once", "Rename one.");
    }
    return section.isId(section.place("id"), id) && !isTaken;
  }

  private Duration service(Section section) {
    int minutes = section.number("service-minutes").orElse(0);
    if (minutes < 0) {
      findings.block(
          section.place("service-minutes"),
          "`" + minutes + "`",
          "0 or more minutes",
          "Correct it.");
    }
    return Duration.ofMinutes(Math.max(0, minutes));
  }

  private Set<DayOfWeek> days(Section section) {
    var days = new LinkedHashSet<DayOfWeek>();
    for (var text : section.texts("days")) {
      var day = Words.constant(DayOfWeek.class, text.text());
      day.ifPresentOrElse(days::add, () -> tell(text, "a weekday such as `monday`"));
    }
    return days;
  }

  private Set<LocalDate> dates(Section section) {
    var dates = new LinkedHashSet<LocalDate>();
    for (var text : section.texts("dates")) {
      Optional<LocalDate> date = Words.date(text.text());
      date.ifPresentOrElse(dates::add, () -> tell(text, "a date such as `2026-09-14`"));
    }
    return dates;
  }

  private void tell(Yaml.Text text, String expected) {
    findings.block(text.place(), "`" + text.text() + "`", expected, "Correct it.");
  }

  private Set<PersonId> students(Section section) {
    var students = new LinkedHashSet<PersonId>();
    for (var text : section.texts("students")) {
      if (section.isId(text.place(), text.text())) {
        var student = new PersonId(text.text());
        students.add(student);
        draft.mustBe(Student.class, text.place(), student, "a student of `students.csv`");
      }
    }
    return students;
  }

  private Set<GroupId> groups(Section section) {
    var groups = new LinkedHashSet<GroupId>();
    for (var text : section.texts("groups")) {
      if (section.isId(text.place(), text.text())) {
        var group = new GroupId(text.text());
        groups.add(group);
        draft.refer(text.place(), group, draft.groups, "a group of this school");
      }
    }
    return groups;
  }
}
