package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import dev.carillon.view.View;
import dev.carillon.wire.ServerFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What one audience of staff was told of who is gone: by the ids its own rows have, so that nobody
/// learns of a student here whom she does not see there. Belongs to the thread of [Audiences].
final class PresenceWindow {
  private final ToldRows<Long> told = new ToldRows<>();
  private long version = -1;
  private Optional<View> view = Optional.empty();

  /// What changed since the last time, for those who have heard everything before.
  ///
  /// @param idOf what the audience calls a student in the view; empty for whom it does not see
  Optional<ServerFrame.Presence> change(
      View now, Presence presence, Function<PersonId, Optional<String>> idOf) {
    if (version == presence.version() && view.filter(seen -> isSame(seen, now)).isPresent()) {
      return Optional.empty();
    }
    version = presence.version();
    view = Optional.of(now);
    return told.change(rows(presence, idOf)).map(PresenceWindow::frame);
  }

  /// Everything, for whoever comes.
  ServerFrame.Presence whole() {
    return frame(told.whole());
  }

  private static ServerFrame.Presence frame(ToldRows.Step<Long> step) {
    var seen =
        step.set().entrySet().stream()
            .map(row -> new ServerFrame.Seen(row.getKey(), row.getValue()))
            .toList();
    return new ServerFrame.Presence(step.from(), step.to(), seen, step.gone());
  }

  private static Map<String, Long> rows(
      Presence presence, Function<PersonId, Optional<String>> idOf) {
    var rows = new LinkedHashMap<String, Long>();
    presence
        .gone()
        .forEach(
            (student, lastSeen) ->
                idOf.apply(student).ifPresent(id -> rows.put(id, lastSeen.toEpochMilli())));
    return rows;
  }

  /// A view that did not change is the same object.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(View one, View other) {
    return one == other;
  }
}
