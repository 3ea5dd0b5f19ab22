package dev.carillon.roster;

import dev.carillon.roster.Ics.Occasion;
import dev.carillon.roster.Ics.Window;
import dev.carillon.roster.IcsFile.Event;
import dev.carillon.school.Note;
import dev.carillon.school.Runs;
import dev.carillon.school.SpecialDays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes special days and notes of the iCalendar files a school names.
///
/// A rule says which summaries mean which day type; the first that fits wins. Events without a rule
/// change no bell and are notes.
final class IcsReader {
  private static final Pattern FILE = Pattern.compile("[\\w][\\w.-]*\\.ics");
  private static final int NOTE_CHARS_MAX = 80;

  /// What a year's calendar of a large district may hold, many times over.
  private static final int NOTES_MAX = 5_000;

  /// @param summary the whole of it, without regard to case
  record Rule(Pattern summary, Runs runs) {
    boolean fits(Occasion occasion) {
      return summary.matcher(occasion.name()).matches();
    }
  }

  private final Draft draft;
  private final List<Rule> rules;
  final List<SpecialDays> special = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();

  IcsReader(Draft draft, List<Rule> rules) {
    this.draft = draft;
    this.rules = rules;
  }

  /// A summary with `*` for anything.
  static Pattern summary(String text) {
    var parts = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote);
    return Pattern.compile(
        parts.collect(Collectors.joining(".*")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// @param year around which the school's own dates are, when it has any
  void read(List<Yaml.Text> files, Optional<Integer> year) {
    for (var file : files) {
      if (!FILE.matcher(file.text()).matches()) {
        draft.findings.block(
            file.place(),
            file.kind(),
            "a file beside `school.yaml`, such as `district.ics`",
            "Correct it.");
        continue;
      }
      var events = IcsFile.read(draft.folder.resolve(file.text()), draft.findings);
      year.or(() -> Ics.latestYear(events))
          .ifPresent(around -> read(events, Window.around(around)));
    }
    if (!files.isEmpty() && rules.isEmpty()) {
      draft.findings.warn(
          files.getFirst().place(),
          "no `ics-rules`",
          "`- {match: \"*no school*\", runs: no-school}`",
          "Without rules its events are notes and change no bell.");
    }
  }

  private void read(List<Event> events, Window window) {
    var occasions = new Ics(draft.zone, window, draft.findings).read(events);
    for (var occasion : occasions) {
      rules.stream()
          .filter(rule -> rule.fits(occasion))
          .findFirst()
          .ifPresentOrElse(rule -> special(occasion, rule), () -> note(occasion));
    }
  }

  private void special(Occasion occasion, Rule rule) {
    var days = new SpecialDays(occasion.from(), occasion.to(), occasion.name(), rule.runs());
    // The same in two files, or twice in one, is said once.
    if (!special.contains(days)) {
      special.add(days);
      draft.places.put(days, occasion.place());
    }
  }

  private void note(Occasion occasion) {
    var text = occasion.time().map(time -> time + " ").orElse("") + occasion.name();
    var line = text.length() > NOTE_CHARS_MAX ? text.substring(0, NOTE_CHARS_MAX) : text;
    occasion
        .from()
        .datesUntil(occasion.to().plusDays(1))
        .limit(NOTES_MAX - notes.size())
        .forEach(date -> notes.add(new Note(date, line)));
  }
}
