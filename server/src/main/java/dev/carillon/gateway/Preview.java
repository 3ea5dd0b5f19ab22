package dev.carillon.gateway;

import dev.carillon.school.School;
import java.time.LocalDate;

/// What a school runs on a date, as JSON: the same words as on the command line. Called on an event
/// loop, so it reads no file.
@FunctionalInterface
public interface Preview {
  String json(School school, LocalDate date);
}
