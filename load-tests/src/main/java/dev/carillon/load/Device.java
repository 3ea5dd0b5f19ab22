package dev.carillon.load;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One device of one person, on the wire like any other: signs in by link, fetches a ticket, opens
/// the socket, keeps what it is shown, sends a command again until it is answered, and comes back
/// when the server goes away.
///
/// Belongs to the event loop of its [Net].
final class Device {
  private static final int RETRY_MS_MIN = 200;
  private static final int RETRY_MS_MAX = 5_000;

  /// A person who was replaced looks in again after this.
  private static final int AWAY_MS = 60_000;

  /// Two beats of four seconds, and a little: nothing came, so the line is dead.
  private static final int SILENCE_MS_MAX = 10_000;

  private static final int SIGN_IN_AGAIN = 401;
  private static final int CLOSED_FOR_GOOD = 4500;
  private static final int SIGNED_OUT = 4501;
  private static final int REPLACED = 4509;
  private static final int STALE_CURSOR = 4002;
  private static final int FLOOR_MOVED = 4003;
  private static final int SLOW_READER = 4001;

  /// Told what a device learns. All calls come on the event loop.
  interface Owner {
    /// The tables changed.
    void shown();

    default void rang(JsonObject ring) {}

    /// A frame has come, unread. Whether this device reads it: one that only counts need not.
    default boolean hears(String frame) {
      return true;
    }
  }

  private record Pending(JsonObject frame, Promise<Answer> answer, int tries) {}

  private final Net net;
  private final Door door;
  private final PersonId person;
  private final String screen;
  private final SplittableRandom dice;
  private final String id = UUID.randomUUID().toString();
  private final Tables tables = new Tables();
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private Owner owner = () -> {};
  private @Nullable WebSocket socket;
  private @Nullable JsonObject cursor;
  private String cookie = "";
  private String date = "";
  private boolean welcome;
  private boolean stopped;
  private boolean away;
  private int failures;
  private String lastFailure = "none";
  private long heardAtMs;
  private OptionalDouble clockErrorMs = OptionalDouble.empty();

  Device(Net net, Door door, PersonId person, String screen, SplittableRandom dice) {
    this.net = net;
    this.door = door;
    this.person = person;
    this.screen = screen;
    this.dice = dice;
  }

  void start(Owner newOwner) {
    owner = newOwner;
    connect();
  }

  void stop() {
    stopped = true;
    pending.clear();
    if (socket != null) {
      socket.close();
    }
  }

  PersonId person() {
    return person;
  }

  Tables tables() {
    return tables;
  }

  /// Where this device stands in the floor's log.
  Optional<JsonObject> cursor() {
    return Optional.ofNullable(cursor);
  }

  /// Whether it is connected and has been shown something.
  boolean isLive() {
    return socket != null && welcome && cursor != null;
  }

  /// Whether it is connected and waits for no answer.
  boolean isIdle() {
    return isLive() && pending.isEmpty();
  }

  /// Whether somebody else has taken this person's place.
  boolean isAway() {
    return away;
  }

  /// Loses the line, as when the Wi-Fi goes: it comes back by itself.
  void cut() {
    welcome = false;
    if (socket != null) {
      socket.close();
    }
  }

  /// Makes room for a real person, who is this person from now on.
  void leave() {
    away = true;
    pending.clear();
    if (socket != null) {
      socket.close();
    }
  }

  /// Takes the place again.
  void comeBack() {
    if (away) {
      away = false;
      connect();
    }
  }

  /// Whether there is a socket, be it greeted or not.
  boolean isConnected() {
    return socket != null;
  }

  /// Sends a command, again and again with the same id, until it is answered.
  Future<Answer> command(String kind, JsonObject body) {
    var commandId = UUID.randomUUID().toString();
    var frame =
        new JsonObject()
            .put("t", "command")
            .put("id", commandId)
            .put("date", date)
            .put("kind", kind)
            .put("body", body);
    Promise<Answer> answer = Promise.promise();
    pending.put(commandId, new Pending(frame, answer, 0));
    send(frame);
    return answer.future();
  }

  void receipt(String of, String what, String stage, long skewMs) {
    send(
        new JsonObject()
            .put("t", "receipt")
            .put("of", of)
            .put("id", what)
            .put("stage", stage)
            .put("skewMs", skewMs)
            .put("hidden", false));
  }

  /// In real time.
  void later(long ms, Runnable act) {
    net.vertx().setTimer(ms, _ -> act.run());
  }

  /// Asks for the time, and says how well it has known it since the answer before.
  void probe() {
    var ask = new JsonObject().put("t", "clock").put("t0", System.currentTimeMillis());
    clockErrorMs.ifPresent(error -> ask.put("errorMs", error));
    send(ask);
  }

  /// Leaves a line on which nothing has come for long. Called now and then.
  void check() {
    var open = socket;
    if (open != null && System.currentTimeMillis() - heardAtMs > SILENCE_MS_MAX) {
      open.close();
    }
  }

  // Connecting
  // -------------------------------------------------------------------------------------

  private void connect() {
    if (stopped || away || socket != null) {
      return;
    }
    (cookie.isEmpty() ? signIn() : Future.succeededFuture())
        .compose(_ -> ticket())
        .compose(ticket -> open().map(open -> hello(open, ticket)))
        .onFailure(
            fault -> {
              lastFailure = fault.toString();
              again(backOffMs());
            });
  }

  private Future<Void> signIn() {
    return door.secret(person)
        .compose(secret -> post("/api/v1/sign-in", new JsonObject().put("link", secret)))
        .map(
            response -> {
              cookie = cookieOf(response.cookies());
              return null;
            });
  }

  private Future<String> ticket() {
    return post("/api/v1/ticket", new JsonObject())
        .compose(HttpClientResponse::body)
        .map(body -> body.toJsonObject().getString("ticket"));
  }

  private Future<HttpClientResponse> post(String path, JsonObject body) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(door.url().resolve(path).toString())
            .putHeader(HttpHeaders.ORIGIN, origin())
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader("X-Carillon", "1");
    if (!cookie.isEmpty()) {
      options.putHeader(HttpHeaders.COOKIE, cookie);
    }
    return net.http()
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body.encode())))
        .compose(
            response -> {
              if (response.statusCode() == SIGN_IN_AGAIN) {
                cookie = "";
              }
              return response.statusCode() < 300
                  ? Future.succeededFuture(response)
                  : Future.failedFuture(path + " answered " + response.statusCode());
            });
  }

  private Future<WebSocket> open() {
    var url = door.url();
    var options =
        new WebSocketConnectOptions()
            .setHost(url.getHost())
            .setPort(url.getPort())
            .setSsl(url.getScheme().equals("https"))
            .setURI("/ws")
            .setSubProtocols(List.of("carillon.v1"))
            .putHeader(HttpHeaders.ORIGIN, origin())
            .putHeader(HttpHeaders.COOKIE, cookie);
    return net.sockets().connect(options);
  }

  private WebSocket hello(WebSocket open, String ticket) {
    socket = open;
    welcome = false;
    heardAtMs = System.currentTimeMillis();
    open.textMessageHandler(this::take);
    open.closeHandler(_ -> closed(open));
    open.exceptionHandler(_ -> open.close());
    var hello =
        new JsonObject()
            .put("t", "hello")
            .put("protocol", "carillon.v1")
            .put("device", id)
            .put("app", "simulated")
            .put("ticket", ticket)
            .put("screen", screen);
    if (cursor != null) {
      hello.put("cursor", cursor);
    }
    open.writeTextMessage(hello.encode());
    return open;
  }

  private void closed(WebSocket which) {
    if (!isOurs(which)) {
      return;
    }
    socket = null;
    int code = Optional.ofNullable(which.closeStatusCode()).map(Short::intValue).orElse(0);
    lastFailure = "closed with " + code;
    if (code == STALE_CURSOR || code == FLOOR_MOVED || code == SLOW_READER) {
      cursor = null;
    }
    if (code == SIGNED_OUT) {
      cookie = "";
    }
    if (code == REPLACED) {
      leave();
      later(AWAY_MS, this::comeBack);
    }
    again(code >= CLOSED_FOR_GOOD ? AWAY_MS : backOffMs());
  }

  /// An older socket may have its last word when there is a new one.
  @SuppressWarnings("ReferenceEquality")
  private boolean isOurs(WebSocket which) {
    return which == socket;
  }

  private void again(int delayMs) {
    if (!stopped && !away) {
      net.vertx().setTimer(Math.max(1, delayMs), _ -> connect());
    }
  }

  private int backOffMs() {
    int longest = Math.min(RETRY_MS_MAX, RETRY_MS_MIN << Math.min(failures, 5));
    failures++;
    return longest / 2 + dice.nextInt(longest / 2);
  }

  private String origin() {
    var url = door.url();
    return url.getScheme() + "://" + url.getAuthority();
  }

  @Override
  public String toString() {
    var line = socket == null ? "no socket" : welcome ? "welcome" : "not greeted";
    return "%s (%s, %d failures: %s, at %s)"
        .formatted(person.value(), line, failures, lastFailure, cursor);
  }

  private static String cookieOf(List<String> setCookies) {
    return String.join("; ", setCookies.stream().map(set -> set.split(";", 2)[0]).toList());
  }

  // Frames
  // -----------------------------------------------------------------------------------------

  private void take(String text) {
    heardAtMs = System.currentTimeMillis();
    if (owner.hears(text)) {
      read(new JsonObject(text));
    }
  }

  private void read(JsonObject frame) {
    switch (frame.getString("t")) {
      case "welcome" -> welcomed(frame);
      case "view" -> viewed(frame);
      case "patch" -> patched(frame);
      case "beat" -> cursor = cursor == null ? null : frame.getJsonObject("cursor");
      case "clock" -> timed(frame);
      case "ring" -> owner.rang(frame);
      case "done" -> answered(frame.getString("id"), done(frame));
      case "refused" -> refused(frame);
      case "error" -> misunderstood(frame);
      case "goaway" -> goAway(frame);
      default -> {
        // Devices ignore what they do not know; a wire error would be a fault of this class.
      }
    }
  }

  private void welcomed(JsonObject frame) {
    welcome = true;
    failures = 0;
    date = frame.getString("date");
    net.time().follow(frame.getJsonObject("clock"), frame.getLong("sourceMs"));
    pending.values().forEach(one -> send(one.frame));
    clockErrorMs = OptionalDouble.empty();
    probe();
    if (cursor != null) {
      owner.shown();
    }
  }

  /// Off by at most half the way there and back.
  private void timed(JsonObject frame) {
    net.time().follow(frame.getJsonObject("clock"), frame.getLong("t2"));
    boolean first = clockErrorMs.isEmpty();
    clockErrorMs = OptionalDouble.of((System.currentTimeMillis() - frame.getDouble("t0")) / 2);
    if (first) {
      probe();
    }
  }

  private void viewed(JsonObject frame) {
    cursor = frame.getJsonObject("cursor");
    tables.replace(frame.getJsonObject("tables"));
    owner.shown();
  }

  private void patched(JsonObject frame) {
    if (!frame.getJsonObject("from").equals(cursor)) {
      cursor = null;
      if (socket != null) {
        socket.close();
      }
      return;
    }
    cursor = frame.getJsonObject("to");
    var none = new JsonObject();
    tables.patch(frame.getJsonObject("set", none), frame.getJsonObject("gone", none));
    owner.shown();
  }

  private static Answer done(JsonObject frame) {
    var result = frame.getJsonObject("result", new JsonObject());
    return new Answer.Done(frame.getString("id"), frame.getLong("seq"), result);
  }

  private void refused(JsonObject frame) {
    var commandId = frame.getString("id");
    var one = pending.get(commandId);
    if (one == null) {
      return;
    }
    if (frame.getBoolean("retry") && one.tries < 5) {
      pending.put(commandId, new Pending(one.frame, one.answer, one.tries + 1));
      long waitMs = frame.getLong("retryAfterMs", 500L << one.tries);
      net.vertx().setTimer(Math.clamp(waitMs, 1, 60_000), _ -> resend(commandId));
      return;
    }
    var args = frame.getJsonObject("args", new JsonObject());
    answered(
        commandId,
        new Answer.Refused(commandId, frame.getInteger("code"), frame.getString("key"), args));
  }

  /// What the server cannot read it will not read the next time either.
  private void misunderstood(JsonObject frame) {
    var one = pending.remove(frame.getString("id", ""));
    if (one != null) {
      var why = frame.getString("key") + ": " + frame.getString("detail");
      one.answer.tryFail(one.frame.getString("kind") + " is not understood, " + why);
    }
  }

  private void resend(String commandId) {
    var one = pending.get(commandId);
    if (one != null) {
      send(one.frame);
    }
  }

  private void answered(String commandId, Answer answer) {
    var one = pending.remove(commandId);
    if (one == null) {
      return;
    }
    if (answer instanceof Answer.Done done) {
      net.ledger().done(person, one.frame.getString("kind"), done);
    }
    one.answer.tryComplete(answer);
  }

  private void goAway(JsonObject frame) {
    var leaving = socket;
    net.vertx()
        .setTimer(
            Math.max(1, frame.getLong("afterMs", 1L)),
            _ -> {
              if (leaving != null && isOurs(leaving)) {
                leaving.close();
              }
            });
  }

  private void send(JsonObject frame) {
    if (socket != null && welcome && !socket.isClosed()) {
      socket.writeTextMessage(frame.encode());
    }
  }
}
