package dev.carillon.judge;

/// What must be so of calls for help whatever fails. I-… are the numbers of the promises in
/// docs/scenarios.md.
public enum Rule {
  /// I-1: entries are numbered without gaps and time never goes back.
  LOG,
  /// I-3: what was answered with *done* stands where the answer said, with the same outcome.
  KEPT,
  /// I-4: no command stands in the log twice.
  ONCE,
  /// I-5: what was refused for good is not in the log.
  HONEST,
  /// One id has one answer, however often it is sent.
  SAME_ANSWER,
  /// I-8: a request is in every later state until something ends it, on every node.
  LOST,
  /// I-8: nobody is overtaken further than was promised.
  ORDER,
  /// I-9: one active request a student.
  ONE_REQUEST,
  /// I-10: what happens to a request fits the state it is in.
  STATE,
  /// I-10: whoever acts as the owner is the owner.
  OWNER,
  /// I-10: a helper has one claim, or one group.
  ONE_CLAIM,
  /// I-10: epochs grow by one with each claim, and nothing is done with an old one.
  FENCED,
  /// The version grows by one with each event.
  VERSION,
  /// No event that leaves everything as it was.
  CHANGE,
  /// Whoever waits is in the line of one room, and whoever is shown there waits.
  LINE,
  /// Each alarm once, and none after a louder one.
  LEVEL,
  /// What was parked comes back once.
  PARKED,
  /// I-12: equal places in the log, equal screens; and no screen that stays behind once all is
  /// quiet.
  AGREE
}
