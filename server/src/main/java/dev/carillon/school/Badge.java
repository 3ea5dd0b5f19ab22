package dev.carillon.school;

/// How a station is recognised: a letter on a shape in a colour. Colour and shape are numbers from
/// 0 to 7 in the order of the design language, so that colour is never alone.
public record Badge(String letter, int colour, int shape) {
  public Badge {
    if (letter.isEmpty() || letter.length() > 2) {
      throw new IllegalArgumentException("a badge has one letter or two, not '" + letter + "'");
    }
    if (colour < 0 || colour > 7 || shape < 0 || shape > 7) {
      throw new IllegalArgumentException("colour and shape of a badge are 0 to 7");
    }
  }
}
