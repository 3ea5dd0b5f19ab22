package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.log.Batch;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Outcome;
import dev.carillon.log.Placed;
import dev.carillon.log.memory.MemoryFloorLog;
import dev.carillon.log.redis.RedisFloorLog;
import dev.carillon.log.redis.RedisLogOptions;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Goal: what happens on a floor happens in every log. Method: every scene a test played is
/// written, entry by entry, to the log in memory and to one in a real Redis, read back and folded;
/// the floors are the same.
final class KeptInLogs implements BeforeEachCallback, AfterEachCallback {
  private static final ThreadLocal<List<Scene>> PLAYED = ThreadLocal.withInitial(ArrayList::new);

  /// A scene of the test that runs.
  static void played(Scene scene) {
    PLAYED.get().add(scene);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    // A scene that is a field of the test was made just before; played ones are of other tests.
    PLAYED.get().removeIf(scene -> !scene.events().isEmpty());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var scenes = List.copyOf(PLAYED.get());
    PLAYED.get().clear();
    if (context.getExecutionException().isPresent()) {
      return;
    }
    var logs =
        context
            .getRoot()
            .getStore(Namespace.create(KeptInLogs.class))
            .computeIfAbsent(Logs.class, _ -> Logs.open(), Logs.class);
    assertThat(scenes).as("a test with logs plays a scene").isNotEmpty();
    for (var scene : scenes) {
      check(logs.memory, scene);
      check(logs.redis, scene);
    }
  }

  private static void check(FloorLog log, Scene scene) {
    var school = new SchoolId("s" + UUID.randomUUID().toString().substring(0, 8));
    var key = new FloorKey(school, Fixtures.DATE);
    // A clock that is past everything that happened: no stamp lies ahead of it.
    var late = scene.floor().at().plus(Duration.ofDays(1)).toEpochMilli();
    var clock = new FloorClock(System.currentTimeMillis(), late, 1);
    var head = get(log.open(key, draft(0, List.of(Fixtures.dayOpened())), clock));
    var after = head.cursor();
    var batch = Batch.after(after);
    for (int n = 0; n < scene.entries().size(); n++) {
      var draft = draft(n + 1, scene.entries().get(n));
      if (!batch.fits(draft)) {
        assertThat(get(log.append(key, batch))).isInstanceOf(Outcome.Stands.class);
        batch = Batch.after(batch.end());
      }
      batch.add(draft);
    }
    if (!batch.isEmpty()) {
      assertThat(get(log.append(key, batch))).isInstanceOf(Outcome.Stands.class);
    }
    assertThat(folded(log, key, after, scene)).isEqualTo(scene.floor());
  }

  private static Floor folded(FloorLog log, FloorKey key, Cursor start, Scene scene) {
    var floor = scene.start();
    var after = start;
    List<Placed> entries = get(log.read(key, after)).entries();
    while (!entries.isEmpty()) {
      for (var placed : entries) {
        for (var event : placed.entry().events()) {
          floor = floor.evolve(event).floor();
        }
      }
      after = entries.getLast().at();
      entries = get(log.read(key, after)).entries();
    }
    return floor;
  }

  private static Draft draft(int n, List<? extends Event> events) {
    var stamp = Stamp.system(Fixtures.at("07:30"));
    var id = new CommandId(stamp.who(), "e" + n);
    return Draft.of(new Entry(id, stamp, "", List.copyOf(events), Result.NOTHING));
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }

  /// Both logs, for as long as tests run.
  private record Logs(
      FloorLog memory, RedisFloorLog redis, EmbeddedRedis server, Vertx vertx, Path folder)
      implements AutoCloseable {
    static Logs open() {
      try {
        var folder = Files.createTempDirectory("carillon-scenes");
        var server = EmbeddedRedis.start(folder);
        var vertx = Vertx.vertx();
        var redis = KeptInLogs.get(RedisFloorLog.connect(vertx, RedisLogOptions.of(server.uri())));
        var memory = new MemoryFloorLog(Runnable::run, System::currentTimeMillis);
        return new Logs(memory, redis, server, vertx, folder);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void close() throws IOException {
      KeptInLogs.get(redis.close());
      KeptInLogs.get(vertx.close());
      server.close();
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }
}
