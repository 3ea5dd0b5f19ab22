package dev.carillon.school;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Copies that keep their order, where [Map#copyOf] would lose it.
final class Ordered {
  private Ordered() {}

  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
