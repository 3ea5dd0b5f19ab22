package dev.carillon.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A device as a browser would be, and worse.
final class Device {
  final WebSocket socket;
  private final Consumer<String> mouth;
  final List<JsonObject> seen = new ArrayList<>();
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private Device(WebSocket socket) {
    this.socket = socket;
    mouth = socket::writeTextMessage;
    socket.textMessageHandler(this::heard);
    socket.closeHandler(
        _ -> ended(socket.closeStatusCode() == null ? 1006 : (int) socket.closeStatusCode()));
  }

  /// One that has no socket and talks some other way.
  Device(Consumer<String> mouth) {
    socket = null;
    this.mouth = mouth;
  }

  void heard(String text) {
    frames.add(new JsonObject(text));
  }

  void ended(int code) {
    closed.complete(code);
  }

  static Device connect(WebSocketClient client, int port, String origin) {
    return new Device(Await.on(client.connect(options(port, origin))));
  }

  static WebSocketConnectOptions options(int port, String origin) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/ws")
        .addHeader("Origin", origin)
        .addSubProtocol("carillon.v1");
  }

  void send(JsonObject frame) {
    send(frame.encode());
  }

  void send(String text) {
    mouth.accept(text);
  }

  void send(WebSocketFrame frame) {
    socket.writeFrame(frame);
  }

  void sendBytes(byte[] bytes) {
    socket.writeBinaryMessage(Buffer.buffer(bytes));
  }

  /// Asks for something and gives back the answer.
  JsonObject ask(String kind, JsonObject body) {
    return ask(UUID.randomUUID().toString(), kind, body);
  }

  JsonObject ask(String id, String kind, JsonObject body) {
    send(command(id, kind, body));
    var answer = await(frame -> id.equals(frame.getString("id")) || isError(frame));
    if (isError(answer)) {
      throw new AssertionError(kind + " is no command: " + answer);
    }
    return answer;
  }

  /// A frame nobody understood has no id: its answer says so and nothing else.
  private static boolean isError(JsonObject frame) {
    return "error".equals(frame.getString("t"));
  }

  static JsonObject command(String id, String kind, JsonObject body) {
    return new JsonObject()
        .put("t", "command")
        .put("id", id)
        .put("date", "2026-09-14")
        .put("kind", kind)
        .put("body", body);
  }

  JsonObject await(String type) {
    return await(frame -> type.equals(frame.getString("t")));
  }

  /// The next frame of which this holds. The others are kept in [#seen].
  JsonObject await(Predicate<JsonObject> wanted) {
    // For all of them together: there is always another beat.
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Await.SECONDS);
    try {
      while (true) {
        var frame = frames.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null) {
          throw new AssertionError("did not come; closed " + closed + "; seen " + seen);
        }
        seen.add(frame);
        if (wanted.test(frame)) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A view or patch in which some row of a table is like this, whether it came already or will:
  /// what is shown and what is answered come in any order.
  JsonObject awaitRow(String table, Predicate<JsonObject> wanted) {
    return awaitEver(frame -> hasRow(frame, table, wanted));
  }

  /// The first frame of which this holds, whether it came already or will.
  JsonObject awaitEver(Predicate<JsonObject> wanted) {
    return seen.stream().filter(wanted).findFirst().orElseGet(() -> await(wanted));
  }

  private static boolean hasRow(JsonObject frame, String table, Predicate<JsonObject> wanted) {
    var tables = frame.getJsonObject(tablesField(frame));
    var rows = tables == null ? null : tables.getJsonArray(table);
    return rows != null && rows.stream().anyMatch(row -> wanted.test((JsonObject) row));
  }

  private static String tablesField(JsonObject frame) {
    return "view".equals(frame.getString("t")) ? "tables" : "set";
  }

  int closeCode() {
    return Await.on(io.vertx.core.Future.fromCompletionStage(closed));
  }

  boolean isClosed() {
    return closed.isDone();
  }
}
