package dev.carillon.gateway;

import dev.carillon.view.Row;

/// A station's badge as a picture that browsers of ten years ago draw: colour, shape and letter.
final class LiteBadge {
  private static final String[] COLOURS = {
    "#375ae9", "#ea7e12", "#17672a", "#fbf65b", "#44007a", "#46bff4", "#edb8c1", "#484b52"
  };

  private static final String[] INKS = {
    "#ffffff", "#101820", "#ffffff", "#101820", "#ffffff", "#101820", "#101820", "#ffffff"
  };

  /// In a box of 100 by 100, in the order of the shapes on the wire.
  private static final String[] PATHS = {
    "M50 5a45 45 0 1 1 0 90a45 45 0 1 1 0-90z",
    "M50 6L96 92H4z",
    "M8 8h84v84H8z",
    "M50 5L61 37L96 38L68 58L78 92L50 72L22 92L32 58L4 38L39 37z",
    "M50 4L96 50L50 96L4 50z",
    "M27 8h46L96 50L73 92H27L4 50z",
    "M28 5h44v23h23v44H72v23H28V72H5V28h23z",
    "M50 5L92 15v34C92 74 73 90 50 96C27 90 8 74 8 49V15z"
  };

  private static final int[] MIDDLES = {50, 66, 50, 54, 50, 50, 50, 49};
  private static final int[] LETTERS = {58, 44, 60, 40, 48, 56, 56, 56};

  private LiteBadge() {}

  /// The letter is one of the school's and holds no markup: it was checked when it was read.
  static String svg(Row.Badge badge) {
    int shape = Math.floorMod(badge.shape(), PATHS.length);
    int colour = Math.floorMod(badge.colour(), COLOURS.length);
    double size = LETTERS[shape] * (badge.letter().length() > 1 ? 0.75 : 1);
    var letter = badge.letter().replaceAll("[^\\p{L}\\p{N}]", "");
    return ("<svg viewBox=\"0 0 100 100\" aria-hidden=\"true\"><path d=\"%s\" fill=\"%s\""
            + " stroke=\"#f4f7fb\" stroke-width=\"5\"/><text x=\"50\" y=\"%d\" font-size=\"%d\""
            + " fill=\"%s\" text-anchor=\"middle\" font-weight=\"bold\">%s</text></svg>")
        .formatted(
            PATHS[shape],
            COLOURS[colour],
            (int) (MIDDLES[shape] + size / 3),
            (int) size,
            INKS[colour],
            letter);
  }
}
