package dev.carillon.desk;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event;
import dev.carillon.floor.Touched;
import dev.carillon.log.FloorKey;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One day as far as somebody looked back on it, for [Replay]: used by one asker at a time.
final class PastDay {
  private static final Logger LOG = LoggerFactory.getLogger(PastDay.class);

  /// Between two floors that are kept: what lies between is folded in a few hundred milliseconds in
  /// the largest school.
  private static final Duration BETWEEN_MARKS = Duration.ofMinutes(5);

  /// A day of twenty-four hours has 288; one that nobody closed for days keeps no more.
  private static final int MARKS_MAX = 400;

  private final FloorKey key;
  private final DeskPorts ports;
  private final DayReader reader;
  private final NavigableMap<Instant, Mark> marks = new TreeMap<>();
  private Mark end = Mark.START;

  PastDay(FloorKey key, DeskPorts ports) {
    this.key = key;
    this.ports = ports;
    reader = new DayReader(key, ports, (what, cause) -> LOG.warn("{}: {}", key, what, cause));
  }

  /// The floor after an entry.
  ///
  /// @param fold null before the first entry
  /// @param at when the entry was stamped
  private record Mark(Cursor cursor, @Nullable Fold fold, Instant at) {
    static final Mark START = new Mark(Cursor.START, null, Instant.MIN);
  }

  Future<Film> film(List<Instant> instants) {
    return film(instants, true);
  }

  /// @param mayMove whether to begin again once when history went another way
  private Future<Film> film(List<Instant> instants, boolean mayMove) {
    return catchUp()
        .compose(
            isClosed ->
                isClosed
                    .map(closed -> new Shooting(instants, from(instants.getFirst())).film(closed))
                    .orElseGet(() -> again(instants, mayMove)));
  }

  private Future<Film> again(List<Instant> instants, boolean mayMove) {
    marks.clear();
    end = Mark.START;
    return mayMove
        ? film(instants, false)
        : Future.failedFuture(new IllegalStateException("the log moved"));
  }

  /// The last floor kept before an instant; the opening answers for what lies before it.
  private Mark from(Instant instant) {
    var before = marks.floorEntry(instant);
    return before == null ? marks.firstEntry().getValue() : before.getValue();
  }

  /// Folds what was written since somebody looked last, and says whether the day is closed; empty
  /// when what is remembered is not the log's history any more.
  private Future<Optional<Boolean>> catchUp() {
    return ports
        .log()
        .read(key, end.cursor())
        .compose(
            slice ->
                slice.continues()
                    ? ports.aside(() -> fold(slice)).compose(isEnd -> goOn(isEnd, slice))
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Boolean>> goOn(boolean isEnd, Slice slice) {
    return isEnd ? Future.succeededFuture(Optional.of(slice.head().sealed())) : catchUp();
  }

  private boolean fold(Slice slice) {
    for (var placed : slice.entries()) {
      end = step(end, placed).mark();
      var before = marks.floorKey(end.at());
      boolean isFar = before == null || !end.at().isBefore(before.plus(BETWEEN_MARKS));
      if (isFar && marks.size() < MARKS_MAX) {
        marks.put(end.at(), end);
      }
    }
    return isAtEnd(end.cursor(), slice);
  }

  private record Stepped(Mark mark, Touched touched) {}

  private Stepped step(Mark from, Placed placed) {
    var step = reader.step(from.fold(), placed);
    var mark = new Mark(placed.at(), step.fold(), placed.entry().stamp().at());
    return new Stepped(mark, step.touched());
  }

  private static boolean isAtEnd(Cursor at, Slice slice) {
    return slice.entries().isEmpty() || at.seq() >= slice.head().cursor().seq();
  }

  Future<List<Happened>> events(Predicate<Event> wanted) {
    return events(Cursor.START, wanted, new ArrayList<>());
  }

  private Future<List<Happened>> events(
      Cursor after, Predicate<Event> wanted, List<Happened> found) {
    return ports
        .log()
        .read(key, after)
        .compose(
            slice -> {
              slice.entries().stream()
                  .flatMap(PastDay::happened)
                  .filter(it -> wanted.test(it.event()))
                  .forEach(found::add);
              var at = slice.end(after);
              return isAtEnd(at, slice) ? Future.succeededFuture(found) : events(at, wanted, found);
            });
  }

  private static Stream<Happened> happened(Placed placed) {
    var at = placed.entry().stamp().at();
    return placed.entry().events().stream().map(event -> new Happened(at, event));
  }

  /// Folds from a mark over the instants that are asked for.
  private final class Shooting {
    private final Deque<Instant> left;
    private final List<Still> stills = new ArrayList<>();
    private Mark at;
    private Touched touched = Touched.WHOLE;

    Shooting(List<Instant> instants, Mark from) {
      left = new ArrayDeque<>(instants);
      at = from;
    }

    Future<Film> film(boolean isClosed) {
      return ports
          .log()
          .read(key, at.cursor())
          .compose(slice -> ports.aside(() -> shoot(slice)))
          .compose(
              isDone ->
                  isDone
                      ? Future.succeededFuture(
                          new Film(marks.firstKey(), end.at(), isClosed, stills))
                      : film(isClosed));
    }

    /// Whether nothing more has to be read.
    private boolean shoot(Slice slice) {
      for (var placed : slice.entries()) {
        shootBefore(placed.entry().stamp().at());
        if (left.isEmpty()) {
          return true;
        }
        var stepped = step(at, placed);
        at = stepped.mark();
        touched = touched.and(stepped.touched());
      }
      if (!isAtEnd(at.cursor(), slice)) {
        return false;
      }
      shootBefore(Instant.MAX);
      return true;
    }

    private void shootBefore(Instant stamped) {
      var fold = at.fold();
      while (fold != null && !left.isEmpty() && left.getFirst().isBefore(stamped)) {
        stills.add(new Still(left.removeFirst(), at.cursor(), fold.floor(), touched));
        touched = Touched.NOTHING;
      }
    }
  }
}
