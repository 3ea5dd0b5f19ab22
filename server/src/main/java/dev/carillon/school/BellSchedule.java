package dev.carillon.school;

import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A named list of block templates, in order.
///
/// Made real for a date, wall times in the hour that spring takes away move forward by that hour,
/// those in the hour that autumn repeats are of its first pass, and lengths are real elapsed time.
/// Where that makes blocks overlap, the later one keeps its start; a block with no time left on
/// that date is not part of its day.
public record BellSchedule(ScheduleId id, String name, List<BlockTemplate> blocks) {
  public BellSchedule {
    blocks = List.copyOf(blocks);
  }

  /// The schedule on a service date. Bell lag is not in it: the floor's agenda adds that.
  public SchedulePlan on(LocalDate date, ZoneId zone) {
    var spans = inOrder(spans(date, zone));
    var made = new ArrayList<Block>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      boolean last = i == spans.size() - 1;
      boolean gap = !last && spans.get(i + 1).start.isAfter(span.end);
      made.add(block(span, last, gap));
    }
    return new SchedulePlan(id, name, made);
  }

  private record Span(BlockTemplate template, Instant start, Instant end) {}

  private List<Span> spans(LocalDate date, ZoneId zone) {
    var spans = new ArrayList<Span>(blocks.size());
    var cursor = new WallTime(0).on(date, zone);
    for (var template : blocks) {
      var span = span(template, cursor, date, zone);
      spans.add(span);
      cursor = span.end;
    }
    return spans;
  }

  private static Span span(BlockTemplate template, Instant before, LocalDate date, ZoneId zone) {
    return switch (template.when()) {
      case BlockTemplate.When.Between(var start, var end) ->
          new Span(template, start.on(date, zone), end.on(date, zone));
      case BlockTemplate.When.From(var start, var length) -> {
        var from = start.on(date, zone);
        yield new Span(template, from, from.plus(length));
      }
      case BlockTemplate.When.Then(var length) -> new Span(template, before, before.plus(length));
    };
  }

  private static List<Span> inOrder(List<Span> spans) {
    var kept = new ArrayDeque<Span>();
    var next = Instant.MAX;
    for (var span : spans.reversed()) {
      var end = span.end.isBefore(next) ? span.end : next;
      if (span.start.isBefore(end)) {
        kept.addFirst(new Span(span.template, span.start, end));
        next = span.start;
      }
    }
    return List.copyOf(kept);
  }

  private Block block(Span span, boolean last, boolean gap) {
    var template = span.template;
    var phases = template.phases().within(Duration.between(span.start, span.end));
    return new Block(
        BlockId.of(id, template.id()),
        id,
        template.name(),
        template.kind(),
        span.start,
        span.end,
        template.flex().weight(),
        template.flex().minDuration(),
        template.flex().anchorStart(),
        template.flex().anchorEnd(),
        phases.move(),
        phases.settle(),
        phases.warnLead(),
        bells(template, phases, last, gap));
  }

  private static Set<BellKind> bells(
      BlockTemplate template, BlockTemplate.Phases phases, boolean last, boolean gap) {
    var bells = EnumSet.noneOf(BellKind.class);
    bells.addAll(template.bells());
    keep(bells, BellKind.WARNING, phases.warnLead().isPositive());
    // Without time to walk and settle the tardy bell would be the move bell once more.
    keep(bells, BellKind.TARDY, phases.move().plus(phases.settle()).isPositive());
    keep(bells, BellKind.END, gap);
    keep(bells, BellKind.DISMISS, last);
    bells.remove(BellKind.MANUAL);
    return bells;
  }

  private static void keep(Set<BellKind> bells, BellKind kind, boolean hasPlace) {
    if (!hasPlace) {
      bells.remove(kind);
    }
  }
}
