package dev.carillon.school;

import java.util.Locale;

/// What a bell says. An inner boundary rings once, as the next block's MOVE; END exists only before
/// a gap, DISMISS at the end of the day. MANUAL has no place in the timeline.
public enum BellKind {
  WARNING,
  MOVE,
  TARDY,
  END,
  DISMISS,
  MANUAL;

  /// The kind as it stands in ids and on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
