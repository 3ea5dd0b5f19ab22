package dev.carillon.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Id;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the folder of one school in the format of bell.plus.
///
/// `schedules.bell` has `* id # title` and under it lines of a time and a name. Only starts are
/// given: an entry ends where the next begins. `Passing to X` is the way to the entry after it and
/// becomes that block's MOVE; `Free` ends the day or is a gap; a schedule without lines means no
/// school. Names in braces are periods of the school, so blocks planned student by student.
/// `calendar.bell` has a default week and special days, `meta.json` the name and the periods.
/// `correction.txt` says by how many milliseconds the school's clock runs ahead of true time, which
/// is bell lag with the other sign: a clock that runs ahead rings early.
final class BellPlusReader {
  private static final Pattern HEAD = Pattern.compile("\\*\\s*([^#]*?)\\s*(?:#\\s*(.*))?");

  /// A comment of an entry has space around its mark: `Assembly #1` is a name.
  private static final Pattern ENTRY =
      Pattern.compile("(\\d{1,2}):(\\d{2})\\s+(.+?)(?:\\s+#\\s+.*)?");

  private static final Pattern PASSING =
      Pattern.compile("passing to\\s+(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATED =
      Pattern.compile("([\\d/]+)(?:-([\\d/]+))?\\s+([^#\\s]+)\\s*(?:#\\s*(.*))?");
  private static final Pattern WEEKDAY =
      Pattern.compile("(\\p{L}{3})\\p{L}*\\s+([^#\\s]+)\\s*(?:#.*)?");
  private static final Pattern MEAL =
      Pattern.compile(".*\\b(lunch|brunch|breakfast|break|snack|nutrition)\\b.*");
  private static final Pattern ASSEMBLY = Pattern.compile(".*\\b(assembly|rally)\\b.*");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final int DAY_MINUTES = 1_440;

  private final Path folder;
  private final Findings findings;
  private final Map<String, BellPlan.Day> days = new LinkedHashMap<>();
  private final Set<String> periods = new HashSet<>();

  BellPlusReader(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /// What the folder says; what it leaves unsaid is a finding.
  BellPlan read() {
    var name = meta();
    schedules();
    var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
    var special = new ArrayList<BellPlan.Special>();
    calendar(week, special);
    return new BellPlan(name, lag(), List.copyOf(days.values()), week, special);
  }

  private record Line(String file, int number, String text) {
    Place place() {
      return new Place(file, number, "");
    }
  }

  private List<Line> lines(String file) {
    var lines = new ArrayList<Line>();
    try {
      int number = 0;
      for (var text : Files.readString(folder.resolve(file)).lines().toList()) {
        number++;
        var plain = text.replace("\uFEFF", "").strip();
        if (!plain.isEmpty()) {
          lines.add(new Line(file, number, plain));
        }
      }
    } catch (NoSuchFileException _) {
      findings.block(Place.of(file), "no such file", "`" + file + "`", "Add the file.");
    } catch (CharacterCodingException _) {
      findings.block(Place.of(file), "bytes that are not UTF-8", "UTF-8", "Save it as UTF-8.");
    } catch (IOException fault) {
      findings.block(Place.of(file), fault.toString(), "a file", "Make it readable.");
    }
    return lines;
  }

  private String meta() {
    var file = "meta.json";
    var fallback = String.valueOf(folder.getFileName());
    try {
      JsonNode meta = new ObjectMapper().readTree(folder.resolve(file).toFile());
      meta.path("periods").forEach(period -> periods.add(period.asText()));
      return meta.path("name").asText(fallback);
    } catch (JsonProcessingException fault) {
      var line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
      var place = new Place(file, line, "");
      findings.block(place, fault.getOriginalMessage(), "JSON", "Mend this line.");
    } catch (IOException _) {
      findings.warn(Place.of(file), "no such file", "the name", "Name the school by hand.");
    }
    return fallback;
  }

  private Duration lag() {
    var file = folder.resolve("correction.txt");
    if (Files.notExists(file)) {
      return Duration.ZERO;
    }
    try {
      var text = Files.readString(file).strip();
      return text.isEmpty() ? Duration.ZERO : Duration.ofMillis(Long.parseLong(text)).negated();
    } catch (NumberFormatException | IOException fault) {
      findings.block(
          new Place("correction.txt", 1, ""),
          String.valueOf(fault.getMessage()),
          "milliseconds, such as `2000`",
          "Correct the number.");
      return Duration.ZERO;
    }
  }

  private record Entry(Line line, int minute, String name) {
    boolean isFree() {
      return name.equalsIgnoreCase("free");
    }

    /// What it is the way to; empty for an entry of its own.
    String passingTo() {
      var match = PASSING.matcher(name);
      return match.matches() ? match.group(1).strip() : "";
    }
  }

  private record Head(Line line, String id, String title) {}

  private void schedules() {
    Optional<Head> head = Optional.empty();
    var entries = new ArrayList<Entry>();
    for (var line : lines("schedules.bell")) {
      if (line.text.startsWith("*")) {
        head.ifPresent(before -> schedule(before, entries));
        entries.clear();
        head = Optional.of(head(line));
      } else {
        entry(line).ifPresent(entries::add);
      }
    }
    head.ifPresent(last -> schedule(last, entries));
  }

  private Head head(Line line) {
    var match = HEAD.matcher(line.text);
    var id = match.matches() ? match.group(1) : "";
    var title = match.matches() && match.group(2) != null ? match.group(2) : id;
    if (id.isEmpty()) {
      findings.block(line.place(), "`" + line.text + "`", "`* id # title`", "Name the schedule.");
    }
    return new Head(line, id, title);
  }

  private Optional<Entry> entry(Line line) {
    var match = ENTRY.matcher(line.text);
    if (!match.matches()) {
      findings.block(
          line.place(), "`" + line.text + "`", "`8:30 Name`", "Correct or remove the line.");
      return Optional.empty();
    }
    int minute = Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
    if (minute > DAY_MINUTES || Integer.parseInt(match.group(2)) > 59) {
      findings.block(line.place(), "`" + line.text + "`", "a time of the day", "Correct it.");
      return Optional.empty();
    }
    return Optional.of(new Entry(line, minute, match.group(3).strip()));
  }

  private void schedule(Head head, List<Entry> entries) {
    var rows = rows(entries);
    var id = Id.isValid(head.id) ? head.id : Ids.slug(head.id);
    if (days.putIfAbsent(head.id, new BellPlan.Day(id, head.title, rows)) != null) {
      findings.block(
          head.line.place(), "`" + head.id + "` a second time", "each once", "Rename one.");
    }
  }

  private List<BellPlan.Row> rows(List<Entry> entries) {
    var rows = new ArrayList<BellPlan.Row>();
    var ids = new HashSet<String>();
    int way = -1;
    var to = "";
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var next = i + 1 < entries.size() ? Optional.of(entries.get(i + 1)) : Optional.<Entry>empty();
      boolean leads = next.isPresent() && !next.get().isFree();
      if (!entry.passingTo().isEmpty() && leads) {
        way = way < 0 ? entry.minute : way;
        to = entry.passingTo();
      } else if (!entry.isFree()) {
        tellDetour(entry, to);
        row(entry, way < 0 ? entry.minute : way, next, ids).ifPresent(rows::add);
        way = -1;
        to = "";
      }
      next.ifPresent(after -> tellOrder(entry, after));
    }
    return rows;
  }

  private Optional<BellPlan.Row> row(
      Entry entry, int start, Optional<Entry> next, Set<String> ids) {
    if (next.isEmpty()) {
      findings.warn(
          entry.line.place(),
          "`" + entry.line.text + "` as the last line",
          "a line that ends it, such as `15:00 Free`",
          "It was left out, as nobody knows when it ends.");
      return Optional.empty();
    }
    var name = nameOf(entry);
    int end = next.get().minute;
    if (end <= entry.minute) {
      return Optional.empty();
    }
    return Optional.of(
        new BellPlan.Row(id(name, ids), name, kind(entry), start, end, entry.minute - start));
  }

  /// `Passing to X` with nothing after it is X itself, whose own line was forgotten.
  private String nameOf(Entry entry) {
    var target = entry.passingTo();
    if (!target.isEmpty()) {
      findings.warn(
          entry.line.place(),
          "`" + entry.line.text + "` with no line for it",
          "a line for `" + target + "`",
          "It was read as the whole block: add its start.");
    }
    return (target.isEmpty() ? entry.name : target).replaceAll("[{}]", "").strip();
  }

  private void tellDetour(Entry entry, String to) {
    if (!to.isEmpty() && !entry.name.contains(to)) {
      findings.warn(
          entry.line.place(),
          "`" + entry.name + "` after passing to `" + to + "`",
          "`" + to + "`",
          "The way was taken for the way to this block.");
    }
  }

  private void tellOrder(Entry entry, Entry next) {
    if (next.minute <= entry.minute) {
      findings.block(
          next.line.place(),
          "`" + next.line.text + "` after `" + entry.line.text + "`",
          "a later time",
          "Put the lines in order; times after noon are 13:00 and on.");
    }
  }

  private static String id(String name, Set<String> ids) {
    var slug = Ids.slug(name);
    var id = slug;
    for (int copy = 2; !ids.add(id); copy++) {
      id = slug + "-" + copy;
    }
    return id;
  }

  private BlockKind kind(Entry entry) {
    var plain = entry.name.toLowerCase(Locale.ROOT);
    if (plain.contains("{") || periods.contains(entry.name)) {
      return BlockKind.ROTATION;
    }
    if (MEAL.matcher(plain).matches()) {
      return BlockKind.MEAL;
    }
    return ASSEMBLY.matcher(plain).matches() ? BlockKind.ASSEMBLY : BlockKind.FIXED;
  }

  private void calendar(Map<DayOfWeek, String> week, List<BellPlan.Special> special) {
    var part = "";
    for (var line : lines("calendar.bell")) {
      if (line.text.startsWith("*")) {
        part = line.text.substring(1).strip().toLowerCase(Locale.ROOT);
      } else if (part.startsWith("default week")) {
        weekday(line, week);
      } else if (part.startsWith("special days")) {
        special(line).ifPresent(found -> add(line, found, special));
      } else {
        findings.warn(
            line.place(),
            "`" + line.text + "` under `" + part + "`",
            "`* Default Week` or `* Special Days` above it",
            "The line was left out.");
      }
    }
  }

  private void weekday(Line line, Map<DayOfWeek, String> week) {
    var match = WEEKDAY.matcher(line.text);
    var weekday = match.matches() ? weekday(match.group(1)) : Optional.<DayOfWeek>empty();
    if (weekday.isEmpty()) {
      findings.block(line.place(), "`" + line.text + "`", "`Mon normal`", "Correct the line.");
      return;
    }
    var day = days.get(match.group(2));
    if (day == null) {
      findings.block(
          line.place(),
          "`" + match.group(2) + "`",
          "a schedule of `schedules.bell`",
          "Add the schedule, or correct its name.");
      return;
    }
    week.put(weekday.get(), day.id());
  }

  private static Optional<DayOfWeek> weekday(String word) {
    for (var weekday : DayOfWeek.values()) {
      if (weekday.name().regionMatches(true, 0, word, 0, 3)) {
        return Optional.of(weekday);
      }
    }
    return Optional.empty();
  }

  private Optional<BellPlan.Special> special(Line line) {
    var match = DATED.matcher(line.text);
    var from = match.matches() ? date(match.group(1)) : Optional.<LocalDate>empty();
    var to = match.matches() && match.group(2) != null ? date(match.group(2)) : from;
    if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
      findings.block(
          line.place(),
          "`" + line.text + "`",
          "`09/03/2018 holiday` or `12/24/2018-01/04/2019 holiday`",
          "Correct the line.");
      return Optional.empty();
    }
    var day = days.get(match.group(3));
    if (day == null) {
      findings.warn(
          line.place(),
          "`" + match.group(3) + "`",
          "a schedule of `schedules.bell`",
          "The line was left out, so the date runs as its weekday does.");
      return Optional.empty();
    }
    var name = match.group(4) == null ? day.title() : match.group(4).strip();
    return Optional.of(new BellPlan.Special(from.get(), to.get(), name, day.id()));
  }

  /// Of two lines for the same dates the later one holds, as in bell.plus.
  private void add(Line line, BellPlan.Special found, List<BellPlan.Special> special) {
    boolean again =
        special.removeIf(
            before ->
                before.from().equals(found.from())
                    && before.to().equals(found.to())
                    && !before.day().equals(found.day()));
    if (again) {
      findings.warn(line.place(), "`" + line.text + "`", "each date once", "The later line holds.");
    }
    special.add(found);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
