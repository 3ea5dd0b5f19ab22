package dev.carillon.floor;

import dev.carillon.school.Id.SourceId;
import java.util.List;

/// Why a program's word has become a call or a wish for a test, for whoever is to answer it. It is
/// for staff: no student and no board is told of it (ADR 24).
///
/// @param sourceName as helpers read it
/// @param about an item, a test, or what the program calls the place; empty when it does not say
public record Why(
    SourceId source, String sourceName, What what, String about, List<Hint.Figure> evidence) {
  public Why {
    evidence = List.copyOf(evidence);
  }

  /// What the program told.
  public enum What {
    /// She asked for help in it.
    HAND,
    /// She failed several times at something that others wait behind. That is concluded, not said.
    BLOCKED,
    /// She has come to a test that a teacher opens.
    TEST
  }

  boolean isLike(Why other) {
    return what == other.what && about.equals(other.about);
  }

  static Why of(SourceTerms source, What what, String about) {
    return new Why(source.id(), source.name(), what, about, List.of());
  }
}
