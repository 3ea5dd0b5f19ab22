package dev.carillon.judge;

/// A promise that was not kept.
public final class Broken extends AssertionError {
  private static final long serialVersionUID = 1;

  private final Rule rule;

  Broken(Rule rule, String what) {
    super(rule + ": " + what);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }

  static void unless(boolean holds, Rule rule, String what) {
    if (!holds) {
      throw new Broken(rule, what);
    }
  }
}
