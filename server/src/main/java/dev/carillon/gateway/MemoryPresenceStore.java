package dev.carillon.gateway;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Keeps presence in memory, for one program: tests, and nodes that live in one process.
public final class MemoryPresenceStore implements PresenceStore {
  private final InstantSource clock;
  private final Map<String, Said> said = new HashMap<>();

  public MemoryPresenceStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Said(Sighting sighting, Instant until) {}

  @Override
  public synchronized Future<Void> put(String node, Sighting sighting) {
    said.put(node, new Said(sighting, clock.instant().plus(LIFE)));
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Map<String, Sighting>> all() {
    var now = clock.instant();
    said.values().removeIf(each -> !each.until().isAfter(now));
    var all = new HashMap<String, Sighting>();
    said.forEach((node, each) -> all.put(node, each.sighting()));
    return Future.succeededFuture(all);
  }

  @Override
  public synchronized Future<Void> remove(String node) {
    said.remove(node);
    return Future.succeededFuture();
  }
}
