package dev.carillon.ops;

import io.vertx.core.Future;

/// Builds a server and starts it.
public final class Server {
  private Server() {}

  /// Starts everything and completes when devices can connect. Fails with [StartException] when a
  /// person has to do something about it.
  public static Future<RunningServer> start(ServerOptions options) {
    return Future.failedFuture(new StartException("cannot start " + options.school() + " yet"));
  }
}
