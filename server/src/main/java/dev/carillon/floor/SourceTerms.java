package dev.carillon.floor;

import dev.carillon.school.Id.SourceId;
import java.util.Set;

/// On what terms a source is listened to. Products differ, so that each has its own thresholds and
/// each rule can be switched off.
///
/// @param name as helpers read it
/// @param rules which guesses are made of what it tells
/// @param failures after how many failed attempts at a gate a student counts as blocked
/// @param opportunities within how many a skill should be shown, or she counts as spinning
/// @param asideMax how many of its signals are set aside a day; of more nothing is kept
public record SourceTerms(
    SourceId id, String name, Set<Hint.Rule> rules, int failures, int opportunities, int asideMax) {
  public static final int FAILURES = 2;
  public static final int OPPORTUNITIES = 10;

  /// A feed that is wrong all day is told so as often, and the day's log does not fill with it.
  public static final int ASIDE_MAX = 1_000;

  public SourceTerms {
    rules = Set.copyOf(rules);
  }

  public SourceTerms(
      SourceId id, String name, Set<Hint.Rule> rules, int failures, int opportunities) {
    this(id, name, rules, failures, opportunities, ASIDE_MAX);
  }
}
