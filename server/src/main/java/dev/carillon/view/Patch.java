package dev.carillon.view;

import java.util.List;
import java.util.Map;

/// What turns one view into another: whole rows that are new or changed, and ids of rows that are
/// gone, by table.
public record Patch(Map<String, List<Row>> set, Map<String, List<String>> gone) {
  public boolean isEmpty() {
    return set.isEmpty() && gone.isEmpty();
  }
}
