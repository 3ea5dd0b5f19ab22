package dev.carillon.gateway;

import dev.carillon.desk.Answer;
import dev.carillon.desk.Clock;
import dev.carillon.desk.Order;
import dev.carillon.desk.Publication;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Touched;
import dev.carillon.gateway.GatewayOptions.Timing;
import dev.carillon.gateway.Window.Step;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Student;
import dev.carillon.view.Audience;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.Views;
import dev.carillon.wire.ClientFrame.Receipt;
import dev.carillon.wire.ServerFrame;
import dev.carillon.wire.ServerFrame.Beat;
import dev.carillon.wire.ServerFrame.Change;
import dev.carillon.wire.ServerFrame.ClockSays;
import dev.carillon.wire.ServerFrame.Reached;
import dev.carillon.wire.ServerFrame.Ring;
import dev.carillon.wire.ServerFrame.Whole;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The windows of one floor: one per audience, however many devices look through it.
///
/// Problem: a bell touches everybody, and each of thousands of devices must get its few rows at
/// once, while a busy floor must not send every step of every map. Way: what the desk publishes
/// marks the windows it touches. A window is cut again when its time has come: at once after a
/// quiet while, otherwise some milliseconds after the last time; what concerns bells and help is
/// never held back. What it then shows is compared with what it showed, encoded once, and handed to
/// each loop in batches, so that answers run in between. Limits: everything here runs on one thread
/// of its own. Floor states in between may be skipped.
final class Audiences {
  private static final Logger LOG = LoggerFactory.getLogger(Audiences.class);

  /// Between two patches of a person's window: faster than anybody reads.
  private static final long PERSON_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /// Between two patches of a map of everybody.
  private static final long MAP_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /// Windows cut before their frames leave.
  private static final int SLICE_WINDOWS = 64;

  /// How long a window is kept that nobody looks through, so that whoever comes back gets a patch.
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final long SWEEP_SECONDS = 60;

  /// Between two sendings of figures that people watch come in.
  private static final long FIGURES_MS = 500;

  /// Between two sendings of who is gone: nobody acts on it within a second.
  private static final long PRESENCE_MS = 1_000;

  private final Views views = new Views();
  private final Rounds rounds;
  private final Presence presence;
  private final BellFigures bells = new BellFigures();
  private final GatewayMetrics metrics;
  private final Clock source;
  private final ScheduledExecutorService thread;

  // What follows belongs to the thread.
  private final Map<Audience, Window> windows = new HashMap<>();
  private final Set<Window> dirty = new LinkedHashSet<>();
  private final Map<Session, Runnable> early = new LinkedHashMap<>();
  private final Map<Loop, List<Delivery>> outgoing = new HashMap<>();
  private @Nullable Publication now;
  private boolean isFlushPlanned;
  private long flushAtNanos = Long.MAX_VALUE;

  /// @param store what the nodes tell each other of devices
  /// @param desk takes what the floor is to be told of them
  Audiences(
      GatewayMetrics metrics,
      Clock source,
      Timing timing,
      PresenceStore store,
      Function<Order, Future<Answer>> desk) {
    rounds = new Rounds(desk, store, source, timing, this::later);
    presence = rounds.presence();
    this.metrics = metrics;
    this.source = source;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audiences").daemon().factory());
    var _ =
        thread.scheduleWithFixedDelay(
            () -> safely(this::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    var _ =
        thread.scheduleWithFixedDelay(
            () -> safely(this::tellFigures), FIGURES_MS, FIGURES_MS, TimeUnit.MILLISECONDS);
    var _ =
        thread.scheduleWithFixedDelay(
            () -> safely(this::tellPresence), PRESENCE_MS, PRESENCE_MS, TimeUnit.MILLISECONDS);
  }

  /// What devices say of the bells and their clocks. Any thread.
  BellFigures bells() {
    return bells;
  }

  /// How far a device says a prompt about her call for help came. Any thread.
  void receipt(PersonId who, Receipt receipt) {
    later(
        () -> {
          rounds.prompts().take(who, receipt.id(), receipt.stage(), receipt.hidden());
          tellReceipts();
          deliver();
        });
  }

  /// The number of a student's dot on the leaders' map. Any thread.
  Optional<String> dotOf(Floor floor, PersonId student) {
    return views.dotOf(floor, student);
  }

  /// Whose devices are connected, over all nodes. Fails once the windows are closed. Any thread.
  Future<Connected> connected() {
    return Future.future(
        asked -> thread.execute(() -> asked.complete(rounds.nodes().connected(transports()))));
  }

  /// When a student whose devices are gone was last heard of, on the floor's clock. Any thread.
  Optional<Instant> lastSeen(PersonId student) {
    return presence.lastSeen(student);
  }

  /// A frame on its way to one session.
  ///
  /// @param to where the session stands once it was written; empty when that does not change
  /// @param isWhole whether it needs nothing before it
  record Delivery(Session session, Message message, Optional<Cursor> to, boolean isWhole) {}

  void stop() {
    thread.shutdownNow();
    rounds.stop();
  }

  /// The desk's out-tray. Returns at once.
  void publish(Publication publication) {
    later(() -> take(publication));
  }

  /// From now on the session gets what its audience gets; first what it lacks.
  ///
  /// @param shown called with the window, for the rows it shows
  void join(Session session, Audience audience, Optional<Cursor> cursor, Consumer<Window> shown) {
    later(() -> whenKnown(session, () -> let(session, audience, cursor, shown)));
  }

  /// @param silent how long the device had not been heard of
  void leave(Session session, Audience audience, Duration silent) {
    later(
        () -> {
          var window = windows.get(audience);
          early.remove(session);
          bells.left(session);
          if (now != null) {
            var lastSeen = now.clock().at(source.sourceMs() - silent.toMillis());
            owner(session, audience)
                .ifPresent(who -> rounds.nodes().left(who, session, lastSeen, System.nanoTime()));
          }
          if (window != null && window.sessions.remove(session) && window.sessions.isEmpty()) {
            window.emptySinceNanos = System.nanoTime();
          }
        });
  }

  /// The session lost its backlog and can read again: it gets everything anew.
  void refresh(Session session, Audience audience) {
    later(
        () -> {
          var window = windows.get(audience);
          if (window != null && window.sessions.contains(session)) {
            cut(window);
            sendWhole(window, session);
            tellApart(window, session);
            deliver();
          }
        });
  }

  // --- What became true
  // ---------------------------------------------------------------------------

  private void take(Publication publication) {
    var before = now;
    now = publication;
    early.values().forEach(Runnable::run);
    early.clear();
    if (before != null && !before.clock().equals(publication.clock())) {
      sayClock(publication);
    }
    if (publication.touched().whole() || !publication.touched().help().isEmpty()) {
      rounds.prompts().follow(publication.floor(), System.nanoTime());
      tellReceipts();
    }
    publication.rings().forEach(ring -> ring(ring, publication.floor()));
    mark(publication);
    deliver();
    flush();
  }

  private void mark(Publication publication) {
    var touched = publication.touched();
    for (var window : windows.values()) {
      if (window.isDirty() || views.touches(window.audience, publication.floor(), touched)) {
        window.touched = window.touched.and(touched);
        if (!window.sessions.isEmpty()) {
          dirty.add(window);
          planFlush(dueNanos(window));
        }
      }
    }
  }

  private void ring(BellRang bell, Floor floor) {
    var message = Message.shared(new Ring(bell));
    var devices = new HashSet<DeviceName>();
    for (var window : windows.values()) {
      if (hears(window.audience, bell, floor)) {
        for (var session : window.sessions) {
          session.device().ifPresent(devices::add);
          send(session, message, Optional.empty(), false);
        }
      }
    }
    bells.rings(bell, devices);
  }

  private void tellFigures() {
    var window = windows.get(new OfLeaders());
    if (window != null && !window.sessions.isEmpty()) {
      bells.taken().map(Message::shared).ifPresent(message -> tellAll(window, message));
      deliver();
    }
  }

  private void tellPresence() {
    if (now != null) {
      rounds.round(now, transports());
    }
    for (var window : windows.values()) {
      if (isOfStaff(window.audience) && !window.sessions.isEmpty()) {
        window
            .presence
            .change(window.view(), presence, student -> idOf(window, student))
            .map(Message::shared)
            .ifPresent(message -> tellAll(window, message));
      }
    }
    tellReceipts();
    deliver();
  }

  /// Whoever has a call is told how far its prompt came, and leaders of each.
  private void tellReceipts() {
    for (var window : windows.values()) {
      if (isOfStaff(window.audience) && !window.sessions.isEmpty()) {
        window
            .receipts
            .change(receipts(window.audience))
            .map(Message::shared)
            .ifPresent(message -> tellAll(window, message));
      }
    }
  }

  private Map<String, Reached> receipts(Audience audience) {
    return switch (audience) {
      case OfHelper(var helper) -> rounds.prompts().of(helper);
      case OfLeaders _ -> rounds.prompts().all();
      case OfStudent _, OfBoard _ -> Map.of();
    };
  }

  private Optional<String> idOf(Window window, PersonId student) {
    return views.idOf(window.audience, Objects.requireNonNull(now).floor(), window.view(), student);
  }

  /// Students are never told of each other, and boards show nobody's devices.
  private static boolean isOfStaff(Audience audience) {
    return switch (audience) {
      case OfHelper _, OfLeaders _ -> true;
      case OfStudent _, OfBoard _ -> false;
    };
  }

  private void tellAll(Window window, Message message) {
    window.sessions.forEach(session -> send(session, message, Optional.empty(), false));
  }

  private static boolean hears(Audience audience, BellRang bell, Floor floor) {
    return switch (audience) {
      case OfStudent(var id) ->
          floor.school().people().get(id) instanceof Student student
              && student.schedule().equals(bell.schedule());
      case OfHelper _, OfLeaders _, OfBoard _ -> true;
    };
  }

  private void sayClock(Publication publication) {
    long nowMs = source.sourceMs();
    var message =
        Message.shared(new ClockSays(OptionalDouble.empty(), nowMs, nowMs, publication.clock()));
    for (var window : windows.values()) {
      window.sessions.forEach(session -> send(session, message, Optional.empty(), false));
    }
  }

  // --- Cutting
  // ------------------------------------------------------------------------------------

  private void planFlush(long atNanos) {
    if (isFlushPlanned && flushAtNanos - atNanos <= 0) {
      return;
    }
    isFlushPlanned = true;
    flushAtNanos = atNanos;
    long waitNanos = Math.max(0, atNanos - System.nanoTime());
    try {
      var _ = thread.schedule(() -> safely(this::flush), waitNanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("the windows are closed", stopped);
    }
  }

  /// Cuts the windows whose time has come.
  private void flush() {
    isFlushPlanned = false;
    long nowNanos = System.nanoTime();
    long nextNanos = Long.MAX_VALUE;
    int cut = 0;
    for (var window : List.copyOf(dirty)) {
      long waitNanos = dueNanos(window) - nowNanos;
      if (waitNanos <= 0) {
        cutSafely(window);
        if (++cut % SLICE_WINDOWS == 0) {
          deliver();
        }
      } else {
        nextNanos = Math.min(nextNanos, waitNanos);
      }
    }
    deliver();
    if (nextNanos != Long.MAX_VALUE) {
      planFlush(nowNanos + nextNanos);
    }
  }

  /// What cannot be shown to one audience now is shown with the next change; the others see theirs.
  private void cutSafely(Window window) {
    try {
      cut(window);
    } catch (RuntimeException fault) {
      LOG.error("a window could not be cut", fault);
      window.touched = Touched.WHOLE;
    }
  }

  private static long dueNanos(Window window) {
    var touched = window.touched;
    boolean isUrgent =
        touched.whole()
            || touched.blocks()
            || !touched.schedules().isEmpty()
            || (!touched.help().isEmpty() && isPerson(window.audience));
    return isUrgent
        ? window.sentNanos
        : window.sentNanos + (isPerson(window.audience) ? PERSON_GAP_NANOS : MAP_GAP_NANOS);
  }

  private static boolean isPerson(Audience audience) {
    return switch (audience) {
      case OfStudent _, OfHelper _ -> true;
      case OfLeaders _, OfBoard _ -> false;
    };
  }

  private void cut(Window window) {
    dirty.remove(window);
    var publication = now;
    if (publication == null || !window.isDirty()) {
      return;
    }
    var touched = window.touched;
    window.touched = Touched.NOTHING;
    var recut = views.recut(window.view(), window.audience, publication.floor(), touched);
    var next = recut.view();
    if (publication.to().epoch() != window.cursor.epoch()) {
      window.jump(next, publication.to());
      metrics.resynced("epoch");
      window.sessions.forEach(session -> sendWhole(window, session));
      return;
    }
    var patch = recut.patch();
    if (!patch.isEmpty()) {
      var from = window.cursor;
      var message = message(new Change(from, publication.to(), patch), window);
      window.follow(next, new Step(from, publication.to(), message));
      window.sentNanos = System.nanoTime();
      window.sessions.forEach(session -> send(session, message, Optional.of(window.cursor), false));
    }
  }

  private static Message message(ServerFrame frame, Window window) {
    return window.sessions.size() > 1 ? Message.shared(frame) : Message.of(frame);
  }

  // --- Coming and going
  // ---------------------------------------------------------------------------

  private void whenKnown(Session session, Runnable task) {
    if (now == null) {
      early.put(session, task);
    } else {
      task.run();
    }
  }

  private void let(
      Session session, Audience audience, Optional<Cursor> cursor, Consumer<Window> shown) {
    var publication = Objects.requireNonNull(now);
    var window =
        windows.computeIfAbsent(
            audience,
            _ -> new Window(audience, views.cut(audience, publication.floor()), publication.to()));
    cut(window);
    window.sessions.add(session);
    shown.accept(window);
    var steps = cursor.flatMap(window::since);
    if (steps.isEmpty()) {
      sendWhole(window, session);
      metrics.resynced(cursor.isPresent() ? "whole" : "new");
    } else {
      steps.get().forEach(step -> send(session, step.message(), Optional.of(step.to()), false));
      if (steps.get().isEmpty()) {
        send(session, Message.of(new Beat(window.cursor)), Optional.of(window.cursor), false);
      }
      metrics.resynced(steps.get().isEmpty() ? "nothing" : "patch");
    }
    tellApart(window, session);
    bells.joined(session);
    owner(session, audience).ifPresent(who -> rounds.nodes().joined(who, session));
    if (audience instanceof OfLeaders) {
      send(session, Message.of(bells.now()), Optional.empty(), false);
    }
    deliver();
  }

  private void sweep() {
    long nowNanos = System.nanoTime();
    windows
        .values()
        .removeIf(
            window ->
                window.sessions.isEmpty() && nowNanos - window.emptySinceNanos > KEPT.toNanos());
  }

  // --- Sending
  // ------------------------------------------------------------------------------------

  private void sendWhole(Window window, Session session) {
    var publication = Objects.requireNonNull(now);
    var message =
        window.whole(
            () ->
                message(new Whole(window.cursor, publication.floor().at(), window.view()), window));
    send(session, message, Optional.of(window.cursor), true);
  }

  /// What is told apart from the view, all of it: how things stand now, whatever was missed.
  private void tellApart(Window window, Session session) {
    if (isOfStaff(window.audience)) {
      send(session, Message.of(window.presence.whole()), Optional.empty(), false);
      send(session, Message.of(window.receipts.whole()), Optional.empty(), false);
    }
  }

  /// Whose device it is. A board counts as itself; who looks at one that is not on a wall has no
  /// device there.
  private static Optional<PersonId> owner(Session session, Audience audience) {
    return switch (audience) {
      case OfStudent _, OfHelper _, OfLeaders _ -> session.device().map(DeviceName::who);
      case OfBoard(var board) -> board;
    };
  }

  private Map<String, Integer> transports() {
    var transports = new HashMap<String, Integer>();
    for (var window : windows.values()) {
      for (var session : window.sessions) {
        transports.merge(session.transport().word(), 1, Integer::sum);
      }
    }
    return transports;
  }

  private void send(Session session, Message message, Optional<Cursor> to, boolean isWhole) {
    outgoing
        .computeIfAbsent(session.loop(), _ -> new ArrayList<>())
        .add(new Delivery(session, message, to, isWhole));
  }

  private void deliver() {
    outgoing.forEach((loop, deliveries) -> loop.deliver(List.copyOf(deliveries)));
    outgoing.clear();
  }

  private void later(Runnable task) {
    try {
      thread.execute(() -> safely(task));
    } catch (RejectedExecutionException stopped) {
      LOG.debug("the windows are closed", stopped);
    }
  }

  /// A fault in one window must not close them all.
  private static void safely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      LOG.error("a window could not be cut", fault);
    }
  }
}
