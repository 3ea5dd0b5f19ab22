package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.WallTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The keys of one YAML table, asked for one by one. Whatever is missing, of the wrong kind or,
/// when the section is closed, not asked for, is a finding; reading goes on with a fallback.
final class Section implements AutoCloseable {
  private final Yaml.Table table;
  private final Findings findings;
  private final Set<String> asked = new HashSet<>();

  Section(Yaml.Table table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /// A table with nothing in it, for what was left out.
  static Section empty(Place place, Findings findings) {
    return new Section(new Yaml.Table(place, Map.of(), Map.of()), findings);
  }

  /// The section of a value; when that is no table, a finding and an empty section.
  static Section of(Yaml value, Findings findings) {
    if (value instanceof Yaml.Table table) {
      return new Section(table, findings);
    }
    findings.block(value.place(), value.kind(), "a table of keys", "Write keys with values.");
    return empty(value.place(), findings);
  }

  Place place() {
    return table.place();
  }

  /// Where a key stands, or the section where it does not.
  Place place(String key) {
    return table.keys().getOrDefault(key, table.place());
  }

  boolean has(String key) {
    return table.values().containsKey(key);
  }

  Optional<Yaml> value(String key) {
    asked.add(key);
    return Optional.ofNullable(table.values().get(key));
  }

  /// A text that must be there.
  String text(String key) {
    var text = optionalText(key);
    if (text.isEmpty() && !has(key)) {
      findings.block(place(), "no `" + key + "`", "`" + key + ":`", "Add the key.");
    }
    return text.orElse("");
  }

  String text(String key, String fallback) {
    return optionalText(key).orElse(fallback);
  }

  Optional<String> optionalText(String key) {
    return value(key).flatMap(value -> plain(value).map(Yaml.Text::text));
  }

  Duration duration(String key, Duration fallback) {
    return parsed(key, Words::duration, "a duration such as `35m` or `90s`").orElse(fallback);
  }

  /// A duration that is not negative.
  Duration length(String key, Duration fallback) {
    var length = duration(key, fallback);
    if (length.isNegative()) {
      findings.block(place(key), "`" + text(key, "") + "`", "no time or some", "Make it positive.");
      return fallback;
    }
    return length;
  }

  Optional<WallTime> wallTime(String key) {
    return parsed(key, WallTime::parse, "a local time such as `08:35` or `24:45`");
  }

  Optional<LocalDate> date(String key) {
    return parsed(key, Words::date, "a date such as `2026-09-14`");
  }

  Optional<Integer> number(String key) {
    return parsed(key, Section::whole, "a whole number");
  }

  double metres(String key, double fallback) {
    return parsed(key, Section::decimal, "a number of metres").orElse(fallback);
  }

  boolean flag(String key, boolean fallback) {
    return parsed(key, Section::truth, "`true` or `false`").orElse(fallback);
  }

  <E extends Enum<E>> E word(String key, Class<E> type, E fallback) {
    return parsed(key, text -> Words.constant(type, text), "one of " + Words.all(type))
        .orElse(fallback);
  }

  /// A value read by the reader given; a finding when there is one that it does not understand.
  <T> Optional<T> parsed(String key, Function<String, Optional<T>> reader, String expected) {
    var value = value(key).flatMap(this::plain);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var parsed = reader.apply(value.get().text());
    if (parsed.isEmpty()) {
      findings.block(
          value.get().place(), "`" + value.get().text() + "`", expected, "Correct `" + key + "`.");
    }
    return parsed;
  }

  /// The section under a key; empty when it is not there.
  Section section(String key) {
    return value(key).map(value -> of(value, findings)).orElseGet(() -> empty(place(), findings));
  }

  /// The rows under a key, each with its place; a single value counts as one row.
  List<Yaml> rows(String key) {
    return value(key)
        .map(value -> value instanceof Yaml.Rows(_, var rows) ? rows : List.of(value))
        .orElse(List.of());
  }

  /// The texts under a key.
  List<Yaml.Text> texts(String key) {
    var texts = new ArrayList<Yaml.Text>();
    rows(key).forEach(row -> plain(row).ifPresent(texts::add));
    return texts;
  }

  /// Everything in this section by id: keys that cannot be ids are findings and left out.
  Map<String, Yaml> byId() {
    var values = new LinkedHashMap<String, Yaml>();
    table
        .values()
        .forEach(
            (key, value) -> {
              asked.add(key);
              if (isId(place(key), key)) {
                values.put(key, value);
              }
            });
    return values;
  }

  /// Whether the text may be an id; a finding when not.
  boolean isId(Place place, String text) {
    if (Id.isValid(text)) {
      return true;
    }
    findings.block(place, "`" + text + "`", Ids.EXPECTED, "Choose another id.");
    return false;
  }

  /// Says which keys nobody asked for.
  @Override
  public void close() {
    table
        .keys()
        .forEach(
            (key, place) -> {
              if (!asked.contains(key)) {
                var known = String.join(", ", asked.stream().sorted().toList());
                findings.block(place, "`" + key + "`", "one of " + known, "Remove or rename it.");
              }
            });
  }

  private Optional<Yaml.Text> plain(Yaml value) {
    if (value instanceof Yaml.Text text) {
      return Optional.of(text);
    }
    findings.block(value.place(), value.kind(), "a plain value", "Write one value.");
    return Optional.empty();
  }

  private static Optional<Integer> whole(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Double> decimal(String text) {
    try {
      return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
