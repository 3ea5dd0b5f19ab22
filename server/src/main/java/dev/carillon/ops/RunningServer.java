package dev.carillon.ops;

import dev.carillon.log.FloorKey;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.School;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// A server that takes connections.
public interface RunningServer {
  /// Where devices open it: `http://127.0.0.1:8080`.
  URI url();

  int port();

  /// Where `/healthz/*` and `/metrics` are served.
  URI management();

  /// The floor that is open, and the school it was opened from.
  FloorKey floor();

  School school();

  /// In a demo a reusable sign-in link for each role the school has somebody of, by the role's
  /// word: `student`, `paraprofessional`, `teacher`, `leader`, `administrator`, `board`. Empty in a
  /// school. Each opens `/sign-in#<secret>`.
  Map<String, URI> signIn();

  /// In a demo a reusable sign-in link for anybody of the school, for simulated people. The secret
  /// stands after the `#`.
  Future<URI> signInLink(PersonId person);

  /// A link that signs somebody in once, within its life: for the first administrator.
  Future<URI> singleUseLink(PersonId person, Duration life);

  /// A ticket for one socket, good once within 30 s, for somebody who is not signed in. Demo only.
  Future<String> ticket(PersonId person);

  /// How many sockets somebody has open on this node: a demo's simulated people make room for real
  /// ones. May be called on any thread.
  int sockets(PersonId person);

  /// Tells devices to go, drains, writes the snapshot, closes, and stops the Redis it started. To
  /// be called before the program ends, by a shutdown hook too: its Redis waits for it. May be
  /// called twice; completes when nothing is left running.
  Future<Void> stop();
}
