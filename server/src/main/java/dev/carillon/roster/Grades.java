package dev.carillon.roster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Grades as they are written: `K`, `PK`, `1` to `13`; words and numbers of others are read as
/// these.
final class Grades {
  private static final int GRADE_MAX = 13;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("kindergarten", "K"),
          Map.entry("kg", "K"),
          Map.entry("k", "K"),
          Map.entry("tk", "K"),
          Map.entry("transitionalkindergarten", "K"),
          Map.entry("0", "K"),
          Map.entry("00", "K"),
          Map.entry("pk", "PK"),
          Map.entry("pre-k", "PK"),
          Map.entry("prek", "PK"),
          Map.entry("prekindergarten", "PK"),
          Map.entry("postgraduate", "13"));

  private Grades() {}

  static Optional<String> parse(String text) {
    var plain =
        text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s|grade|(?<=\\d)(st|nd|rd|th)$", "");
    var word = WORDS.get(plain);
    if (word != null) {
      return Optional.of(word);
    }
    if (!plain.matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(plain);
    return number <= GRADE_MAX ? Optional.of(Integer.toString(number)) : Optional.empty();
  }
}
