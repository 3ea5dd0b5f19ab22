package dev.carillon.gateway;

import dev.carillon.floor.Command.DrawDay;
import dev.carillon.school.ManualDay;
import dev.carillon.school.School;
import io.vertx.core.Future;
import java.time.LocalDate;

/// The school as published, with what leaders decided for dates since: the same on every node.
public interface Published {
  Future<School> school();

  /// The school with this decision, in place of any earlier one made here for the date.
  Future<School> decide(ManualDay day);

  /// The school without a decision made here; one of the school's own file stays.
  Future<School> clear(LocalDate date);

  /// A date of the school made real: when its blocks are, and who goes where in them.
  Future<DrawDay> draw(School school, LocalDate date);

  /// What a school runs on a date, as JSON: the same words as on the command line. Called on an
  /// event loop, so it reads no file.
  String preview(School school, LocalDate date);
}
