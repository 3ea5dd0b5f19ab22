package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What happened to one request so far, as statistics need it.
///
/// @param subject what it was about
/// @param since when `state` began
/// @param spent the time in the states before
/// @param helper who has it, or had it last
/// @param keeper who put the student on hold, until somebody takes the request again
/// @param claimedAfter from asking to the claim, parked time left out; of a claim that led to
///   nothing until one that did
/// @param arrivedAfter the same to the first arrival
/// @param heardAt when the helper was heard of last
/// @param kept while the student is kept over a bell
/// @param end how it ended; empty while it is open
public record HelpTrack(
    PersonId student,
    String subject,
    Instant askedAt,
    State state,
    Instant since,
    Spent spent,
    Optional<PersonId> helper,
    Optional<PersonId> keeper,
    Optional<Duration> claimedAfter,
    Optional<Duration> arrivedAfter,
    Instant heardAt,
    Optional<Kept> kept,
    Optional<HelpRequest.Outcome> end) {
  /// Where the time goes.
  public enum State {
    WAITING,
    CLAIMED,
    HELPING,
    /// A helper is there as far as anybody knows, and nobody hears of her.
    SILENT,
    ON_HOLD,
    UNREACHABLE,
    PARKED,
    OVER;

    /// Whether a helper has the request.
    boolean isOwned() {
      return this == CLAIMED || this == HELPING || this == SILENT;
    }
  }

  /// @param waited in the line, all of it
  /// @param helped a helper being there
  /// @param held trying by herself
  /// @param parked by the timetable
  public record Spent(Duration waited, Duration helped, Duration held, Duration parked) {
    static final Spent NOTHING =
        new Spent(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    Spent and(State state, Duration past) {
      return switch (state) {
        case WAITING -> new Spent(waited.plus(past), helped, held, parked);
        case HELPING -> new Spent(waited, helped.plus(past), held, parked);
        case ON_HOLD -> new Spent(waited, helped, held.plus(past), parked);
        case PARKED -> new Spent(waited, helped, held, parked.plus(past));
        case CLAIMED, SILENT, UNREACHABLE, OVER -> this;
      };
    }
  }

  /// Kept over a bell.
  ///
  /// @param bell its key in [HelpBells]
  /// @param from when it rang
  /// @param latest when she has to go, whoever is asked
  public record Kept(String bell, Instant from, Instant latest) {
    Duration until(Instant at) {
      var end = at.isBefore(latest) ? at : latest;
      return end.isAfter(from) ? Duration.between(from, end) : Duration.ZERO;
    }
  }

  static HelpTrack asked(PersonId student, String subject, Instant at) {
    return new HelpTrack(
        student,
        subject,
        at,
        State.WAITING,
        at,
        Spent.NOTHING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at,
        Optional.empty(),
        Optional.empty());
  }

  public Duration waited() {
    return spent.waited();
  }

  public Duration helped() {
    return spent.helped();
  }

  public Duration onHold() {
    return spent.held();
  }

  /// Whether a helper has been there.
  public boolean wasHelped() {
    return arrivedAfter.isPresent();
  }

  /// The helper who has it now.
  Optional<PersonId> owner() {
    return state.isOwned() ? helper : Optional.empty();
  }

  /// The helper who is with the student as far as anybody has seen.
  Optional<PersonId> with() {
    return state == State.HELPING ? helper : Optional.empty();
  }

  /// In another state: the time in the one before is added up.
  HelpTrack in(State next, Instant at) {
    var past = at.isAfter(since) ? Duration.between(since, at) : Duration.ZERO;
    return new HelpTrack(
        student,
        subject,
        askedAt,
        next,
        at,
        spent.and(state, past),
        helper,
        keeper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        kept,
        end);
  }

  HelpTrack claimed(PersonId by, Instant at) {
    var after = wasHelped() ? claimedAfter : Optional.of(sinceAsked(at));
    return in(State.CLAIMED, at).of(Optional.of(by), Optional.empty()).came(after, arrivedAfter);
  }

  HelpTrack arrived(Instant at) {
    var after = wasHelped() ? arrivedAfter : Optional.of(sinceAsked(at));
    return in(State.HELPING, at).came(claimedAfter, after).heard(at);
  }

  /// The helper waits for what comes of it.
  HelpTrack onHold(PersonId by, Instant at) {
    return in(State.ON_HOLD, at).of(helper, Optional.of(by));
  }

  /// Somebody else has it; whether she was there already is kept.
  HelpTrack takenOver(PersonId by, Instant at) {
    var goesOn = state == State.SILENT ? State.HELPING : state;
    return in(goesOn, at).of(Optional.of(by), keeper).heard(at);
  }

  private Duration sinceAsked(Instant at) {
    return Duration.between(askedAt, at).minus(spent.parked());
  }

  /// A helper is there again of whom nobody had heard.
  HelpTrack renewed(Instant at) {
    return (state == State.SILENT ? in(State.HELPING, at) : this).heard(at);
  }

  /// What nobody has seen is not counted as help.
  HelpTrack silent(Instant at) {
    return state == State.HELPING ? in(State.SILENT, heardAt.isBefore(at) ? heardAt : at) : this;
  }

  private HelpTrack of(Optional<PersonId> newHelper, Optional<PersonId> newKeeper) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        spent,
        newHelper,
        newKeeper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        kept,
        end);
  }

  private HelpTrack came(Optional<Duration> newClaimed, Optional<Duration> newArrived) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        spent,
        helper,
        keeper,
        newClaimed,
        newArrived,
        heardAt,
        kept,
        Optional.empty());
  }

  private HelpTrack heard(Instant at) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        spent,
        helper,
        keeper,
        claimedAfter,
        arrivedAfter,
        at,
        kept,
        end);
  }

  HelpTrack kept(Optional<Kept> over) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        spent,
        helper,
        keeper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        over,
        end);
  }

  /// @param outcome empty when the ending is taken back
  HelpTrack ended(Optional<HelpRequest.Outcome> outcome) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        spent,
        helper,
        keeper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        kept,
        outcome);
  }
}
