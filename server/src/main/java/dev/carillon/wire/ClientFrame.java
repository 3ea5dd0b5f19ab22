package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Cursor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a device says.
public sealed interface ClientFrame {
  /// Always the first frame of a socket.
  ///
  /// @param device a name the device made for itself once
  /// @param cursor where its last view stands, when it has one
  record Hello(String device, String app, String ticket, Screen screen, Optional<Cursor> cursor)
      implements ClientFrame {}

  /// @param id a UUID in lower case, unique per person and day
  /// @param bodyHash over kind, body and expected version, whatever their order and layout
  record Ask(
      String id, LocalDate date, CommandKind kind, Command command, String bodyHash, boolean dryRun)
      implements ClientFrame {}

  /// @param id of the bell, of the prompt's block, or the version of the agenda
  /// @param skewMs how much later than the bell's instant it rang; negative = earlier
  record Receipt(Of of, String id, Stage stage, OptionalLong skewMs, boolean hidden)
      implements ClientFrame {}

  /// @param t0 the device's own clock in milliseconds
  /// @param errorMs how wrong it thinks its floor clock is at most; empty while it is not in step
  record ClockAsk(double t0, OptionalDouble errorMs) implements ClientFrame {}

  /// What a receipt is for.
  enum Of {
    BELL,
    PROMPT,
    AGENDA
  }

  /// How far it came.
  enum Stage {
    ARMED,
    RUNG,
    /// More than ten seconds late: silent.
    MISSED,
    DELIVERED,
    SHOWN,
    ACKNOWLEDGED
  }
}
