package dev.carillon.view;

import dev.carillon.floor.Floor;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Block;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The day of a student who takes turns inside blocks of her schedule, as one schedule: her turns
/// stand where their block would, and ring with its bells and their own. So her device needs no
/// rule for it.
///
/// @param turns by the block of the school they are inside, in the order of the day
record OwnDay(Timeline schedule, Map<BlockId, Timeline> turns) {
  static OwnDay of(Floor floor, PersonId student, Timeline schedule) {
    var turns = new LinkedHashMap<BlockId, Timeline>();
    for (var block : schedule.blocks()) {
      floor.turnsOf(student, block.id()).ifPresent(line -> turns.put(block.id(), line));
    }
    return new OwnDay(schedule, turns);
  }

  /// The rows of the day.
  ///
  /// @param whole of her schedule
  /// @param parts of each timeline inside one of its blocks
  ScheduleTables tables(ScheduleTables whole, Map<BlockId, ScheduleTables> parts) {
    return new ScheduleTables(
        schedule,
        whole.rules(),
        ScheduleTables.byId(List.of(row(whole, parts))),
        ScheduleTables.byId(blocks(whole, parts)),
        ScheduleTables.byId(agenda(whole, parts)));
  }

  /// Her schedule, standing while the turns she takes now stand.
  private Row row(ScheduleTables whole, Map<BlockId, ScheduleTables> parts) {
    var row = (Row.Schedule) whole.schedules().values().iterator().next();
    return schedule
        .current()
        .flatMap(block -> Optional.ofNullable(parts.get(block.id())))
        .map(part -> (Row.Schedule) part.schedules().values().iterator().next())
        .filter(part -> row.state().equals("running") && !part.state().equals("running"))
        .<Row>map(part -> standing(row, part))
        .orElse(row);
  }

  private static Row.Schedule standing(Row.Schedule row, Row.Schedule part) {
    return new Row.Schedule(
        row.id(),
        row.name(),
        part.state(),
        row.version(),
        part.pausedAtMs(),
        part.heldBlock(),
        row.insert(),
        row.offPlanMs(),
        row.anchor(),
        row.last(),
        Optional.empty(),
        Optional.empty());
  }

  private List<Row.Block> blocks(ScheduleTables whole, Map<BlockId, ScheduleTables> parts) {
    var rows = new ArrayList<Row.Block>();
    for (var block : schedule.blocks()) {
      var tables = parts.getOrDefault(block.id(), whole);
      for (var each : blocksIn(block)) {
        if (tables.blocks().get(each.id().value()) instanceof Row.Block row) {
          rows.add(at(rows.size(), row));
        }
      }
    }
    return rows;
  }

  private List<Block> blocksIn(Block block) {
    return Optional.ofNullable(turns.get(block.id())).map(Timeline::blocks).orElse(List.of(block));
  }

  private Row.Block at(int order, Row.Block row) {
    return new Row.Block(
        row.id(),
        schedule.id().value(),
        row.name(),
        row.kind(),
        order,
        row.startMs(),
        row.endMs(),
        row.plannedStartMs(),
        row.plannedEndMs(),
        row.anchorStart(),
        row.anchorEnd());
  }

  private List<Row.Edge> agenda(ScheduleTables whole, Map<BlockId, ScheduleTables> parts) {
    var edges = new ArrayList<Row.Edge>();
    var bells = new HashMap<Long, Row.Edge>();
    for (var row : whole.agenda().values()) {
      var edge = (Row.Edge) row;
      boolean isInside = edge.block().map(BlockId::new).filter(turns::containsKey).isPresent();
      if (!isInside || edge.phase().equals("gap")) {
        edges.add(edge);
      } else {
        bells.put(edge.atMs(), edge);
      }
    }
    parts.values().forEach(part -> edges.addAll(edges(part, bells)));
    edges.sort(Comparator.comparingLong(Row.Edge::atMs));
    return edges;
  }

  /// Where an edge of a turn is one of the block as well, its bell is the block's.
  private List<Row.Edge> edges(ScheduleTables part, Map<Long, Row.Edge> bells) {
    var edges = new ArrayList<Row.Edge>();
    for (var row : part.agenda().values()) {
      var edge = (Row.Edge) row;
      if (edge.block().isPresent()) {
        var bell = Optional.ofNullable(bells.get(edge.atMs())).flatMap(Row.Edge::bell);
        edges.add(
            new Row.Edge(
                edge.id(),
                schedule.id().value(),
                edge.block(),
                edge.phase(),
                edge.atMs(),
                bell.or(edge::bell)));
      }
    }
    return edges;
  }

  /// By what the day is put together from.
  List<String> key() {
    var key = new ArrayList<String>();
    key.add(schedule.id().value());
    turns.values().stream().map(Timeline::id).map(Id::value).forEach(key::add);
    return key;
  }
}
