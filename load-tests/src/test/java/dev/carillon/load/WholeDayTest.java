package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.ops.ServerOptions;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Role;
import io.vertx.core.json.JsonObject;
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
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal: a whole day of the example school, with everybody in it, is a day as planned. Method: the
/// demo with its real server and a real Redis, fast; a leader and a board look on over the wire,
/// and afterwards the log is read past the server.
final class WholeDayTest {
  private static final Path SCHOOL = Path.of("../config/schools/desert-ridge");
  private static final LocalDate DATE = LocalDate.of(2026, 9, 14);

  /// Faster than a demo may be set by hand: seven hours in three quarters of a minute.
  private static final int SPEED = 600;

  private static final Duration DAY_MAX = Duration.ofSeconds(150);
  private static final long SEED = 42;

  @TempDir Path folder;

  @Test
  void a_day_of_the_example_school_runs_to_dismissal_as_planned() throws Exception {
    try (var redis = EmbeddedRedis.start(folder.resolve("redis"));
        var demo = Demo.start(options(redis.uri()), SEED);
        var loop = new Loop()) {
      var leader = new Onlooker(loop, demo, Role.LEADER, "leader");
      var board = new Onlooker(loop, demo, Role.LEADER, "board");
      try (var log = new TestLog(loop, redis.uri(), demo.server().floor())) {
        loop.until("dismissal", DAY_MAX, () -> leader.isOver() && board.isOver());

        everyBellRangOnce(demo, log);
        everybodyHadOnePlaceInEachBlock(demo, board);
        assertThat(leader.looks).as("looks at the leader's screen").isGreaterThan(100);
        assertThat(leader.faults).isEmpty();
        helpWasGiven(log);
      }
    }
  }

  private ServerOptions options(String redis) {
    return ServerOptions.onLoopback(SCHOOL, folder.resolve("data"))
        .withRedis(Optional.of(redis))
        .withDemo(
            new ServerOptions.Demo(SPEED, Optional.of(DATE), Optional.of(LocalTime.of(7, 50))));
  }

  private static void everyBellRangOnce(Demo demo, TestLog log) throws InterruptedException {
    var rang = log.events(BellRang.class).stream().map(BellRang::bell).toList();
    var missed = log.events(BellMissed.class);
    assertThat(missed).isEmpty();
    assertThat(rang).doesNotHaveDuplicates();
    assertThat(rang).containsExactlyInAnyOrderElementsOf(plannedBells(demo));
    assertThat(log.events(ScheduleEnded.class)).hasSize(1);
    assertThat(log.events(BlockEntered.class)).hasSize(blocks(demo).size());
  }

  private static List<BellId> plannedBells(Demo demo) {
    var bells = new ArrayList<BellId>();
    for (var block : blocks(demo)) {
      block.bells().stream().map(kind -> BellId.of(DATE, block.id(), kind)).forEach(bells::add);
    }
    return bells;
  }

  private static List<Block> blocks(Demo demo) {
    var school = demo.server().school();
    return school.calendar().dayPlan(DATE, school.zone()).schedules().stream()
        .flatMap(schedule -> schedule.blocks().stream())
        .toList();
  }

  private static void everybodyHadOnePlaceInEachBlock(Demo demo, Onlooker board) {
    var planned = new HashSet<String>();
    blocks(demo).forEach(block -> planned.add(block.id().value()));
    assertThat(board.departures()).hasSize(demo.server().school().students().size());
    for (var row : board.departures()) {
      assertThat(row.getJsonObject("stops").fieldNames()).isEqualTo(planned);
    }
  }

  private static void helpWasGiven(TestLog log) throws InterruptedException {
    assertThat(log.events(HelpAsked.class)).hasSizeGreaterThan(50);
    assertThat(log.events(HelpResolved.class)).hasSizeGreaterThan(25);
  }

  /// Somebody who looks at a screen all day and adds up what is on it.
  private static final class Onlooker implements Device.Owner {
    private final List<String> faults = new ArrayList<>();
    private Device device;
    private int looks;

    Onlooker(Loop loop, Demo demo, Role role, String screen) throws InterruptedException {
      var person =
          demo.server().school().people().values().stream()
              .filter(each -> each.role() == role)
              .findFirst()
              .orElseThrow();
      loop.run(
          () -> {
            var net = Net.on(loop.vertx());
            var door = Door.of(demo.server());
            device = new Device(net, door, person.id(), screen, new SplittableRandom(SEED));
            device.start(this);
          });
    }

    /// The last row of the agenda lies behind, and the last bell was heard of.
    boolean isOver() {
      return device.isLive() && rung.contains("dismiss");
    }

    private final Set<String> rung = new HashSet<>();

    @Override
    public void rang(JsonObject ring) {
      rung.add(ring.getString("kind"));
    }

    List<JsonObject> departures() {
      return List.copyOf(device.tables().rows("departures"));
    }

    @Override
    public void shown() {
      for (var counts : device.tables().rows("counts")) {
        looks++;
        check(counts);
      }
    }

    private void check(JsonObject counts) {
      Map<String, Integer> drawn = new HashMap<>();
      for (var dot : device.tables().rows("dots")) {
        drawn.merge(dot.getString("arrival"), 1, Integer::sum);
      }
      int sum = 0;
      for (var state : drawn.entrySet()) {
        sum += counts.getInteger(state.getKey());
        if (!counts.getInteger(state.getKey()).equals(state.getValue())) {
          faults.add("look " + looks + ": " + drawn + " against " + counts.encode());
        }
      }
      if (sum != counts.getInteger("students")) {
        faults.add("look " + looks + ": " + sum + " of " + counts.encode());
      }
    }
  }
}
