package dev.carillon.view;

import dev.carillon.floor.Agenda;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Timeline;
import dev.carillon.floor.Timeline.Running.Going;
import dev.carillon.floor.Timeline.Running.Paused;
import dev.carillon.school.Block;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The tables that every screen has: the day and its schedules.
final class CommonTables {
  private CommonTables() {}

  /// @param timelines those this audience lives by
  static void add(Cut cut, Change change, Floor floor, List<Timeline> timelines) {
    cut.table("day", true, () -> List.of(day(floor)))
        .table("schedules", change.schedules(), () -> each(timelines, CommonTables::schedule))
        .table("blocks", change.schedules(), () -> all(timelines, CommonTables::blocks))
        .table("agenda", change.schedules(), () -> all(timelines, t -> agenda(floor, t)));
  }

  static Row.BoardStation station(Station station) {
    return new Row.BoardStation(
        station.id().value(),
        station.room().value(),
        station.name(),
        station.kind().word(),
        Sight.badge(station.badge()),
        "open",
        station.softCap(),
        station.hardCap());
  }

  private static Row.Day day(Floor floor) {
    return new Row.Day(
        "day",
        floor.school().name(),
        floor.plan().date().toString(),
        floor.plan().zone().getId(),
        floor.plan().dayType(),
        floor.open() ? "open" : "closed",
        floor.demo(),
        floor.speed());
  }

  private static Row.Schedule schedule(Timeline timeline) {
    Optional<Instant> paused =
        switch (timeline.running()) {
          case Going() -> Optional.empty();
          case Paused(var since) -> Optional.of(since);
        };
    return new Row.Schedule(
        timeline.id().value(),
        timeline.name(),
        paused.isPresent() ? "paused" : "running",
        timeline.version(),
        paused.map(Instant::toEpochMilli),
        offPlan(timeline).toMillis());
  }

  /// Of the coming boundary: the end of the block the schedule is in, or the first start.
  private static Duration offPlan(Timeline timeline) {
    var published = published(timeline);
    return timeline
        .current()
        .map(block -> offPlan(timeline, published.getOrDefault(block.id(), block), block))
        .orElse(Duration.ZERO);
  }

  private static Duration offPlan(Timeline timeline, Block planned, Block now) {
    return timeline.entered().isPresent()
        ? Duration.between(planned.end(), now.end())
        : Duration.between(planned.start(), now.start());
  }

  private static List<Row.Block> blocks(Timeline timeline) {
    var published = published(timeline);
    return IntStream.range(0, timeline.blocks().size())
        .mapToObj(order -> block(order, timeline.blocks().get(order), published))
        .toList();
  }

  private static Row.Block block(int order, Block block, Map<BlockId, Block> published) {
    var planned = published.getOrDefault(block.id(), block);
    return new Row.Block(
        block.id().value(),
        block.schedule().value(),
        block.name(),
        block.kind().word(),
        order,
        block.start().toEpochMilli(),
        block.end().toEpochMilli(),
        planned.start().toEpochMilli(),
        planned.end().toEpochMilli(),
        block.anchorStart(),
        block.anchorEnd());
  }

  private static Map<BlockId, Block> published(Timeline timeline) {
    return timeline.published().stream()
        .collect(Collectors.toUnmodifiableMap(Block::id, Function.identity()));
  }

  private static List<Row.Edge> agenda(Floor floor, Timeline timeline) {
    return floor.agenda(timeline.id()).edges().stream().map(edge -> edge(timeline, edge)).toList();
  }

  private static Row.Edge edge(Timeline timeline, Agenda.Edge edge) {
    return new Row.Edge(
        edge.id(),
        timeline.id().value(),
        edge.block().map(Id::value),
        Sight.word(edge.phase()),
        edge.at().toEpochMilli(),
        edge.bell().map(CommonTables::bell));
  }

  private static Row.Bell bell(Agenda.Bell bell) {
    return new Row.Bell(bell.id().value(), bell.kind().word(), bell.at().toEpochMilli(), true);
  }

  private static <R> List<R> each(List<Timeline> timelines, Function<Timeline, R> row) {
    return timelines.stream().map(row).toList();
  }

  private static <R> List<R> all(List<Timeline> timelines, Function<Timeline, List<R>> rows) {
    return timelines.stream().map(rows).flatMap(List::stream).toList();
  }
}
