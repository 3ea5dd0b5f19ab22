package dev.carillon.log.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection that listens. After a loss all channels are subscribed again, and each listener
/// is told when it hears from then on: what was said before it has to read.
///
/// The client's own future says only that the words were written: what counts is Redis' push that
/// names the channel. Belongs to the thread of the given context.
final class Ear {
  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

  interface Listener {
    /// From now on nothing said on the channel is missed until the next call.
    void hears();

    void said(Buffer message);
  }

  private final Link link;
  private final Map<String, Listener> listeners = new HashMap<>();
  private boolean isDeaf;

  Ear(Vertx vertx, Context context, RedisOptions options, long timeoutMs) {
    link = new Link(vertx, context, options, timeoutMs, this::greet);
  }

  Future<Void> start() {
    return link.start();
  }

  void listen(String channel, Listener listener) {
    listeners.put(channel, listener);
    tell(Command.SUBSCRIBE, channel);
  }

  void ignore(String channel) {
    listeners.remove(channel);
    tell(Command.UNSUBSCRIBE, channel);
  }

  /// While there is no connection nothing need be said: greeting the next one says it all.
  private void tell(Command command, String channel) {
    link.send(Request.cmd(command).arg(channel))
        .onFailure(cause -> LOG.debug("{} {}: {}", command, channel, cause.toString()));
  }

  private Future<?> greet(RedisConnection connection) {
    connection.handler(this::push);
    return listeners.isEmpty()
        ? Future.succeededFuture()
        : connection.send(
            listeners.keySet().stream()
                .reduce(Request.cmd(Command.SUBSCRIBE), Request::arg, (request, _) -> request));
  }

  /// `[kind, channel, payload]`.
  private void push(Response push) {
    var kind = push.get(0).toString();
    var listener = push.size() == 3 ? listeners.get(push.get(1).toString()) : null;
    if (listener == null || isDeaf) {
      return;
    }
    switch (kind) {
      case "subscribe" -> listener.hears();
      case "message" -> listener.said(push.get(2).toBuffer());
      case "unsubscribe" -> {}
      default -> LOG.warn("Redis pushed {}", kind);
    }
  }

  /// Hears nothing any more without noticing. For tests.
  void deafen(boolean deaf) {
    isDeaf = deaf;
  }

  void drop() {
    link.drop();
  }

  Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    link.close().onComplete(closed);
    return closed.future();
  }

  List<String> channels() {
    return List.copyOf(listeners.keySet());
  }
}
