package dev.carillon.log.redis;

import dev.carillon.log.Durability;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Asks a Redis for the settings on which an answer's meaning depends.
final class DurabilityCheck {
  /// What is asked for, as Redis names it, with the value that is needed and what it means
  /// otherwise.
  private record Wanted(String name, String value, String otherwise) {}

  private static final List<Wanted> WANTED =
      List.of(
          new Wanted("appendonly", "yes", "everything is lost when Redis stops"),
          new Wanted(
              "appendfsync", "always", "a power cut loses about the last second of answered work"),
          new Wanted(
              "no-appendfsync-on-rewrite",
              "no",
              "a power cut during a rewrite loses up to half a minute"),
          new Wanted(
              "maxmemory-policy",
              "noeviction",
              "Redis may throw away the day when memory is short"),
          new Wanted("aof-load-truncated", "yes", "Redis does not start again after a torn write"));

  private final Function<Request, Future<Response>> redis;
  private final int replicas;

  DurabilityCheck(Function<Request, Future<Response>> redis, int replicas) {
    this.redis = redis;
    this.replicas = replicas;
  }

  Future<Durability> run() {
    var asked = WANTED.stream().map(this::ask).toList();
    return Future.all(asked)
        .compose(
            answers -> {
              var warnings = new ArrayList<String>();
              for (int i = 0; i < asked.size(); i++) {
                warn(WANTED.get(i), answers.resultAt(i), warnings);
              }
              return info().map(info -> durability(info, warnings));
            });
  }

  private Future<String> ask(Wanted wanted) {
    return redis
        .apply(Request.cmd(Command.CONFIG).arg("GET").arg(wanted.name()))
        .map(reply -> reply.containsKey(wanted.name()) ? reply.get(wanted.name()).toString() : "")
        .otherwise("");
  }

  private static void warn(Wanted wanted, String value, List<String> warnings) {
    if (value.isEmpty()) {
      warnings.add(
          "Redis does not tell its setting '%s'; it must be '%s', otherwise %s."
              .formatted(wanted.name(), wanted.value(), wanted.otherwise()));
    } else if (!value.equals(wanted.value())) {
      warnings.add(
          "Redis has '%s %s' and not '%s': %s."
              .formatted(wanted.name(), value, wanted.value(), wanted.otherwise()));
    }
  }

  private Future<Map<String, String>> info() {
    return redis
        .apply(Request.cmd(Command.INFO))
        .map(
            reply -> {
              Map<String, String> facts = new HashMap<>();
              for (var line : reply.toString().lines().toList()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                  facts.put(line.substring(0, colon), line.substring(colon + 1));
                }
              }
              return facts;
            })
        .otherwise(Map.of());
  }

  private Durability durability(Map<String, String> info, List<String> warnings) {
    int connected = Integer.parseInt(info.getOrDefault("connected_slaves", "0"));
    if (connected > 0 && replicas == 0) {
      warnings.add(
          "Redis has a replica that answers do not wait for: a failover loses answered work.");
    }
    if (connected < replicas) {
      warnings.add(
          "Answers wait for %d replicas and Redis has %d: nothing can be saved."
              .formatted(replicas, connected));
    }
    return new Durability("Redis " + info.getOrDefault("redis_version", "?"), warnings);
  }
}
