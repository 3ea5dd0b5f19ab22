package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The calls of the page that prints.
final class PrintCallsTest {
  private static final String TOMORROW = DATE.plusDays(1).toString();

  private final TestHouse house = new TestHouse(TestHouse.QUICK, Optional.empty());

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void today_is_printed_as_it_stands_and_cut_for_whoever_asks() {
    var lena = day("today", LENA).body();
    assertThat(lena.getString("date")).isEqualTo(DATE.toString());
    assertThat(lena.getBoolean("live")).isTrue();
    assertThat(lena.getJsonArray("students")).hasSize(4);
    assertThat(day("today", ROSA).body().getJsonArray("students")).hasSize(3);
    var mira = day(DATE.toString(), MIRA).body();
    assertThat(mira.getJsonArray("students")).hasSize(1);
    assertThat(mira.encode()).doesNotContain("Noah", "Tariq", "June");
  }

  @Test
  void the_next_school_day_is_printed_as_planned() {
    assertThat(day("next", LENA).body().getInteger("code")).as("none ahead").isEqualTo(1108);
    decideTomorrow();
    assertThat(day("today", LENA).body().getString("next")).isEqualTo(TOMORROW);
    var paper = day("next", LENA).body();
    assertThat(paper.getString("date")).isEqualTo(TOMORROW);
    assertThat(paper.getString("dayType")).isEqualTo("Short");
    assertThat(paper.getBoolean("live")).isFalse();
    assertThat(paper.getJsonArray("students").getJsonObject(0).getJsonArray("stops")).hasSize(2);
    assertThat(day("next", MIRA).body().getJsonArray("students")).hasSize(1);
  }

  @Test
  void whoever_is_away_for_days_is_away_on_the_paper_of_tomorrow() {
    decideTomorrow();
    assertThat(june(day("next", LENA).body()).getBoolean("away")).isFalse();
    var study = new JsonObject().put("student", "june").put("kind", "study").put("until", TOMORROW);
    house.device(LENA, "leader").ask("away.start", study);
    assertThat(june(day("next", LENA).body()).getBoolean("away")).isTrue();
  }

  @Test
  void nobody_else_prints_and_nobody_prints_what_is_over() {
    for (var who : List.of(ABEL, LOBBY)) {
      assertThat(day("today", who).status()).as(who.value()).isEqualTo(403);
    }
    assertThat(house.call(HttpMethod.GET, "/api/v1/print/today", "", null).status()).isEqualTo(401);
    for (var wrong : List.of("2026-09-11", "2028-01-01", "soon", "badges")) {
      assertThat(day(wrong, LENA).body().getInteger("code")).as(wrong).isEqualTo(1108);
    }
    assertThat(day("2026-09-16", ROSA).status()).isEqualTo(200);
    assertThat(day("2026-09-16", MIRA).status()).as("neither today nor next").isEqualTo(400);
  }

  @Test
  void an_administrator_prints_new_badges_and_the_ones_before_are_void() {
    var before = badges(OMAR, List.of("mira")).body();
    var after = badges(OMAR, List.of("mira", "june")).body();
    assertThat(after.getJsonArray("badges")).hasSize(2);
    assertThat(after.encode()).doesNotContain("code");
    assertThat(enter(token(before)).status()).isEqualTo(401);
    var entered = enter(token(after)).body();
    assertThat(entered.getJsonObject("person").getString("id")).isEqualTo("mira");
  }

  @Test
  void badges_are_printed_by_administrators_and_for_students() {
    for (var who : List.of(LENA, ROSA, MIRA)) {
      assertThat(badges(who, List.of("mira")).status()).as(who.value()).isEqualTo(403);
    }
    var before = badges(OMAR, List.of("mira")).body();
    var many = IntStream.range(0, 31).mapToObj(_ -> "mira").toList();
    for (var wrong : List.of(List.<String>of(), List.of("mira", "abel"), List.of("nobody"), many)) {
      assertThat(badges(OMAR, wrong).body().getInteger("code")).as("%s", wrong).isEqualTo(1108);
    }
    assertThat(enter(token(before)).status()).as("a wrong list voids none").isEqualTo(200);
  }

  private void decideTomorrow() {
    var decided = new JsonObject().put("runs", "short");
    house.call(HttpMethod.POST, "/api/v1/calendar/" + TOMORROW, house.cookie(LENA), decided);
  }

  private static JsonObject june(JsonObject paper) {
    return paper.getJsonArray("students").stream()
        .map(JsonObject.class::cast)
        .filter(row -> JUNE.value().equals(row.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  private TestHouse.Reply day(String date, PersonId who) {
    return house.call(HttpMethod.GET, "/api/v1/print/" + date, house.cookie(who), null);
  }

  private TestHouse.Reply badges(PersonId who, List<String> students) {
    var body = new JsonObject().put("students", new JsonArray(students));
    return house.call(HttpMethod.POST, "/api/v1/print/badges", house.cookie(who), body);
  }

  private static String token(JsonObject made) {
    return made.getJsonArray("badges").getJsonObject(0).getString("token");
  }

  private TestHouse.Reply enter(String badge) {
    var body = new JsonObject().put("badge", badge);
    return house.call(HttpMethod.POST, "/api/v1/sign-in", "", body);
  }
}
