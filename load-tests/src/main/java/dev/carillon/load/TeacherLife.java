package dev.carillon.load;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.SplittableRandom;

/// A teacher's day: some minutes into a block she looks who is missing, finds one of them in the
/// room after all, and says so.
final class TeacherLife implements Device.Owner {
  private static final int LOOKS_PERCENT = 50;

  private final Device device;
  private final FloorTime time;
  private final SplittableRandom dice;
  private String lookedIn = "";

  TeacherLife(Device device, FloorTime time, SplittableRandom dice) {
    this.device = device;
    this.time = time;
    this.dice = dice;
  }

  @Override
  public void shown() {
    Moments.now(device, time)
        .filter(now -> now.phase().equals("work") && !now.block().equals(lookedIn))
        .ifPresent(
            now -> {
              lookedIn = now.block();
              if (dice.nextInt(100) < LOOKS_PERCENT) {
                time.later(Duration.ofSeconds(60 + dice.nextInt(180)), () -> look(now.block()));
              }
            });
  }

  private void look(String block) {
    boolean stillIn = Moments.now(device, time).filter(n -> n.block().equals(block)).isPresent();
    if (!device.isLive() || !stillIn) {
      return;
    }
    device.tables().rows("roster").stream()
        .filter(entry -> entry.getString("arrival").matches("late|missing"))
        .findFirst()
        .ifPresent(
            entry ->
                device.command(
                    "arrival.mark",
                    new JsonObject()
                        .put("student", entry.getString("id"))
                        .put("station", entry.getString("station"))));
  }
}
