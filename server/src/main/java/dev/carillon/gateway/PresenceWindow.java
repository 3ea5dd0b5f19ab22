package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import dev.carillon.view.View;
import dev.carillon.wire.ServerFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What one audience of staff was told of who is gone: by the ids its own rows have, so that nobody
/// learns of a student here whom she does not see there. Belongs to the thread of [Audiences].
final class PresenceWindow {
  private Map<String, Long> told = Map.of();
  private long number;
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
    var next = rows(presence, idOf);
    if (next.equals(told)) {
      return Optional.empty();
    }
    var before = told;
    told = next;
    long from = number++;
    return Optional.of(
        new ServerFrame.Presence(
            OptionalLong.of(from),
            number,
            seen(next, before),
            before.keySet().stream().filter(id -> !next.containsKey(id)).toList()));
  }

  /// Everything, for whoever comes.
  ServerFrame.Presence whole() {
    return new ServerFrame.Presence(OptionalLong.empty(), number, seen(told, Map.of()), List.of());
  }

  private static List<ServerFrame.Seen> seen(Map<String, Long> next, Map<String, Long> before) {
    return next.entrySet().stream()
        .filter(row -> !row.getValue().equals(before.get(row.getKey())))
        .map(row -> new ServerFrame.Seen(row.getKey(), row.getValue()))
        .toList();
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
