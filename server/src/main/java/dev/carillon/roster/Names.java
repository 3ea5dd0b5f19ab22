package dev.carillon.roster;

/// Names as a school shows them.
final class Names {
  private Names() {}

  /// The first name and the initial of the surname: `Mira T.`.
  static String shortened(String first, String last) {
    return last.isEmpty()
        ? first
        : first + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
  }

  /// The two initials of a person, for boards.
  static String initials(String first, String last) {
    return initial(first) + initial(last);
  }

  private static String initial(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
  }
}
