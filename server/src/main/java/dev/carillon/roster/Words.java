package dev.carillon.roster;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the words of school files: durations with their unit, dates, languages. Empty means that
/// it is none.
final class Words {
  private static final Pattern DURATION = Pattern.compile("(-?)(\\d{1,9})(ms|s|m|h)");

  private static final int YEAR_MIN = 1990;
  private static final int YEAR_MAX = 2199;

  private Words() {}

  /// `35m`, `90s`, `1500ms`, `2h`, `-10s`.
  static Optional<Duration> duration(String text) {
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(match.group(2));
    var length =
        switch (match.group(3)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    return Optional.of(match.group(1).isEmpty() ? length : length.negated());
  }

  /// The duration in the largest unit that needs no fraction.
  static String of(Duration length) {
    if (length.toMillisPart() != 0) {
      return length.toMillis() + "ms";
    }
    return length.toSecondsPart() == 0 && !length.isZero()
        ? length.toMinutes() + "m"
        : length.toSeconds() + "s";
  }

  /// `2026-09-14`. Years of other centuries are slips, and would make calendars count for long.
  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> date.getYear() >= YEAR_MIN && date.getYear() <= YEAR_MAX);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// `11-15`: a month and a day of any year.
  static Optional<MonthDay> monthDay(String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// A BCP 47 tag such as `en` or `fr-CA`.
  static Optional<String> language(String text) {
    try {
      var locale = new Locale.Builder().setLanguageTag(text).build();
      return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IllformedLocaleException _) {
      return Optional.empty();
    }
  }

  /// The constant whose name is this word in lower case with dashes.
  static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
    for (var constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All words of an enum, for people: `a`, `b` or `c`.
  static String all(Class<? extends Enum<?>> type) {
    var words = new StringBuilder();
    for (var constant : type.getEnumConstants()) {
      words.append(words.isEmpty() ? "" : ", ").append('`').append(word(constant)).append('`');
    }
    return words.toString();
  }
}
