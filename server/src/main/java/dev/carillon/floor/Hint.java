package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A guess that a student may need somebody. It is for helpers and nobody else, stands below every
/// hand that was raised, and says why (ADR 24).
///
/// @param source who told what led to it
/// @param about an item, a skill, or what the source calls its own rule
/// @param block in which it came up
public record Hint(
    HintId id,
    SourceId source,
    String sourceName,
    PersonId student,
    Rule rule,
    String about,
    List<Figure> evidence,
    BlockId block,
    Instant at,
    Instant until) {
  public Hint {
    evidence = List.copyOf(evidence);
  }

  /// How one comes to think so. What is listed first weighs more.
  public enum Rule {
    /// Several failed attempts at something that others wait behind. No guess is made of that: a
    /// hand is held up for her (ADR 26).
    BLOCKED,
    /// Many opportunities and never three right first tries in a row.
    SPINNING,
    /// The source thinks so, by a rule of its own.
    STUCK;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What was counted.
  public record Figure(String name, int count) {}

  boolean isOf(PersonId whom, Rule which, String what) {
    return student.equals(whom) && rule == which && about.equals(what);
  }
}
