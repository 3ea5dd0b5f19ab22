package dev.carillon.school;

import java.util.Locale;

/// In which role somebody acts. BOARD is a wall screen, SYSTEM is time, SOURCE a program outside
/// that tells what students do in it and may do nothing else.
public enum Role {
  STUDENT,
  PARAPROFESSIONAL,
  TEACHER,
  LEADER,
  ADMINISTRATOR,
  BOARD,
  SYSTEM,
  SOURCE;

  /// Whoever may claim help.
  public boolean helps() {
    return this == PARAPROFESSIONAL || this == TEACHER;
  }

  /// Whoever may steer the day.
  public boolean leads() {
    return this == LEADER || this == ADMINISTRATOR;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
