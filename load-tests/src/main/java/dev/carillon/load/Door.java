package dev.carillon.load;

import dev.carillon.ops.RunningServer;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import java.net.URI;

/// Where simulated people come in: the server's address and a sign-in link for each of them.
interface Door {
  /// `http://127.0.0.1:8420`. Asked at each connection, as a server may come back elsewhere.
  URI url();

  /// The secret of a link that signs this person in.
  Future<String> secret(PersonId person);

  /// How many sockets somebody has open, real and simulated ones together.
  default int sockets(PersonId person) {
    return 0;
  }

  static Door of(RunningServer server) {
    return new Door() {
      @Override
      public URI url() {
        return server.url();
      }

      @Override
      public Future<String> secret(PersonId person) {
        return server.signInLink(person).map(URI::getFragment);
      }

      @Override
      public int sockets(PersonId person) {
        return server.sockets(person);
      }
    };
  }
}
