package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.ops.RunningServer;
import dev.carillon.ops.Server;
import dev.carillon.ops.ServerOptions;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A visitor in a demo is somebody of the school: nobody plays her part meanwhile, and simulated
/// helpers leave her call to real ones for a while.
final class UnderstudyTest {
  private static final Path SCHOOL = Path.of("../config/schools/desert-ridge");
  private static final PersonId MIRA = new PersonId("s001");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// Well below the twenty seconds for which simulated helpers hold back.
  private static final long LEFT_ALONE_MS = 15_000;

  @TempDir Path folder;

  @Test
  void a_visitor_takes_over_and_her_call_is_left_to_real_helpers_for_a_while() throws Exception {
    var options =
        ServerOptions.onLoopback(SCHOOL, folder.resolve("data"))
            .withDemo(
                new ServerOptions.Demo(
                    60, Optional.of(LocalDate.of(2026, 9, 14)), Optional.of(LocalTime.of(8, 8))));
    var server = Waiting.on(Server.start(options));
    try (var loop = new Loop()) {
      // On the loop of the visitor, so that both may be looked at from there.
      var people = new SimulatedPeople(server.school(), Door.of(server), 42, Net.Ledger.NONE);
      Waiting.on(loop.vertx().deployVerticle(people));
      loop.until("all come in", PATIENCE, () -> people.devices().size() > 240);
      var understudy =
          loop.ask(
              () ->
                  people.devices().stream()
                      .filter(device -> device.person().equals(MIRA))
                      .findFirst()
                      .orElseThrow());
      loop.until("connecting", PATIENCE, understudy::isLive);

      var visitor = visitor(loop, server);
      loop.until("the visitor's screen", PATIENCE, visitor::isLive);
      loop.until("making room", PATIENCE, understudy::isAway);

      var ask = loop.ask(() -> visitor.command("help.ask", new JsonObject().put("kind", "work")));
      assertThat(Waiting.on(ask)).isInstanceOf(Answer.Done.class);
      long askedMs = System.currentTimeMillis();
      loop.until("somebody comes", PATIENCE, () -> !stateOfHelp(visitor).equals("waiting"));
      assertThat(System.currentTimeMillis() - askedMs).isGreaterThan(LEFT_ALONE_MS);
      assertThat(loop.ask(() -> stateOfHelp(visitor))).isIn("claimed", "helping");
    } finally {
      Waiting.on(server.stop());
    }
  }

  private static Device visitor(Loop loop, RunningServer server) throws InterruptedException {
    return loop.ask(
        () -> {
          var net = Net.on(loop.vertx());
          var device = new Device(net, Door.of(server), MIRA, "student", new SplittableRandom(1));
          device.start(() -> {});
          return device;
        });
  }

  private static String stateOfHelp(Device device) {
    return device.tables().rows("help").stream()
        .findFirst()
        .map(help -> help.getString("state"))
        .orElse("waiting");
  }
}
