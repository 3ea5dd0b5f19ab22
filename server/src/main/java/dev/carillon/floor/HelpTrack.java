package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What happened to one request so far, as statistics need it.
///
/// @param subject what it was about
/// @param since when `state` began
/// @param waited waiting in the line, all of it
/// @param helped a helper being there
/// @param held trying by herself
/// @param parked by the timetable
/// @param claimedAfter from asking to the claim, parked time left out; of a claim that led to
///   nothing until one that did
/// @param arrivedAfter the same to the first arrival
/// @param heardAt when the helper was heard of last
/// @param keptFrom since when the student was kept over a bell
/// @param end how it ended; empty while it is open
public record HelpTrack(
    PersonId student,
    String subject,
    Instant askedAt,
    State state,
    Instant since,
    Duration waited,
    Duration helped,
    Duration held,
    Duration parked,
    Optional<PersonId> helper,
    Optional<Duration> claimedAfter,
    Optional<Duration> arrivedAfter,
    Instant heardAt,
    Optional<Instant> keptFrom,
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
    OVER
  }

  static HelpTrack asked(PersonId student, String subject, Instant at) {
    return new HelpTrack(
        student,
        subject,
        at,
        State.WAITING,
        at,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at,
        Optional.empty(),
        Optional.empty());
  }

  /// Whether a helper has been there.
  public boolean wasHelped() {
    return arrivedAfter.isPresent();
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
        state == State.WAITING ? waited.plus(past) : waited,
        state == State.HELPING ? helped.plus(past) : helped,
        state == State.ON_HOLD ? held.plus(past) : held,
        state == State.PARKED ? parked.plus(past) : parked,
        helper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        keptFrom,
        end);
  }

  HelpTrack claimed(PersonId by, Instant at) {
    var after = wasHelped() ? claimedAfter : Optional.of(sinceAsked(at));
    return with(State.CLAIMED, at, Optional.of(by), after, arrivedAfter);
  }

  HelpTrack arrived(Instant at) {
    var after = wasHelped() ? arrivedAfter : Optional.of(sinceAsked(at));
    return with(State.HELPING, at, helper, claimedAfter, after).heard(at);
  }

  /// Somebody else has it; whether she was there already is kept.
  HelpTrack takenOver(PersonId by, Instant at) {
    var goesOn = state == State.SILENT ? State.HELPING : state;
    return with(goesOn, at, Optional.of(by), claimedAfter, arrivedAfter).heard(at);
  }

  private Duration sinceAsked(Instant at) {
    return Duration.between(askedAt, at).minus(parked);
  }

  private HelpTrack with(
      State next,
      Instant at,
      Optional<PersonId> newHelper,
      Optional<Duration> newClaimed,
      Optional<Duration> newArrived) {
    var now = in(next, at);
    return new HelpTrack(
        student,
        subject,
        askedAt,
        next,
        at,
        now.waited,
        now.helped,
        now.held,
        now.parked,
        newHelper,
        newClaimed,
        newArrived,
        heardAt,
        keptFrom,
        Optional.empty());
  }

  /// A helper is there again of whom nobody had heard.
  HelpTrack renewed(Instant at) {
    return (state == State.SILENT ? in(State.HELPING, at) : this).heard(at);
  }

  /// What nobody has seen is not counted as help.
  HelpTrack silent(Instant at) {
    return state == State.HELPING ? in(State.SILENT, heardAt.isBefore(at) ? heardAt : at) : this;
  }

  private HelpTrack heard(Instant at) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        waited,
        helped,
        held,
        parked,
        helper,
        claimedAfter,
        arrivedAfter,
        at,
        keptFrom,
        end);
  }

  HelpTrack kept(Optional<Instant> from) {
    return new HelpTrack(
        student,
        subject,
        askedAt,
        state,
        since,
        waited,
        helped,
        held,
        parked,
        helper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        from,
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
        waited,
        helped,
        held,
        parked,
        helper,
        claimedAfter,
        arrivedAfter,
        heardAt,
        keptFrom,
        outcome);
  }
}
