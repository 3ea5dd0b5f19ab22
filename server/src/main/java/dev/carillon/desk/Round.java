package dev.carillon.desk;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Decision;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.ClockTurned;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.floor.Touched;
import dev.carillon.log.Batch;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.Snapshot.Accepted;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One batch in the making: what is decided on top of the known log, before the log was asked.
///
/// All of a round is decided at one instant. An entry is folded before it is written, so that an
/// event that cannot be folded never gets into a log. Used once, on the desk's thread.
final class Round {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  /// The most orders of one round: refusals and dry runs take no room in a batch, but time.
  private static final int REPLIES_MAX = 4 * Batch.ENTRIES_MAX;

  /// An order and what it is answered if the round becomes true.
  record Reply(Waiting waiting, Answer answer) {}

  private enum Tried {
    WRITTEN,
    FULL,
    FAULT
  }

  private final FloorClock clock;
  private final long sourceMs;
  private final Tally tally;
  private final Batch batch;
  private final List<Reply> replies = new ArrayList<>();
  private final List<BellRang> rings = new ArrayList<>();
  private Fold fold;
  private Touched touched = Touched.NOTHING;
  private boolean isOver;
  private boolean isFull;

  Round(Fold fold, Cursor cursor, FloorClock clock, long sourceMs, Tally tally) {
    this.fold = fold;
    this.clock = clock;
    this.sourceMs = sourceMs;
    this.tally = tally;
    batch = Batch.after(cursor);
  }

  /// The floor's own last instant holds where the estimate lies behind it.
  private Instant at() {
    var estimate = clock.at(sourceMs);
    var last = fold.floor().at();
    return estimate.isBefore(last) ? last : estimate;
  }

  /// Decides what fell due, in order, and says whether all of it found room.
  ///
  /// What cannot be decided is left alone until the floor has changed: a fault in one rule does not
  /// keep people from working.
  boolean catchUp() {
    while (!isOver) {
      var due = fold.floor().nextDue().filter(next -> !next.dueAt().isAfter(at()));
      if (due.isEmpty()) {
        return true;
      }
      switch (tryDue(due.get())) {
        case WRITTEN -> {}
        case FULL -> {
          return false;
        }
        case FAULT -> {
          return true;
        }
      }
    }
    return false;
  }

  private Tried tryDue(DueCommand due) {
    var id = new CommandId(PersonId.SYSTEM, due.identity());
    var stamp = Stamp.system(at());
    if (fold.accepted(id).isPresent()) {
      return fault("decided already, yet still due: " + due, null);
    }
    return switch (decide(due, stamp)) {
      case Decision.Accepted(var events, var result) when !events.isEmpty() ->
          write(new Entry(id, stamp, "", events, result));
      case Decision other -> fault(due + " fell due and was not accepted: " + other, null);
    };
  }

  /// Decides an order unless there is no room for it: then it waits for the next round.
  boolean take(Waiting waiting) {
    if (isOver || isFull || replies.size() == REPLIES_MAX) {
      return false;
    }
    var order = waiting.order;
    var known = fold.accepted(order.id());
    if (known.isPresent()) {
      tally.resent.increment();
      reply(waiting, again(order, known.get()));
      return true;
    }
    var stamp = new Stamp(order.id().who(), order.role(), at());
    return switch (decide(order.command(), stamp)) {
      case Decision.Refused(var refusal, var args) ->
          reply(waiting, new Answer.Refused(refusal, args));
      case Decision.Accepted(_, var result) when order.dryRun() ->
          reply(waiting, new Answer.Done(batch.end().seq(), result, true));
      case Decision.Accepted(var events, var result) -> accept(waiting, stamp, events, result);
    };
  }

  private boolean accept(Waiting waiting, Stamp stamp, List<Event> events, Result result) {
    var order = waiting.order;
    return switch (write(new Entry(order.id(), stamp, order.bodyHash(), events, result))) {
      case WRITTEN -> {
        reply(waiting, new Answer.Done(batch.end().seq(), result, false));
        isFull = !catchUp();
        yield true;
      }
      case FULL -> {
        isFull = true;
        yield false;
      }
      case FAULT -> reply(waiting, new Answer.Refused(Refusal.BUSY, Map.of()));
    };
  }

  /// What an order that was accepted before is answered now.
  static Answer again(Order order, Accepted accepted) {
    return accepted.bodyHash().equals(order.bodyHash())
        ? new Answer.Done(accepted.seq(), accepted.result(), false)
        : new Answer.Refused(Refusal.ID_REUSED, Map.of());
  }

  private Decision decide(Command command, Stamp stamp) {
    try {
      return fold.floor().decide(command, stamp);
    } catch (RuntimeException e) {
      fault("cannot decide " + command.getClass().getSimpleName(), e);
      return Decision.refuse(Refusal.BUSY);
    }
  }

  private Tried write(Entry entry) {
    try {
      var draft = Draft.of(entry);
      if (!batch.fits(draft)) {
        return Tried.FULL;
      }
      var step = fold.then(entry, batch.end().seq() + 1);
      batch.add(draft);
      fold = step.fold();
      touched = touched.and(step.touched());
      rings.addAll(step.rings());
      entry.events().forEach(this::mark);
      return Tried.WRITTEN;
    } catch (RuntimeException e) {
      return fault("cannot fold what " + entry.id() + " would make happen", e);
    }
  }

  /// After a turn of the clock everything is stamped otherwise, after the day's end nothing is.
  private void mark(Event event) {
    if (event instanceof ClockTurned(_, var to, var speed)) {
      batch.turn(new FloorClock(sourceMs, to.toEpochMilli(), speed));
      isOver = true;
    } else if (event instanceof DayClosed(Carry carry, _)) {
      batch.seal(carry);
      isOver = true;
    }
  }

  private boolean reply(Waiting waiting, Answer answer) {
    replies.add(new Reply(waiting, answer));
    return true;
  }

  private Tried fault(String what, @Nullable Throwable cause) {
    tally.faults.increment();
    LOG.error("{}", what, cause);
    return Tried.FAULT;
  }

  Batch batch() {
    return batch;
  }

  List<Reply> replies() {
    return replies;
  }

  Fold fold() {
    return fold;
  }

  Touched touched() {
    return touched;
  }

  List<BellRang> rings() {
    return rings;
  }

  Optional<FloorClock> turned() {
    return batch.clock();
  }
}
