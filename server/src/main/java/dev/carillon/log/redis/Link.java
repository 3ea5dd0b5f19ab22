package dev.carillon.log.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to Redis that is always there again.
///
/// Problem: the client has no timeout of its own, does not reconnect, and a frozen Redis applies
/// what it was sent long after. Way: one connection carries pipelined commands; a call without an
/// answer in time fails (its outcome is unknown) and takes the connection down, as later replies
/// could not be told apart; a lost connection is opened anew with capped back-off and jitter, for
/// ever. All of it belongs to the thread of the given context.
final class Link {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /// What happens on a connection before anybody else uses it.
  @FunctionalInterface
  interface Greeting {
    Future<?> greet(RedisConnection connection);
  }

  private final Vertx vertx;
  private final Context context;
  private final RedisOptions options;
  private final long timeoutMs;
  private final Greeting greeting;
  private final BackOff backOff = new BackOff(new SplittableRandom());
  private final Promise<Void> firstUp = Promise.promise();
  private @Nullable RedisConnection connection;
  private @Nullable Redis owner;
  private boolean isClosed;

  Link(Vertx vertx, Context context, RedisOptions options, long timeoutMs, Greeting greeting) {
    this.vertx = vertx;
    this.context = context;
    this.options = options;
    this.timeoutMs = timeoutMs;
    this.greeting = greeting;
  }

  /// Starts connecting. The future completes when a connection is up for the first time.
  Future<Void> start() {
    context.runOnContext(_ -> connect());
    return firstUp.future();
  }

  /// Fails at once while there is no connection, and after the timeout.
  Future<Response> send(Request request) {
    return find(request).map(reply -> reply.orElseThrow());
  }

  /// As [#send], for what may not be there.
  Future<Optional<Response>> find(Request request) {
    var current = connection;
    if (current == null) {
      return Future.failedFuture(new IllegalStateException("Redis is not connected"));
    }
    return bounded(current, current.send(request));
  }

  private Future<Optional<Response>> bounded(
      RedisConnection current, Future<@Nullable Response> reply) {
    Promise<Optional<Response>> promise = Promise.promise();
    long timer =
        vertx.setTimer(
            timeoutMs,
            _ -> {
              if (promise.tryFail("Redis did not answer within " + timeoutMs + " ms")) {
                down(current, "no answer within " + timeoutMs + " ms");
              }
            });
    reply.onComplete(
        result -> {
          vertx.cancelTimer(timer);
          if (result.succeeded()) {
            promise.tryComplete(Optional.ofNullable(result.result()));
          } else {
            // First, so that nobody who is told now sends anything more on it.
            if (!isReply(result.cause())) {
              down(current, result.cause().toString());
            }
            promise.tryFail(result.cause());
          }
        });
    return promise.future();
  }

  /// An error that Redis answered: the connection is fine.
  private static boolean isReply(Throwable cause) {
    return cause instanceof Response;
  }

  private void connect() {
    if (isClosed) {
      return;
    }
    var client = Redis.createClient(vertx, options);
    client
        .connect()
        .timeout(timeoutMs, TimeUnit.MILLISECONDS)
        .compose(opened -> Future.<Void>future(done -> greet(opened).onComplete(done)).map(opened))
        .onComplete(
            result -> {
              if (result.succeeded() && !isClosed) {
                up(client, result.result());
              } else {
                client.close();
                if (result.failed()) {
                  LOG.debug("Redis cannot be reached", result.cause());
                }
                connectLater();
              }
            });
  }

  private Future<Void> greet(RedisConnection opened) {
    return greeting.greet(opened).timeout(timeoutMs, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private void up(Redis client, RedisConnection opened) {
    connection = opened;
    owner = client;
    backOff.reset();
    opened.exceptionHandler(cause -> down(opened, cause.toString()));
    opened.endHandler(_ -> down(opened, "it closed the connection"));
    firstUp.tryComplete();
  }

  /// Both handlers may call, and the timeout: the first counts.
  @SuppressWarnings("ReferenceEquality") // It is about which connection, not what kind.
  private void down(RedisConnection which, String why) {
    if (connection != which) {
      return;
    }
    connection = null;
    var client = owner;
    // Not from inside the handler that may be calling: the client is not made for that.
    context.runOnContext(_ -> which.close().onComplete(_ -> close(client)));
    if (!isClosed) {
      LOG.warn("lost Redis: {}", why);
      connectLater();
    }
  }

  private static void close(@Nullable Redis client) {
    if (client != null) {
      client.close();
    }
  }

  private void connectLater() {
    if (!isClosed) {
      vertx.setTimer(backOff.nextMs(), _ -> connect());
    }
  }

  /// As if the network had failed. For tests.
  void drop() {
    context.runOnContext(
        _ -> {
          var current = connection;
          if (current != null) {
            down(current, "dropped");
          }
        });
  }

  Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    context.runOnContext(
        _ -> {
          isClosed = true;
          var current = connection;
          connection = null;
          if (current == null) {
            closed.complete();
          } else {
            var client = owner;
            current.close().onComplete(closed).onComplete(_ -> close(client));
          }
        });
    return closed.future();
  }
}
