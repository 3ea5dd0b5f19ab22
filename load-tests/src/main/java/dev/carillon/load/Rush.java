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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// A whole floor asks for help after a bell, and then all helpers press *next* within a second,
/// again and again.
///
/// Every helper has to get a student of her own, and whoever is at the same place in the log has to
/// see the same line: each screen is compared with the first that was there. Times are printed and
/// judged by nobody. Students count patches and do not read them.
final class Rush {
  private static final Duration CONNECT_MAX = Duration.ofMinutes(1);
  private static final Duration SEEN_MAX = Duration.ofSeconds(30);

  /// Within which all helpers press.
  private static final int PRESS_MS = 1_000;

  private static final LocalDate DATE = LocalDate.of(2026, 9, 14);

  /// After MOVE and SETTLE of the first block.
  private static final LocalTime START = LocalTime.of(8, 5);

  record Size(int students, int helpers, int burstS, int rounds, long seed) {}

  private final Size size;
  private final Path folder;
  private final PrintWriter out;

  Rush(Size size, Path folder, PrintWriter out) {
    this.size = size;
    this.folder = folder;
    this.out = out;
  }

  void run() throws IOException, InterruptedException {
    Machine.print(out, size.seed);
    var school = folder.resolve("rush-school");
    new MadeUpSchool(size.students, size.helpers, size.seed).write(school);
    var spec = new Spec(school, folder.resolve("data"), 0, Optional.empty(), 1, DATE, START);
    try (var server = ServerProcess.start(spec, folder.resolve("server.log"));
        var loop = new Loop()) {
      new Floor(server, loop).run();
    }
  }

  /// A claim, until every screen of staff has shown it.
  private record Claim(long seq, long pressedUs, Set<Crowd.Member> unseen) {}

  /// With the server up. All but [#run] and what it calls belongs to the loop.
  private final class Floor {
    private final ServerProcess server;
    private final Loop loop;
    private final SplittableRandom dice = new SplittableRandom(size.seed);
    private final Crowd crowd;
    private final List<Crowd.Member> students = new ArrayList<>();
    private final List<Crowd.Member> helpers = new ArrayList<>();
    private final List<Crowd.Member> leaders = new ArrayList<>();
    private final Map<String, Object> screens = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final Map<Crowd.Member, JsonObject> held = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Histogram asks = Crowd.histogram();
    private final Histogram answers = Crowd.histogram();
    private final Histogram shown = Crowd.histogram();
    private int answered;
    private int refused;
    private long compared;

    Floor(ServerProcess server, Loop loop) throws InterruptedException {
      this.server = server;
      this.loop = loop;
      crowd = loop.ask(() -> new Crowd(Net.on(loop.vertx()), server, dice.split()));
    }

    void run() throws InterruptedException {
      loop.run(this::join);
      loop.until("connecting", CONNECT_MAX, crowd::isLive);
      loop.run(this::begin);
      TimeUnit.SECONDS.sleep(size.burstS);
      loop.until("asking", SEEN_MAX, () -> answered == size.students + size.helpers);
      for (int round = 1; round <= size.rounds; round++) {
        int pressed = round * size.helpers;
        loop.run(this::press);
        loop.until("next", SEEN_MAX, () -> given.size() + faults.size() >= pressed);
        loop.until("being shown", SEEN_MAX, () -> claims.isEmpty());
        loop.run(this::finish);
        loop.until("finishing", SEEN_MAX, () -> answered == size.students + size.helpers + pressed);
      }
      print();
    }

    private void join() {
      for (int i = 0; i < size.helpers; i++) {
        helpers.add(crowd.join(MadeUpSchool.helper(i), "helper", true));
      }
      for (int i = 0; i < 2; i++) {
        leaders.add(crowd.join(MadeUpSchool.LEADER, "leader", true));
      }
      for (int i = 0; i < size.students; i++) {
        students.add(crowd.join(MadeUpSchool.student(i), "student", false));
      }
      helpers.forEach(helper -> helper.watch(() -> look(helper, "line", line(helper))));
      leaders.forEach(
          leader -> leader.watch(() -> look(leader, "all", leader.device().tables().copy())));
    }

    private void begin() {
      helpers.forEach(
          helper ->
              helper.device().command("duty.start", new JsonObject()).onSuccess(_ -> answered++));
      students.forEach(
          student ->
              student.device().later(1 + dice.nextInt(size.burstS * 1_000), () -> ask(student)));
    }

    private void ask(Crowd.Member student) {
      long fromUs = Crowd.nowUs();
      student
          .device()
          .command("help.ask", new JsonObject().put("kind", "work"))
          .onSuccess(
              answer -> {
                answered++;
                asks.recordValue(Crowd.nowUs() - fromUs);
                refused += answer instanceof Answer.Refused ? 1 : 0;
              });
    }

    private void press() {
      helpers.forEach(
          helper -> helper.device().later(1 + dice.nextInt(PRESS_MS), () -> next(helper)));
    }

    private void next(Crowd.Member helper) {
      long pressedUs = Crowd.nowUs();
      helper
          .device()
          .command("help.next", new JsonObject())
          .onSuccess(answer -> got(helper, answer, pressedUs));
    }

    private void got(Crowd.Member helper, Answer answer, long pressedUs) {
      answers.recordValue(Crowd.nowUs() - pressedUs);
      switch (answer) {
        case Answer.Done(_, var seq, var result) -> {
          var help = result.getString("help");
          if (!given.add(help)) {
            faults.add(help + " was given twice");
          }
          held.put(helper, result);
          claims.add(new Claim(seq, pressedUs, new HashSet<>(helpers)));
          helpers.forEach(this::seen);
        }
        case Answer.Refused(_, _, var key, _) ->
            faults.add(helper.device().person().value() + " got nobody: " + key);
      }
    }

    /// So that everybody is free for the next round.
    private void finish() {
      held.forEach(
          (helper, claim) -> {
            var body =
                new JsonObject()
                    .put("help", claim.getString("help"))
                    .put("epoch", claim.getLong("epoch"));
            helper
                .device()
                .command("help.arrived", body)
                .compose(_ -> helper.device().command("help.done", body))
                .onSuccess(_ -> answered++);
          });
      held.clear();
    }

    /// Everything a helper is shown of the line, but for what differs by helper.
    private static Object line(Crowd.Member helper) {
      var rows = new HashMap<String, Map<String, Object>>();
      for (var row : helper.device().tables().rows("help")) {
        var same = new HashMap<>(row.getMap());
        same.remove("mine");
        rows.put(row.getString("id"), same);
      }
      return rows;
    }

    /// Who is at a place where somebody was before sees what she saw.
    private void look(Crowd.Member member, String what, Object screen) {
      seen(member);
      var place = what + member.device().cursor();
      var first = screens.putIfAbsent(place, screen);
      if (first != null) {
        compared++;
        if (!first.equals(screen)) {
          faults.add(member.device() + " shows another " + what);
        }
      }
    }

    private void seen(Crowd.Member member) {
      long at = member.device().cursor().map(cursor -> cursor.getLong("seq")).orElse(0L);
      for (var claim : claims) {
        if (at >= claim.seq && claim.unseen.remove(member)) {
          shown.recordValue(Crowd.nowUs() - claim.pressedUs);
        }
      }
      claims.removeIf(claim -> claim.unseen.isEmpty());
    }

    private void print() throws InterruptedException {
      var wrong = loop.ask(() -> List.copyOf(faults));
      if (!wrong.isEmpty()) {
        throw new IllegalStateException("the line was not right: " + wrong);
      }
      out.printf(
          "%,d students asked within %d s, then %d helpers pressed next within %d ms, %d times;"
              + " milliseconds%n",
          size.students, size.burstS, size.helpers, PRESS_MS, size.rounds);
      print("ask to its answer, on disk", asks, "");
      print("next to its answer", answers, "meant: p99 <= 150");
      print("next to each helper's screen", shown, "meant: p99 <= 500");
      out.printf(
          "  each helper got a student of her own; %,d screens compared with others at the same"
              + " place, all alike; refused: %d; server CPU %.1f s%n",
          loop.ask(() -> compared), loop.ask(() -> refused), server.cpu().toMillis() / 1e3);
      out.flush();
    }

    private void print(String what, Histogram us, String meant) {
      out.printf(
          "  %-28s p50 %7.2f   p99 %7.2f   max %7.2f   (%,d)   %s%n",
          what,
          us.getValueAtPercentile(50) / 1e3,
          us.getValueAtPercentile(99) / 1e3,
          us.getMaxValue() / 1e3,
          us.getTotalCount(),
          meant);
    }
  }
}
