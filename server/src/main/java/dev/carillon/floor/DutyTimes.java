package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;

import dev.carillon.floor.Command.DutyFallsDue;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyHoursBegan;
import dev.carillon.floor.Event.DutyHoursEnded;
import dev.carillon.school.Block;
import dev.carillon.school.DutyHours;
import dev.carillon.school.DutyHours.Span;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.WallTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the hours of helpers do (ADR 33): with their beginning she is on duty, with their end she
/// is not, unless she has somebody in hand. Then she is to choose (finish, hand off, release),
/// takes nobody else, and her duty ends when nobody is in her hand any more.
record DutyTimes(Floor floor) {
  /// Of an instant that does not come while a schedule stands.
  private static final Instant NEVER = Instant.MAX;

  List<DutyFallsDue> dues() {
    var dues = new ArrayList<DutyFallsDue>();
    hours().forEach((helper, hers) -> hers.spans().forEach(span -> dues.addAll(of(helper, span))));
    floor
        .help()
        .team()
        .leaving()
        .forEach(
            (helper, since) -> {
              if (!floor.help().holds().containsKey(helper)) {
                dues.add(due(helper, DutyDue.LEAVES, "" + since.toEpochMilli(), since));
              }
            });
    return dues;
  }

  private Map<PersonId, DutyHours> hours() {
    return floor.school().arrangements().duty();
  }

  /// Nothing of hours that are over or are not today.
  private List<DutyFallsDue> of(PersonId helper, Span span) {
    var passed = floor.help().team().hours();
    var dues = new ArrayList<DutyFallsDue>();
    ends(span).map(at -> due(helper, DutyDue.ENDS, last(span), at)).ifPresent(dues::add);
    if (!passed.contains(identity(helper, DutyDue.ENDS, last(span)))) {
      begins(span).map(at -> due(helper, DutyDue.BEGINS, first(span), at)).ifPresent(dues::add);
    }
    dues.removeIf(due -> passed.contains(due.identity()));
    return dues;
  }

  private static String first(Span span) {
    return switch (span) {
      case Span.Times(var from, _) -> from.toString();
      case Span.Blocks(var blocks) -> blocks.getFirst().value();
    };
  }

  private static String last(Span span) {
    return switch (span) {
      case Span.Times(_, var to) -> to.toString();
      case Span.Blocks(var blocks) -> blocks.getLast().value();
    };
  }

  private Optional<Instant> begins(Span span) {
    return switch (span) {
      case Span.Times(var from, _) -> Optional.of(onWall(from));
      case Span.Blocks(var blocks) ->
          edges(blocks, Block::start).min(Comparator.naturalOrder()).filter(DutyTimes::comes);
    };
  }

  private Optional<Instant> ends(Span span) {
    return switch (span) {
      case Span.Times(_, var to) -> Optional.of(onWall(to));
      case Span.Blocks(var blocks) ->
          edges(blocks, Block::end).max(Comparator.naturalOrder()).filter(DutyTimes::comes);
    };
  }

  private Instant onWall(WallTime time) {
    return time.on(floor.plan().date(), floor.plan().zone());
  }

  private Stream<Instant> edges(List<BlockId> some, Function<Block, Instant> edge) {
    return floor.timelines().values().stream()
        .flatMap(
            line ->
                line.blocks().stream()
                    .filter(block -> some.contains(block.id()))
                    .map(edge)
                    .map(at -> line.comes(at) ? at : NEVER));
  }

  private static boolean comes(Instant at) {
    return !at.equals(NEVER);
  }

  /// Nothing is due before what happened last.
  private DutyFallsDue due(PersonId helper, DutyDue what, String edge, Instant at) {
    return new DutyFallsDue(
        helper, what, at.isBefore(floor.at()) ? floor.at() : at, identity(helper, what, edge));
  }

  private static String identity(PersonId helper, DutyDue what, String edge) {
    var word = what.name().toLowerCase(Locale.ROOT);
    return "duty/" + word + "/" + helper.value() + "/" + edge;
  }

  Decision decide(DutyFallsDue due, Instant now) {
    return dues().stream()
        .filter(each -> each.identity().equals(due.identity()) && !each.dueAt().isAfter(now))
        .findFirst()
        .map(each -> accept(happens(each, now)))
        .orElseGet(Decision::accept);
  }

  private static Event happens(DutyFallsDue due, Instant at) {
    return switch (due.what()) {
      case BEGINS -> new DutyHoursBegan(due.helper(), due.identity(), at);
      case ENDS -> new DutyHoursEnded(due.helper(), due.identity(), at);
      case LEAVES -> new DutyEnded(due.helper(), at);
    };
  }
}
