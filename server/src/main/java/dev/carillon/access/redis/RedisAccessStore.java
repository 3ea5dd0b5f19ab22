package dev.carillon.access.redis;

import dev.carillon.access.AccessStore;
import dev.carillon.access.SessionRef;
import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps access in Redis, all keys of a school under one hash tag.
///
/// Calls go through a small pool that recovers by itself; none waits longer than [#CALL_MAX].
/// Revocations are heard on a connection of their own, which is made anew whenever it ends.
public final class RedisAccessStore implements AccessStore {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAccessStore.class);

  /// Redis has no time limit of its own, and somebody waits for a page.
  private static final Duration CALL_MAX = Duration.ofSeconds(2);

  private static final int POOL_SIZE = 4;

  /// A school that signs in at one bell queues here rather than failing.
  private static final int POOL_WAITING_MAX = 4096;

  private static final long AGAIN_MS_MIN = 100;
  private static final long AGAIN_MS_MAX = 1000;

  private final Vertx vertx;
  private final Redis calls;
  private final Redis hearing;
  private final String prefix;
  private final List<Consumer<SessionRef>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;
  private final AtomicBoolean hearsSoon = new AtomicBoolean();

  private RedisAccessStore(Vertx vertx, String url, SchoolId school) {
    this.vertx = vertx;
    this.prefix = "carillon:{" + school.value() + "}:access:";
    this.calls =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(url)
                .setMaxPoolSize(POOL_SIZE)
                .setMaxPoolWaiting(POOL_WAITING_MAX));
    this.hearing = Redis.createClient(vertx, new RedisOptions().setConnectionString(url));
  }

  /// Completes when revocations are heard.
  public static Future<RedisAccessStore> open(Vertx vertx, String url, SchoolId school) {
    var store = new RedisAccessStore(vertx, url, school);
    return store.hear().map(store);
  }

  public Future<Void> close() {
    closed = true;
    calls.close();
    hearing.close();
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> put(String key, String value, Duration life) {
    return send(Request.cmd(Command.SET)
            .arg(prefix + key)
            .arg(value)
            .arg("PX")
            .arg(life.toMillis()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<String>> get(String key) {
    return send(Request.cmd(Command.GET).arg(prefix + key)).map(RedisAccessStore::text);
  }

  @Override
  public Future<Optional<String>> take(String key) {
    return send(Request.cmd(Command.GETDEL).arg(prefix + key)).map(RedisAccessStore::text);
  }

  @Override
  public Future<Void> remove(String key) {
    return send(Request.cmd(Command.DEL).arg(prefix + key)).mapEmpty();
  }

  @Override
  public Future<Void> add(String key, String member, Duration life) {
    return send(Request.cmd(Command.SADD).arg(prefix + key).arg(member))
        .compose(_ -> send(Request.cmd(Command.PEXPIRE).arg(prefix + key).arg(life.toMillis())))
        .mapEmpty();
  }

  @Override
  public Future<Set<String>> members(String key) {
    return send(Request.cmd(Command.SMEMBERS).arg(prefix + key)).map(RedisAccessStore::texts);
  }

  @Override
  public Future<Void> announce(SessionRef over) {
    return send(Request.cmd(Command.PUBLISH).arg(prefix + "over").arg(over.value())).mapEmpty();
  }

  @Override
  public void onOver(Consumer<SessionRef> listener) {
    listeners.add(listener);
  }

  private Future<@Nullable Response> send(Request request) {
    return calls.send(request).timeout(CALL_MAX.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Subscribes, and completes at the push that says so: the call itself only says that bytes left.
  private Future<Void> hear() {
    var heard = Promise.<Void>promise();
    hearing
        .connect()
        .compose(connection -> listen(connection, heard))
        .onFailure(
            cause -> {
              heard.tryFail(cause);
              hearAgain();
            });
    return heard.future().timeout(CALL_MAX.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Void> listen(RedisConnection connection, Promise<Void> heard) {
    connection.exceptionHandler(cause -> LOG.debug("revocations: {}", cause.toString()));
    connection.endHandler(_ -> hearAgain());
    connection.handler(push -> heard(push, heard));
    return connection.send(Request.cmd(Command.SUBSCRIBE).arg(prefix + "over")).mapEmpty();
  }

  private void heard(@Nullable Response push, Promise<Void> heard) {
    if (push == null || push.size() < 3) {
      return;
    }
    switch (push.get(0).toString()) {
      case "subscribe" -> heard.tryComplete();
      case "message" -> {
        var over = new SessionRef(push.get(2).toString());
        listeners.forEach(listener -> listener.accept(over));
      }
      default -> LOG.debug("unexpected push on the revocation channel");
    }
  }

  private void hearAgain() {
    if (!closed && hearsSoon.compareAndSet(false, true)) {
      vertx.setTimer(
          ThreadLocalRandom.current().nextLong(AGAIN_MS_MIN, AGAIN_MS_MAX),
          _ -> {
            hearsSoon.set(false);
            if (!closed) {
              hear().onFailure(cause -> LOG.debug("revocations not heard: {}", cause.toString()));
            }
          });
    }
  }

  private static Optional<String> text(@Nullable Response response) {
    return response == null ? Optional.empty() : Optional.of(response.toString());
  }

  private static Set<String> texts(@Nullable Response response) {
    var found = new HashSet<String>();
    if (response != null) {
      response.forEach(member -> found.add(member.toString()));
    }
    return found;
  }
}
