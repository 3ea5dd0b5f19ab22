package dev.carillon.school;

import java.util.Locale;

/// What a block is: ROTATION blocks are planned student by student, the others by where everybody
/// is.
public enum BlockKind {
  ROTATION,
  FIXED,
  MEAL,
  ASSEMBLY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
