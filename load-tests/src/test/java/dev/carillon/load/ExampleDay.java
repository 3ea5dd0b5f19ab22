package dev.carillon.load;

import dev.carillon.ops.Server;
import dev.carillon.ops.ServerOptions;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/// A day of an example school with everybody in it, on a real server and a real Redis, fast; and a
/// script: what certain people do at certain times of that day.
///
/// Times are the school's own. A step is taken at its time, after everything that others meant to
/// do until then; a step whose body is made from what a screen shows waits until it is shown.
/// However slow the machine, nobody comes too late: the day's time stands until every step that is
/// due has been answered, and is let on, a little at a time, when everybody has done what was due.
final class ExampleDay implements AutoCloseable {
  /// Faster than a demo may be set by hand: a day in three quarters of a minute.
  private static final int SPEED = 600;

  /// Under a minute where nothing else runs. A slow machine makes a day longer and nothing else, so
  /// that this only ends a day that stands for good.
  private static final Duration DAY_MAX = Duration.ofMinutes(10);

  private static final int LOOK_MS = 5;

  /// In real time: as far as the day is let on at once, a minute of it.
  private static final int LET_ON_MS = 100;

  private static final long SEED = 42;

  private final EmbeddedRedis redis;
  private final Demo demo;
  private final TimeGate gate;
  private final Loop loop = new Loop();
  private final Net net;
  private final LocalDate date;
  private final Map<PersonId, Device> devices = new HashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<Step> taken = new HashSet<>();
  private final AtomicBoolean dismissed = new AtomicBoolean();

  /// What a step says; empty while its screen does not show yet what it is about.
  interface Body {
    Optional<JsonObject> of(Tables tables);
  }

  private record Step(
      String name, PersonId who, String screen, long atMs, String kind, Body body) {}

  private ExampleDay(EmbeddedRedis redis, Demo demo, TimeGate gate, LocalDate date)
      throws InterruptedException {
    this.net = loop.ask(() -> Net.on(loop.vertx(), Net.Ledger.NONE, gate));
    this.gate = gate;
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
    var gate = new TimeGate();
    var demo = Demo.start(Server.paced(options, gate::before), SEED, gate);
    return new ExampleDay(redis, demo, gate, date);
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
    loop.run(() -> pace(onlooker));
    loop.until("dismissal", DAY_MAX, () -> isOver(onlooker), this::standing);
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

  /// Looks, again and again, whether the people have done what was due by now, and lets them go on.
  private void pace(Device onlooker) {
    askPeople()
        .onComplete(
            areDone -> {
              if (dismissed.get()) {
                return;
              }
              if (onlooker.isLive() && areDone.succeeded() && areDone.result()) {
                goOn();
              }
              loop.vertx().setTimer(LOOK_MS, _ -> pace(onlooker));
            });
  }

  private Future<Boolean> askPeople() {
    var asking = Promise.<Boolean>promise();
    demo.people().onLoop(() -> asking.complete(demo.people().areDone()));
    return asking.future();
  }

  /// The first step that has no answer yet is where time stands.
  private void goOn() {
    var due =
        steps.stream()
            .filter(step -> !answers.containsKey(step.name()))
            .min(Comparator.comparingLong(Step::atMs));
    long untilMs = gate.nowMs() + LET_ON_MS;
    gate.letOn(due.map(step -> Math.min(untilMs, sourceMsOf(step))).orElse(untilMs));
    due.filter(step -> gate.nowMs() >= sourceMsOf(step)).ifPresent(this::take);
  }

  private long sourceMsOf(Step step) {
    return net.time().sourceMsOf(step.atMs());
  }

  private void take(Step step) {
    var device = devices.get(step.who());
    var body =
        device.isLive() && !taken.contains(step)
            ? step.body().of(device.tables())
            : Optional.<JsonObject>empty();
    if (body.isPresent()) {
      taken.add(step);
      device.command(step.kind(), body.get()).onSuccess(answer -> answers.put(step.name(), answer));
    }
  }

  /// What to say of a day that does not end.
  private String standing() {
    return "%s; answered %s".formatted(Instant.ofEpochMilli(net.time().nowMs()), answers);
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
