package dev.carillon.access;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Remembers until the program ends. For tests and single evenings.
public final class MemoryAccessStore implements AccessStore {
  private final InstantSource clock;
  private final Map<String, Kept> kept = new HashMap<>();
  private final List<Consumer<SessionRef>> listeners = new CopyOnWriteArrayList<>();

  public MemoryAccessStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Kept(Set<String> values, Instant until) {}

  @Override
  public synchronized Future<Void> put(String key, String value, Duration life) {
    kept.put(key, new Kept(Set.of(value), clock.instant().plus(life)));
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Optional<String>> get(String key) {
    return Future.succeededFuture(alive(key).stream().findFirst());
  }

  @Override
  public synchronized Future<Optional<String>> take(String key) {
    var taken = alive(key).stream().findFirst();
    kept.remove(key);
    return Future.succeededFuture(taken);
  }

  @Override
  public synchronized Future<Void> remove(String key) {
    kept.remove(key);
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Void> add(String key, String member, Duration life) {
    var members = new HashSet<>(alive(key));
    members.add(member);
    kept.put(key, new Kept(Set.copyOf(members), clock.instant().plus(life)));
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Set<String>> members(String key) {
    return Future.succeededFuture(alive(key));
  }

  @Override
  public Future<Void> announce(SessionRef over) {
    listeners.forEach(listener -> listener.accept(over));
    return Future.succeededFuture();
  }

  @Override
  public void onOver(Consumer<SessionRef> listener) {
    listeners.add(listener);
  }

  private Set<String> alive(String key) {
    var found = kept.get(key);
    if (found == null || !clock.instant().isBefore(found.until())) {
      kept.remove(key);
      return Set.of();
    }
    return found.values();
  }
}
