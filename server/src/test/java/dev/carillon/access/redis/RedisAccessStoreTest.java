package dev.carillon.access.redis;

import static org.awaitility.Awaitility.await;

import dev.carillon.access.AccessStore;
import dev.carillon.access.AccessStoreContract;
import dev.carillon.gateway.Await;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class RedisAccessStoreTest extends AccessStoreContract {
  @TempDir static Path folder;
  private static Vertx vertx;
  private static EmbeddedRedis redis;
  private static RedisAccessStore store;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    redis = EmbeddedRedis.start(folder);
    store = Await.on(RedisAccessStore.open(vertx, redis.uri(), new SchoolId("yuma")));
  }

  @AfterAll
  static void close() {
    Await.on(store.close());
    Await.on(vertx.close());
    redis.close();
  }

  @Override
  protected AccessStore store() {
    return store;
  }

  /// Redis has its own time: what is too old is gone by and by.
  @Override
  protected void pass(Duration time) {
    await().until(() -> Await.on(store.get("b")).isEmpty());
  }
}
