package dev.carillon.ops;

import dev.carillon.desk.Clock;
import dev.carillon.desk.Desk;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.ClockTurned;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.log.Batch;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Head;
import dev.carillon.log.Outcome;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;

/// Lets a demo's day go on from where it stopped, however long the program was away.
///
/// A school's clock never stops. A demo's is noted each second; at the next start it is turned back
/// to that moment, but not to before what the log holds.
final class DemoClock {
  private static final long NOTE_MS = 1_000;

  private final FloorLog log;
  private final FloorKey key;

  DemoClock(FloorLog log, FloorKey key) {
    this.log = log;
    this.key = key;
  }

  /// Turns the clock of a day that was begun; without effect when it was not, or is closed.
  Future<Void> resume(Clock source, int speed) {
    return log.head(key)
        .compose(
            head ->
                head.isEmpty() || head.get().sealed()
                    ? Future.succeededFuture()
                    : lastStamp(Cursor.START, Instant.EPOCH)
                        .compose(last -> saved(last))
                        .compose(at -> turn(head.get(), at, source, speed)));
  }

  private Future<Void> turn(Head head, Instant at, Clock source, int speed) {
    long nowMs = source.sourceMs();
    var turned = new ClockTurned(at, at, speed);
    var id = new CommandId(PersonId.SYSTEM, "resume/" + nowMs);
    var entry = new Entry(id, Stamp.system(at), "", List.of(turned), Result.NOTHING);
    var batch = Batch.after(head.cursor());
    batch.add(Draft.of(entry));
    batch.turn(new FloorClock(nowMs, at.toEpochMilli(), speed));
    return log.append(key, batch)
        .compose(
            outcome ->
                outcome instanceof Outcome.Stands
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new StartException("The demo's day is being run by another program.")));
  }

  private Future<Instant> saved(Instant last) {
    return log.kept(key.school(), name())
        .map(
            text ->
                text.map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)))
                    .filter(last::isBefore)
                    .orElse(last));
  }

  private Future<Instant> lastStamp(Cursor after, Instant before) {
    return log.read(key, after)
        .compose(
            slice -> {
              if (slice.entries().isEmpty()) {
                return Future.succeededFuture(before);
              }
              var last = slice.entries().getLast();
              return lastStamp(last.at(), last.entry().stamp().at());
            });
  }

  /// Notes the time each second until the desk stops.
  long note(Vertx vertx, Desk desk) {
    return vertx.setPeriodic(NOTE_MS, _ -> note(desk));
  }

  private void note(Desk desk) {
    long atMs = desk.state().clock().at(desk.sourceMs()).toEpochMilli();
    // A note that is lost costs a second: the next one comes.
    log.keep(key.school(), name(), String.valueOf(atMs)).otherwiseEmpty();
  }

  private String name() {
    return "demo/" + key.date();
  }
}
