package dev.carillon.gateway;

import java.time.Instant;

final class MemoryPresenceStoreTest extends PresenceStoreContract {
  private Instant now = Instant.EPOCH;
  private final MemoryPresenceStore store = new MemoryPresenceStore(() -> now);

  @Override
  protected PresenceStore store() {
    return store;
  }

  @Override
  protected void fallSilent(String node, Sighting sighting) {
    Await.on(store.put(node, sighting));
    now = now.plus(PresenceStore.LIFE);
  }
}
