package dev.carillon.load;

import dev.carillon.ops.RunningServer;
import dev.carillon.ops.Server;
import dev.carillon.ops.ServerOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;

/// A server with everybody of its school at a device.
final class Demo implements AutoCloseable {
  private final RunningServer server;
  private final Vertx vertx;
  private final SimulatedPeople people;
  private boolean closed;

  private Demo(RunningServer server, Vertx vertx, SimulatedPeople people) {
    this.server = server;
    this.vertx = vertx;
    this.people = people;
  }

  /// Starts both; returns when the server takes connections and people begin to come in.
  ///
  /// @throws dev.carillon.ops.StartException when a person has to do something about it
  static Demo start(ServerOptions options, long seed) throws InterruptedException {
    return start(Server.start(options), seed, new SourceTime.Reckoned());
  }

  /// @param source the time its people follow, where they need not reckon it
  static Demo start(Future<RunningServer> starting, long seed, SourceTime source)
      throws InterruptedException {
    var server = Waiting.on(starting);
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var people =
        new SimulatedPeople(server.school(), Door.of(server), seed, Net.Ledger.NONE, source);
    Waiting.on(vertx.deployVerticle(people));
    return new Demo(server, vertx, people);
  }

  RunningServer server() {
    return server;
  }

  SimulatedPeople people() {
    return people;
  }

  Vertx vertx() {
    return vertx;
  }

  /// What the ready file says.
  JsonObject facts() {
    var links = new JsonObject();
    server.signIn().forEach((role, link) -> links.put(role, link.toString()));
    return new JsonObject().put("url", server.url().toString()).put("signIn", links);
  }

  /// People first, so that nobody sees a server vanish.
  @Override
  public synchronized void close() throws InterruptedException {
    if (!closed) {
      closed = true;
      Waiting.on(vertx.close());
      Waiting.on(server.stop());
    }
  }
}
