package dev.carillon.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a device wants to show. Who may open which stands in the authority table.
public enum Screen {
  STUDENT,
  HELPER,
  LEADER,
  BOARD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Screen> of(String word) {
    return Stream.of(values()).filter(screen -> screen.word().equals(word)).findFirst();
  }
}
