package dev.carillon.gateway;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Command.OfHelp;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Command.UnclearLine;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Scope;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.ServerFrame.CurrentRow;
import dev.carillon.wire.ServerFrame.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a refusal something a screen can show: with the row it is about, as the asker may see it.
final class Refusals {
  /// The floor's way to say when; on the wire it is a field of its own.
  private static final String RETRY_AFTER = "retryAfterMs";

  private Refusals() {}

  /// @param window what the asker is shown; null before she is shown anything
  static Refused frame(
      Ask ask, Refusal refusal, Map<String, String> args, @Nullable Window window) {
    var rest = new HashMap<>(args);
    var wait =
        Optional.ofNullable(rest.remove(RETRY_AFTER))
            .map(ms -> Duration.ofMillis(Long.parseLong(ms)));
    var row =
        Optional.ofNullable(window)
            .flatMap(
                shown ->
                    about(ask.command()).stream()
                        .flatMap(subject -> find(shown, subject).stream())
                        .findFirst());
    return new Refused(ask.id(), refusal, wait, rest, row);
  }

  /// Which row of a window a command is about.
  record Subject(String table, String id) {}

  /// A call stands in one table of students and helpers, and in another one of leaders.
  private static List<Subject> about(Command command) {
    return switch (command) {
      case OfHelp said ->
          List.of(
              new Subject("help", said.help().value()), new Subject("line", said.help().value()));
      case ClearLine(var room, _, _) -> List.of(new Subject("roomHelp", room.value()));
      case UnclearLine(var room) -> List.of(new Subject("roomHelp", room.value()));
      case Steer(Scope.OfSchedule(var schedule), _, _, _) ->
          List.of(new Subject("schedules", schedule.value()));
      default -> List.of();
    };
  }

  private static Optional<CurrentRow> find(Window window, Subject subject) {
    return Optional.ofNullable(window.view().tables().get(subject.table()))
        .flatMap(rows -> Optional.ofNullable(rows.get(subject.id())))
        .map(row -> new CurrentRow(subject.table(), row));
  }
}
