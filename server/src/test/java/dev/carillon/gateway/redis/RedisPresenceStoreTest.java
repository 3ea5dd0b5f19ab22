package dev.carillon.gateway.redis;

import static org.awaitility.Awaitility.await;

import dev.carillon.gateway.Await;
import dev.carillon.gateway.PresenceStore;
import dev.carillon.gateway.PresenceStoreContract;
import dev.carillon.gateway.Sighting;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class RedisPresenceStoreTest extends PresenceStoreContract {
  @TempDir static Path folder;
  private static Vertx vertx;
  private static EmbeddedRedis redis;
  private static RedisPresenceStore store;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    redis = EmbeddedRedis.start(folder);
    store = RedisPresenceStore.open(vertx, redis.uri(), new SchoolId("yuma"));
  }

  @AfterAll
  static void close() {
    Await.on(store.close());
    Await.on(vertx.close());
    redis.close();
  }

  @Override
  protected PresenceStore store() {
    return store;
  }

  /// Redis has its own time: what runs out is gone by and by.
  @Override
  protected void fallSilent(String node, Sighting sighting) {
    Await.on(store.put(node, sighting, Duration.ofMillis(20)));
    await().until(() -> Await.on(store.all()).isEmpty());
  }
}
