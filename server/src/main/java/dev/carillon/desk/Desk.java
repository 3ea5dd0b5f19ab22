package dev.carillon.desk;

import dev.carillon.floor.Command.CloseAndPlace;
import dev.carillon.floor.Command.PlannedCommand;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.HistoryLost;
import dev.carillon.floor.Floor;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.RePlan;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.floor.Touched;
import dev.carillon.log.Batch;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Follower;
import dev.carillon.log.Following;
import dev.carillon.log.Head;
import dev.carillon.log.Outcome;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import dev.carillon.log.Snapshot;
import dev.carillon.log.Unreadable;
import dev.carillon.plan.Closed;
import dev.carillon.plan.RePlanner;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One floor at work on this node.
///
/// Problem: several desks, on as many nodes, take commands for one floor, and each command must be
/// decided once, against everything decided before, and be on disk before it is answered. Way: a
/// desk decides a batch on top of what it knows (a [Round]) and appends it on condition that the
/// log still ends there. While the log is asked, nothing else is decided, so a desk is always in
/// one of four states: *idle*, *asking*, *catching up* (the log is ahead or did not answer),
/// *over*. Whoever loses a race applies what the winner wrote and decides again. Limits: one batch
/// in flight; the queue is bounded; an order that cannot be saved for [#PATIENCE_MS] is told so,
/// and the same order sent again gets the one true answer.
///
/// [#submit], [#subscribe], [#state], [#sourceMs], [#replay] may be called from any thread.
/// Everything else happens on the desk's thread, answers and publications included: whoever has a
/// thread of his own takes them there himself. Only what a log held before the desk knew it is
/// folded elsewhere.
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /// Orders that may wait. A bell's crowd of 5,000 fits; past it a desk is further behind than
  /// anybody would wait.
  public static final int QUEUE_MAX = 8_192;

  /// Lost races after which somebody is told to try again: eight round trips are the better part of
  /// the time in which a tap should be answered.
  public static final int RACES_MAX = 8;

  /// How long an order waits for a log that does not answer. Within five seconds a person must have
  /// a result or an honest "not saved".
  public static final long PATIENCE_MS = 4_000;

  /// Entries between two snapshots at least; later in the day a quarter of the log, so that all
  /// snapshots together cost in proportion to it.
  private static final int SNAPSHOT_ENTRIES = 400;

  /// At least this long between two snapshots, so that a busy day does not consist of them.
  private static final long SNAPSHOT_MS_MIN = 5_000;

  /// The longest pause after a lost race: one slow answer of the log is no reason to hang back.
  private static final double PAUSE_MS_MAX = 50;

  /// So long after another desk's entry it counts as writing too.
  private static final long CONTENDED_MS = 100;

  /// Between two tries at something due that the rules fail on.
  private static final long STUCK_MS = 10_000;

  private static final long BACK_OFF_MS_MIN = 50;
  private static final long BACK_OFF_MS_MAX = 1_000;

  private enum Phase {
    LOADING,
    IDLE,
    ASKING,
    CATCHING_UP,
    OVER
  }

  private final FloorKey key;
  private final DeskPorts ports;
  private final FloorLog log;
  private final DayReader reader;
  private final Replay replay;
  private final Tally tally = new Tally();

  private final Queue<Waiting> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final AtomicBoolean isAwake = new AtomicBoolean();
  private volatile @Nullable DeskState state;

  // What follows belongs to the desk's thread.
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private final OutTrays trays = new OutTrays(this::fault);
  private final List<Placed> heard = new ArrayList<>();
  private final Promise<Desk> loaded = Promise.promise();
  private Phase phase = Phase.LOADING;
  private @Nullable Fold fold;
  private Cursor cursor = Cursor.START;
  private FloorClock clock = FloorClock.REAL;
  private boolean isSealed;
  private boolean isAway;
  private boolean isStopped;
  private long backOffMs = BACK_OFF_MS_MIN;
  private double roundTripMs = 1;
  private long snapshotSeq;
  private long snapshotAtMs;
  private long othersAtMs;
  private @Nullable Head heardHead;
  private @Nullable Ear currentEar;
  private Following following = () -> {};
  private Timer.Alarm dueAlarm = () -> {};
  private Timer.Alarm patience = () -> {};

  Desk(FloorKey key, DeskPorts ports) {
    this.key = key;
    this.ports = ports;
    log = ports.log();
    reader = new DayReader(key, ports, this::fault);
    replay = new Replay(ports);
  }

  /// Reads the log and begins to work. The future completes when the floor is known.
  Future<Desk> start() {
    ports.thread().execute(this::load);
    return loaded.future();
  }

  public FloorKey key() {
    return key;
  }

  /// Asks for something. Answered once the outcome is certain, on the desk's thread; the future
  /// never fails.
  public Future<Answer> submit(Order order) {
    if (waitingCount.incrementAndGet() > QUEUE_MAX) {
      waitingCount.decrementAndGet();
      tally.busy.increment();
      return Future.succeededFuture(new Answer.Refused(Refusal.BUSY, Map.of()));
    }
    var waiting = new Waiting(order, ports.clock().sourceMs());
    inbox.add(waiting);
    if (isAwake.compareAndSet(false, true)) {
      ports.thread().execute(this::wake);
    }
    return waiting.answer.future();
  }

  /// Fills the tray from now on. First comes the whole floor as one publication, on the desk's
  /// thread as all others.
  public Subscription subscribe(OutTray tray) {
    ports.thread().execute(() -> addTray(tray));
    return () -> ports.thread().execute(() -> trays.remove(tray));
  }

  /// @throws IllegalStateException before the future of [Desks#open] has completed
  public DeskState state() {
    var now = state;
    if (now == null) {
      throw new IllegalStateException("the desk of " + key + " is not open yet");
    }
    return now;
  }

  public long sourceMs() {
    return ports.clock().sourceMs();
  }

  public Tally tally() {
    return tally;
  }

  /// The days in this desk's log as they were. Goes its own way: the desk never waits for it.
  public Replay replay() {
    return replay;
  }

  /// Writes a snapshot and lets go of the log. Orders still waiting are told that they were not
  /// saved.
  public Future<Void> stop() {
    Promise<Void> stopped = Promise.promise();
    ports.thread().execute(() -> stopNow().onComplete(stopped));
    return stopped.future();
  }

  private Future<Void> stopNow() {
    if (isStopped) {
      return Future.succeededFuture();
    }
    isStopped = true;
    following.stop();
    dueAlarm.cancel();
    patience.cancel();
    drainInbox();
    expire(Long.MAX_VALUE);
    trays.clear();
    return fold == null || cursor.seq() == snapshotSeq
        ? Future.succeededFuture()
        : putSnapshot().recover(_ -> Future.succeededFuture(false)).mapEmpty();
  }

  // --- Orders
  // -------------------------------------------------------------------------------------

  private void wake() {
    isAwake.set(false);
    drainInbox();
    if (isStopped) {
      expire(Long.MAX_VALUE);
    } else {
      turn();
    }
  }

  private void drainInbox() {
    for (var next = inbox.poll(); next != null; next = inbox.poll()) {
      admit(next);
    }
  }

  private void admit(Waiting waiting) {
    var known = fold;
    if (known == null || !answersAtOnce(waiting, known)) {
      queue.add(waiting);
    }
  }

  /// Once more for those who waited while the floor was not known or the day was closed.
  private void admitAgain() {
    var all = List.copyOf(queue);
    queue.clear();
    all.forEach(this::admit);
  }

  private void answer(Waiting waiting, Answer answer) {
    waitingCount.decrementAndGet();
    if (answer instanceof Answer.Refused(var refusal, _)) {
      switch (refusal) {
        case BUSY -> tally.busy.increment();
        case NOT_SAVED -> tally.notSaved.increment();
        default -> tally.refused.increment();
      }
    }
    try {
      waiting.answer.complete(answer);
    } catch (RuntimeException e) {
      fault("whoever asked could not take the answer", e);
    }
  }

  private void refuse(Waiting waiting, Refusal refusal) {
    answer(waiting, new Answer.Refused(refusal, Map.of()));
  }

  /// Answers what needs no deciding: another day, and what stands in the log already.
  private boolean answersAtOnce(Waiting waiting, Fold known) {
    var order = waiting.order;
    if (!order.date().equals(key.date())) {
      refuse(waiting, order.date().isBefore(key.date()) ? Refusal.DAY_OVER : Refusal.WRONG_DAY);
      return true;
    }
    var accepted = known.accepted(order.id());
    if (accepted.isPresent()) {
      tally.resent.increment();
      answer(waiting, Round.again(order, accepted.get()));
      return true;
    }
    if (isSealed) {
      refuse(waiting, Refusal.DAY_OVER);
      return true;
    }
    return false;
  }

  // --- A round
  // ------------------------------------------------------------------------------------

  /// Decides what there is to decide, unless the desk is waiting for the log.
  private void turn() {
    var known = fold;
    if (known == null || isStopped || phase != Phase.IDLE) {
      return;
    }
    askPlanner(known.floor());
    long nowMs = sourceMs();
    var round = new Round(known, cursor, clock, nowMs, tally);
    if (round.catchUp()) {
      while (!queue.isEmpty() && !needsPlan(queue.getFirst()) && round.take(queue.getFirst())) {
        queue.removeFirst();
      }
    }
    if (round.batch().isEmpty() && round.replies().isEmpty()) {
      armDue(known.floor(), nowMs);
    } else {
      ask(round, nowMs);
    }
  }

  // --- Plans
  // --------------------------------------------------------------------------------------

  private static boolean needsPlan(Waiting waiting) {
    return waiting.order.command() instanceof PlannedCommand asked && asked.answer().isEmpty();
  }

  /// A plan takes longer than an event loop may. Whoever is first in the queue and needs one leaves
  /// it, is planned on the floor as it is true now, with everything asked before her, and comes
  /// back with the answer; others go on. The floor looks again at what it accepts (ADR 19).
  private void askPlanner(Floor floor) {
    while (!queue.isEmpty() && needsPlan(queue.getFirst())) {
      var waiting = queue.removeFirst();
      if (waiting.order.command() instanceof PlannedCommand asked) {
        var now = clock.at(sourceMs());
        onThread(
            ports.aside(() -> plan(floor, asked, now)),
            plan -> {
              if (plan.failed()) {
                fault("cannot plan for " + asked, plan.cause());
                refuse(waiting, Refusal.BUSY);
              } else if (isStopped) {
                refuse(waiting, Refusal.NOT_SAVED);
              } else {
                waiting.order = waiting.order.answered(plan.result());
                admit(waiting);
                turn();
              }
            });
      }
    }
  }

  private static RePlan plan(Floor floor, PlannedCommand asked, Instant now) {
    return switch (asked) {
      case ProposePlan proposed -> RePlanner.plan(floor, proposed.request(), now);
      case CloseAndPlace closing -> Closed.plan(floor, closing.stations(), now);
    };
  }

  /// @param startMs when deciding began: another desk needs as long before it can be back
  private void ask(Round round, long startMs) {
    phase = Phase.ASKING;
    dueAlarm.cancel();
    var batch = round.batch();
    var asked = batch.isEmpty() ? log.confirm(key, cursor) : log.append(key, batch);
    onThread(
        asked,
        outcome -> {
          roundTripMs += (Math.max(0, sourceMs() - startMs) - roundTripMs) / 8;
          if (isStopped) {
            settleAfterStop(round, outcome);
          } else {
            settle(round, outcome);
          }
        });
  }

  private void settleAfterStop(Round round, AsyncResult<Outcome> outcome) {
    boolean stands = outcome.succeeded() && outcome.result() instanceof Outcome.Stands;
    for (var reply : round.replies()) {
      answer(
          reply.waiting(),
          stands ? reply.answer() : new Answer.Refused(Refusal.NOT_SAVED, Map.of()));
    }
  }

  private void settle(Round round, AsyncResult<Outcome> result) {
    if (result.failed()) {
      requeue(round);
      catchUpLater(result.cause());
      return;
    }
    switch (result.result()) {
      case Outcome.Stands(var head) -> becomeTrue(round, head);
      case Outcome.Conflict(var since) -> {
        tally.conflicts.increment();
        loseRace(round);
        catchUpWith(since, retryDelayMs(round));
      }
      case Outcome.Sealed(var head) -> {
        requeue(round);
        take(head);
        idle();
      }
      case Outcome.Ahead(_, var logMs) -> {
        LOG.warn("{}: this node's clock is ahead of the log's by {} ms", key, sourceMs() - logMs);
        loseRace(round);
        pause(BACK_OFF_MS_MAX / 4);
      }
      case Outcome.Missing() -> {
        requeue(round);
        catchUpLater(new IllegalStateException("the log is gone"));
      }
    }
  }

  private void becomeTrue(Round round, Head head) {
    var from = cursor;
    fold = round.fold();
    cursor = head.cursor();
    recover();
    take(head);
    if (!round.batch().isEmpty()) {
      tally.batches.increment();
      tally.entries.add(round.batch().size());
      publish(from, round.touched(), round.rings());
    }
    for (var reply : round.replies()) {
      answer(reply.waiting(), reply.answer());
    }
    maybeSnapshot();
    if (isContended() && !queue.isEmpty()) {
      pause(Math.max(1, Math.round(Math.min(PAUSE_MS_MAX, roundTripMs))));
    } else {
      idle();
    }
  }

  /// Whether another desk writes too. Then whoever won waits a round trip before going on: the
  /// loser decides again at once and finds the log free, so that both take turns and neither
  /// starves.
  private boolean isContended() {
    return sourceMs() - othersAtMs < CONTENDED_MS;
  }

  private void pause(long ms) {
    phase = Phase.CATCHING_UP;
    ports.timer().schedule(ms, this::idle);
  }

  /// Puts the orders of a round back, in front, in their order.
  private void requeue(Round round) {
    for (var reply : round.replies().reversed()) {
      queue.addFirst(reply.waiting());
    }
  }

  private void loseRace(Round round) {
    for (var reply : round.replies().reversed()) {
      var waiting = reply.waiting();
      if (++waiting.lostRaces > RACES_MAX) {
        refuse(waiting, Refusal.BUSY);
      } else {
        queue.addFirst(waiting);
      }
    }
  }

  /// The first times at once: the loser was just told all it needs. Then with jitter, so that two
  /// desks do not stumble over each other in step.
  private long retryDelayMs(Round round) {
    boolean isFirst = round.replies().stream().noneMatch(reply -> reply.waiting().lostRaces > 2);
    double mostMs = Math.min(PAUSE_MS_MAX, 2 * roundTripMs);
    return isFirst ? 0 : Math.round(ports.dice().nextDouble() * mostMs);
  }

  /// Ready for the next round; what was heard in the meantime first.
  private void idle() {
    if (isStopped) {
      return;
    }
    rest();
    if (!heard.isEmpty()) {
      applyHeard();
    }
    turn();
  }

  private void rest() {
    phase = isSealed ? Phase.OVER : Phase.IDLE;
    if (isSealed) {
      dueAlarm.cancel();
      admitAgain();
    }
  }

  private void take(Head head) {
    clock = head.clock();
    isSealed = head.sealed();
    snapshotSeq = Math.max(snapshotSeq, head.snapshotSeq());
    var known = fold;
    if (known != null) {
      state = new DeskState(known.floor(), cursor, clock, isAway);
    }
  }

  // --- What falls due
  // -----------------------------------------------------------------------------

  /// @param nowMs the source time for which nothing more was due
  private void armDue(Floor floor, long nowMs) {
    dueAlarm.cancel();
    var due = floor.nextDue();
    if (due.isPresent()) {
      long delayMs = clock.sourceMsUntil(due.get().dueAt(), nowMs);
      if (delayMs != Long.MAX_VALUE) {
        // What is due and still there could not be decided: it is tried again now and then.
        dueAlarm = ports.timer().schedule(delayMs == 0 ? STUCK_MS : delayMs, this::turn);
      }
    }
  }

  // --- Out-trays
  // ----------------------------------------------------------------------------------

  private void addTray(OutTray tray) {
    if (isStopped) {
      return;
    }
    trays.add(tray);
    var known = fold;
    if (known != null) {
      trays.put(tray, whole(known.floor()));
    }
  }

  private Publication whole(Floor floor) {
    return new Publication(cursor, cursor, floor, Touched.WHOLE, List.of(), clock);
  }

  private void publish(Cursor from, Touched touched, List<BellRang> rings) {
    var known = fold;
    if (known != null) {
      trays.publish(new Publication(from, cursor, known.floor(), touched, rings, clock));
    }
  }

  // --- What others wrote
  // --------------------------------------------------------------------------

  private void follow() {
    following.stop();
    var ear = new Ear();
    following = log.follow(key, cursor, ear);
    currentEar = ear;
  }

  /// Takes what the log says to the desk's thread. What an earlier ear still says is not heard.
  private final class Ear implements Follower {
    @Override
    public void next(List<Placed> entries, Head head) {
      ports.thread().execute(() -> hear(this, entries, head));
    }

    @Override
    public void lost(Head head) {
      ports.thread().execute(() -> hearOfLoss(this));
    }
  }

  private void hear(Ear ear, List<Placed> entries, Head head) {
    if (isStopped || !ear.equals(currentEar) || entries.getLast().at().seq() <= cursor.seq()) {
      return;
    }
    heard.addAll(entries);
    heardHead = head;
    if (phase == Phase.IDLE) {
      idle();
    }
  }

  private void applyHeard() {
    var fresh = heard.stream().filter(placed -> placed.at().seq() > cursor.seq()).toList();
    heard.clear();
    var head = heardHead;
    if (fresh.isEmpty() || head == null || phase != Phase.IDLE) {
      return;
    }
    if (fresh.getFirst().at().seq() == cursor.seq() + 1) {
      apply(fresh, head);
      rest();
    } else {
      readOn();
    }
  }

  private void hearOfLoss(Ear ear) {
    if (!isStopped && ear.equals(currentEar) && (phase == Phase.IDLE || phase == Phase.OVER)) {
      readOn();
    }
    // Otherwise what is under way finds out by itself.
  }

  private void readOn() {
    phase = Phase.CATCHING_UP;
    whenDone(
        log.read(key, cursor),
        slice -> {
          if (slice.succeeded()) {
            catchUpWith(slice.result(), 0);
          } else {
            catchUpLater(slice.cause());
          }
        });
  }

  /// Applies what the log holds beyond the cursor, all of it, and goes on after a pause.
  private void catchUpWith(Slice since, long pauseMs) {
    if (!since.continues()) {
      loseHistory(since.head());
      return;
    }
    if (!since.entries().isEmpty()) {
      apply(since.entries(), since.head());
    }
    if (cursor.seq() < since.head().cursor().seq()) {
      readOn();
    } else if (pauseMs > 0) {
      pause(pauseMs);
    } else {
      if (queue.isEmpty()) {
        recover();
      }
      take(since.head());
      idle();
    }
  }

  private void apply(List<Placed> entries, Head head) {
    othersAtMs = sourceMs();
    var from = cursor;
    var touched = Touched.NOTHING;
    var rings = new ArrayList<BellRang>();
    for (var placed : entries) {
      var step = reader.step(fold, placed);
      fold = step.fold();
      cursor = placed.at();
      touched = touched.and(step.touched());
      rings.addAll(step.rings());
    }
    take(head);
    publish(from, touched, rings);
  }

  // --- When the log is away
  // -----------------------------------------------------------------------

  /// The outcome is unknown: reads the log until it answers, then goes on. An order that was
  /// written after all is found by its id.
  private void catchUpLater(Throwable cause) {
    if (isStopped) {
      return;
    }
    if (cause instanceof Unreadable) {
      LOG.error("{}: the log cannot be read by this program", key, cause);
      loaded.tryFail(cause);
    }
    if (!isAway) {
      LOG.warn("{}: the log is away: {}", key, cause.toString());
      isAway = true;
      var now = state;
      if (now != null) {
        state = new DeskState(now.floor(), now.cursor(), now.clock(), true);
      }
      losePatience();
    }
    phase = Phase.CATCHING_UP;
    long delayMs = backOffMs / 2 + (long) (ports.dice().nextDouble() * backOffMs / 2);
    backOffMs = Math.min(BACK_OFF_MS_MAX, backOffMs * 2);
    ports.timer().schedule(delayMs, fold == null ? this::load : this::readOn);
  }

  private void recover() {
    if (isAway) {
      LOG.info("{}: the log is back", key);
    }
    isAway = false;
    backOffMs = BACK_OFF_MS_MIN;
    patience.cancel();
  }

  private void losePatience() {
    expire(sourceMs() - PATIENCE_MS);
    patience = ports.timer().schedule(PATIENCE_MS / 8, this::losePatience);
  }

  /// Tells orders that came before some moment that they were not saved.
  private void expire(long beforeMs) {
    drainInbox();
    queue.removeIf(
        waiting -> {
          if (waiting.sinceMs > beforeMs) {
            return false;
          }
          refuse(waiting, Refusal.NOT_SAVED);
          return true;
        });
  }

  // --- Lost history
  // -------------------------------------------------------------------------------

  /// The log does not go on from what this desk has seen: a backup was restored or a stale replica
  /// took over. Whoever notices opens a new epoch, which tells everybody; then all is read again.
  private void loseHistory(Head head) {
    phase = Phase.CATCHING_UP;
    tally.lostHistories.increment();
    LOG.error("{}: history was lost: this desk was at {}, the log is at {}", key, cursor, head);
    if (head.cursor().epoch() > cursor.epoch()) {
      reload();
      return;
    }
    whenDone(
        reader.read(),
        day -> {
          if (day.succeeded()) {
            openEpoch(day.result());
          } else {
            catchUpLater(day.cause());
          }
        });
  }

  /// After all that was kept, whoever wrote it and whatever time it was there.
  private void openEpoch(DayReader.Day kept) {
    var head = kept.head().cursor();
    var last = kept.fold().map(fold -> fold.floor().at()).orElse(Instant.EPOCH);
    var now = clock.at(sourceMs());
    var at = now.isAfter(last) ? now : last;
    var lost = new HistoryLost(head, cursor, at);
    var id = new CommandId(PersonId.SYSTEM, "lost/" + (head.epoch() + 1));
    var entry = new Entry(id, Stamp.system(at), "", List.of(lost), Result.NOTHING);
    whenDone(
        log.append(key, Batch.newEpoch(head, Draft.of(entry))),
        outcome -> {
          if (outcome.succeeded()) {
            reload();
          } else {
            catchUpLater(outcome.cause());
          }
        });
  }

  private void reload() {
    following.stop();
    currentEar = null;
    heard.clear();
    fold = null;
    load();
  }

  // --- Loading
  // ------------------------------------------------------------------------------------

  private void load() {
    if (isStopped) {
      return;
    }
    phase = Phase.LOADING;
    var before = cursor;
    whenDone(
        reader.read(),
        day -> {
          if (day.failed()) {
            catchUpLater(day.cause());
          } else {
            fold = day.result().fold().orElse(null);
            cursor = day.result().at();
            becomeKnown(before, day.result().head());
          }
        });
  }

  private void becomeKnown(Cursor before, Head head) {
    recover();
    snapshotSeq = head.snapshotSeq();
    take(head);
    admitAgain();
    publish(before, Touched.WHOLE, List.of());
    follow();
    loaded.tryComplete(this);
    idle();
  }

  // --- Snapshots
  // ----------------------------------------------------------------------------------

  private void maybeSnapshot() {
    if (cursor.seq() - snapshotSeq >= Math.max(SNAPSHOT_ENTRIES, cursor.seq() / 4)
        && sourceMs() - snapshotAtMs >= SNAPSHOT_MS_MIN) {
      putSnapshot().onFailure(cause -> LOG.warn("{}: no snapshot: {}", key, cause.toString()));
    }
  }

  private Future<Boolean> putSnapshot() {
    var known = fold;
    if (known == null) {
      return Future.succeededFuture(false);
    }
    snapshotSeq = cursor.seq();
    snapshotAtMs = sourceMs();
    return log.putSnapshot(key, new Snapshot(cursor, Fold.VERSION, known.floor(), known.ledger()));
  }

  // ------------------------------------------------------------------------------------------------

  /// Goes on with the result on the desk's thread, unless the desk was stopped.
  private <T> void whenDone(Future<T> future, Consumer<AsyncResult<T>> next) {
    onThread(
        future,
        result -> {
          if (!isStopped) {
            next.accept(result);
          }
        });
  }

  /// A fault of the desk itself does not leave it waiting for ever: it reads the log and goes on.
  private <T> void onThread(Future<T> future, Consumer<AsyncResult<T>> next) {
    future.onComplete(
        result ->
            ports
                .thread()
                .execute(
                    () -> {
                      try {
                        next.accept(result);
                      } catch (RuntimeException e) {
                        fault("a step failed", e);
                        catchUpLater(e);
                      }
                    }));
  }

  private void fault(String what, Throwable cause) {
    tally.faults.increment();
    LOG.error("{}: {}", key, what, cause);
  }
}
