package dev.carillon.roster;

import dev.carillon.school.Badge;
import java.util.Optional;

/// Badges in the order of the design language: A to H have a colour and a shape each; past them the
/// colours come round again and the shape moves on by one each time. I and O look like digits and
/// are no badge.
final class Badges {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int COLOURS = 8;

  private Badges() {}

  /// The badge of the n-th place, counted from 0; past the alphabet the letter bears a number.
  static Badge of(int place) {
    int round = place / LETTERS.length();
    var letter = LETTERS.substring(place % LETTERS.length()).substring(0, 1);
    int shape = (place + place / COLOURS) % COLOURS;
    return new Badge(round == 0 ? letter : letter + Math.min(round + 1, 9), place % COLOURS, shape);
  }

  /// The badge of a letter.
  static Optional<Badge> of(String letter) {
    int place = letter.length() == 1 ? LETTERS.indexOf(letter.charAt(0)) : -1;
    return place < 0 ? Optional.empty() : Optional.of(of(place));
  }
}
