package dev.carillon.roster;

import dev.carillon.school.Calendar;
import dev.carillon.school.CycleRule;
import dev.carillon.school.CycleRule.Advance;
import dev.carillon.school.CycleRule.CycleDay;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.ManualDay;
import dev.carillon.school.Question;
import dev.carillon.school.Runs;
import dev.carillon.school.SpecialDays;
import dev.carillon.school.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the calendar: weekdays, cycles, special days, decisions for a date.
final class CalendarReader {
  private enum Kind {
    DAYS,
    WEEKS,
    MONTHS,
    SEASON
  }

  private static final Set<DayOfWeek> SCHOOL_WEEK =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private final Draft draft;
  private final Findings findings;
  private final List<CycleRule> cycles = new ArrayList<>();

  CalendarReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  Calendar read(Section section) {
    try (section) {
      var weekdays = week(section.section("weekdays"));
      section.rows("cycles").forEach(row -> cycle(row).ifPresent(cycles::add));
      var special = new ArrayList<SpecialDays>();
      section.rows("special-days").forEach(row -> special(row).ifPresent(special::add));
      var manual = new ArrayList<ManualDay>();
      section.rows("manual").forEach(row -> manual(row, manual));
      var ics = new IcsReader(draft, icsRules(section));
      ics.read(section.texts("ics"), year(special, manual));
      special.addAll(0, ics.special);
      var calendar = new Calendar(draft.dayTypes, weekdays, cycles, special, manual, ics.notes);
      draft.later(() -> ask(calendar));
      return calendar;
    }
  }

  private List<IcsReader.Rule> icsRules(Section section) {
    var rules = new ArrayList<IcsReader.Rule>();
    for (var row : section.rows("ics-rules")) {
      try (var rule = Section.of(row, findings)) {
        var summary = IcsReader.summary(rule.text("match"));
        runs(rule).ifPresent(runs -> rules.add(new IcsReader.Rule(summary, runs)));
      }
    }
    return rules;
  }

  /// The latest year the school's own dates are in.
  private Optional<Integer> year(List<SpecialDays> special, List<ManualDay> manual) {
    return Stream.concat(
            special.stream().map(days -> days.to().getYear()),
            manual.stream().map(day -> day.date().getYear()))
        .max(Integer::compare);
  }

  private Week week(Section section) {
    try (section) {
      var days = new EnumMap<DayOfWeek, DayTypeId>(DayOfWeek.class);
      for (var weekday : DayOfWeek.values()) {
        dayType(section, Words.word(weekday)).ifPresent(type -> days.put(weekday, type));
      }
      return new Week(days);
    }
  }

  private Optional<DayTypeId> dayType(Section section, String key) {
    if (!section.has(key)) {
      return Optional.empty();
    }
    var text = section.text(key);
    if (!section.isId(section.place(key), text)) {
      return Optional.empty();
    }
    var id = new DayTypeId(text);
    draft.refer(section.place(key), id, draft.dayTypes, "a day type of this school");
    return Optional.of(id);
  }

  private Optional<CycleRule> cycle(Yaml row) {
    try (var section = Section.of(row, findings)) {
      var name = section.text("name");
      if (cycles.stream().anyMatch(cycle -> cycle.name().equals(name))) {
        findings.block(
            section.place("name"), "`" + name + "` a second time", "each name once", "Rename one.");
      }
      section.text("kind");
      return switch (section.word("kind", Kind.class, Kind.DAYS)) {
        case DAYS -> days(section, name);
        case WEEKS -> weeks(section, name);
        case MONTHS ->
            Optional.of(
                new CycleRule.Months(
                    name, week(section.section("odd")), week(section.section("even"))));
        case SEASON -> season(section, name);
      };
    }
  }

  private Optional<CycleRule> days(Section section, String name) {
    var days = new ArrayList<CycleDay>();
    try (var labels = section.section("days")) {
      for (var label : labels.byId().keySet()) {
        dayType(labels, label).ifPresent(type -> days.add(new CycleDay(label, type)));
      }
    }
    var weekdays = weekdays(section);
    var advance = section.word("advance", Advance.class, Advance.SHIFT);
    var from = from(section);
    if (days.isEmpty()) {
      findings.block(section.place(), "no `days`", "`days: {A: …, B: …}`", "Name its days.");
    }
    return days.isEmpty()
        ? Optional.empty()
        : from.map(date -> new CycleRule.Days(name, date, weekdays, days, advance));
  }

  private Set<DayOfWeek> weekdays(Section section) {
    var weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (var text : section.texts("weekdays")) {
      Words.constant(DayOfWeek.class, text.text())
          .ifPresentOrElse(
              weekdays::add,
              () ->
                  findings.block(
                      text.place(), text.kind(), Words.all(DayOfWeek.class), "Name a weekday."));
    }
    return weekdays.isEmpty() ? SCHOOL_WEEK : weekdays;
  }

  private Optional<CycleRule> weeks(Section section, String name) {
    var weeks = section.rows("weeks").stream().map(row -> week(Section.of(row, findings))).toList();
    var advance = section.word("advance", Advance.class, Advance.SHIFT);
    var from = from(section);
    if (weeks.isEmpty()) {
      findings.block(section.place(), "no `weeks`", "a list of weeks", "Name its weeks.");
    }
    return weeks.isEmpty()
        ? Optional.empty()
        : from.map(date -> new CycleRule.Weeks(name, date, weeks, advance));
  }

  private Optional<CycleRule> season(Section section, String name) {
    var first = section.parsed("first", Words::monthDay, "a day of the year such as `11-15`");
    var last = section.parsed("last", Words::monthDay, "a day of the year such as `02-28`");
    var week = week(section.section("week"));
    if (!section.has("first") || !section.has("last")) {
      findings.block(
          section.place(), "a season without end", "`first` and `last`", "Say when it is.");
    }
    return first.flatMap(from -> last.map(to -> new CycleRule.Season(name, from, to, week)));
  }

  private Optional<LocalDate> from(Section section) {
    section.text("from");
    return section.date("from");
  }

  private Optional<SpecialDays> special(Yaml row) {
    try (var section = Section.of(row, findings)) {
      var date = section.date("date");
      var from = section.date("from").or(() -> date);
      var to = section.date("to").or(() -> from);
      var name = section.text("name");
      var runs = runs(section);
      if (from.isEmpty()) {
        findings.block(section.place(), "no date", "`date`, or `from` and `to`", "Say when it is.");
      }
      if (from.isEmpty() || to.isEmpty() || runs.isEmpty()) {
        return Optional.empty();
      }
      return special(section, from.get(), to.get(), name, runs.get());
    }
  }

  private Optional<SpecialDays> special(
      Section section, LocalDate from, LocalDate to, String name, Runs runs) {
    if (to.isBefore(from)) {
      findings.block(
          section.place(), from + " to " + to, "an end on or after the start", "Swap the dates.");
      return Optional.empty();
    }
    var special = new SpecialDays(from, to, name, runs);
    draft.places.put(special, section.place());
    return Optional.of(special);
  }

  private void manual(Yaml row, List<ManualDay> manual) {
    try (var section = Section.of(row, findings)) {
      section.text("date");
      var date = section.date("date");
      var reason = section.text("reason", "");
      var runs = runs(section);
      if (date.isEmpty() || runs.isEmpty()) {
        return;
      }
      if (manual.stream().anyMatch(day -> day.date().equals(date.get()))) {
        findings.block(
            section.place("date"), date.get() + " a second time", "each date once", "Keep one.");
      }
      manual.add(new ManualDay(date.get(), reason, runs.get()));
    }
  }

  private Optional<Runs> runs(Section section) {
    boolean makeUp = section.has("cycle") || section.has("cycle-day");
    if (makeUp == section.has("runs")) {
      findings.block(
          section.place(),
          makeUp ? "`runs` and `cycle-day`" : "no `runs`",
          "`runs`, or `cycle` with `cycle-day`",
          "Say what these days run.");
    }
    return makeUp ? Optional.of(dayOfCycle(section)) : dayType(section, "runs").map(Runs.Type::new);
  }

  private Runs dayOfCycle(Section section) {
    var runs = new Runs.DayOfCycle(section.text("cycle"), section.text("cycle-day"));
    draft.later(
        () -> {
          boolean known =
              cycles.stream()
                  .filter(cycle -> cycle.name().equals(runs.cycle()))
                  .anyMatch(cycle -> cycle.named(runs.label()).isPresent());
          if (!known) {
            findings.block(
                section.place("cycle-day"),
                "`" + runs.label() + "` of `" + runs.cycle() + "`",
                "a day of a cycle of this calendar, such as `B` or `Friday, week 2`",
                "Name the day that is made up for.");
          }
        });
    return runs;
  }

  /// One question for the same rivals, with all dates on which they meet.
  private void ask(Calendar calendar) {
    var dates = new LinkedHashMap<List<SpecialDays>, List<Question>>();
    for (var question : calendar.questions()) {
      dates.computeIfAbsent(question.rivals(), _ -> new ArrayList<>()).add(question);
    }
    dates.forEach((rivals, questions) -> ask(rivals.getLast(), questions));
  }

  private void ask(SpecialDays last, List<Question> questions) {
    var first = questions.getFirst();
    var names = first.rivals().stream().map(SpecialDays::name).toList();
    var dates = questions.stream().map(question -> question.date().toString()).toList();
    var answers = first.answers().stream().map(Answers::line).toList();
    findings.ask(
        draft.place(last),
        String.join(" and ", names) + " on " + String.join(", ", dates),
        "one of them: they are not put together by themselves",
        "Choose one, and write its line under `manual:` of the calendar: "
            + String.join(" or ", answers)
            + "; or add a day type for both. `day-plan --date "
            + first.date()
            + "` shows what each would run.");
  }
}
