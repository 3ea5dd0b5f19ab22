package dev.carillon.gateway;

import dev.carillon.gateway.Audiences.Delivery;
import dev.carillon.wire.CloseCode;
import dev.carillon.wire.FrameReader;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop: its server on the shared port, and the sessions of its sockets. All of it
/// belongs to that loop's thread, but for [#run] and [#deliver].
final class Loop extends VerticleBase {
  /// How often sessions are looked after.
  private static final long TICK_MS = 250;

  /// A whole school reconnects at once when its Wi-Fi comes back.
  private static final int ACCEPT_BACKLOG = 4096;

  /// A dead device must not hold its slot for the usual ten seconds.
  private static final int CLOSING_SECONDS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private static final int ANY_SHARED_PORT = -1;

  private final House house;
  private final Function<Loop, Handler<HttpServerRequest>> calls;
  private final Set<Session> sessions = new LinkedHashSet<>();
  private final Map<SocketAddress, HttpConnection> quiet = new HashMap<>();
  private @Nullable HttpServer server;
  private @Nullable Context thread;

  /// @param calls answers the calls that come to this loop
  Loop(House house, Function<Loop, Handler<HttpServerRequest>> calls) {
    this.house = house;
    this.calls = calls;
  }

  @Override
  public Future<?> start() {
    thread = context;
    var created = vertx.createHttpServer(options());
    server = created;
    created.connectionHandler(this::watchHead);
    created.webSocketHandshakeHandler(this::knock);
    created.webSocketHandler(
        socket -> {
          quiet.remove(socket.remoteAddress());
          take(new SocketLine(socket));
        });
    var http = calls.apply(this);
    created.requestHandler(
        request -> {
          quiet.remove(request.remoteAddress());
          http.handle(request);
        });
    vertx.setPeriodic(TICK_MS, _ -> tick());
    return created.listen(port(), house.options().host());
  }

  /// A port below zero is a free one that all loops share.
  private int port() {
    return house.options().port() == 0 ? ANY_SHARED_PORT : house.options().port();
  }

  int actualPort() {
    var listening = server;
    return listening == null ? 0 : listening.actualPort();
  }

  private HttpServerOptions options() {
    var options =
        new HttpServerOptions()
            .setAcceptBacklog(ACCEPT_BACKLOG)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(FrameReader.FRAME_BYTES_MAX)
            .setMaxWebSocketMessageSize(FrameReader.MESSAGE_BYTES_MAX)
            .setWebSocketClosingTimeout(CLOSING_SECONDS)
            .setWebSocketSubProtocols(List.of(FrameReader.PROTOCOL))
            .setCompressionSupported(false)
            // With it a connection is only shown to us once its first head is whole.
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(false);
    house
        .options()
        .certificate()
        .ifPresent(pem -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(pem));
    return options;
  }

  /// A device that connects by this line. On this loop's thread.
  void take(Line line) {
    var session = new Session(this, house, line);
    sessions.add(session);
    session.open();
  }

  /// Nobody may hold a connection by sending half a head.
  private void watchHead(HttpConnection connection) {
    var from = connection.remoteAddress();
    quiet.put(from, connection);
    connection.closeHandler(_ -> quiet.remove(from, connection));
    vertx.setTimer(
        house.options().timing().head().toMillis(),
        _ -> {
          if (quiet.remove(from, connection)) {
            connection.close();
          }
        });
  }

  private void knock(ServerWebSocketHandshake knock) {
    Handshake.check(knock, house.origins().get())
        .ifPresentOrElse(
            no -> {
              house.metrics().handshakeRefused(no.reason());
              knock.reject(no.status());
            },
            knock::accept);
  }

  // --- For other threads
  // --------------------------------------------------------------------------

  void run(Runnable task) {
    var loop = thread;
    if (loop != null) {
      try {
        loop.runOnContext(_ -> task.run());
      } catch (RejectedExecutionException stopped) {
        LOG.debug("the loop is over", stopped);
      }
    }
  }

  /// Writes a batch, and flushes each of its sockets once.
  void deliver(List<Delivery> deliveries) {
    run(
        () -> {
          var written = new LinkedHashSet<Session>();
          for (var delivery : deliveries) {
            write(delivery);
            written.add(delivery.session());
          }
          written.forEach(Session::flush);
        });
  }

  /// What fails for one device is nobody else's fault, and made good with a whole view.
  private static void write(Delivery delivery) {
    try {
      delivery.session().deliver(delivery);
    } catch (RuntimeException fault) {
      LOG.error("a frame could not be written", fault);
      delivery.session().missed();
    }
  }

  // ------------------------------------------------------------------------------------------------

  void later(Duration wait, Runnable task) {
    vertx.setTimer(wait.toMillis(), _ -> task.run());
  }

  void forget(Session session) {
    sessions.remove(session);
  }

  private void tick() {
    long nowNanos = System.nanoTime();
    List.copyOf(sessions).forEach(session -> session.tick(nowNanos));
  }

  /// No new connections from now on; devices are told when to come back, each at another moment,
  /// and whoever is still there at the end is sent away.
  Future<Void> drain() {
    var listening = server;
    if (listening == null) {
      return Future.succeededFuture();
    }
    var drain = house.options().timing().drain();
    for (var session : List.copyOf(sessions)) {
      long afterMs = ThreadLocalRandom.current().nextLong(drain.toMillis() + 1);
      session.goAway(Duration.ofMillis(afterMs));
    }
    vertx.setTimer(
        Math.max(1, drain.toMillis()),
        _ -> List.copyOf(sessions).forEach(session -> session.close(CloseCode.RESTARTING)));
    return listening.shutdown(drain.toSeconds() + CLOSING_SECONDS, TimeUnit.SECONDS);
  }
}
