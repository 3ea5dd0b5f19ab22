package dev.carillon.gateway;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a leader sees of how the bells reached the devices.
final class HeardTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_leader_is_told_who_rang_and_how_far_from_the_instant() {
    var mira = house.device(MIRA, "student");
    mira.await("view");
    var lena = house.device(LENA, "leader");
    lena.await("view");
    var bell = rung(lena);
    assertThat(mira.await("ring").getString("bell")).isEqualTo(bell);

    mira.send(receipt(bell, "armed", 0, true));
    mira.send(receipt(bell, "rung", -1_200, true));
    mira.send(receipt(bell, "rung", 3, false));
    lena.send(receipt(bell, "missed", 20_000, false));

    var heard = lena.await(figures(figure -> figure.getInteger("missed") == 1));
    assertThat(last(heard))
        .isEqualTo(
            last(heard)
                .copy()
                .mergeIn(JsonObject.of("bell", bell, "kind", "manual", "devices", 2))
                .mergeIn(JsonObject.of("rang", 1, "p50Ms", 1_200, "p95Ms", 1_200, "maxMs", 1_200))
                .mergeIn(JsonObject.of("hidden", 1, "late", 0, "missed", 1)));
  }

  @Test
  void a_leader_is_told_how_many_devices_do_not_know_the_time() {
    var mira = house.device(MIRA, "student");
    mira.await("view");
    var lena = house.device(LENA, "leader");
    lena.await(clocks(2, 2));
    mira.send(new JsonObject().put("t", "clock").put("t0", 1.5).put("errorMs", 3.4));
    assertThat(lena.await(clocks(2, 1)).getJsonObject("clocks").getInteger("p95Ms")).isEqualTo(3);
    mira.socket.close();
    lena.await(clocks(1, 1));
  }

  @Test
  void nobody_else_is_told_and_a_made_up_bell_is_nobodys() {
    var lena = house.device(LENA, "leader");
    lena.await("view");
    var mira = house.device(MIRA, "student");
    mira.send(receipt("2026-09-14/main/b99/move", "rung", 0, false));
    var bell = rung(lena);
    mira.await("ring");
    mira.send(receipt(bell, "rung", 0, false));
    var heard = lena.await(figures(figure -> figure.getInteger("rang") == 1));
    assertThat(heard.getJsonArray("bells")).hasSize(1);
    mira.ask("help.ask", new JsonObject().put("kind", "work"));
    assertThat(mira.seen).noneMatch(frame -> frame.getString("t").equals("heard"));
  }

  private static String rung(Device leader) {
    leader.ask("timeline.ring", new JsonObject().put("schedule", "main"));
    var first = leader.seen.stream().filter(frame -> "ring".equals(frame.getString("t")));
    return first.findFirst().orElseGet(() -> leader.await("ring")).getString("bell");
  }

  private static JsonObject receipt(String bell, String stage, long skewMs, boolean hidden) {
    return new JsonObject()
        .put("t", "receipt")
        .put("of", "bell")
        .put("id", bell)
        .put("stage", stage)
        .put("skewMs", skewMs)
        .put("hidden", hidden);
  }

  private static Predicate<JsonObject> clocks(int devices, int unsynced) {
    return frame ->
        "heard".equals(frame.getString("t"))
            && frame.getJsonObject("clocks").getInteger("devices") == devices
            && frame.getJsonObject("clocks").getInteger("unsynced") == unsynced;
  }

  private static Predicate<JsonObject> figures(Predicate<JsonObject> wanted) {
    return frame ->
        "heard".equals(frame.getString("t"))
            && !frame.getJsonArray("bells").isEmpty()
            && wanted.test(last(frame));
  }

  private static JsonObject last(JsonObject heard) {
    var bells = heard.getJsonArray("bells");
    return bells.getJsonObject(bells.size() - 1);
  }
}
