package dev.carillon.load;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// A helper's day: takes whoever waits longest, walks there, helps, says so. A real person's
/// request is left alone for a while, so that a real helper can take it.
final class HelperLife implements Device.Owner {
  /// In real time, whatever the floor's clock does: so long a visitor has to look at the screens.
  private static final long LEAVE_TO_PEOPLE_MS = 20_000;

  private final Device device;
  private final FloorTime time;
  private final SplittableRandom dice;
  private final Predicate<String> isSimulated;
  private final Duration looksAfter;
  private final RealWaits realWaits = new RealWaits();
  private boolean planned;
  private String heldPlan = "";

  /// @param looksAfter how long a request waits before this helper thinks of taking it
  /// @param isSimulated whether a student is one of ours right now
  HelperLife(
      Device device,
      FloorTime time,
      SplittableRandom dice,
      Duration looksAfter,
      Predicate<String> isSimulated) {
    this.device = device;
    this.time = time;
    this.dice = dice;
    this.looksAfter = looksAfter;
    this.isSimulated = isSimulated;
  }

  @Override
  public void shown() {
    var me = device.tables().row("me", "me");
    if (me.isEmpty()) {
      return;
    }
    if (me.get().getString("duty").equals("off") && Moments.now(device, time).isPresent()) {
      plan(seconds(1, 20), () -> act("duty.start", new JsonObject()));
      return;
    }
    held().ifPresentOrElse(this::carryOn, this::look);
  }

  private void look() {
    heldPlan = "";
    realWaits.forget(waiting());
    if (!waiting().isEmpty()) {
      plan(looksAfter.plus(seconds(3, 15)), this::take);
    }
  }

  private void take() {
    var mayTake = waiting().stream().filter(this::isTakeable).findFirst();
    if (held().isPresent() || !isOnDuty()) {
      return;
    }
    if (mayTake.isEmpty()) {
      if (!waiting().isEmpty()) {
        device.later(1_000, this::shown);
      }
      return;
    }
    // By name: whoever takes what comes next may get what a real person asks at this very moment.
    var body = new JsonObject().put("help", mayTake.get().getString("id"));
    device.command("help.claim", body).onSuccess(_ -> device.later(200, this::shown));
  }

  private boolean isTakeable(JsonObject call) {
    var student = call.getJsonObject("student").getString("id");
    return isSimulated.test(student)
        || realWaits.sinceMs(call.getString("id")) > LEAVE_TO_PEOPLE_MS;
  }

  private void carryOn(JsonObject call) {
    var request = call.getString("id");
    var state = call.getString("state");
    var key = request + state;
    if (key.equals(heldPlan)) {
      return;
    }
    heldPlan = key;
    var body = new JsonObject().put("help", request).put("epoch", call.getLong("epoch"));
    if (state.equals("claimed")) {
      time.later(seconds(20, 60), () -> whileHolding(key, "help.arrived", body));
    } else {
      time.later(seconds(60, 300), () -> whileHolding(key, "help.done", body));
    }
  }

  private void whileHolding(String key, String kind, JsonObject body) {
    boolean still =
        held()
            .filter(call -> key.equals(call.getString("id") + call.getString("state")))
            .isPresent();
    if (still && device.isLive()) {
      device.command(kind, body);
    }
  }

  /// One thing at a time is meant to be done next.
  private void plan(Duration after, Runnable act) {
    if (planned) {
      return;
    }
    planned = true;
    time.later(
        after,
        () -> {
          planned = false;
          if (device.isLive()) {
            act.run();
          }
        });
  }

  private void act(String kind, JsonObject body) {
    device.command(kind, body);
  }

  private boolean isOnDuty() {
    return device
        .tables()
        .row("me", "me")
        .filter(me -> me.getString("duty").equals("on"))
        .isPresent();
  }

  private Optional<JsonObject> held() {
    return device.tables().rows("help").stream()
        .filter(call -> call.getBoolean("mine"))
        .findFirst();
  }

  private List<JsonObject> waiting() {
    return device.tables().rows("help").stream()
        .filter(call -> call.getString("state").equals("waiting"))
        .sorted(Comparator.comparingInt(call -> call.getInteger("order")))
        .toList();
  }

  private Duration seconds(int least, int most) {
    return Duration.ofMillis(1_000L * least + dice.nextLong(1_000L * (most - least)));
  }
}
