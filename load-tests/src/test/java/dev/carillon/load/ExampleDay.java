package dev.carillon.load;

import dev.carillon.ops.ServerOptions;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/// A day of an example school with everybody in it, on a real server and a real Redis, fast; and a
/// script: what certain people do at certain times of that day.
///
/// Times are the school's own. A step is taken once its time has come, and the next one of the same
/// person after it was answered; a step whose body is made from what a screen shows waits until it
/// is shown.
final class ExampleDay implements AutoCloseable {
  /// Faster than a demo may be set by hand: a day in three quarters of a minute.
  private static final int SPEED = 600;

  private static final Duration DAY_MAX = Duration.ofMinutes(4);
  private static final int LOOK_MS = 10;
  private static final long SEED = 42;

  private final EmbeddedRedis redis;
  private final Demo demo;
  private final Loop loop = new Loop();
  private final Net net;
  private final LocalDate date;
  private final Map<PersonId, Device> devices = new HashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final AtomicBoolean dismissed = new AtomicBoolean();

  /// What a step says; empty while its screen does not show yet what it is about.
  interface Body {
    Optional<JsonObject> of(Tables tables);
  }

  private record Step(
      String name, PersonId who, String screen, long atMs, String kind, Body body) {}

  private ExampleDay(EmbeddedRedis redis, Demo demo, LocalDate date) throws InterruptedException {
    this.net = loop.ask(() -> Net.on(loop.vertx()));
    this.redis = redis;
    this.demo = demo;
    this.date = date;
  }

  /// @param at when to begin, in the school's time
  static ExampleDay of(String school, LocalDate date, LocalTime at, Path folder)
      throws InterruptedException, IOException {
    var redis = EmbeddedRedis.start(folder.resolve("redis"));
    var options =
        ServerOptions.onLoopback(Path.of("../config/schools", school), folder.resolve("data"))
            .withRedis(Optional.of(redis.uri()))
            .withDemo(new ServerOptions.Demo(SPEED, Optional.of(date), Optional.of(at)));
    return new ExampleDay(redis, Demo.start(options, SEED), date);
  }

  /// Adds a step to the script. What it is answered stands under its name afterwards.
  ExampleDay step(
      String name, String time, String who, String screen, String kind, JsonObject body) {
    return step(name, time, who, screen, kind, _ -> Optional.of(body));
  }

  ExampleDay step(String name, String time, String who, String screen, String kind, Body body) {
    var zone = demo.server().school().zone();
    long atMs = LocalTime.parse(time).atDate(date).atZone(zone).toInstant().toEpochMilli();
    steps.add(new Step(name, new PersonId(who), screen, atMs, kind, body));
    return this;
  }

  /// Runs the day until everybody is dismissed, and the script along with it.
  DayChecks run() throws InterruptedException {
    var leader = first(Role.LEADER);
    var onlooker = device(leader, "leader");
    for (var step : steps) {
      device(step.who(), step.screen());
    }
    var byPerson = new LinkedHashMap<PersonId, List<Step>>();
    steps.forEach(step -> byPerson.computeIfAbsent(step.who(), _ -> new ArrayList<>()).add(step));
    loop.run(() -> byPerson.values().forEach(own -> take(own, 0)));
    loop.until("dismissal", DAY_MAX, () -> isOver(onlooker), answers::toString);
    try (var log = new TestLog(loop, redis.uri(), demo.server().floor())) {
      return DayChecks.of(log.entries());
    }
  }

  /// What each step of the script was answered.
  Map<String, Answer> answers() {
    return Map.copyOf(answers);
  }

  /// The id of the leader who is named first.
  String firstLeader() {
    return first(Role.LEADER).value();
  }

  private PersonId first(Role role) {
    return demo.server().school().people().values().stream()
        .filter(person -> person.role() == role)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Device device(PersonId who, String screen) throws InterruptedException {
    var known = devices.get(who);
    if (known != null) {
      return known;
    }
    var device =
        loop.ask(
            () -> {
              var door = Door.of(demo.server());
              var made = new Device(net, door, who, screen, new SplittableRandom(SEED));
              made.start(() -> {});
              return made;
            });
    devices.put(who, device);
    return device;
  }

  private void take(List<Step> own, int next) {
    if (next == own.size() || dismissed.get()) {
      return;
    }
    var step = own.get(next);
    var device = devices.get(step.who());
    var body = isDue(step, device) ? step.body().of(device.tables()) : Optional.<JsonObject>empty();
    if (body.isEmpty()) {
      loop.vertx().setTimer(LOOK_MS, _ -> take(own, next));
      return;
    }
    device
        .command(step.kind(), body.get())
        .onComplete(
            answer -> {
              answers.put(step.name(), answer.result());
              take(own, next + 1);
            });
  }

  private boolean isDue(Step step, Device device) {
    return device.isLive() && net.time().nowMs() >= step.atMs();
  }

  /// The last row of every agenda lies behind.
  private boolean isOver(Device onlooker) {
    long nowMs = onlooker.isLive() ? net.time().nowMs() : 0;
    var ends =
        onlooker.tables().rows("agenda").stream()
            .filter(edge -> edge.getString("phase").equals("done"))
            .map(edge -> edge.getLong("atMs"))
            .toList();
    boolean isOver = !ends.isEmpty() && ends.stream().allMatch(end -> nowMs > end + SPEED * 1_000L);
    dismissed.compareAndSet(false, isOver);
    return isOver;
  }

  @Override
  public void close() throws InterruptedException {
    dismissed.set(true);
    loop.close();
    demo.close();
    redis.close();
  }
}
