package dev.carillon.view;

import dev.carillon.floor.Agenda;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Phase;
import dev.carillon.floor.Timeline;
import dev.carillon.floor.Timeline.Running.Paused;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stands in for the floor's own agenda until that is there.
final class Agendas {
  private Agendas() {}

  static Agenda of(Floor floor, Timeline timeline) {
    var edges = new ArrayList<Agenda.Edge>();
    var blocks = timeline.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var work = block.start().plus(block.move()).plus(block.settle());
      edges.add(edge(floor, block, Phase.MOVE, block.start(), BellKind.MOVE));
      edges.add(edge(floor, block, Phase.SETTLE, block.start().plus(block.move()), null));
      edges.add(edge(floor, block, Phase.WORK, work, BellKind.TARDY));
      edges.add(
          edge(floor, block, Phase.WARN, block.end().minus(block.warnLead()), BellKind.WARNING));
      if (i + 1 == blocks.size()) {
        edges.add(edge(floor, block, Phase.DONE, block.end(), BellKind.DISMISS));
      } else if (blocks.get(i + 1).start().isAfter(block.end())) {
        edges.add(edge(floor, block, Phase.GAP, block.end(), BellKind.END));
      }
    }
    return new Agenda(shown(timeline, edges));
  }

  private static List<Agenda.Edge> shown(Timeline timeline, List<Agenda.Edge> edges) {
    return timeline.running() instanceof Paused(var since)
        ? edges.stream().filter(edge -> !edge.at().isAfter(since)).toList()
        : edges;
  }

  private static Agenda.Edge edge(
      Floor floor,
      Block block,
      Phase phase,
      Instant at,
      @org.jspecify.annotations.Nullable BellKind kind) {
    Optional<Agenda.Bell> bell =
        kind == null || !block.bells().contains(kind)
            ? Optional.empty()
            : Optional.of(
                new Agenda.Bell(
                    BellId.of(floor.plan().date(), block.id(), kind),
                    kind,
                    at.plus(floor.school().rules().bellLag())));
    var id = block.id().value() + "/" + Sight.word(phase);
    return new Agenda.Edge(id, Optional.of(block.id()), phase, at, bell);
  }
}
