package dev.carillon.load;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;

/// What the devices of one process share: two clients, the floor's time, and a book of what they
/// were answered. Belongs to one event loop.
record Net(Vertx vertx, HttpClient http, WebSocketClient sockets, FloorTime time, Ledger ledger) {
  /// Told of everything that a device was told is done.
  @FunctionalInterface
  interface Ledger {
    Ledger NONE = (_, _, _) -> {};

    void done(PersonId who, String kind, Answer.Done done);
  }

  /// Vert.x stops at 50 connections to a host, which is less than a class or two.
  private static final int SOCKETS_MAX = 20_000;

  /// Sign-ins in flight: a door with fewer people in it than a server lets stand there at once.
  private static final int HTTP_CONNECTIONS_MAX = 8;

  /// A leader's first view of a large school is far over the 64 KiB of Vert.x.
  private static final int FRAME_BYTES_MAX = 16 << 20;

  private static final int CONNECT_TIMEOUT_MS = 5_000;

  static Net on(Vertx vertx) {
    return on(vertx, Ledger.NONE, new SourceTime.Reckoned());
  }

  static Net on(Vertx vertx, Ledger ledger, SourceTime source) {
    var http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS),
            new PoolOptions().setHttp1MaxSize(HTTP_CONNECTIONS_MAX));
    var options =
        new WebSocketClientOptions()
            .setMaxConnections(SOCKETS_MAX)
            .setMaxFrameSize(FRAME_BYTES_MAX)
            .setMaxMessageSize(FRAME_BYTES_MAX)
            .setTryUsePerMessageCompression(false)
            .setTryUsePerFrameCompression(false)
            .setConnectTimeout(CONNECT_TIMEOUT_MS);
    var sockets = vertx.createWebSocketClient(options);
    return new Net(vertx, http, sockets, new FloorTime(vertx, source), ledger);
  }

  void close() {
    time.stop();
    sockets.close();
    http.close();
  }
}
