package dev.carillon.gateway;

import dev.carillon.wire.WireError;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What calls send and are answered: JSON both ways, and a [Problem] for every no.
final class Bodies {
  private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
  private static final int TEXT_MAX = 256;

  private Bodies() {}

  /// Empty when it is no JSON object or holds anything else than these.
  static Optional<JsonObject> body(RoutingContext call, Set<String> fields) {
    @Nullable Buffer raw = call.body().buffer();
    try {
      return Optional.ofNullable(raw)
          .map(JsonObject::new)
          .filter(body -> fields.containsAll(body.fieldNames()));
    } catch (DecodeException notJson) {
      LOG.debug("body", notJson);
      return Optional.empty();
    }
  }

  /// Empty when it is absent, no text or too long.
  static Optional<String> text(JsonObject body, String name) {
    return body.getValue(name) instanceof String text && text.length() <= TEXT_MAX
        ? Optional.of(text)
        : Optional.empty();
  }

  static void json(RoutingContext call, JsonObject answer) {
    call.response().putHeader("content-type", "application/json").end(answer.encode());
  }

  static Problem wrongBody(int status, String hint) {
    return new Problem(status, WireError.BODY_WRONG, hint);
  }

  static void no(RoutingContext call, Problem problem) {
    if (!call.response().ended()) {
      problem.send(call.response());
    }
  }

  static void orNotReady(RoutingContext call, Future<?> asked) {
    asked.onFailure(
        cause -> {
          LOG.warn("the store does not answer: {}", cause.toString());
          no(call, Problem.NOT_READY);
        });
  }
}
