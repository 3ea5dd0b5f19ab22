package dev.carillon.gateway;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Connected is not present: what staff see of students whose devices are gone.
final class PresenceTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_student_whose_socket_drops_stays_here_and_is_shown_with_when_she_was_last_seen_d50() {
    var rosa = house.device(ROSA, "helper");
    var lena = house.device(LENA, "leader");
    var mira = house.device(MIRA, "student");
    assertThat(mira.ask("arrival.report", new JsonObject()).getJsonObject("result"))
        .isEqualTo(JsonObject.of("arrival", "arrived"));
    rosa.awaitRow("roster", isMira("arrived"));

    mira.socket.close();

    var gone = rosa.await(tells(row -> "mira".equals(row.getString("id"))));
    var lastSeen = Instant.ofEpochMilli(rows(gone).getJsonObject(0).getLong("lastSeenMs"));
    assertThat(lastSeen).isBetween(Fixtures.at("08:10"), Fixtures.at("08:20"));
    var dot = rows(lena.await(tells(_ -> true))).getJsonObject(0);
    assertThat(dot.getString("id")).isNotEqualTo("mira");
    assertThat(dot.getLong("lastSeenMs")).isEqualTo(lastSeen.toEpochMilli());
    assertThat(students(names()))
        .anySatisfy(
            row ->
                assertThat(row)
                    .isEqualTo(
                        JsonObject.of("id", "mira", "name", row.getString("name"))
                            .put("arrival", "arrived")
                            .put("lastSeenMs", lastSeen.toEpochMilli())
                            .put("dot", dot.getString("id"))));
    assertThat(arrivalOfMira(rosa)).isEqualTo("arrived");
  }

  /// What the device was told last of how Mira arrived.
  private static String arrivalOfMira(Device device) {
    return device.seen.stream()
        .map(frame -> frame.getJsonObject("view".equals(frame.getString("t")) ? "tables" : "set"))
        .filter(Objects::nonNull)
        .map(tables -> tables.getJsonArray("roster", new JsonArray()))
        .flatMap(rows -> rows.stream().map(JsonObject.class::cast))
        .filter(row -> "mira".equals(row.getString("id")))
        .reduce((_, later) -> later)
        .orElseThrow()
        .getString("arrival");
  }

  @Test
  void a_student_who_comes_back_is_gone_no_more_and_whoever_looks_later_is_told_everything() {
    var rosa = house.device(ROSA, "helper");
    house.device(MIRA, "student").socket.close();
    int number = rosa.await(tells(_ -> true)).getInteger("to");

    var late = house.device(ROSA, "helper").await(tells(_ -> true));
    assertThat(late.containsKey("from")).isFalse();
    assertThat(late.getInteger("to")).isEqualTo(number);

    house.device(MIRA, "student");
    var back = rosa.await(frame -> isPresence(frame) && !frame.getJsonArray("back").isEmpty());
    assertThat(back.getJsonArray("back")).isEqualTo(JsonArray.of("mira"));
    assertThat(back.getInteger("from")).isEqualTo(number);
  }

  @Test
  void students_and_boards_are_told_of_nobodys_devices() {
    var noah = house.device(NOAH, "student");
    var lobby = house.device(LOBBY, "board");
    var rosa = house.device(ROSA, "helper");
    house.device(MIRA, "student").socket.close();
    rosa.await(tells(_ -> true));
    noah.await("beat");
    lobby.await("beat");
    assertThat(Stream.of(noah, lobby).flatMap(device -> device.seen.stream()))
        .noneMatch(PresenceTest::isPresence);
  }

  @Test
  void a_reload_a_second_tab_and_a_locked_screen_do_not_flicker() {
    var presence = new Presence(Duration.ofSeconds(20));
    var first = "first tab";
    var second = "second tab";
    presence.joined(MIRA, first);
    presence.joined(MIRA, second);
    presence.left(MIRA, first, Fixtures.at("08:10"), seconds(0));
    presence.pass(seconds(60));
    assertThat(presence.gone()).isEmpty();

    presence.left(MIRA, second, Fixtures.at("08:12"), seconds(60));
    presence.pass(seconds(79));
    presence.joined(MIRA, "reloaded");
    presence.pass(seconds(100));
    assertThat(presence.gone()).isEmpty();
    assertThat(presence.version()).isZero();

    presence.left(MIRA, "reloaded", Fixtures.at("08:15"), seconds(200));
    presence.pass(seconds(220));
    assertThat(presence.lastSeen(MIRA)).contains(Fixtures.at("08:15"));
    assertThat(presence.lastSeen(NOAH)).isEmpty();
  }

  private static long seconds(long some) {
    return Duration.ofSeconds(some).toNanos();
  }

  private JsonObject names() {
    var link = Await.on(house.door.link(LENA, Duration.ofMinutes(5)));
    var signIn = JsonObject.of("link", link);
    var cookie = house.call(HttpMethod.POST, "/api/v1/sign-in", "", signIn).cookie();
    return house.call(HttpMethod.GET, "/api/v1/floor/stations/clay/students", cookie, null).body();
  }

  private static Stream<JsonObject> students(JsonObject names) {
    return names.getJsonArray("students").stream().map(JsonObject.class::cast);
  }

  private static Predicate<JsonObject> isMira(String arrival) {
    return row -> "mira".equals(row.getString("id")) && arrival.equals(row.getString("arrival"));
  }

  private static Predicate<JsonObject> tells(Predicate<JsonObject> first) {
    return frame ->
        isPresence(frame) && !rows(frame).isEmpty() && first.test(rows(frame).getJsonObject(0));
  }

  private static boolean isPresence(JsonObject frame) {
    return "presence".equals(frame.getString("t"));
  }

  private static JsonArray rows(JsonObject presence) {
    return presence.getJsonArray("seen");
  }
}
