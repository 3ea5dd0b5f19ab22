package dev.carillon.gateway;

import dev.carillon.access.Act;
import dev.carillon.access.Authority;
import dev.carillon.access.SessionRef;
import dev.carillon.access.SignedIn;
import dev.carillon.desk.Answer;
import dev.carillon.desk.Order;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Refusal;
import dev.carillon.log.CommandId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Role;
import dev.carillon.view.Audience;
import dev.carillon.wire.ClientFrame;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.ClientFrame.ClockAsk;
import dev.carillon.wire.ClientFrame.Hello;
import dev.carillon.wire.ClientFrame.Of;
import dev.carillon.wire.ClientFrame.Receipt;
import dev.carillon.wire.CloseCode;
import dev.carillon.wire.FrameReader;
import dev.carillon.wire.FrameReader.Outcome.Nonsense;
import dev.carillon.wire.FrameReader.Outcome.Understood;
import dev.carillon.wire.Screen;
import dev.carillon.wire.ServerFrame;
import dev.carillon.wire.ServerFrame.Beat;
import dev.carillon.wire.ServerFrame.ClockSays;
import dev.carillon.wire.ServerFrame.Done;
import dev.carillon.wire.ServerFrame.GoAway;
import dev.carillon.wire.ServerFrame.Limits;
import dev.carillon.wire.ServerFrame.Refused;
import dev.carillon.wire.ServerFrame.Retry;
import dev.carillon.wire.ServerFrame.Welcome;
import dev.carillon.wire.ServerFrame.Who;
import dev.carillon.wire.WireError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of one device, from its first frame to its end, by whichever [Line] it came.
/// Belongs to its loop's thread; others reach it through [Loop#deliver] and [#closeFromOutside].
///
/// A session first waits for *hello*, then stands at a window. What a device may do follows from
/// the session it signed in with and from nothing a frame says.
final class Session implements Line.Ear {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /// Waiting bytes after which a device gets no more patches but, once it reads again, one whole
  /// view.
  static final long BACKLOG_BYTES_MAX = 256 * 1024;

  /// Commands of one socket that may wait for their answer.
  private static final int PENDING_MAX = 64;

  /// Wire errors within the window after which a device is not worth listening to.
  private static final int ERRORS_MAX = 3;

  private static final long ERRORS_WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  /// Frames over the limit after which a device is sent away for a while.
  private static final int FLOOD_MAX = 50;

  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(20);

  /// How long a device has to answer the goodbye.
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private static final Retry RETRY = new Retry(Duration.ofMillis(500), Duration.ofSeconds(15));

  private final Loop loop;
  private final House house;
  private final Line line;
  private final long openedNanos;
  private final Strikes errors = new Strikes(ERRORS_MAX, ERRORS_WINDOW_NANOS);
  private final Strikes flood = new Strikes(FLOOD_MAX, ERRORS_WINDOW_NANOS);
  private final TokenBucket clockBudget;
  private boolean isSpendingTicket;
  private boolean isClosed;
  private volatile @Nullable Seated seated;
  private int pending;
  private long sentNanos;
  private long heardNanos;
  private long pingedNanos;
  private boolean needsWhole;
  private long stuckSinceNanos;
  private Cursor cursor = Cursor.START;
  private volatile @Nullable Window window;

  Session(Loop loop, House house, Line line) {
    this.loop = loop;
    this.house = house;
    this.line = line;
    openedNanos = System.nanoTime();
    sentNanos = openedNanos;
    heardNanos = openedNanos;
    pingedNanos = openedNanos;
    clockBudget = Budgets.clock(openedNanos);
  }

  /// Somebody who said hello, and the floor and window she looks at.
  private record Seated(
      SignedIn who,
      Person person,
      DeviceName device,
      Screen screen,
      OpenFloor floor,
      Audience audience,
      TokenBucket budget) {
    PersonId id() {
      return person.id();
    }

    Role role() {
      return person.role();
    }
  }

  void open() {
    line.open(this);
  }

  Loop loop() {
    return loop;
  }

  /// Empty before hello. Any thread.
  Optional<DeviceName> device() {
    return Optional.ofNullable(seated).map(Seated::device);
  }

  /// By which way it came. Any thread.
  Line.Transport transport() {
    return line.transport();
  }

  /// Any thread.
  boolean isOf(SessionRef session) {
    var now = seated;
    return now != null && now.who().session().equals(session);
  }

  // --- What the device says
  // -----------------------------------------------------------------------

  @Override
  public void alive() {
    heardNanos = System.nanoTime();
  }

  @Override
  public void message(String message) {
    if (isClosed) {
      return;
    }
    var now = seated;
    switch (FrameReader.read(message, now == null ? PersonId.SYSTEM : now.id())) {
      case Nonsense(var error, var detail, var id) -> nonsense(error, detail, id);
      case Understood(var frame) -> {
        if (now != null) {
          take(frame, now);
        } else if (frame instanceof Hello hello) {
          greet(hello);
        } else {
          nonsense(WireError.HELLO_EXPECTED, "the first frame must be hello");
        }
      }
    }
    line.flush();
  }

  private void take(ClientFrame frame, Seated now) {
    switch (frame) {
      case Hello _ -> nonsense(WireError.HELLO_TWICE, "hello is said once");
      case ClockAsk ask -> clock(ask);
      case Receipt receipt -> {
        if (isInTime(now)) {
          house.metrics().receipt(receipt);
          if (receipt.of() == Of.BELL) {
            now.floor().audiences().bells().receipt(now.device(), receipt);
          } else if (receipt.of() == Of.PROMPT) {
            now.floor().audiences().receipt(now.id(), receipt);
          }
        } else {
          nonsense(WireError.TOO_FAST, "wait " + now.budget().waitMs() + " ms");
        }
      }
      case Ask ask -> {
        if (!isInTime(now)) {
          var wait = Optional.of(Duration.ofMillis(now.budget().waitMs()));
          send(new Refused(ask.id(), Refusal.BUSY, wait, Map.of(), Optional.empty()));
        } else {
          ask(ask, now);
        }
      }
    }
  }

  /// Whether the device keeps to its rate. One that does not for long is sent away.
  private boolean isInTime(Seated now) {
    long nowNanos = System.nanoTime();
    if (now.budget().take(nowNanos)) {
      return true;
    }
    if (flood.count(nowNanos)) {
      close(CloseCode.SLOW_DOWN);
    }
    return false;
  }

  private void nonsense(WireError error, String detail) {
    nonsense(error, detail, Optional.empty());
  }

  private void nonsense(WireError error, String detail, Optional<String> id) {
    house.metrics().nonsense(error);
    send(new ServerFrame.Nonsense(error, detail, id));
    if (errors.count(System.nanoTime())) {
      close(CloseCode.TOO_MANY_ERRORS);
    }
  }

  private void clock(ClockAsk ask) {
    long receivedMs = house.source().sourceMs();
    var now = seated;
    if (now == null || !clockBudget.take(System.nanoTime())) {
      nonsense(WireError.TOO_FAST, "clock");
      return;
    }
    now.floor().audiences().bells().clock(this, ask.errorMs());
    send(
        new ClockSays(
            OptionalDouble.of(ask.t0()),
            receivedMs,
            house.source().sourceMs(),
            now.floor().desk().state().clock()));
  }

  // --- Hello
  // --------------------------------------------------------------------------------------

  private void greet(Hello hello) {
    if (isSpendingTicket) {
      nonsense(WireError.HELLO_TWICE, "hello is said once");
      return;
    }
    isSpendingTicket = true;
    house
        .door()
        .spend(hello.ticket())
        // When the store is away the device should come back, with another ticket.
        .onFailure(_ -> closeFromOutside(CloseCode.RESTARTING))
        .onSuccess(who -> loop.run(() -> greet(hello, who)));
  }

  private void greet(Hello hello, Optional<SignedIn> who) {
    if (isClosed) {
      return;
    }
    var floor = house.floor().get();
    var person = who.flatMap(signedIn -> floor.person(signedIn.person()));
    if (person.isEmpty()) {
      refuse(WireError.TICKET_REFUSED, "frame.ticket is unknown, spent or too old");
    } else if (!mayOpen(person.get().role(), hello.screen())) {
      refuse(WireError.SCREEN_NOT_YOURS, "frame.screen");
    } else {
      seat(hello, who.orElseThrow(), person.get(), floor);
    }
    line.flush();
  }

  private static boolean mayOpen(Role role, Screen screen) {
    return Act.opening(screen.word()).filter(act -> Authority.allows(role, act)).isPresent();
  }

  /// Nothing but another ticket helps, so the socket ends here.
  private void refuse(WireError error, String detail) {
    house.metrics().nonsense(error);
    send(new ServerFrame.Nonsense(error, detail));
    close(CloseCode.FORBIDDEN);
  }

  private void seat(Hello hello, SignedIn who, Person person, OpenFloor floor) {
    var audience = audience(hello.screen(), person);
    var budget = Budgets.of(person.role(), System.nanoTime());
    var device = new DeviceName(person.id(), hello.device());
    var now = new Seated(who, person, device, hello.screen(), floor, audience, budget);
    seated = now;
    house.metrics().connected(person.role(), line.transport());
    send(welcome(now));
    house.sockets().add(person.id(), person.role(), this);
    floor.audiences().join(this, audience, hello.cursor(), it -> window = it);
  }

  private static Audience audience(Screen screen, Person person) {
    return switch (screen) {
      case STUDENT -> new Audience.OfStudent(person.id());
      case HELPER -> new Audience.OfHelper(person.id());
      case LEADER -> new Audience.OfLeaders();
      case BOARD -> Audience.OfBoard.of(person);
    };
  }

  private Welcome welcome(Seated now) {
    var floor = now.floor().floor();
    return new Welcome(
        new Who(now.id(), now.person().name(), now.role()),
        now.screen(),
        now.person().language(),
        floor.school().name(),
        floor.plan().date(),
        floor.demo(),
        house.options().timing().beat(),
        RETRY,
        new Limits(FrameReader.FRAME_BYTES_MAX, now.budget().perSecond(), now.budget().burst()),
        now.floor().desk().state().clock(),
        house.source().sourceMs(),
        house.build());
  }

  // --- Commands
  // -----------------------------------------------------------------------------------

  private void ask(Ask ask, Seated now) {
    var denied = Gate.denies(ask, now.id(), now.role(), house.options().isDemo());
    if (denied.isPresent()) {
      refuse(ask, denied.get(), Map.of());
    } else if (pending >= PENDING_MAX) {
      refuse(ask, Refusal.BUSY, Map.of());
    } else {
      pending++;
      now.floor()
          .desk()
          .submit(order(ask, now.id(), now.role()))
          .onComplete(answer -> loop.run(() -> answer(ask, answer.result(), answer.cause())));
    }
  }

  /// What somebody asked for, as the desk takes it.
  static Order order(Ask ask, PersonId who, Role role) {
    return new Order(
        new CommandId(who, ask.id()),
        ask.date(),
        role,
        ask.command(),
        ask.bodyHash(),
        ask.dryRun());
  }

  private void answer(Ask ask, @Nullable Answer answer, @Nullable Throwable fault) {
    pending--;
    if (isClosed) {
      return;
    }
    switch (answer) {
      case Answer.Done(var seq, var result, var dryRun) ->
          send(new Done(ask.id(), seq, result, dryRun));
      case Answer.Refused(var refusal, var args) -> refuse(ask, refusal, args);
      case null -> {
        LOG.error("a desk failed to answer {}", ask.kind().word(), fault);
        refuse(ask, Refusal.NOT_SAVED, Map.of());
      }
    }
    line.flush();
  }

  private void refuse(Ask ask, Refusal refusal, Map<String, String> args) {
    send(Refusals.frame(ask, refusal, args, window));
  }

  // --- What the device is told
  // --------------------------------------------------------------------

  /// Writes what its window sends, in order, or leaves it out when the device does not read. Needs
  /// a [#flush].
  void deliver(Audiences.Delivery delivery) {
    if (isClosed) {
      return;
    }
    if (!delivery.isWhole() && isBehind(delivery)) {
      house.metrics().dropped("slow-reader");
      return;
    }
    write(delivery.message());
    needsWhole &= !delivery.isWhole();
    delivery.to().ifPresent(to -> cursor = to);
  }

  /// A device that missed one patch cannot use the next. What is no patch may be left out.
  private boolean isBehind(Audiences.Delivery delivery) {
    boolean isFull = line.waitingBytes() > BACKLOG_BYTES_MAX;
    if (isFull && delivery.to().isPresent() && !needsWhole) {
      needsWhole = true;
      stuckSinceNanos = System.nanoTime();
    }
    return isFull || (needsWhole && delivery.to().isPresent());
  }

  /// Something it was to be told got lost: it is told everything anew.
  void missed() {
    needsWhole = true;
    stuckSinceNanos = System.nanoTime();
  }

  void flush() {
    if (!isClosed) {
      line.flush();
    }
  }

  private void send(ServerFrame frame) {
    if (!isClosed) {
      write(Message.of(frame));
    }
  }

  private void write(Message message) {
    line.write(message);
    sentNanos = System.nanoTime();
  }

  /// Called a few times a second.
  void tick(long nowNanos) {
    var now = seated;
    if (isClosed) {
      return;
    }
    if (now == null) {
      if (nowNanos - openedNanos > house.options().timing().hello().toNanos()) {
        close(CloseCode.NO_HELLO);
      }
    } else if (nowNanos - heardNanos > line.silence().toNanos()) {
      close(CloseCode.GOING_AWAY);
    } else if (needsWhole) {
      unstick(now, nowNanos);
    } else if (nowNanos - sentNanos > house.options().timing().beat().toNanos()) {
      send(new Beat(cursor, now.floor().desk().state().isAway()));
      line.flush();
    }
    if (nowNanos - pingedNanos > PING_NANOS && !isClosed) {
      pingedNanos = nowNanos;
      line.ping();
    }
  }

  private void unstick(Seated now, long nowNanos) {
    if (line.waitingBytes() < BACKLOG_BYTES_MAX / 2) {
      stuckSinceNanos = nowNanos;
      now.floor().audiences().refresh(this, now.audience());
    } else if (nowNanos - stuckSinceNanos > house.options().timing().slow().toNanos()) {
      close(CloseCode.SLOW_READER);
    }
  }

  void goAway(Duration after) {
    send(new GoAway(after, CloseCode.RESTARTING.key()));
    flush();
  }

  // --- The end
  // ------------------------------------------------------------------------------------

  /// Any thread.
  void closeFromOutside(CloseCode code) {
    loop.run(() -> close(code));
  }

  void close(CloseCode code) {
    if (isClosed) {
      return;
    }
    line.flush();
    isClosed = true;
    house.metrics().closed(code);
    line.close(code);
    // The goodbye stands behind all that waits: a device that does not read would hold its slot.
    loop.later(CLOSING, line::cut);
  }

  @Override
  public void broken(CloseCode code) {
    close(code);
  }

  @Override
  public void gone() {
    isClosed = true;
    loop.forget(this);
    var now = seated;
    if (now != null) {
      house.metrics().left(now.role(), line.transport());
      house.sockets().remove(now.id(), this);
      var silent = Duration.ofNanos(System.nanoTime() - heardNanos);
      now.floor().audiences().leave(this, now.audience(), silent);
    }
  }

  /// The session it was opened with, for asking whether it still holds.
  Optional<SessionRef> signIn() {
    var now = seated;
    return now == null || isClosed ? Optional.empty() : Optional.of(now.who().session());
  }
}
