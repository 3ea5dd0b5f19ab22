package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.log.FloorKey;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SchoolId;
import io.vertx.core.Future;
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

/// Two servers, two processes, one Redis, one truth.
///
/// Goal: whatever the interleaving, a call for help goes to exactly one of those who claim it.
/// Method: twenty helpers, ten at either server, claim the same call at the same moment, a thousand
/// times; `-Dcarillon.rounds` says how often.
final class TwoServersTest {
  private static final int ROUNDS = Integer.getInteger("carillon.rounds", 1_000);
  private static final int HELPERS = 20;
  private static final int STUDENTS = 60;
  private static final LocalDate DATE = LocalDate.of(2026, 9, 14);
  private static final long SEED = 42;
  private static final int ALREADY_CLAIMED = 2302;
  private static final Duration CONNECT_MAX = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final List<Device> helpers = new ArrayList<>();

  /// What a student's device was told of each call of hers: every prompt that somebody comes.
  private final Map<String, Set<String>> prompts = new HashMap<>();

  private Device student;

  @Test
  void of_twenty_helpers_at_two_servers_one_gets_the_call_and_the_others_hear_who_b1()
      throws Exception {
    var school = folder.resolve("two-servers");
    new MadeUpSchool(STUDENTS, HELPERS, SEED).write(school);
    try (var redis = EmbeddedRedis.start(folder.resolve("redis"));
        var one = ServerProcess.start(spec(school, redis), folder.resolve("one.log"));
        var other = ServerProcess.start(spec(school, redis), folder.resolve("other.log"));
        var loop = new Loop()) {
      connect(loop, one, other);
      var key = new FloorKey(new SchoolId("two-servers"), DATE);
      try (var log = new TestLog(loop, redis.uri(), key)) {
        var winners = new HashMap<String, String>();
        for (int round = 0; round < ROUNDS; round++) {
          race(loop, round, winners);
        }
        var claims = new HashMap<String, List<String>>();
        for (var claim : log.events(HelpClaimed.class)) {
          claims
              .computeIfAbsent(claim.help().value(), _ -> new ArrayList<>())
              .add(claim.helper().value());
        }
        var told = loop.ask(() -> Map.copyOf(prompts));
        assertThat(told).as("calls of the student whose device is on").isNotEmpty();
        told.forEach((help, often) -> assertThat(often).as(help).hasSize(1));
        assertThat(claims).hasSize(ROUNDS);
        claims.forEach((help, by) -> assertThat(by).as(help).containsExactly(winners.get(help)));
      }
    }
  }

  private ServerProcess.Spec spec(Path school, EmbeddedRedis redis) {
    return new ServerProcess.Spec(
        school, folder.resolve("data"), 0, Optional.of(redis.uri()), 1, DATE, LocalTime.of(8, 5));
  }

  private void connect(Loop loop, ServerProcess one, ServerProcess other)
      throws InterruptedException {
    loop.run(
        () -> {
          var net = Net.on(loop.vertx());
          var dice = new SplittableRandom(SEED);
          for (int i = 0; i < HELPERS; i++) {
            var door = i % 2 == 0 ? one : other;
            var id = new PersonId(MadeUpSchool.helper(i));
            var device = new Device(net, door, id, "helper", dice.split());
            helpers.add(device);
            device.start(() -> {});
          }
        });
    loop.until("connecting", CONNECT_MAX, () -> helpers.stream().allMatch(Device::isLive));
    loop.run(
        () -> {
          var id = new PersonId(studentOf(helpers.getFirst(), 0));
          student = new Device(Net.on(loop.vertx()), other, id, "student", new SplittableRandom(1));
          student.start(this::told);
        });
    loop.until("connecting a student", CONNECT_MAX, () -> student.isLive());
  }

  private void told() {
    for (var row : student.tables().rows("help")) {
      if ("claimed".equals(row.getString("state"))) {
        prompts
            .computeIfAbsent(row.getString("id"), _ -> new HashSet<>())
            .add(row.getString("id") + "@" + row.getInteger("version"));
      }
    }
  }

  /// A helper asks for a student, everybody claims, the winner is done.
  private void race(Loop loop, int round, Map<String, String> winners) throws InterruptedException {
    var asker = helpers.get(round % HELPERS);
    var studentId = loop.ask(() -> studentOf(asker, round));
    var body = new JsonObject().put("kind", "work").put("student", studentId);
    var asked = answer(loop, asker, "help.ask", body);
    assertThat(asked).as("round %d", round).isInstanceOf(Answer.Done.class);
    var help = ((Answer.Done) asked).result().getString("help");

    var answers = claims(loop, help);

    var won = new ArrayList<Integer>();
    for (int i = 0; i < HELPERS; i++) {
      if (answers.get(i) instanceof Answer.Done) {
        won.add(i);
      }
    }
    assertThat(won).as("winners of round %d: %s", round, answers).hasSize(1);
    var winner = helpers.get(won.getFirst());
    winners.put(help, winner.person().value());
    var name = "Helper " + won.getFirst();
    for (var said : answers) {
      if (said instanceof Answer.Refused(_, var code, _, var args)) {
        assertThat(code).as("round %d", round).isEqualTo(ALREADY_CLAIMED);
        assertThat(args.getString("helper")).as("round %d", round).isEqualTo(name);
      }
    }
    if (loop.ask(() -> student.person().value().equals(studentId))) {
      loop.until("the prompt", CONNECT_MAX, () -> prompts.containsKey(help));
    }
    var claimed = (Answer.Done) answers.get(won.getFirst());
    var done = new JsonObject().put("help", help).put("epoch", claimed.result().getLong("epoch"));
    for (var act : List.of("help.arrived", "help.done")) {
      assertThat(answer(loop, winner, act, done)).as(act).isInstanceOf(Answer.Done.class);
    }
  }

  /// One who is due in the helpers' room in this block.
  private static String studentOf(Device helper, int round) {
    var roster = List.copyOf(helper.tables().rows("roster"));
    return roster.get(round % roster.size()).getString("id");
  }

  private List<Answer> claims(Loop loop, String help) throws InterruptedException {
    var body = new JsonObject().put("help", help);
    var answers =
        loop.ask(
            () ->
                helpers.stream().map(helper -> helper.command("help.claim", body.copy())).toList());
    var all = new ArrayList<Answer>();
    for (var answer : answers) {
      all.add(Waiting.on(answer));
    }
    return all;
  }

  private static Answer answer(Loop loop, Device device, String kind, JsonObject body)
      throws InterruptedException {
    Future<Answer> answer = loop.ask(() -> device.command(kind, body));
    return Waiting.on(answer);
  }
}
