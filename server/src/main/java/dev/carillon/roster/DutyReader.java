package dev.carillon.roster;

import dev.carillon.school.BellSchedule;
import dev.carillon.school.DutyHours;
import dev.carillon.school.DutyHours.Span;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.WallTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads when a helper is on duty: `8:00-11:30 12:30-15:00` by the clock, `b1-b6` or `b2` by
/// blocks, `middle/b1-b6` by those of one of several bell schedules. An empty cell is the whole
/// day.
final class DutyReader {
  private static final String HEADER = "duty";
  private static final String EXPECTED =
      "times such as `8:00-11:30`, or blocks of some day type such as `b1-b6`";

  private final Draft draft;
  private final Csv.Row row;

  DutyReader(Draft draft, Csv.Row row) {
    this.draft = draft;
    this.row = row;
  }

  /// Empty for the whole day.
  Optional<DutyHours> read() {
    var spans = new ArrayList<Span>();
    for (var word : row.text(HEADER).split("[\\s;|]+", -1)) {
      if (!word.isEmpty()) {
        span(word).ifPresentOrElse(spans::add, () -> fault("`" + word + "`", EXPECTED));
      }
    }
    overlap(spans).ifPresent(fault -> fault(fault, "each hour once"));
    return spans.isEmpty() ? Optional.empty() : Optional.of(new DutyHours(spans));
  }

  /// That somebody has hours who answers no calls.
  void refuse(String role) {
    if (!row.text(HEADER).isEmpty()) {
      draft.findings.block(
          row.place(HEADER),
          "hours of a " + role,
          "hours of a paraprofessional or a teacher",
          "Empty the cell.");
    }
  }

  private void fault(String found, String expected) {
    draft.findings.block(row.place(HEADER), found, expected, "Correct the hours.");
  }

  private Optional<? extends Span> span(String word) {
    return word.contains(":") ? times(word) : blocks(word);
  }

  private static Optional<Span.Times> times(String word) {
    var edges = Stream.of(word.split("-", -1)).map(WallTime::parse).toList();
    boolean isSpan = edges.size() == 2 && edges.stream().allMatch(Optional::isPresent);
    return isSpan && edges.getFirst().get().compareTo(edges.getLast().get()) < 0
        ? Optional.of(new Span.Times(edges.getFirst().get(), edges.getLast().get()))
        : Optional.empty();
  }

  /// The blocks of all day types that lie between the two, in the schedule that is named or in each
  /// that has them. The name of a block may have a dash of its own.
  private Optional<Span.Blocks> blocks(String word) {
    int slash = word.indexOf('/');
    var names = word.substring(slash + 1);
    var found = new LinkedHashSet<BlockId>();
    for (var type : draft.dayTypes.values()) {
      for (var schedule : type.schedules()) {
        if (slash < 0 || schedule.id().value().equals(word.substring(0, slash))) {
          found.addAll(blocks(schedule, names));
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Span.Blocks(List.copyOf(found)));
  }

  private static List<BlockId> blocks(BellSchedule schedule, String names) {
    var all = schedule.blocks().stream().map(block -> block.id()).toList();
    var found = between(all, names, names);
    for (int dash = names.indexOf('-'); dash >= 0 && found.isEmpty(); ) {
      found = between(all, names.substring(0, dash), names.substring(dash + 1));
      dash = names.indexOf('-', dash + 1);
    }
    return found.stream().map(name -> BlockId.of(schedule.id(), name)).toList();
  }

  private static List<String> between(List<String> all, String first, String last) {
    int from = all.indexOf(first);
    int to = all.indexOf(last);
    return from < 0 || to < from ? List.of() : all.subList(from, to + 1);
  }

  private static Optional<String> overlap(List<Span> spans) {
    for (int i = 0; i < spans.size(); i++) {
      for (var earlier : spans.subList(0, i)) {
        if (meets(earlier, spans.get(i))) {
          return Optional.of("hours that overlap or follow on one another");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean meets(Span one, Span other) {
    return switch (one) {
      case Span.Times(var from, var to) ->
          other instanceof Span.Times(var begin, var end)
              && from.compareTo(end) <= 0
              && begin.compareTo(to) <= 0;
      case Span.Blocks(var some) ->
          other instanceof Span.Blocks(var others)
              && some.stream().anyMatch(Set.copyOf(others)::contains);
    };
  }
}
