package dev.carillon.floor;

import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every change of phase of one schedule in order, with the bells. Devices get it whole and ring by
/// it.
///
/// While a schedule is paused, what would come after the pause is not in it. A bell that rang and
/// whose edge was moved afterwards is not in it either. This is the one place that applies the bell
/// lag.
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

  public static Agenda of(Timeline timeline, Rules rules) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < timeline.blocks().size(); i++) {
      edges.addAll(edgesOf(timeline, i, rules));
    }
    return new Agenda(edges);
  }

  /// The edges of one block, and the one that follows it when no other block does.
  static List<Edge> edgesOf(Timeline timeline, int index, Rules rules) {
    var block = timeline.blocks().get(index);
    var phases = Phases.of(block);
    var edges = new Edges(timeline, block, rules, new ArrayList<>());
    edges.add(Phase.MOVE, block.start(), phases.settleAt());
    edges.add(Phase.SETTLE, phases.settleAt(), phases.workAt());
    edges.add(Phase.WORK, phases.workAt(), phases.warnAt());
    edges.add(Phase.WARN, phases.warnAt(), block.end());
    edges.addEnd(index);
    return edges.found;
  }

  /// Collects the edges of one block.
  private record Edges(Timeline timeline, Block block, Rules rules, List<Edge> found) {
    /// A phase without length has no edge. Whatever phase comes first carries the block's MOVE.
    void add(Phase phase, Instant from, Instant to) {
      if (!from.isBefore(to)) {
        return;
      }
      var isFirst = from.equals(block.start());
      put(idOf(phase), Optional.of(block.id()), phase, from, kindOf(phase, isFirst));
    }

    void addEnd(int index) {
      if (index == timeline.blocks().size() - 1) {
        var id = timeline.id().value() + "/done";
        put(id, Optional.empty(), Phase.DONE, block.end(), Optional.of(BellKind.DISMISS));
      } else if (block.end().isBefore(timeline.blocks().get(index + 1).start())) {
        var end = Optional.of(BellKind.END);
        put(idOf(Phase.GAP), Optional.of(block.id()), Phase.GAP, block.end(), end);
      }
    }

    private void put(
        String id, Optional<BlockId> of, Phase phase, Instant at, Optional<BellKind> kind) {
      if (timeline.comes(at)) {
        found.add(new Edge(id, of, phase, at, kind.flatMap(each -> bell(each, at))));
      }
    }

    private Optional<Bell> bell(BellKind kind, Instant at) {
      if (!block.bells().contains(kind)) {
        return Optional.empty();
      }
      var bell = new Bell(BellId.of(timeline.date(), block.id(), kind), kind, at.plus(lag()));
      return Optional.of(bell).filter(each -> timeline.stands(each.id(), each.at()));
    }

    private Duration lag() {
      return rules.bellLag();
    }

    private String idOf(Phase phase) {
      return block.id().value() + "/" + phase.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<BellKind> kindOf(Phase phase, boolean isFirst) {
      if (isFirst) {
        return Optional.of(BellKind.MOVE);
      }
      return switch (phase) {
        case WORK -> Optional.of(BellKind.TARDY);
        case WARN -> Optional.of(BellKind.WARNING);
        case BEFORE, MOVE, SETTLE, GAP, DONE -> Optional.empty();
      };
    }
  }
}
