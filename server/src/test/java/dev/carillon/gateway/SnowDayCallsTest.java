package dev.carillon.gateway;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.gateway.TestHouse.Reply;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Early in the morning somebody looks out of the window: the day that is open is called off.
final class SnowDayCallsTest {
  private static final String TODAY = "/api/v1/calendar/" + Fixtures.DATE;
  private static final JsonObject SNOW =
      new JsonObject().put("runs", "no-school").put("reason", "snow");

  private final TestHouse house = new TestHouse(TestHouse.QUICK, Optional.empty(), "07:10");

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_leader_calls_the_day_off_and_everybody_sees_it_d32() {
    var mira = house.device(MIRA, "student");
    mira.await("view");
    var decided = decide(LENA, SNOW);
    assertThat(decided.body().getString("dayType")).isEqualTo("No school");
    mira.await(frame -> frame.encode().contains("\"dayType\":\"No school\""));
    assertThat(house.desk.state().floor().timelines()).isEmpty();
    for (var screen : new String[] {"student", "helper", "leader", "board"}) {
      var view = house.device(personAt(screen), screen).await("view");
      assertThat(view.encode()).as(screen).contains("No school");
    }
  }

  @Test
  void on_a_day_called_off_nobody_is_planned_anywhere_and_nobody_is_away() {
    decide(LENA, SNOW);
    var tables = house.device(LENA, "leader").await("view").getJsonObject("tables");
    var counts = tables.getJsonArray("counts").getJsonObject(0);
    assertThat(counts.getInteger("students")).isZero();
    assertThat(counts.getInteger("excused")).isZero();
    assertThat(tables.getJsonArray("stations"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(((JsonObject) row).getInteger("planned")).isZero());
  }

  @Test
  void somebody_else_may_not() {
    assertThat(decide(ROSA, SNOW).status()).isEqualTo(403);
    assertThat(house.desk.state().floor().timelines()).isNotEmpty();
  }

  @Test
  void a_day_that_has_begun_is_switched_on_the_day_line() {
    try (var later = new TestHouse()) {
      var answer = decide(later, LENA, SNOW);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().getString("hint")).contains("has begun");
      var shown = later.call(HttpMethod.GET, TODAY, later.cookie(LENA), null);
      assertThat(shown.body().getString("rule")).isNotEqualTo("manual");
    }
  }

  private Reply decide(PersonId who, JsonObject body) {
    return decide(house, who, body);
  }

  private static Reply decide(TestHouse house, PersonId who, JsonObject body) {
    return house.call(HttpMethod.POST, TODAY, house.cookie(who), body);
  }

  private static PersonId personAt(String screen) {
    return switch (screen) {
      case "student" -> MIRA;
      case "helper" -> Fixtures.ABEL;
      case "leader" -> LENA;
      default -> Fixtures.LOBBY;
    };
  }
}
