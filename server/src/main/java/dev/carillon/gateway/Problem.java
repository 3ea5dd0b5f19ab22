package dev.carillon.gateway;

import dev.carillon.wire.WireError;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/// An answer that says why not (RFC 9457).
///
/// @param hint what to do about it
record Problem(int status, WireError error, String hint) {
  static final Problem NOT_SIGNED_IN =
      new Problem(401, WireError.NOT_SIGNED_IN, "Sign in with a link or a badge.");
  static final Problem NOT_FOUND = new Problem(404, WireError.NOT_FOUND, "There is nothing here.");
  static final Problem NOT_READY = new Problem(503, WireError.NOT_READY, "Try again in a moment.");

  void send(HttpServerResponse response) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .putHeader("cache-control", "no-store")
        .end(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", error.key().replace('-', ' '))
                .put("status", status)
                .put("code", error.number())
                .put("hint", hint)
                .encode());
  }
}
