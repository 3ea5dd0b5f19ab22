package dev.carillon.ops;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What is asked of a server from outside: is it alive, is it ready, has it started. Each is a few
/// named checks, and each check says in a sentence what is wrong.
final class Health {
  /// Whoever asks has little patience.
  private static final long CHECK_MS_MAX = 1_500;

  private final Map<String, Supplier<Future<String>>> checks = new LinkedHashMap<>();

  /// @param check completes with an empty text when all is well, otherwise with what is not
  void add(String name, Supplier<Future<String>> check) {
    checks.put(name, check);
  }

  record Report(boolean isGood, JsonObject body) {}

  Future<Report> look() {
    var answers = checks.values().stream().map(Health::ask).toList();
    return Future.join(answers).transform(_ -> Future.succeededFuture(report(answers)));
  }

  private static Future<String> ask(Supplier<Future<String>> check) {
    try {
      return check
          .get()
          .timeout(CHECK_MS_MAX, TimeUnit.MILLISECONDS)
          .otherwise("it does not answer");
    } catch (RuntimeException broken) {
      return Future.succeededFuture("it cannot be asked");
    }
  }

  private Report report(List<Future<String>> answers) {
    var body = new JsonObject();
    boolean isGood = true;
    var answer = answers.iterator();
    for (var name : checks.keySet()) {
      var fault = answer.next().result();
      body.put(name, fault.isEmpty() ? "ok" : fault);
      isGood &= fault.isEmpty();
    }
    var status = isGood ? "ok" : "not ok";
    return new Report(isGood, new JsonObject().put("status", status).put("checks", body));
  }
}
