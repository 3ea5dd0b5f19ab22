package dev.carillon.access;

import java.time.Duration;
import java.time.Instant;

final class MemoryAccessStoreTest extends AccessStoreContract {
  private Instant now = Instant.EPOCH;
  private final AccessStore store = new MemoryAccessStore(() -> now);

  @Override
  protected AccessStore store() {
    return store;
  }

  @Override
  protected void pass(Duration time) {
    now = now.plus(time);
  }
}
