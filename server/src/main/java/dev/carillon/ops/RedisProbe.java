package dev.carillon.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Whether a Redis of the school's own is there, before anything is built on it.
///
/// One that is just starting, or reads its data back, is waited for a little. One that goes away
/// later is waited for as long as it takes; that is not asked here.
final class RedisProbe {
  private static final long LOOK_MS = 250;
  private static final int LOOKS = 20;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Redis redis;

  private RedisProbe(Vertx vertx, Redis redis) {
    this.vertx = vertx;
    this.redis = redis;
  }

  /// Completes with the url, or fails with [StartException].
  static Future<String> reach(Vertx vertx, String url) {
    try {
      var place = URI.create(url).getRawSchemeSpecificPart();
      var redis = Redis.createClient(vertx, url);
      return new RedisProbe(vertx, redis)
          .look(LOOKS)
          .eventually(redis::close)
          .map(url)
          .recover(cause -> Future.failedFuture(new StartException(sentence(place, cause), cause)));
    } catch (IllegalArgumentException notAnAddress) {
      return Future.failedFuture(
          new StartException(
              "The address of Redis makes no sense: write it as redis://127.0.0.1:6379.",
              notAnAddress));
    }
  }

  private Future<Void> look(int left) {
    return redis
        .send(Request.cmd(Command.PING))
        .timeout(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)
        .<Void>mapEmpty()
        .recover(
            cause ->
                left <= 1
                    ? Future.failedFuture(cause)
                    : vertx.timer(LOOK_MS, TimeUnit.MILLISECONDS).compose(_ -> look(left - 1)));
  }

  /// Without what stands before the `@`: that is a password.
  private static String sentence(String place, Throwable cause) {
    var host = place.substring(place.lastIndexOf('@') + 1).replaceFirst("^//", "");
    return "Redis at %s does not answer (%s): start it, or correct its address."
        .formatted(host, cause.getMessage());
  }
}
