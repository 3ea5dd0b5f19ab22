package dev.carillon.desk;

import dev.carillon.floor.Command;
import dev.carillon.log.CommandId;
import dev.carillon.school.Role;
import java.time.LocalDate;

/// A command on its way to a desk: who asks and in which role come from the session.
///
/// @param bodyHash of the command as it came
/// @param dryRun answer what would happen and change nothing
public record Order(
    CommandId id, LocalDate date, Role role, Command command, String bodyHash, boolean dryRun) {}
