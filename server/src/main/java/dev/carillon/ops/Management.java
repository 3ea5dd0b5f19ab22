package dev.carillon.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/// Health and metrics, on an address of their own that only this machine reaches unless somebody
/// says otherwise.
final class Management {
  private final PrometheusMeterRegistry metrics;
  private final Health ready;
  private volatile boolean isStarted;

  Management(PrometheusMeterRegistry metrics, Health ready) {
    this.metrics = metrics;
    this.ready = ready;
  }

  Future<HttpServer> listen(Vertx vertx, ServerOptions.Management at) {
    return vertx.createHttpServer().requestHandler(this::answer).listen(at.port(), at.host());
  }

  void started() {
    isStarted = true;
  }

  private void answer(HttpServerRequest request) {
    var response = request.response().putHeader("cache-control", "no-store");
    switch (String.valueOf(request.path())) {
      case "/healthz/live" -> json(request, true, "{\"status\":\"ok\"}");
      case "/healthz/started" ->
          json(request, isStarted, "{\"status\":\"" + (isStarted ? "ok" : "starting") + "\"}");
      case "/healthz/ready" ->
          ready
              .look()
              .onSuccess(report -> json(request, report.isGood(), report.body().encode()))
              .onFailure(_ -> json(request, false, "{\"status\":\"not ok\"}"));
      case "/metrics" ->
          response
              .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
              .end(metrics.scrape());
      default -> response.setStatusCode(404).end();
    }
  }

  private static void json(HttpServerRequest request, boolean isGood, String body) {
    request
        .response()
        .setStatusCode(isGood ? 200 : 503)
        .putHeader("content-type", "application/json")
        .end(body);
  }
}
