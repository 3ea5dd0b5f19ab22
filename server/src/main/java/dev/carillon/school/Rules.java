package dev.carillon.school;

import java.time.Duration;
import java.util.Objects;

/// What a school may set. [#DEFAULTS] holds the numbers Carillon proposes.
///
/// @param bellLag how much later than true time the building's bell rings; negative = earlier. It
///   shifts bell instants and nothing else
/// @param lateRingMax a bell later than this (real time) stays silent and is recorded as missed
/// @param missingAfterSettle a student not arrived this long after SETTLE is missing
/// @param advanceLead how far ahead *advance* takes effect, so that all screens flip together
/// @param endMargin a block's new end is at least this far ahead
/// @param undoMax a control can be taken back for this long, in real time
/// @param unseenMax a changed stop that nobody has seen this long, in real time, is told to staff
/// @param claimLease a claim not followed by an arrival lapses after this
/// @param offerFor a free seat is offered to the first in line for this long, in real time
/// @param unlockFor an assessment that no block is long enough for any more may be opened for this
///   long after it was unlocked
/// @param asksMax asks of one student within `asksWindow`
/// @param helpText whether a help request may carry a line of text
/// @param help how calls for help are answered otherwise
public record Rules(
    Duration bellLag,
    Duration lateRingMax,
    Duration missingAfterSettle,
    Duration advanceLead,
    Duration endMargin,
    Duration undoMax,
    Duration unseenMax,
    Duration claimLease,
    Duration offerFor,
    Duration unlockFor,
    int asksMax,
    Duration asksWindow,
    boolean helpText,
    HelpTerms help) {
  /// A school published by an earlier program says nothing of help.
  public Rules {
    help = Objects.requireNonNullElse(help, HelpTerms.DEFAULTS);
  }

  public static final Rules DEFAULTS =
      new Rules(
          Duration.ZERO,
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(120),
          Duration.ofSeconds(30),
          Duration.ofMinutes(30),
          6,
          Duration.ofMinutes(10),
          true,
          HelpTerms.DEFAULTS);

  /// The rules of a school that says nothing else of help.
  public Rules(
      Duration bellLag,
      Duration lateRingMax,
      Duration missingAfterSettle,
      Duration advanceLead,
      Duration endMargin,
      Duration undoMax,
      Duration unseenMax,
      Duration claimLease,
      Duration offerFor,
      Duration unlockFor,
      int asksMax,
      Duration asksWindow,
      boolean helpText) {
    this(
        bellLag,
        lateRingMax,
        missingAfterSettle,
        advanceLead,
        endMargin,
        undoMax,
        unseenMax,
        claimLease,
        offerFor,
        unlockFor,
        asksMax,
        asksWindow,
        helpText,
        HelpTerms.DEFAULTS);
  }

  /// The same rules with another lag of the building's bell.
  public Rules lagging(Duration lag) {
    return new Rules(
        lag,
        lateRingMax,
        missingAfterSettle,
        advanceLead,
        endMargin,
        undoMax,
        unseenMax,
        claimLease,
        offerFor,
        unlockFor,
        asksMax,
        asksWindow,
        helpText,
        help);
  }

  /// The same rules with other terms of help.
  public Rules with(HelpTerms terms) {
    return new Rules(
        bellLag,
        lateRingMax,
        missingAfterSettle,
        advanceLead,
        endMargin,
        undoMax,
        unseenMax,
        claimLease,
        offerFor,
        unlockFor,
        asksMax,
        asksWindow,
        helpText,
        terms);
  }
}
