package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an administrator sees of all that carries the day.
final class HealthCallsTest {
  private final TestHouse house = new TestHouse(TestHouse.QUICK, Optional.empty());

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whose_devices_are_connected_is_counted_and_nobody_is_named() {
    house.device(MIRA, "student");
    house.device(ABEL, "helper");
    var health = until(it -> here(it, "student") == 1 && here(it, "paraprofessional") == 1);
    assertThat(of(health, "student")).isEqualTo(4);
    assertThat(health.getJsonObject("transports").getInteger("websocket")).isEqualTo(2);
    assertThat(health.getJsonObject("transports").getInteger("polls")).isZero();
    assertThat(health.getBoolean("unsaved")).isFalse();
    assertThat(health.encode()).doesNotContain("Mira", "mira", "Abel", "abel");
  }

  @Test
  void a_board_is_there_until_its_screen_goes_and_then_it_is_said_since_when() {
    assertThat(lobby(look(OMAR)).getBoolean("here")).isFalse();
    assertThat(lobby(look(OMAR)).containsKey("lastSeenMs")).as("never seen").isFalse();
    var screen = house.device(LOBBY, "board");
    until(it -> lobby(it).getBoolean("here"));
    Await.on(screen.socket.close());
    var gone = until(it -> !lobby(it).getBoolean("here"));
    assertThat(lobby(gone).getLong("lastSeenMs"))
        .isLessThanOrEqualTo(gone.getLong("atMs"))
        .isGreaterThan(gone.getLong("atMs") - Duration.ofMinutes(1).toMillis());
  }

  @Test
  void a_leader_who_looks_at_a_board_hangs_no_screen_on_the_wall() {
    house.device(LENA, "board");
    var health = until(it -> it.getJsonObject("transports").getInteger("websocket") == 1);
    assertThat(lobby(health).getBoolean("here")).isFalse();
    assertThat(here(health, "leader")).isZero();
  }

  @Test
  void what_another_node_has_is_counted_with_it() {
    var other = house.another();
    try {
      house.device(other, MIRA, "student");
      house.device(other, LOBBY, "board");
      var health = until(it -> here(it, "student") == 1 && lobby(it).getBoolean("here"));
      assertThat(health.getInteger("nodes")).isEqualTo(2);
      assertThat(health.getJsonObject("transports").getInteger("websocket")).isEqualTo(2);
    } finally {
      Await.on(other.stop());
    }
  }

  @Test
  void a_store_that_is_away_is_said() {
    house.isStoreAway = true;
    var ask =
        Device.command(
            UUID.randomUUID().toString(), "help.ask", new JsonObject().put("kind", "work"));
    house.device(MIRA, "student").send(ask);
    until(it -> it.getBoolean("unsaved"));
    house.isStoreAway = false;
    until(it -> !it.getBoolean("unsaved"));
  }

  @Test
  void what_the_last_import_left_out_is_told_by_file_and_how_much() {
    var imported = look(LENA).getJsonObject("imported");
    assertThat(imported.getLong("atMs")).isEqualTo(1_789_372_800_000L);
    assertThat(rows(imported, "left"))
        .containsExactly(new JsonObject().put("file", "students.csv").put("count", 3));
  }

  @Test
  void only_leaders_and_administrators_see_it() {
    assertThat(call(LENA).status()).isEqualTo(200);
    assertThat(call(OMAR).status()).isEqualTo(200);
    for (var other : List.of(MIRA, ABEL, ROSA, LOBBY)) {
      assertThat(call(other).status()).as(other.value()).isEqualTo(403);
    }
  }

  private JsonObject until(Predicate<JsonObject> isSo) {
    return Awaitility.await().until(() -> look(OMAR), isSo);
  }

  private JsonObject look(PersonId who) {
    return call(who).body();
  }

  private TestHouse.Reply call(PersonId who) {
    return house.call(HttpMethod.GET, "/api/v1/health", house.cookie(who), null);
  }

  private static int here(JsonObject health, String role) {
    return ofRole(health, role).getInteger("here");
  }

  private static int of(JsonObject health, String role) {
    return ofRole(health, role).getInteger("of");
  }

  private static JsonObject ofRole(JsonObject health, String role) {
    return rows(health, "people")
        .filter(it -> it.getString("role").equals(role))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject lobby(JsonObject health) {
    return rows(health, "boards")
        .filter(it -> it.getString("id").equals("lobby"))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonObject> rows(JsonObject health, String name) {
    return health.getJsonArray(name).stream().map(JsonObject.class::cast);
  }
}
