package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Overlay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
      var students =
          ids(section, "students", PersonId::new, draft.people, "somebody of `students.csv`");
      var groups = ids(section, "groups", GroupId::new, draft.groups, "a group of this school");
      var days = days(section);
      var dates = dates(section);
      var service = Duration.ofMinutes(section.number("service-minutes").orElse(0));
      if (!section.isId(section.place("station"), station)
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

  private <T extends Id> Set<T> ids(
      Section section, String key, Function<String, T> make, Map<T, ?> known, String what) {
    var ids = new LinkedHashSet<T>();
    for (var text : section.texts(key)) {
      if (section.isId(text.place(), text.text())) {
        var id = make.apply(text.text());
        ids.add(id);
        draft.refer(text.place(), id, known, what);
      }
    }
    return ids;
  }
}
