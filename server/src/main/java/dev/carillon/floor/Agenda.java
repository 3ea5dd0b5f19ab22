package dev.carillon.floor;

import dev.carillon.school.BellKind;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every change of phase of one schedule in order, with the bells. Devices get it whole and ring by it.
public record Agenda(List<Edge> edges) {
  public Agenda {
    edges = List.copyOf(edges);
  }

  /// @param id unique within the day: block id and phase
  /// @param block empty for the row that ends the day
  public record Edge(
      String id, Optional<BlockId> block, Phase phase, Instant at, Optional<Bell> bell) {}

  /// @param at differs from the edge by the bell lag only
  public record Bell(BellId id, BellKind kind, Instant at) {}
}
