package dev.carillon.school;

import java.time.Duration;

/// On what terms a school answers calls for help. [#DEFAULTS] holds the numbers Carillon proposes.
///
/// Spans named *in real time* are meant for people and scaled by a demo's clock; all others run on
/// the floor's clock.
public record HelpTerms(Spans spans, Fairness fairness, Alarms alarms, Together together) {
  public static final HelpTerms DEFAULTS =
      new HelpTerms(Spans.DEFAULTS, Fairness.DEFAULTS, Alarms.DEFAULTS, Together.DEFAULTS);

  /// How long things stand.
  ///
  /// @param helpLease in real time: whoever helps and is not heard of for so long may be relieved
  /// @param noShowAfter a student who was not there is waited for so long
  /// @param hold how long a student tries by herself when the helper says nothing else
  /// @param holdMin and how long at least before she is stuck again
  /// @param offerFirst in real time: so long she is offered to whoever put her on hold, first
  /// @param acceptFor in real time: a request handed to somebody is theirs for so long
  /// @param goneAfter in real time: whoever is offline so long may be relieved by another helper
  /// @param awayAfter in real time: whoever is offline so long is not counted on, and shows as away
  /// @param undoFor in real time: an ending can be taken back
  /// @param reopenFor a student may say so long that it did not work after all
  /// @param heldFor a helper who keeps a student over the bell is asked after this, and again
  /// @param heldMax and may go on so many times
  public record Spans(
      Duration helpLease,
      Duration noShowAfter,
      Duration hold,
      Duration holdMin,
      Duration offerFirst,
      Duration acceptFor,
      Duration goneAfter,
      Duration awayAfter,
      Duration undoFor,
      Duration reopenFor,
      Duration heldFor,
      int heldMax) {
    public static final Spans DEFAULTS =
        new Spans(
            Duration.ofSeconds(180),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(180),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(3),
            2);
  }

  /// Who comes before whom (ADR 21).
  ///
  /// @param penalty for each help a student had in this block and the one before
  /// @param penaltyMax and never more than this: what nobody is set back by beyond
  /// @param helpedAfter shorter help did not happen, as far as the order is concerned
  /// @param returningMax after so many returning ones in a row one of the others comes first
  /// @param patience if that one has waited for longer than this
  /// @param nearest whether *next* prefers the nearest station among the first
  /// @param nearestWithin of those who stand at most this far behind the first
  /// @param freeChoice taking one of the first so many is taking them in order
  /// @param triesAfter a student helped so often lately is asked what she tried
  public record Fairness(
      Duration penalty,
      Duration penaltyMax,
      Duration helpedAfter,
      int returningMax,
      Duration patience,
      boolean nearest,
      Duration nearestWithin,
      int freeChoice,
      int triesAfter) {
    public static final Fairness DEFAULTS =
        new Fairness(
            Duration.ofMinutes(3),
            Duration.ofMinutes(8),
            Duration.ofSeconds(30),
            3,
            Duration.ofMinutes(5),
            false,
            Duration.ofSeconds(60),
            3,
            2);
  }

  /// When somebody else is told. Waits count during blocks only.
  ///
  /// @param late a call that waits so long is shown as late
  /// @param neighboursAfter and then helpers of neighbouring rooms may take it
  /// @param leaderAfter and then the leader is told
  /// @param leaderShare or when this share, in percent, of what was left of the block has passed,
  ///   if that is sooner
  /// @param urgentLeaderAfter the leader is told of an urgent call nobody took
  /// @param urgentEverybodyAfter and everybody on duty in the school
  /// @param unhelpedAfter the leader is told of calls in a room without a helper
  /// @param busyWait nine in ten wait longer than this
  /// @param busyFor for so long: the room is busy
  /// @param nudgeAfter a helper is asked whether to go on
  /// @param nudgeAgainAfter and once more
  /// @param silentAfter in real time: the leader is asked about a helper nobody hears of
  /// @param closingLead before the bell *next* offers only what fits
  public record Alarms(
      Duration late,
      Duration neighboursAfter,
      Duration leaderAfter,
      int leaderShare,
      Duration urgentLeaderAfter,
      Duration urgentEverybodyAfter,
      Duration unhelpedAfter,
      Duration busyWait,
      Duration busyFor,
      Duration nudgeAfter,
      Duration nudgeAgainAfter,
      Duration silentAfter,
      Duration closingLead) {
    public static final Alarms DEFAULTS =
        new Alarms(
            Duration.ofMinutes(4),
            Duration.ofMinutes(6),
            Duration.ofMinutes(10),
            60,
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(8),
            Duration.ofMinutes(3),
            Duration.ofMinutes(8),
            Duration.ofMinutes(12),
            Duration.ofMinutes(5),
            Duration.ofSeconds(90));
  }

  /// Helping several at once, and guessing how long others wait.
  ///
  /// @param within calls about one thing asked this close together make a group
  /// @param bounceWithin who asks again about the same so soon was not helped
  /// @param samplesMin no wait is guessed from fewer helps than this
  /// @param walk from one student to the next
  public record Together(Duration within, Duration bounceWithin, int samplesMin, Duration walk) {
    public static final Together DEFAULTS =
        new Together(Duration.ofMinutes(10), Duration.ofMinutes(10), 5, Duration.ofSeconds(45));
  }

  /// The same terms with another order.
  public HelpTerms with(Fairness other) {
    return new HelpTerms(spans, other, alarms, together);
  }
}
