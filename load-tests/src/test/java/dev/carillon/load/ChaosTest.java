package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event.BellRang;
import dev.carillon.log.FloorKey;
import dev.carillon.log.Placed;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A school day during which the power keeps failing.
///
/// Goal: what a device was told is done is never lost, no bell rings twice, and everybody sees the
/// truth again within ten seconds. Method: a school lives at sixty times the speed of time; at
/// moments drawn from a named seed the server, Redis or both are killed as the power button does
/// it.
final class ChaosTest {
  private static final int SPEED = 60;
  private static final int STUDENTS = 40;
  private static final int HELPERS = 4;
  private static final int KILLS = Integer.getInteger("carillon.kills", 4);
  private static final LocalDate DATE = LocalDate.of(2026, 9, 14);
  private static final Duration CONNECT_MAX = Duration.ofMinutes(2);
  private static final Duration TRUE_AGAIN_MAX = Duration.ofSeconds(10);

  @TempDir Path folder;

  private record Told(PersonId who, String kind, Answer.Done done) {}

  private final Queue<Told> told = new ConcurrentLinkedQueue<>();

  /// Where the server is at present.
  private static final class Address implements Door {
    private volatile ServerProcess server;

    Address(ServerProcess server) {
      this.server = server;
    }

    @Override
    public URI url() {
      return server.url();
    }

    @Override
    public Future<String> secret(PersonId person) {
      return server.secret(person);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void nothing_that_was_answered_is_lost_and_everybody_sees_the_truth_again_b35_b36(long seed)
      throws Exception {
    var dice = new SplittableRandom(seed);
    var folderOfSchool = folder.resolve("chaos-school");
    new MadeUpSchool(STUDENTS, HELPERS, seed).write(folderOfSchool);
    var key = new FloorKey(new SchoolId("chaos-school"), DATE);
    try (var redis = EmbeddedRedis.start(folder.resolve("redis"));
        var loop = new Loop()) {
      var spec = spec(folderOfSchool, redis);
      var address = new Address(ServerProcess.start(spec, folder.resolve("server.log")));
      var again = spec.onPort(address.server.port());
      try {
        var people =
            new SimulatedPeople(
                school(folderOfSchool),
                address,
                seed,
                (who, kind, done) -> told.add(new Told(who, kind, done)));
        Waiting.on(loop.vertx().deployVerticle(people));
        awaitEverybody(loop, people);
        for (int kill = 0; kill < KILLS; kill++) {
          Thread.sleep(1_000 + dice.nextInt(4_000));
          var what = strike(dice.nextInt(3), redis, address, again);
          everybodySeesTheTruth(
              loop, redis, key, people, "seed %d, kill %d: %s".formatted(seed, kill, what));
        }
        checkTheLog(loop, redis, key, seed);
      } finally {
        address.server.close();
      }
    }
  }

  private ServerProcess.Spec spec(Path school, EmbeddedRedis redis) {
    return new ServerProcess.Spec(
        school,
        folder.resolve("data"),
        0,
        Optional.of(redis.uri()),
        SPEED,
        DATE,
        LocalTime.of(7, 59));
  }

  private static School school(Path folder) {
    return switch (SchoolFolder.read(folder)) {
      case Reading.Read(var school, _) -> school;
      case Reading.Asking(_, var findings) -> throw new AssertionError(findings.toString());
      case Reading.Faulty(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  private static void awaitEverybody(Loop loop, SimulatedPeople people)
      throws InterruptedException {
    loop.until(
        "everybody coming in",
        CONNECT_MAX,
        () -> people.devices().size() > STUDENTS + HELPERS,
        () -> people.devices().size());
    loop.until(
        "connecting",
        CONNECT_MAX,
        () -> people.devices().stream().allMatch(Device::isLive),
        () -> people.devices().stream().filter(device -> !device.isLive()).toList());
  }

  /// Returns when both are up.
  private String strike(int what, EmbeddedRedis redis, Address address, ServerProcess.Spec again)
      throws Exception {
    if (what != 0) {
      long pid = redis.pid();
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      // It is started again by itself.
      while (redis.pid() == pid) {
        Thread.sleep(10);
      }
    }
    if (what != 1) {
      address.server.kill();
      address.server = ServerProcess.start(again, folder.resolve("server.log"));
    }
    return List.of("server", "Redis", "both").get(what);
  }

  /// Everybody is shown what the log says, as it stood when both were up again or later.
  private static void everybodySeesTheTruth(
      Loop loop, EmbeddedRedis redis, FloorKey key, SimulatedPeople people, String place)
      throws InterruptedException {
    try (var log = new TestLog(loop, redis.uri(), key)) {
      var truth = new Truth();
      truth.readOn(log);
      int since = truth.size();
      long deadline = System.nanoTime() + TRUE_AGAIN_MAX.toNanos();
      var wrong = wrong(loop, people, truth, log, since);
      while (!wrong.isEmpty()) {
        assertThat(System.nanoTime()).as("%s: still wrong: %s", place, wrong).isLessThan(deadline);
        wrong = wrong(loop, people, truth, log, since);
      }
    }
  }

  private record Seen(Device device, boolean isLive, Map<String, Map<String, JsonObject>> tables) {}

  private static List<String> wrong(
      Loop loop, SimulatedPeople people, Truth truth, TestLog log, int since)
      throws InterruptedException {
    var seen =
        loop.ask(
            () ->
                people.devices().stream()
                    .map(each -> new Seen(each, each.isLive(), each.tables().copy()))
                    .toList());
    // After the screens were looked at, so that the log is at least as far as they are.
    truth.readOn(log);
    return seen.stream()
        .filter(one -> !one.isLive() || !truth.isTrue(one.device().person(), one.tables(), since))
        .map(one -> one.device().toString())
        .toList();
  }

  private void checkTheLog(Loop loop, EmbeddedRedis redis, FloorKey key, long seed)
      throws InterruptedException {
    var answered = List.copyOf(told);
    try (var log = new TestLog(loop, redis.uri(), key)) {
      var entries = log.entries();
      var seqs = new ArrayList<Long>();
      Map<String, Long> byCommand = new HashMap<>();
      for (Placed placed : entries) {
        seqs.add(placed.at().seq());
        var id = placed.entry().id();
        byCommand.put(id.who().value() + " " + id.id(), placed.at().seq());
      }
      assertThat(seqs).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
      assertThat(seqs.getLast()).as("seed %d: no gap", seed).isEqualTo(seqs.size());
      long changes = 0;
      for (var one : answered) {
        var seq = byCommand.get(one.who().value() + " " + one.done().id());
        if (seq != null) {
          changes++;
          assertThat(seq).as("seed %d, %s", seed, one).isEqualTo(one.done().seq());
        } else {
          // What was so already leaves no entry; it was so at a place that is still there.
          assertThat(one.done().seq()).as("seed %d, %s", seed, one).isBetween(1L, seqs.getLast());
          assertThat(one.kind()).as("seed %d, %s", seed, one).doesNotMatch("help.(claim|next)");
        }
      }
      assertThat(changes).as("seed %d: answered commands", seed).isGreaterThan(20);
      var rung = new HashSet<String>();
      for (var bell : log.events(BellRang.class)) {
        assertThat(rung.add(bell.bell().value())).as("seed %d, %s", seed, bell).isTrue();
      }
    }
  }
}
