package dev.carillon.desk;

import dev.carillon.floor.Event;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Floors as they were at instants gone by, folded anew from their logs (ADR 27).
///
/// Problem: whoever drags through a day asks for hundreds of instants, a large school's day takes
/// seconds to fold, and nobody who looks back may slow down those who work now. Way: a day is read
/// from its beginning once. Floors share whatever did not change between them, so every few minutes
/// of the day one is kept, and an instant is folded from the last one kept before it. The fold is
/// the desks' own; a desk is never asked. Limits: one day is folded for one asker at a time, aside;
/// [#DAYS_MAX] days are remembered, the one asked for last the longest; past [#ASKING_MAX] askers
/// are told to come back.
///
/// Any thread. Futures complete on any thread.
public final class Replay {
  /// Today and a day it is compared with, and one more for somebody else.
  private static final int DAYS_MAX = 3;

  /// Whoever drags asks for what lies ahead as well: a few leaders fit.
  private static final int ASKING_MAX = 16;

  /// More ask than can be answered soon. Worth trying again.
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("too many look back at once", null, false, false);
    }
  }

  private final FloorLog log;
  private final DeskPorts ports;
  private final Map<FloorKey, PastDay> days =
      new LinkedHashMap<>(DAYS_MAX + 1, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FloorKey, PastDay> eldest) {
          return size() > DAYS_MAX;
        }
      };
  private Future<?> last = Future.succeededFuture();
  private int asking;

  Replay(DeskPorts ports) {
    this.ports = ports;
    log = ports.log();
  }

  /// The floor of a day at each of these instants; empty when nothing is kept of that day. Fails
  /// with [Busy], and when the log does not answer or cannot be folded.
  ///
  /// @param instants in order, at least one
  public Future<Optional<Film>> film(FloorKey key, List<Instant> instants) {
    return inTurn(key, day -> day.film(instants));
  }

  /// The days of which something is kept, from a day backwards; the day itself is the first.
  ///
  /// @param back how many days are looked for
  public Future<List<LocalDate>> days(FloorKey from, int back) {
    var heads =
        IntStream.range(0, back)
            .mapToObj(days -> new FloorKey(from.school(), from.date().minusDays(days)))
            .map(key -> log.head(key).map(head -> head.map(_ -> key.date())))
            .toList();
    return Future.all(heads)
        .map(all -> all.<Optional<LocalDate>>list().stream().flatMap(Optional::stream).toList());
  }

  /// What happened on a day so far, as far as the asker wants it, in order; empty when nothing is
  /// kept of it. Reads the whole day: for one person at a time, asked for by hand.
  public Future<Optional<List<Happened>>> events(FloorKey key, Predicate<Event> wanted) {
    return inTurn(key, day -> day.events(wanted));
  }

  private interface Asked<T> {
    Future<T> of(PastDay day);
  }

  private <T> Future<Optional<T>> inTurn(FloorKey key, Asked<T> asked) {
    synchronized (this) {
      if (asking == ASKING_MAX) {
        return Future.failedFuture(new Busy());
      }
      asking++;
    }
    return log.head(key)
        .compose(head -> head.isEmpty() ? nothing() : queue(key, asked))
        .onComplete(_ -> left());
  }

  private static <T> Future<Optional<T>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  private synchronized void left() {
    asking--;
  }

  private synchronized <T> Future<Optional<T>> queue(FloorKey key, Asked<T> asked) {
    var day = days.computeIfAbsent(key, _ -> new PastDay(key, ports));
    var turn = last.transform(_ -> asked.of(day)).map(Optional::of);
    last = turn;
    return turn;
  }
}
