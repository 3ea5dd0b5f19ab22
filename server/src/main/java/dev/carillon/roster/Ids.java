package dev.carillon.roster;

import dev.carillon.school.Id;
import java.text.Normalizer;
import java.util.Locale;

/// Makes and describes ids.
final class Ids {
  static final String EXPECTED =
      "letters, digits and . _ - / only, at most " + Id.LENGTH_MAX + " of them";

  /// An id made from a name leaves room for what is put around it.
  private static final int SLUG_CHARS_MAX = 32;

  private Ids() {}

  /// An id made from a name: `Group A Assembly` becomes `group-a-assembly`.
  static String slug(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    var dashed = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var trimmed = dashed.replaceAll("^-|-$", "");
    var slug = trimmed.substring(0, Math.min(SLUG_CHARS_MAX, trimmed.length()));
    return slug.isEmpty() ? "x" : slug;
  }
}
