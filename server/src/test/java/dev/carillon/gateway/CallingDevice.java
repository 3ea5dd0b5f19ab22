package dev.carillon.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A device that connects by plain calls, as a browser behind a filter does: hello opens the line,
/// and what it says goes out in the order it was said, one call at a time.
final class CallingDevice {
  final Device device = new Device(this::say);
  private final HttpClient http;
  private final TestHouse house;
  private final boolean streams;
  private final CompletableFuture<String> secret = new CompletableFuture<>();
  private final Deque<String> unsaid = new ArrayDeque<>();
  private volatile HttpClientRequest open;
  private boolean isSaying;
  private boolean isOpened;
  private volatile boolean reads = true;
  private String event = "message";

  /// @param streams by a stream of events rather than by polls
  CallingDevice(TestHouse house, boolean streams) {
    this.house = house;
    this.streams = streams;
    http =
        house.vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(4));
  }

  /// Takes nothing from its line from now on.
  void stopReading() {
    reads = false;
  }

  void goOn() {
    reads = true;
    poll("");
  }

  String secret() {
    return Await.on(Future.fromCompletionStage(secret));
  }

  /// The connection that its frames come by is cut.
  void hangUp() {
    Await.on(open.connection().close());
  }

  private synchronized void say(String text) {
    if (!isOpened) {
      isOpened = true;
      if (streams) {
        stream(text);
      } else {
        poll(text);
      }
    } else {
      unsaid.add(text);
      next();
    }
  }

  private synchronized void next() {
    if (isSaying || unsaid.isEmpty()) {
      return;
    }
    isSaying = true;
    var text = unsaid.poll();
    var _ =
        secret
            .thenCompose(it -> call(LineCalls.FRAMES, text, it, this::nothing).toCompletionStage())
            .whenComplete(
                (_, _) -> {
                  isSaying = false;
                  next();
                });
  }

  /// An answer is read where it comes, by whoever is told first: read from another thread, it may
  /// be over already, and then nobody hears of it any more.
  private <T> Future<T> call(
      String path, String text, String line, Function<HttpClientResponse, Future<T>> reader) {
    return http.request(HttpMethod.POST, house.gateway.port(), "127.0.0.1", path)
        .compose(
            request -> {
              if (!path.equals(LineCalls.FRAMES)) {
                open = request;
              }
              headers(line).forEach(request::putHeader);
              return request.send(Buffer.buffer(text)).compose(reader);
            });
  }

  private Future<Void> nothing(HttpClientResponse answer) {
    return answer.end();
  }

  private Map<String, String> headers(String line) {
    return line.isEmpty()
        ? Map.of("Origin", house.origin(), "X-Carillon", "1")
        : Map.of("Origin", house.origin(), "X-Carillon", "1", "X-Carillon-Line", line);
  }

  private void stream(String hello) {
    call(LineCalls.EVENTS, hello, "", this::streamed).onFailure(_ -> device.ended(1006));
  }

  private Future<Void> streamed(HttpClientResponse answer) {
    opened(answer);
    var rest = new StringBuilder();
    answer.handler(bytes -> take(rest.append(bytes.toString())));
    answer.endHandler(_ -> device.ended(1006));
    answer.exceptionHandler(_ -> device.ended(1006));
    return Future.succeededFuture();
  }

  private void take(StringBuilder text) {
    for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      line(text.substring(0, end));
      text.delete(0, end + 1);
    }
  }

  private void line(String line) {
    if (line.startsWith("event: ")) {
      event = line.substring("event: ".length());
    } else if (line.startsWith("data: ") && event.equals("close")) {
      device.ended(new JsonObject(line.substring("data: ".length())).getInteger("code"));
    } else if (line.startsWith("data: ")) {
      device.heard(line.substring("data: ".length()));
    }
  }

  private void poll(String hello) {
    call(LineCalls.POLLS, hello, secret.isDone() ? secret.join() : "", this::body)
        .onFailure(_ -> device.ended(1006))
        .onSuccess(this::polled);
  }

  private Future<JsonObject> body(HttpClientResponse answer) {
    opened(answer);
    return answer.body().map(body -> new JsonObject(body));
  }

  private void polled(JsonObject answer) {
    if (!answer.containsKey("frames")) {
      device.ended(1006);
      return;
    }
    for (var frame : answer.getJsonArray("frames")) {
      device.heard(((JsonObject) frame).encode());
    }
    if (answer.containsKey("close")) {
      device.ended(answer.getJsonObject("close").getInteger("code"));
    } else if (reads) {
      poll("");
    }
  }

  private void opened(HttpClientResponse answer) {
    if (!secret.isDone()) {
      secret.complete(String.valueOf(answer.getHeader("X-Carillon-Line")));
    }
  }
}
