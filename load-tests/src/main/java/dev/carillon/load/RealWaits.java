package dev.carillon.load;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Since when, in real time, each waiting request has been seen by a helper.
final class RealWaits {
  private final Map<String, Long> seenMs = new HashMap<>();

  long sinceMs(String request) {
    long nowMs = System.currentTimeMillis();
    return nowMs - seenMs.computeIfAbsent(request, _ -> nowMs);
  }

  /// Keeps those that still wait.
  void forget(List<JsonObject> waiting) {
    var ids = waiting.stream().map(call -> call.getString("id")).collect(Collectors.toSet());
    seenMs.keySet().retainAll(ids);
  }
}
