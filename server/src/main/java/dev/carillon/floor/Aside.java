package dev.carillon.floor;

import java.util.Locale;

/// Why nothing was made of a signal.
public enum Aside {
  /// It lacks something or says it otherwise than agreed.
  SHAPE_WRONG,
  /// Nobody here goes by that name.
  ACTOR_UNKNOWN,
  /// It is about nothing that is on the student's list and no test of the school.
  ITEM_UNKNOWN,
  /// Its clock and ours are too far apart, or it comes too late.
  CLOCK_APART,
  /// The student is in no lesson in which that can be asked.
  NOT_NOW,
  /// Its id was used for something else.
  ID_REUSED,
  /// Its source has sent more today that could not be used than is kept.
  TOO_MANY;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
