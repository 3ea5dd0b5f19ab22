package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.TestHouse.Reply;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Leaders look back on the day.
final class ReplayCallsTest {
  private static final String TODAY = "/api/v1/replay/" + DATE;

  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_leader_sees_the_tables_as_they_were_before_and_after_a_call() {
    var lena = signIn(LENA);
    long before = nowMs();
    var live = house.device(LENA, "leader");
    var shownBefore = live.await("view");
    house.device(MIRA, "student").ask("help.ask", new JsonObject().put("kind", "work"));
    var told = live.await(frame -> frame.encode().contains("\"waiting\":1"));
    long after = nowMs();

    var film = get(TODAY + "?from=" + before + "&to=" + after + "&step=" + (after - before), lena);
    assertThat(film.status()).isEqualTo(200);
    assertThat(film.body().getBoolean("closed")).isFalse();
    assertThat(film.body().getLong("openedAtMs")).isLessThanOrEqualTo(before);
    assertThat(film.body().getLong("untilMs")).isGreaterThanOrEqualTo(after);
    var stills = film.body().getJsonArray("stills");
    assertThat(stills).hasSize(2);
    var first = frame(stills, 0);
    assertThat(first.getJsonObject("tables")).isEqualTo(shownBefore.getJsonObject("tables"));
    assertThat(first.getJsonObject("cursor")).isEqualTo(shownBefore.getJsonObject("cursor"));
    var second = frame(stills, 1);
    assertThat(second.getString("t")).isEqualTo("patch");
    assertThat(second.getJsonObject("from")).isEqualTo(first.getJsonObject("cursor"));
    assertThat(second.getJsonObject("to")).isEqualTo(told.getJsonObject("to"));
    var counts = second.getJsonObject("set").getJsonArray("counts").getJsonObject(0);
    assertThat(counts.getInteger("waiting")).isEqualTo(1);
  }

  @Test
  void while_nothing_happens_a_still_says_only_that() {
    long now = nowMs();
    var film = get(TODAY + "?from=" + (now - 2) + "&to=" + now + "&step=1", signIn(OMAR));
    var stills = film.body().getJsonArray("stills");
    assertThat(stills).hasSize(3);
    assertThat(frame(stills, 1).getString("t")).isEqualTo("beat");
    assertThat(frame(stills, 2).getString("t")).isEqualTo("beat");
  }

  @Test
  void what_has_not_been_yet_is_not_foretold() {
    long ahead = nowMs() + 3_600_000;
    var film = get(TODAY + "?from=" + ahead, signIn(LENA));
    var still = film.body().getJsonArray("stills").getJsonObject(0);
    assertThat(still.getLong("atMs")).isLessThan(ahead);
    assertThat(film.body().getLong("untilMs")).isLessThan(ahead);
  }

  @Test
  void a_replay_names_no_student_and_shows_names_when_they_are_asked_for() {
    var lena = signIn(LENA);
    long now = nowMs();
    assertThat(get(TODAY + "?from=" + now, lena).body().encode()).doesNotContain("Mira");
    var names = get(TODAY + "/stations/clay/students?at=" + now, lena);
    var mira = names.body().getJsonArray("students").getJsonObject(0);
    assertThat(mira.getString("name")).isEqualTo("Mira K.");
    assertThat(get(TODAY + "?from=" + now, lena).body().encode())
        .contains("\"id\":\"" + mira.getString("dot") + "\",\"station\":\"clay\"");
  }

  @Test
  void a_leader_reads_the_day_of_one_student_and_not_what_she_wrote() {
    var mira = house.device(MIRA, "student");
    long before = nowMs();
    mira.ask("help.ask", new JsonObject().put("kind", "work").put("text", "my secret"));
    var lena = signIn(LENA);
    var day = get(TODAY + "/students/mira?at=" + nowMs(), lena).body();
    assertThat(day.getString("name")).isEqualTo("Mira K.");
    assertThat(day.getJsonArray("stops").getJsonObject(0).getString("station")).isNotEmpty();
    var moments = day.getJsonArray("moments");
    var last = moments.getJsonObject(moments.size() - 1);
    assertThat(last.getString("what")).isEqualTo("help-asked");
    assertThat(day.encode()).doesNotContain("secret", "Noah");
    var then = get(TODAY + "/students/mira?at=" + (before - 1), lena).body();
    assertThat(then.encode()).doesNotContain("help-asked");
    assertThat(get(TODAY + "/students/abel?at=" + before, lena).status()).isEqualTo(404);
  }

  @Test
  void looking_back_is_for_leaders_and_administrators() {
    long now = nowMs();
    for (var path :
        new String[] {
          "/api/v1/replay",
          TODAY + "?from=" + now,
          TODAY + "/stations/clay/students?at=" + now,
          TODAY + "/students/mira?at=" + now
        }) {
      assertThat(get(path, "").status()).as(path).isEqualTo(401);
      for (var who : new PersonId[] {MIRA, ABEL, ROSA}) {
        assertThat(get(path, signIn(who)).status()).as(path).isEqualTo(403);
      }
      assertThat(get(path, signIn(OMAR)).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void the_days_that_are_kept_are_told_and_of_others_there_is_nothing() {
    var lena = signIn(LENA);
    var days = get("/api/v1/replay", lena).body();
    assertThat(days.getString("today")).isEqualTo(DATE.toString());
    assertThat(days.getJsonArray("days")).containsExactly(DATE.toString());
    var other = "/api/v1/replay/" + DATE.minusDays(1) + "?from=" + nowMs();
    assertThat(get(other, lena).status()).isEqualTo(404);
  }

  @Test
  void what_makes_no_sense_or_asks_for_too_much_is_refused() {
    var lena = signIn(LENA);
    long now = nowMs();
    for (var query :
        new String[] {
          "",
          "?from=soon",
          "?from=" + now + "&to=" + (now - 1),
          "?from=" + (now - 1_000_000) + "&to=" + now + "&step=1",
          "?from=" + now + "&to=" + (now + 1) + "&step=0"
        }) {
      assertThat(get(TODAY + query, lena).status()).as(query).isEqualTo(400);
    }
    assertThat(get("/api/v1/replay/yesterday?from=" + now, lena).status()).isEqualTo(400);
  }

  private static JsonObject frame(JsonArray stills, int at) {
    return stills.getJsonObject(at).getJsonObject("frame");
  }

  private long nowMs() {
    return house.desk.state().clock().at(house.desk.sourceMs()).toEpochMilli();
  }

  private String signIn(PersonId who) {
    var link = Await.on(house.door.link(who, Duration.ofMinutes(5)));
    return house
        .call(HttpMethod.POST, "/api/v1/sign-in", "", new JsonObject().put("link", link))
        .cookie();
  }

  private Reply get(String path, String cookie) {
    return house.call(HttpMethod.GET, path, cookie, null);
  }
}
