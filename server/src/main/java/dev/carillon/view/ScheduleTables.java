package dev.carillon.view;

import dev.carillon.floor.Agenda;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Insertion;
import dev.carillon.floor.NextAnchor;
import dev.carillon.floor.Timeline;
import dev.carillon.floor.Timeline.Last;
import dev.carillon.floor.Timeline.Local;
import dev.carillon.floor.Timeline.Running.Going;
import dev.carillon.floor.Timeline.Running.Holding;
import dev.carillon.floor.Timeline.Running.Inserted;
import dev.carillon.floor.Timeline.Running.Paused;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan.Parent;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows of one schedule, worked out once for everybody who lives by it: a thousand students
/// share the same three tables.
record ScheduleTables(
    Timeline timeline,
    Rules rules,
    Map<String, Row> schedules,
    Map<String, Row> blocks,
    Map<String, Row> agenda) {

  static ScheduleTables of(Floor floor, Timeline timeline) {
    return new ScheduleTables(
        timeline,
        floor.school().rules(),
        byId(List.of(scheduleOf(floor, timeline))),
        byId(blocksOf(timeline)),
        byId(agendaOf(floor, timeline)));
  }

  /// Asked at each cut, so the timeline is told by its identity: an equal other one costs new rows.
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Floor floor, Timeline other) {
    return timeline == other && rules.equals(floor.school().rules());
  }

  static Map<String, Row> byId(List<? extends Row> rows) {
    var byId = new LinkedHashMap<String, Row>();
    rows.forEach(row -> byId.put(row.id(), row));
    return Collections.unmodifiableMap(byId);
  }

  private static Row.Schedule scheduleOf(Floor floor, Timeline timeline) {
    return new Row.Schedule(
        timeline.id().value(),
        timeline.name(),
        state(timeline),
        timeline.version(),
        stoodAt(timeline).map(Instant::toEpochMilli),
        timeline.running() instanceof Holding(var block)
            ? Optional.of(block.value())
            : Optional.empty(),
        timeline.insertion().map(ScheduleTables::insert),
        offPlan(timeline).toMillis(),
        NextAnchor.of(timeline).map(ScheduleTables::anchor),
        timeline.last().map(last -> last(floor, last)),
        timeline.local().map(Local::parent).map(ScheduleTables::parent),
        timeline.local().map(local -> local.parent().room().value()));
  }

  private static Row.Parent parent(Parent parent) {
    return new Row.Parent(parent.schedule().value(), parent.block().value());
  }

  private static String state(Timeline timeline) {
    return switch (timeline.running()) {
      case Going() -> "running";
      case Paused _ -> "paused";
      case Holding _ -> "held";
      case Inserted _ -> "inserted";
    };
  }

  private static Optional<Instant> stoodAt(Timeline timeline) {
    return switch (timeline.running()) {
      case Going _, Holding _ -> Optional.empty();
      case Paused(var since) -> Optional.of(since);
      case Inserted(var since, _, _) -> Optional.of(since);
    };
  }

  private static Row.Insert insert(Insertion insertion) {
    return new Row.Insert(
        insertion.name(),
        Sight.word(insertion.mode()),
        insertion.station().map(Id::value),
        insertion.until().map(Instant::toEpochMilli));
  }

  private static Row.Anchor anchor(NextAnchor anchor) {
    return new Row.Anchor(
        anchor.block().value(),
        Sight.word(anchor.edge()),
        anchor.at().toEpochMilli(),
        anchor.slack().toMillis());
  }

  private static Row.LastControl last(Floor floor, Last last) {
    var until = last.at().plus(floor.inPeoplesTime(floor.school().rules().undoMax()));
    return new Row.LastControl(
        last.control(), last.at().toEpochMilli(), last.before().map(_ -> until.toEpochMilli()));
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

  private static List<Row.Block> blocksOf(Timeline timeline) {
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

  private static List<Row.Edge> agendaOf(Floor floor, Timeline timeline) {
    return floor.agenda(timeline.id()).edges().stream().map(edge -> edge(timeline, edge)).toList();
  }

  private static Row.Edge edge(Timeline timeline, Agenda.Edge edge) {
    return new Row.Edge(
        edge.id(),
        timeline.id().value(),
        edge.block().map(Id::value),
        Sight.word(edge.phase()),
        edge.at().toEpochMilli(),
        edge.bell().map(ScheduleTables::bell));
  }

  private static Row.Bell bell(Agenda.Bell bell) {
    return new Row.Bell(bell.id().value(), bell.kind().word(), bell.at().toEpochMilli(), true);
  }
}
