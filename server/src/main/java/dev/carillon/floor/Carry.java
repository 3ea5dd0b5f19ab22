package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import java.util.Map;

/// What one day hands to the next.
///
/// @param helpsLastDay how often each student was helped, for fairness; students with none are
///   absent
public record Carry(Map<PersonId, Integer> helpsLastDay) {
  public static final Carry NOTHING = new Carry(Map.of());

  public Carry {
    helpsLastDay = Map.copyOf(helpsLastDay);
  }
}
