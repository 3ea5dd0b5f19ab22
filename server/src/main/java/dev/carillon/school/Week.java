package dev.carillon.school;

import dev.carillon.school.Id.DayTypeId;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;

/// Which day type each weekday runs; a weekday left out runs none.
public record Week(Map<DayOfWeek, DayTypeId> days) {
  public static final Week EMPTY = new Week(Map.of());

  public Week {
    days = Ordered.copyOf(days);
  }

  public Optional<DayTypeId> on(DayOfWeek day) {
    return Optional.ofNullable(days.get(day));
  }
}
