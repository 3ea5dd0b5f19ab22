package dev.carillon.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a device was told: tables of rows by id, kept as the browser's store keeps them.
final class Tables {
  private final Map<String, Map<String, JsonObject>> tables = new LinkedHashMap<>();

  Collection<JsonObject> rows(String table) {
    return tables.getOrDefault(table, Map.of()).values();
  }

  Optional<JsonObject> row(String table, String id) {
    return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(id));
  }

  void replace(JsonObject view) {
    tables.clear();
    view.forEach(table -> set(table.getKey(), (JsonArray) table.getValue()));
  }

  void patch(JsonObject set, JsonObject gone) {
    set.forEach(table -> set(table.getKey(), (JsonArray) table.getValue()));
    gone.forEach(
        table -> {
          var rows = tables.getOrDefault(table.getKey(), Map.of());
          ((JsonArray) table.getValue()).forEach(rows::remove);
        });
  }

  /// The tables as they are now.
  Map<String, Map<String, JsonObject>> copy() {
    var copy = new LinkedHashMap<String, Map<String, JsonObject>>();
    tables.forEach((name, rows) -> copy.put(name, Map.copyOf(rows)));
    return copy;
  }

  private void set(String table, JsonArray rows) {
    var known = tables.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    for (var row : rows) {
      var object = (JsonObject) row;
      known.put(object.getString("id"), object);
    }
  }
}
