package dev.carillon.load;

import dev.carillon.load.ServerProcess.Spec;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// One run of the benchmark.
///
/// The server is a process of its own and the devices share one event loop of this one, so that the
/// CPU of both can be told apart. Both read the same clock, so a bell's instant can be compared
/// with the arrival of its frame. Help is asked at intended instants, whether or not earlier asks
/// were answered, and latency counts from the intended instant: a server that falls behind is not
/// excused. Students count patches and do not read them; one helper reads everything.
final class Bench {
  /// Of all devices so many are helpers'.
  private static final int HELPERS = 20;

  private static final Duration CONNECT_MAX = Duration.ofMinutes(1);
  private static final Duration BELL_MAX = Duration.ofSeconds(15);

  /// The first calls make the server warm and are not measured, nor are the first bells.
  private static final int WARM_UP_S = 3;

  /// How long after a bell its patches are counted.
  private static final int AFTER_BELL_MS = 1_000;

  /// No school rings two bells within thirty seconds, and the server refuses to.
  private static final Duration BETWEEN_BELLS = Duration.ofSeconds(31);

  record Size(int devices, int asksPerSecond, int bells, int warmUpBells, int askingS, long seed) {
    int students() {
      return devices - HELPERS - 1;
    }
  }

  private final Size size;
  private final Path folder;
  private final PrintWriter out;

  Bench(Size size, Path folder, PrintWriter out) {
    this.size = size;
    this.folder = folder;
    this.out = out;
  }

  void run() throws IOException, InterruptedException {
    Machine.print(out, size.seed);
    var school = folder.resolve("bench-school");
    new MadeUpSchool(size.students(), HELPERS, size.seed).write(school);
    var spec =
        new Spec(
            school,
            folder.resolve("data"),
            0,
            Optional.empty(),
            1,
            LocalDate.of(2026, 9, 14),
            LocalTime.of(8, 1));
    try (var server = ServerProcess.start(spec, folder.resolve("server.log"));
        var loop = new Loop()) {
      new Measured(server, loop).run();
    }
  }

  /// With the server up.
  private final class Measured {
    private final ServerProcess server;
    private final Loop loop;
    private final Crowd crowd;
    private final List<Crowd.Member> students = new ArrayList<>();
    private final List<Crowd.Member> helpers = new ArrayList<>();
    private final Crowd.Member leader;
    private long nextBellNs = System.nanoTime();

    Measured(ServerProcess server, Loop loop) throws InterruptedException {
      this.server = server;
      this.loop = loop;
      crowd =
          loop.ask(() -> new Crowd(Net.on(loop.vertx()), server, new SplittableRandom(size.seed)));
      leader = loop.ask(() -> crowd.join(MadeUpSchool.LEADER, "leader", false));
    }

    void run() throws InterruptedException {
      connect();
      bells();
      help();
    }

    private void connect() throws InterruptedException {
      long startNs = System.nanoTime();
      loop.run(
          () -> {
            for (int i = 0; i < HELPERS; i++) {
              helpers.add(crowd.join(MadeUpSchool.helper(i), "helper", i == 0));
            }
            for (int i = 0; i < size.students(); i++) {
              students.add(crowd.join(MadeUpSchool.student(i), "student", false));
            }
          });
      loop.until("connecting", CONNECT_MAX, crowd::isLive);
      out.printf(
          "%,d devices signed in, connected and shown their view in %.1f s"
              + " (CPU so far: server %.1f s, devices %.1f s)%n%n",
          crowd.size(), (System.nanoTime() - startNs) / 1e9, seconds(server.cpu()), ownCpu());
      out.flush();
    }

    private void bells() throws InterruptedException {
      for (int i = 0; i < size.warmUpBells; i++) {
        ring();
        Thread.sleep(AFTER_BELL_MS);
      }
      var sinceInstant = Crowd.histogram();
      var sinceFirst = Crowd.histogram();
      var spreads = new ArrayList<Double>();
      long frames = loop.ask(crowd::frames);
      var cpu = server.cpu();
      double ownBefore = ownCpu();
      for (int i = 0; i < size.bells; i++) {
        ring();
        Thread.sleep(AFTER_BELL_MS);
        loop.run(() -> crowd.addSinceInstant(sinceInstant));
        loop.run(() -> crowd.addSinceFirst(sinceFirst));
        spreads.add(loop.ask(crowd::spreadUs) / 1e3);
      }
      cpu = server.cpu().minus(cpu);
      frames = loop.ask(crowd::frames) - frames;
      out.printf("%d bells, each to %,d devices; milliseconds%n", size.bells, crowd.size());
      print("bell's instant to device", sinceInstant);
      print("first device to device", sinceFirst);
      out.printf(
          "  first device to last, bell by bell: %s%n",
          spreads.stream().map("%.1f"::formatted).collect(Collectors.joining(", ")));
      out.printf(
          "  server CPU per frame delivered: %.1f µs over %,d frames (bells, their patches, beats);"
              + " devices' CPU %.1f s%n%n",
          cpu.toNanos() / 1e3 / Math.max(1, frames), frames, ownCpu() - ownBefore);
      out.flush();
    }

    /// Returns when everybody has heard it.
    private void ring() throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(nextBellNs - System.nanoTime());
      loop.run(crowd::listen);
      lead("timeline.advance", new JsonObject().put("schedule", "main"));
      nextBellNs = System.nanoTime() + BETWEEN_BELLS.toNanos();
      loop.until("bell", BELL_MAX, crowd::hasEverybodyHeard);
    }

    private void help() throws InterruptedException {
      var inCentre = loop.ask(this::studentsInCentre);
      int warmUp = Math.min(inCentre.size() / 3, size.asksPerSecond * WARM_UP_S);
      ask(inCentre.subList(0, warmUp), Math.min(WARM_UP_S, size.askingS));
      var cpuBefore = server.cpu();
      var asks = ask(inCentre.subList(warmUp, inCentre.size()), size.askingS);
      var cpu = server.cpu().minus(cpuBefore);
      int asked = loop.ask(asks::asked);
      out.printf("%,d calls for help at %d a second; milliseconds%n", asked, size.asksPerSecond);
      print("tap to the helper's screen", loop.ask(() -> asks.seen().copy()));
      print("tap to the answer, on disk", loop.ask(() -> asks.answered().copy()));
      out.printf(
          "  refused: %d; server CPU per call, its end and all patches included: %.2f ms%n",
          loop.ask(asks::refused), cpu.toNanos() / 1e6 / Math.max(1, asked));
      out.flush();
    }

    private Asks ask(List<Crowd.Member> who, int seconds) throws InterruptedException {
      var asks = loop.ask(() -> new Asks(helpers.getFirst(), who, size.asksPerSecond));
      loop.run(() -> asks.begin(loop.vertx(), size.asksPerSecond * seconds));
      // The last of them end theirs a second later.
      Thread.sleep(seconds * 1_000L + 1_500);
      return asks;
    }

    /// Those whom the helpers may help after the last of the bells.
    private List<Crowd.Member> studentsInCentre() {
      var block = "main/b" + (1 + size.warmUpBells + size.bells);
      return students.stream()
          .filter(
              student ->
                  student
                      .device()
                      .tables()
                      .row("stops", block)
                      .filter(stop -> stop.getString("room").equals("centre"))
                      .isPresent())
          .toList();
    }

    private void lead(String kind, JsonObject body) throws InterruptedException {
      var answer = loop.ask(() -> leader.device().command(kind, body));
      if (Waiting.on(answer) instanceof Answer.Refused(_, _, var key, _)) {
        throw new IllegalStateException(kind + " was refused: " + key);
      }
    }

    private void print(String what, Histogram us) {
      out.printf(
          "  %-26s p50 %7.2f   p90 %7.2f   p99 %7.2f   max %7.2f   (%,d)%n",
          what,
          us.getValueAtPercentile(50) / 1e3,
          us.getValueAtPercentile(90) / 1e3,
          us.getValueAtPercentile(99) / 1e3,
          us.getMaxValue() / 1e3,
          us.getTotalCount());
    }

    private static double ownCpu() {
      return seconds(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private static double seconds(Duration duration) {
      return duration.toMillis() / 1e3;
    }
  }
}
