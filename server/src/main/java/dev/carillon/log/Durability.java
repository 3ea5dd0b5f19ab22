package dev.carillon.log;

import java.util.List;

/// What a keeper promises of an answered command.
///
/// @param warnings sentences for the operator; empty when an answer means "on disk"
public record Durability(String keeper, List<String> warnings) {
  public Durability {
    warnings = List.copyOf(warnings);
  }

  public boolean isFull() {
    return warnings.isEmpty();
  }
}
