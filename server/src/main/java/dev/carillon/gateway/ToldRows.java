package dev.carillon.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Rows that an audience is told apart from its view, with a counter of their own. Belongs to the
/// thread of [Audiences].
final class ToldRows<V> {
  private Map<String, V> told = Map.of();
  private long number;

  /// @param from the number before; empty = everything
  /// @param set what is new or another
  /// @param gone what is not there any more
  record Step<V>(OptionalLong from, long to, Map<String, V> set, List<String> gone) {}

  /// From what was told last to these rows; empty when they are the same.
  Optional<Step<V>> change(Map<String, V> next) {
    if (next.equals(told)) {
      return Optional.empty();
    }
    var before = told;
    told = Map.copyOf(next);
    var set = new LinkedHashMap<>(next);
    set.entrySet().removeIf(row -> row.getValue().equals(before.get(row.getKey())));
    long from = number++;
    var gone = before.keySet().stream().filter(id -> !next.containsKey(id)).toList();
    return Optional.of(new Step<>(OptionalLong.of(from), number, set, gone));
  }

  /// Everything told so far.
  Step<V> whole() {
    return new Step<>(OptionalLong.empty(), number, told, List.of());
  }
}
