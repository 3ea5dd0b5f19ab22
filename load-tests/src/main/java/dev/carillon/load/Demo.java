package dev.carillon.load;

import dev.carillon.ops.RunningServer;
import dev.carillon.ops.Server;
import dev.carillon.ops.ServerOptions;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Role;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server with everybody of its school at a device.
final class Demo implements AutoCloseable {
  /// Whoever may look, in the order in which they are shown.
  private static final List<Role> VISITORS =
      List.of(
          Role.STUDENT,
          Role.PARAPROFESSIONAL,
          Role.TEACHER,
          Role.LEADER,
          Role.ADMINISTRATOR,
          Role.BOARD);

  private final RunningServer server;
  private final Vertx vertx;
  private final SimulatedPeople people;
  private final Map<Role, URI> signIn;
  private boolean closed;

  private Demo(RunningServer server, Vertx vertx, SimulatedPeople people, Map<Role, URI> signIn) {
    this.server = server;
    this.vertx = vertx;
    this.people = people;
    this.signIn = signIn;
  }

  /// Starts both; returns when the server takes connections and people begin to come in.
  ///
  /// @throws dev.carillon.ops.StartException when a person has to do something about it
  static Demo start(ServerOptions options, long seed) throws InterruptedException {
    var server = Waiting.on(Server.start(options));
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var people = new SimulatedPeople(server.school(), Door.of(server), seed, Net.Ledger.NONE);
    var signIn = signIn(server);
    Waiting.on(vertx.deployVerticle(people));
    return new Demo(server, vertx, people, signIn);
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

  /// A link for each role there is somebody of.
  Map<Role, URI> signIn() {
    return signIn;
  }

  /// What the ready file says.
  JsonObject facts() {
    var links = new JsonObject();
    signIn.forEach((role, link) -> links.put(role.word(), link.toString()));
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

  private static Map<Role, URI> signIn(RunningServer server) throws InterruptedException {
    var links = new LinkedHashMap<Role, URI>();
    for (var role : VISITORS) {
      var known = server.signIn().get(screenOf(role));
      if (known != null) {
        links.put(role, known);
        continue;
      }
      for (var person : first(server, role).stream().toList()) {
        links.put(role, Waiting.on(server.signInLink(person)));
      }
    }
    return links;
  }

  /// What the server calls a role in its links.
  private static String screenOf(Role role) {
    return role == Role.PARAPROFESSIONAL ? "helper" : role.word();
  }

  private static Optional<PersonId> first(RunningServer server, Role role) {
    return server.school().people().values().stream()
        .filter(person -> person.role() == role)
        .map(Person::id)
        .findFirst();
  }
}
