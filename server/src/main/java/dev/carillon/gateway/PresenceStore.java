package dev.carillon.gateway;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;

/// What the nodes of a school say of the devices they see. Nothing here is part of the day's log:
/// what a node said is forgotten soon after it stops saying it, as a node that is no more must not
/// keep anybody here. Any thread.
public interface PresenceStore {
  /// How long a node counts that says nothing more: some of its rounds may be lost on the way.
  Duration LIFE = Duration.ofSeconds(10);

  /// Takes the place of what the node said before, and holds for [#LIFE].
  Future<Void> put(String node, Sighting sighting);

  /// What the nodes said last that are still heard of, by node.
  Future<Map<String, Sighting>> all();

  /// The node is gone, and says so.
  Future<Void> remove(String node);
}
