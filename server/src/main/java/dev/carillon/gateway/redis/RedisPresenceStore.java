package dev.carillon.gateway.redis;

import dev.carillon.gateway.PresenceStore;
import dev.carillon.gateway.Sighting;
import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps presence in Redis: one key a node that runs out by itself, and the names of the nodes.
public final class RedisPresenceStore implements PresenceStore {
  /// Redis has no time limit of its own; the next round comes soon.
  private static final Duration CALL_MAX = Duration.ofSeconds(2);

  private final Redis calls;
  private final String prefix;
  private final String nodes;

  private RedisPresenceStore(Vertx vertx, String url, SchoolId school) {
    calls =
        Redis.createClient(vertx, new RedisOptions().setConnectionString(url).setMaxPoolSize(1));
    prefix = "carillon:{" + school.value() + "}:presence:";
    nodes = "carillon:{" + school.value() + "}:presence-nodes";
  }

  public static RedisPresenceStore open(Vertx vertx, String url, SchoolId school) {
    return new RedisPresenceStore(vertx, url, school);
  }

  public Future<Void> close() {
    calls.close();
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> put(String node, Sighting sighting) {
    return put(node, sighting, LIFE);
  }

  Future<Void> put(String node, Sighting sighting, Duration life) {
    return send(Request.cmd(Command.SET)
            .arg(prefix + node)
            .arg(sighting.text())
            .arg("PX")
            .arg(life.toMillis()))
        .compose(_ -> send(Request.cmd(Command.SADD).arg(nodes).arg(node)))
        .mapEmpty();
  }

  @Override
  public Future<Map<String, Sighting>> all() {
    return send(Request.cmd(Command.SMEMBERS).arg(nodes)).compose(names -> read(names(names)));
  }

  private Future<Map<String, Sighting>> read(List<String> names) {
    if (names.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    var ask = Request.cmd(Command.MGET);
    names.forEach(name -> ask.arg(prefix + name));
    return send(ask).compose(texts -> sorted(names, texts));
  }

  /// Names whose key has run out are taken away; a node that still lives puts its own back.
  private Future<Map<String, Sighting>> sorted(List<String> names, @Nullable Response texts) {
    var all = new HashMap<String, Sighting>();
    var over = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var text = texts == null ? null : texts.get(i);
      if (text == null) {
        over.add(name);
      } else {
        Sighting.of(text.toString()).ifPresent(sighting -> all.put(name, sighting));
      }
    }
    return over.isEmpty()
        ? Future.succeededFuture(all)
        : send(forget(over)).<Map<String, Sighting>>map(all);
  }

  private Request forget(List<String> names) {
    var forget = Request.cmd(Command.SREM).arg(nodes);
    names.forEach(forget::arg);
    return forget;
  }

  @Override
  public Future<Void> remove(String node) {
    return send(Request.cmd(Command.DEL).arg(prefix + node))
        .compose(_ -> send(Request.cmd(Command.SREM).arg(nodes).arg(node)))
        .mapEmpty();
  }

  private static List<String> names(@Nullable Response response) {
    var names = new ArrayList<String>();
    if (response != null) {
      response.forEach(name -> names.add(name.toString()));
    }
    return names;
  }

  private Future<@Nullable Response> send(Request request) {
    return calls.send(request).timeout(CALL_MAX.toMillis(), TimeUnit.MILLISECONDS);
  }
}
