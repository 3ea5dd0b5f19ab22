package dev.carillon.desk;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.PlannedCommand;
import dev.carillon.floor.RePlan;
import dev.carillon.log.CommandId;
import dev.carillon.school.Role;
import java.time.LocalDate;

/// A command on its way to a desk: who asks and in which role come from the session.
///
/// @param bodyHash of the command as it came
/// @param dryRun answer what would happen and change nothing
public record Order(
    CommandId id, LocalDate date, Role role, Command command, String bodyHash, boolean dryRun) {
  /// The planner's answer is part of what the floor decides; the body is still the one that came.
  Order answered(RePlan plan) {
    return command instanceof PlannedCommand asked
        ? new Order(id, date, role, asked.answered(plan), bodyHash, dryRun)
        : this;
  }
}
