package dev.carillon.log.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.floor.Cursor;
import dev.carillon.log.FloorLog;
import dev.carillon.log.FloorLogConformance;
import dev.carillon.log.Outcome;
import dev.carillon.ops.redis.EmbeddedRedis;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log in a real Redis keeps what every log promises, also when Redis is killed, when
/// connections break and when a subscriber goes deaf.
class RedisFloorLogTest extends FloorLogConformance {
  @TempDir static Path folder;
  private static EmbeddedRedis redis;
  private static Vertx vertx;
  private RedisFloorLog log;
  private RedisFloorLog elsewhere;

  @BeforeAll
  static void start() {
    redis = EmbeddedRedis.start(folder);
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  }

  @AfterAll
  static void stop() {
    get(vertx.close());
    redis.close();
  }

  @AfterEach
  void disconnect() {
    if (log != null) {
      get(log.close());
    }
    if (elsewhere != null) {
      get(elsewhere.close());
    }
  }

  @Override
  protected FloorLog log() {
    return mine();
  }

  private RedisFloorLog mine() {
    if (log == null) {
      log = get(RedisFloorLog.connect(vertx, RedisLogOptions.of(redis.uri())));
    }
    return log;
  }

  @Override
  protected FloorLog sameLogElsewhere() {
    if (elsewhere == null) {
      elsewhere = get(RedisFloorLog.connect(vertx, RedisLogOptions.of(redis.uri())));
    }
    return elsewhere;
  }

  @Test
  void our_own_redis_keeps_what_it_answered() {
    var durability = get(log().durability());
    assertThat(durability.warnings()).isEmpty();
    assertThat(durability.keeper()).isEqualTo("Redis 7.0.15");
  }

  @Test
  void without_functions_scripts_do_the_same() {
    mine().scripts().useScripts();
    var at = open().cursor();
    at = stands(get(log().append(key, batch(at, "a", "b")))).cursor();
    assertThat(get(log().confirm(key, at))).isInstanceOf(Outcome.Stands.class);
    assertThat(get(log().append(key, batch(Cursor.START, "late"))))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(all(Cursor.START)).hasSize(3);
  }

  @Test
  void a_deaf_follower_finds_out_by_itself() {
    var heard = new Heard();
    var at = open().cursor();
    log().follow(key, at, heard);
    at = stands(get(log().append(key, batch(at, "a")))).cursor();
    await().until(() -> heard.seqs().size() == 1);
    mine().ear().deafen(true);
    at = stands(get(log().append(key, batch(at, "b", "c")))).cursor();
    await().atMost(10, SECONDS).until(() -> heard.seqs().size() == 3);
    mine().ear().deafen(false);
    stands(get(log().append(key, batch(at, "d"))));
    await().until(() -> heard.seqs().size() == 4);
    assertThat(heard.seqs()).containsExactly(boxed(2, 5));
  }

  @Test
  void a_lost_connection_comes_back_and_nothing_is_missed() {
    var heard = new Heard();
    var at = open().cursor();
    log().follow(key, at, heard);
    for (int i = 0; i < 50; i++) {
      if (i % 10 == 5) {
        mine().drop();
      }
      at = stands(get(sameLogElsewhere().append(key, batch(at, "x" + i)))).cursor();
    }
    await().atMost(20, SECONDS).until(() -> heard.seqs().size() >= 50);
    assertThat(heard.seqs()).containsExactly(boxed(2, 51));
    await().ignoreExceptions().until(() -> get(log().head(key)).isPresent());
  }

  /// Goal: what was answered is there after a crash, and a follower hears all of it once and in
  /// order. Method: one writer appends as fast as it can while Redis is killed three times;
  /// whatever was answered is looked for afterwards. Calls without an answer are cleared up by
  /// reading.
  @Test
  void what_was_answered_survives_three_kills_of_redis() {
    var heard = new Heard();
    var at = open().cursor();
    sameLogElsewhere().follow(key, at, heard);
    List<String> answered = new ArrayList<>();
    int unknown = 0;
    long pid = redis.pid();
    for (int i = 0; i < 3_000; i++) {
      var id = "k" + i;
      if (i % 1_000 == 500) {
        log().append(key, batch(at, id));
        ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
        unknown++;
      }
      at = appendForSure(at, id);
      answered.add(id);
    }
    assertThat(redis.pid()).isNotEqualTo(pid);
    assertThat(unknown).isEqualTo(3);
    var all = all(Cursor.START);
    assertThat(all.stream().skip(1).map(placed -> placed.entry().id().id()))
        .containsExactlyElementsOf(answered);
    checkTags(all);
    await().atMost(20, SECONDS).until(() -> heard.seqs().size() >= 3_000);
    assertThat(heard.seqs()).containsExactly(boxed(2, 3_001));
  }

  private Cursor appendForSure(Cursor start, String id) {
    var at = new Cursor[] {start};
    await()
        .ignoreExceptions()
        .pollDelay(java.time.Duration.ZERO)
        .pollInterval(java.time.Duration.ofMillis(5))
        .atMost(20, SECONDS)
        .until(() -> isThere(at, id));
    return at[0];
  }

  private boolean isThere(Cursor[] at, String id) {
    return switch (get(log().append(key, batch(at[0], id)))) {
      case Outcome.Stands(var head) -> {
        at[0] = head.cursor();
        yield true;
      }
      case Outcome.Conflict(var since) -> {
        at[0] = since.end(at[0]);
        yield since.entries().stream().anyMatch(placed -> placed.entry().id().id().equals(id));
      }
      case Outcome other -> throw new AssertionError(other);
    };
  }
}
