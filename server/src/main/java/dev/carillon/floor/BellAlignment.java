package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Agenda.Edge;
import dev.carillon.floor.Command.AlignBells;
import dev.carillon.floor.Event.BellAligned;
import dev.carillon.school.BellKind;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// By how much the building's bell is off, from when somebody heard it.
///
/// The bell heard is the one planned nearest. Only those count that a building rings: where blocks
/// of the school begin and end, not the turns inside them. What changes is when bells ring, never
/// when blocks do.
record BellAlignment(Floor floor, Stamp stamp) {
  /// A sound further from every bell than this was none of them.
  private static final Duration LAG_MAX = Duration.ofMinutes(5);

  /// A device's clock is as good as its way to the server.
  private static final Duration AHEAD_MAX = Duration.ofSeconds(1);

  private static final Set<BellKind> OF_BUILDINGS =
      Set.of(BellKind.MOVE, BellKind.END, BellKind.DISMISS);

  Decision decide(AlignBells align) {
    boolean isHeard = !align.heardAt().isAfter(stamp.at().plus(AHEAD_MAX));
    return nearest(align)
        .map(planned -> Duration.between(planned, align.heardAt()))
        .filter(lag -> isHeard && lag.abs().compareTo(LAG_MAX) <= 0)
        .map(this::aligned)
        .orElseGet(() -> refuse(Refusal.NO_BELL_NEAR));
  }

  private Decision aligned(Duration lag) {
    var before = floor.school().rules().bellLag();
    List<Event> events =
        lag.equals(before) ? List.of() : List.of(new BellAligned(lag, stamp.who(), stamp.at()));
    return accept(events, new Result.Aligned(before, lag));
  }

  private Optional<Instant> nearest(AlignBells align) {
    return floor.timelines().values().stream()
        .filter(each -> each.local().isEmpty())
        .filter(each -> align.schedule().filter(id -> !id.equals(each.id())).isEmpty())
        .flatMap(BellAlignment::planned)
        .min(Comparator.comparing(at -> Duration.between(at, align.heardAt()).abs()));
  }

  /// Where the bells stand in the plan, rung or not, without any lag.
  private static Stream<Instant> planned(Timeline timeline) {
    return Agenda.of(timeline.unheard(), Rules.DEFAULTS).edges().stream()
        .filter(edge -> edge.bell().filter(it -> OF_BUILDINGS.contains(it.kind())).isPresent())
        .map(Edge::at);
  }
}
