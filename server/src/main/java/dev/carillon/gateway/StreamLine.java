package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/// An answer that never ends, in the form of server-sent events: each frame is one event, the
/// goodbye an event of the name `close`. A comment asks the device whether it is there; it says so
/// with an empty call.
final class StreamLine extends HttpLine {
  private static final Buffer PING = Buffer.buffer(": there?\n\n");

  /// It is pinged every 20 s.
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final HttpServerResponse response;
  private Buffer written = Buffer.buffer();
  private long waitingBytes;

  /// @param response its head is not written yet
  StreamLine(HttpServerResponse response, Runnable over) {
    super(over);
    this.response = response;
    response
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        // For what stands in between and would wait for the end before it hands anything on.
        .putHeader("cache-control", "no-store, no-transform")
        .putHeader("x-accel-buffering", "no");
  }

  /// Writes the head, so that the device knows the way is free.
  void begin() {
    send(PING);
  }

  @Override
  public Transport transport() {
    return Transport.EVENTS;
  }

  @Override
  public void write(Message message) {
    int before = written.length();
    written.appendString("data: ").appendBytes(message.payload()).appendString("\n\n");
    waitingBytes += written.length() - before;
  }

  @Override
  public void flush() {
    if (written.length() == 0) {
      return;
    }
    var leaving = written;
    written = Buffer.buffer();
    int size = leaving.length();
    response.write(leaving).onComplete(_ -> waitingBytes -= size);
  }

  @Override
  public long waitingBytes() {
    return waitingBytes;
  }

  @Override
  public void ping() {
    flush();
    send(PING);
  }

  private void send(Buffer bytes) {
    if (!isGone()) {
      response.write(bytes);
    }
  }

  @Override
  public Duration silence() {
    return SILENCE;
  }

  @Override
  public void close(CloseCode code) {
    if (isGone()) {
      return;
    }
    flush();
    var goodbye = "event: close\ndata: " + goodbye(code).encode() + "\n\n";
    response.end(goodbye);
  }

  static JsonObject goodbye(CloseCode code) {
    return new JsonObject().put("code", code.number()).put("reason", code.key());
  }

  @Override
  public void cut() {
    if (!isGone()) {
      response.reset();
      ended();
    }
  }
}
