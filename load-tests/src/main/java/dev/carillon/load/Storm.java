package dev.carillon.load;

import dev.carillon.load.ServerProcess.Spec;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Every student's device loses the line around a bell and comes back.
///
/// It is the worst moment: the bell changes everybody's rows, and the gate, the tickets and the
/// views are wanted by everybody at once. Each device is cut at its own moment within a second
/// before or after the bell, some of them with a call for help just sent; each comes back after its
/// back-off and sends again what was not answered. The storm is over when everybody has the
/// schedule the leader has, who was not cut, and every call has its answer.
final class Storm {
  /// The day the made-up school is open.
  static final LocalDate DATE = LocalDate.of(2026, 9, 14);

  static final String SCHOOL = "storm-school";

  private static final int HELPERS = 4;
  private static final Duration CONNECT_MAX = Duration.ofMinutes(2);
  private static final Duration BACK_MAX = Duration.ofMinutes(1);

  /// A block is ended by a bell so long after the tap; devices are cut around it.
  private static final int LEAD_MS = 2_000;

  private static final int AROUND_MS = 1_000;

  /// Of so many students one has just asked for help.
  private static final int ASKS_EVERY = 5;

  /// Tables that say what time of the school day it is.
  private static final List<String> TIMES = List.of("schedules", "blocks", "agenda");

  /// @param redis empty = the server's own
  record Size(int devices, long seed, Optional<String> redis) {}

  /// What came of it.
  ///
  /// @param cut devices that lost the line
  /// @param rangTwice how often a device was told a bell again
  /// @param done calls for help that were answered with *done*, by the id of the command
  /// @param refused calls that were refused for good
  record Figures(int cut, int rangTwice, List<String> done, List<String> refused) {}

  private final Size size;
  private final Path folder;
  private final PrintWriter out;

  Storm(Size size, Path folder, PrintWriter out) {
    this.size = size;
    this.folder = folder;
    this.out = out;
  }

  Figures run() throws IOException, InterruptedException {
    var school = folder.resolve(SCHOOL);
    new MadeUpSchool(size.devices, HELPERS, size.seed).write(school);
    var spec = new Spec(school, folder.resolve("data"), 0, size.redis, 1, DATE, LocalTime.of(8, 1));
    try (var server = ServerProcess.start(spec, folder.resolve("server.log"));
        var loop = new Loop()) {
      return new Weather(server, loop).run();
    }
  }

  /// One device and what it went through.
  private static final class Member implements Device.Owner {
    private final Device device;
    private final Map<String, Integer> rings = new HashMap<>();
    private long cutNs;
    private long backNs;

    Member(Device device) {
      this.device = device;
    }

    @Override
    public void shown() {
      if (cutNs != 0 && backNs == 0 && device.isLive()) {
        backNs = System.nanoTime();
      }
    }

    @Override
    public void rang(JsonObject ring) {
      rings.merge(ring.getString("bell"), 1, Integer::sum);
    }

    void cut() {
      cutNs = System.nanoTime();
      device.cut();
    }

    boolean isBack() {
      return cutNs != 0 && device.isLive();
    }
  }

  /// With the server up.
  private final class Weather {
    private final ServerProcess server;
    private final Loop loop;
    private final Net net;
    private final SplittableRandom dice = new SplittableRandom(size.seed);
    private final List<Member> students = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Member leader;
    private int asked;

    Weather(ServerProcess server, Loop loop) throws InterruptedException {
      this.server = server;
      this.loop = loop;
      net = loop.ask(() -> Net.on(loop.vertx()));
      leader = loop.ask(() -> join(MadeUpSchool.LEADER, "leader"));
    }

    private Member join(String person, String screen) {
      var who = new PersonId(person);
      var member = new Member(new Device(net, server, who, screen, dice.split()));
      member.device.start(member);
      return member;
    }

    Figures run() throws InterruptedException {
      loop.run(
          () -> {
            for (int i = 0; i < size.devices; i++) {
              students.add(join(MadeUpSchool.student(i), "student"));
            }
          });
      loop.until("connecting", CONNECT_MAX, this::isEverybodyThere, this::lost);
      long memoryBefore = memoryKb();
      var cpu = server.cpu();
      loop.run(this::strike);
      loop.until("coming back", BACK_MAX, this::isOver, this::lost);
      print(memoryBefore, server.cpu().minus(cpu));
      return loop.ask(
          () -> new Figures(students.size(), rangTwice(), List.copyOf(done), List.copyOf(refused)));
    }

    private boolean isEverybodyThere() {
      return leader.device.isLive() && students.stream().allMatch(one -> one.device.isLive());
    }

    /// The bell, and everybody gone around it.
    private void strike() {
      leader.device.command("timeline.advance", new JsonObject().put("schedule", "main"));
      for (int i = 0; i < students.size(); i++) {
        var student = students.get(i);
        boolean asks = i % ASKS_EVERY == 0;
        int atMs = LEAD_MS - AROUND_MS + dice.nextInt(2 * AROUND_MS);
        student.device.later(atMs, () -> lose(student, asks));
      }
    }

    private void lose(Member student, boolean asks) {
      if (asks) {
        asked++;
        student
            .device
            .command("help.ask", new JsonObject().put("kind", "work"))
            .onSuccess(this::answered);
      }
      student.cut();
    }

    private void answered(Answer answer) {
      switch (answer) {
        case Answer.Done it -> done.add(it.id());
        case Answer.Refused it -> refused.add(it.key());
      }
    }

    private boolean isOver() {
      int asking = Math.ceilDiv(students.size(), ASKS_EVERY);
      return asked == asking
          && done.size() + refused.size() == asking
          && students.stream().allMatch(one -> one.isBack() && isTrue(one));
    }

    /// Whether a student's device has the times the leader's has, which never lost the line.
    private boolean isTrue(Member student) {
      return TIMES.stream()
              .flatMap(
                  table ->
                      student.device.tables().rows(table).stream().map(row -> isTrue(table, row)))
              .allMatch(is -> is)
          && TIMES.stream().allMatch(table -> !student.device.tables().rows(table).isEmpty());
    }

    private boolean isTrue(String table, JsonObject row) {
      return leader.device.tables().row(table, row.getString("id")).filter(row::equals).isPresent();
    }

    private List<Device> lost() {
      return students.stream()
          .filter(one -> !one.device.isLive() || !isTrue(one))
          .map(one -> one.device)
          .limit(10)
          .toList();
    }

    private int rangTwice() {
      return Stream.concat(students.stream(), Stream.of(leader))
          .flatMap(one -> one.rings.values().stream())
          .mapToInt(times -> times - 1)
          .sum();
    }

    private void print(long memoryBefore, Duration cpu) throws InterruptedException {
      var back = new Histogram(3);
      loop.run(
          () -> students.forEach(one -> back.recordValue((one.backNs - one.cutNs) / 1_000_000)));
      out.printf(
          "%,d devices cut within %d ms around a bell, all back with the right times%n",
          students.size(), 2 * AROUND_MS);
      out.printf(
          "  line lost to view, ms     p50 %5d   p99 %5d   max %5d (back-off included)%n",
          back.getValueAtPercentile(50), back.getValueAtPercentile(99), back.getMaxValue());
      out.printf(
          "  calls for help across it  %d done, %d refused, none lost%n",
          loop.ask(done::size), loop.ask(refused::size));
      out.printf(
          "  server                    CPU %.2f s; resident %,d KiB before, %,d KiB at most%n",
          cpu.toMillis() / 1e3, memoryBefore, memoryKb());
      out.flush();
    }

    /// The most memory the server ever held; 0 where nobody says.
    private long memoryKb() {
      var status = Path.of("/proc", Long.toString(server.pid()), "status");
      try (var lines = Files.lines(status)) {
        return lines
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\D", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElse(0);
      } catch (IOException _) {
        return 0;
      }
    }
  }
}
