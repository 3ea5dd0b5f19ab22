package dev.carillon.ops;

import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Objects;

/// Forgets everything Redis holds of one school. A demo's only: a school's log is never emptied.
final class Reset {
  private static final int KEYS_A_LOOK = 500;

  private final Redis redis;
  private final String pattern;

  private Reset(Redis redis, SchoolId school) {
    this.redis = redis;
    pattern = "carillon:{" + school.value() + "}:*";
  }

  static Future<Void> school(Vertx vertx, String url, SchoolId school) {
    var redis = Redis.createClient(vertx, url);
    return new Reset(redis, school).from("0").eventually(redis::close);
  }

  private Future<Void> from(String place) {
    var look =
        Request.cmd(Command.SCAN)
            .arg(place)
            .arg("MATCH")
            .arg(pattern)
            .arg("COUNT")
            .arg(KEYS_A_LOOK);
    return redis
        .send(look)
        .compose(
            answer -> {
              var found = Objects.requireNonNull(answer, "SCAN answers two things");
              var next = found.get(0).toString();
              return forget(found.get(1))
                  .compose(_ -> next.equals("0") ? Future.succeededFuture() : from(next));
            });
  }

  private Future<Void> forget(Response keys) {
    if (keys.size() == 0) {
      return Future.succeededFuture();
    }
    var forget = Request.cmd(Command.UNLINK);
    keys.forEach(key -> forget.arg(key.toString()));
    return redis.send(forget).mapEmpty();
  }
}
