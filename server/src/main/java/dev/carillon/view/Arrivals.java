package dev.carillon.view;

import java.util.HashMap;
import java.util.Map;

/// How many students are in which state: of a station, or of the whole floor.
final class Arrivals {
  /// Of a station where nobody is due; nobody adds to it.
  static final Arrivals NONE = new Arrivals();

  private final Map<String, Integer> byState = new HashMap<>();
  private int all;

  void add(String arrival) {
    byState.merge(arrival, 1, Integer::sum);
    all++;
  }

  int all() {
    return all;
  }

  int of(String arrival) {
    return byState.getOrDefault(arrival, 0);
  }
}
