package dev.carillon.access;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the door remembers: texts under keys, each for a while. The port; its two keepers pass the
/// same suite of tests.
public interface AccessStore {
  Future<Void> put(String key, String value, Duration life);

  Future<Optional<String>> get(String key);

  /// Reads and removes in one step: of two takers one gets it.
  Future<Optional<String>> take(String key);

  Future<Void> remove(String key);

  /// Adds to a set; the set lives as long as its youngest member.
  Future<Void> add(String key, String member, Duration life);

  Future<Set<String>> members(String key);

  /// Tells every node, this one included, that a session is over.
  Future<Void> announce(SessionRef over);

  /// The listener is called on some thread of the store. Messages may be lost while the store is
  /// away: whoever must be sure asks again by and by.
  void onOver(Consumer<SessionRef> listener);
}
