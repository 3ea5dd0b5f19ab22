package dev.carillon.school;

import java.text.Collator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A stretch of the alphabet by the first letters of the names that are shown, both ends included:
/// `A-M`. One that begins at A also has whatever sorts before it, one that ends at Z whatever sorts
/// behind.
///
/// @param from a letter A to Z
/// @param to the same letter or a later one
public record NameRange(String from, String to) {
  private static final Pattern TEXT = Pattern.compile("([A-Z])-([A-Z])");

  public static final NameRange ALL = new NameRange("A", "Z");

  public NameRange {
    if (!TEXT.matcher(from + "-" + to).matches() || from.compareTo(to) > 0) {
      throw new IllegalArgumentException("no range of names: " + from + "-" + to);
    }
  }

  /// Empty when it is none.
  public static Optional<NameRange> parse(String text) {
    var found = TEXT.matcher(text);
    return found.matches() && found.group(1).compareTo(found.group(2)) <= 0
        ? Optional.of(new NameRange(found.group(1), found.group(2)))
        : Optional.empty();
  }

  /// `A-M`.
  public String text() {
    return from + "-" + to;
  }

  /// @param collator that of the school's language, at primary strength: É is an E
  boolean has(String shown, Collator collator) {
    var name = shown.strip();
    if (name.isEmpty()) {
      return from.equals("A");
    }
    var first = Character.toString(name.codePointAt(0));
    return (from.equals("A") || collator.compare(first, from) >= 0)
        && (to.equals("Z") || collator.compare(first, to) <= 0);
  }
}
