package dev.carillon.load;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// A student's day: hears the bell, walks, says that she is there; gets stuck now and then, asks,
/// waits, and sometimes finds the answer herself.
final class StudentLife implements Device.Owner {
  private static final Duration WALK = Duration.ofSeconds(75);
  private static final Duration LATE_MAX = Duration.ofMinutes(4);
  private static final Duration LOST = Duration.ofSeconds(80);

  /// From this speed on nobody says that a bell was seen: arriving says as much.
  private static final int HURRIED_SPEED = 60;

  /// Of a hundred who wait too long, so many find the answer themselves.
  private static final int GIVES_UP_PERCENT = 40;

  private static final Set<String> NOT_THERE = Set.of("expected", "prompted", "late", "missing");
  private static final List<String> KINDS = List.of("work", "work", "work", "equipment", "person");
  private static final List<String> TEXTS =
      List.of(
          "",
          "",
          "I do not get step three",
          "the page does not load",
          "can you check my answer",
          "what does this word mean");

  private final Device device;
  private final FloorTime time;
  private final SplittableRandom dice;
  private final Temper temper;
  private final Duration betweenAsks;
  private String plannedFor = "";
  private String givingUp = "";
  private boolean asking;

  /// @param betweenAsks mean time between two requests of one student
  StudentLife(Device device, FloorTime time, SplittableRandom dice, Duration betweenAsks) {
    this.device = device;
    this.time = time;
    this.dice = dice;
    this.temper = Temper.draw(dice);
    this.betweenAsks = betweenAsks;
  }

  @Override
  public void shown() {
    if (!asking) {
      asking = true;
      nextQuestion();
    }
    Moments.now(device, time).ifPresent(this::walk);
    openHelp().ifPresent(this::wait);
  }

  @Override
  public void rang(JsonObject ring) {
    if (time.speed() < HURRIED_SPEED) {
      long skewMs = time.nowMs() - ring.getLong("atMs");
      device.receipt("bell", ring.getString("bell"), "rung", skewMs);
    }
  }

  // Walking
  // ----------------------------------------------------------------------------------------

  private void walk(Moments.Moment moment) {
    var stop = device.tables().row("stops", moment.block());
    if (stop.isEmpty()
        || moment.block().equals(plannedFor)
        || !NOT_THERE.contains(stop.get().getString("arrival"))) {
      return;
    }
    var block = moment.block();
    plannedFor = block;
    if (time.speed() < HURRIED_SPEED) {
      time.later(seconds(1, 6), () -> acknowledge(block));
    }
    boolean strays = dice.nextDouble() < temper.straying();
    long arriveMs = moment.startMs() + walkMs(moment);
    time.at(Math.max(arriveMs, time.nowMs() + 500), () -> arrive(block, strays));
  }

  /// Those in time are there when the bell for being late rings at the latest.
  private long walkMs(Moments.Moment moment) {
    long spareMs = Math.max(10_000, moment.workMs() - moment.startMs() - 5_000);
    if (dice.nextDouble() < temper.lateness()) {
      return spareMs + 10_000 + dice.nextLong(LATE_MAX.toMillis());
    }
    long walkMs = (long) (WALK.toMillis() * temper.pace() * (0.5 + dice.nextDouble()));
    return Math.min(spareMs, walkMs);
  }

  private void acknowledge(String block) {
    if (isIn(block)) {
      device.command("prompt.ack", new JsonObject().put("block", block));
    }
  }

  private void arrive(String block, boolean strays) {
    if (!isIn(block)) {
      return;
    }
    var wrong = strays ? otherStation(block) : Optional.<String>empty();
    if (wrong.isPresent()) {
      report(block, new JsonObject().put("station", wrong.get()));
      time.later(LOST.plus(seconds(0, 60)), () -> arrive(block, false));
      return;
    }
    report(block, new JsonObject());
  }

  private void report(String block, JsonObject body) {
    device
        .command("arrival.report", body)
        .onSuccess(
            answer -> {
              if (answer instanceof Answer.Refused) {
                // The day has moved on: whatever is next will be planned when it is shown.
                time.later(Duration.ofSeconds(20), () -> forget(block));
              }
            });
  }

  private void forget(String block) {
    if (plannedFor.equals(block)) {
      plannedFor = "";
      shown();
    }
  }

  private boolean isIn(String block) {
    return device.isLive()
        && Moments.now(device, time).filter(now -> now.block().equals(block)).isPresent();
  }

  /// Where she was in the block before: the most natural mistake.
  private Optional<String> otherStation(String block) {
    var due = device.tables().row("stops", block).map(stop -> stop.getString("station")).orElse("");
    return device.tables().rows("stops").stream()
        .map(stop -> stop.getString("station"))
        .filter(station -> !station.equals(due))
        .findFirst();
  }

  // Asking
  // -----------------------------------------------------------------------------------------

  private void nextQuestion() {
    double draws = -Math.log(1 - dice.nextDouble());
    time.later(
        Duration.ofMillis((long) (betweenAsks.toMillis() * draws)),
        () -> {
          ask();
          nextQuestion();
        });
  }

  private void ask() {
    var now = Moments.now(device, time);
    if (!device.isLive() || now.isEmpty() || !isSettled(now.get()) || openHelp().isPresent()) {
      return;
    }
    var body = new JsonObject().put("kind", KINDS.get(dice.nextInt(KINDS.size())));
    var text = TEXTS.get(dice.nextInt(TEXTS.size()));
    if (!text.isEmpty()) {
      body.put("text", text);
    }
    device.command("help.ask", body);
  }

  private boolean isSettled(Moments.Moment now) {
    return now.phase().equals("work")
        && device
            .tables()
            .row("stops", now.block())
            .filter(stop -> stop.getString("arrival").equals("arrived"))
            .isPresent();
  }

  private void wait(JsonObject help) {
    var request = help.getString("id");
    if (request.equals(givingUp) || !help.getString("state").equals("waiting")) {
      return;
    }
    givingUp = request;
    if (dice.nextInt(100) < GIVES_UP_PERCENT) {
      time.later(temper.patience(), () -> giveUp(request));
    }
  }

  private void giveUp(String request) {
    boolean waits =
        openHelp()
            .filter(help -> help.getString("id").equals(request))
            .filter(help -> help.getString("state").equals("waiting"))
            .isPresent();
    if (waits && device.isLive()) {
      device.command("help.cancel", new JsonObject().put("help", request));
    }
  }

  private Optional<JsonObject> openHelp() {
    return device.tables().rows("help").stream()
        .filter(help -> !help.containsKey("closedAtMs"))
        .filter(help -> !help.getString("state").equals("deferred"))
        .findFirst();
  }

  private Duration seconds(int least, int most) {
    return Duration.ofMillis(1_000L * least + dice.nextLong(1_000L * (most - least)));
  }
}
