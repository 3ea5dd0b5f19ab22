package dev.carillon.roster;

import java.util.List;
import java.util.Map;

/// A YAML file as text with places: no value is guessed at, so `11:30` stays what was written.
sealed interface Yaml {
  Place place();

  record Text(Place place, String text) implements Yaml {}

  record Rows(Place place, List<Yaml> rows) implements Yaml {}

  /// Keys with values, in the order of the file.
  ///
  /// @param keys where each key stands
  record Table(Place place, Map<String, Yaml> values, Map<String, Place> keys) implements Yaml {}

  /// What a person would call it.
  default String kind() {
    return switch (this) {
      case Text(_, var text) -> "`" + text + "`";
      case Rows _ -> "a list";
      case Table _ -> "a table of keys";
    };
  }
}
