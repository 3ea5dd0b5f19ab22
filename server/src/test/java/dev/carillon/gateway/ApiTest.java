package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The calls that are not on the socket.
final class ApiTest {
  private final TestHouse house =
      new TestHouse(
          TestHouse.QUICK, Optional.of(Map.of("student", MIRA, "paraprofessional", ABEL)));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_link_signs_in_once_and_a_ticket_opens_a_socket() {
    var link = Await.on(house.door.link(ROSA, Duration.ofMinutes(5)));
    var entered = post("/api/v1/sign-in", "", new JsonObject().put("link", link));
    assertThat(entered.status()).isEqualTo(200);
    assertThat(entered.body().getString("screen")).isEqualTo("helper");
    assertThat(entered.body().getJsonObject("person").getString("role")).isEqualTo("teacher");
    var setCookie =
        entered.headers().getAll("set-cookie").stream()
            .filter(it -> it.startsWith("carillon-plain="))
            .findFirst()
            .orElseThrow();
    assertThat(setCookie)
        .containsIgnoringCase("HttpOnly")
        .contains("Path=/", "SameSite=Strict", "Path=/");

    assertThat(get("/api/v1/session", entered.cookie()).body().getString("lang")).isEqualTo("en");
    var ticket = post("/api/v1/ticket", entered.cookie(), null).body();
    assertThat(ticket.getLong("validMs")).isEqualTo(30_000);
    var device = house.knock();
    device.send(TestHouse.hello(ticket.getString("ticket"), "helper", Optional.empty()));
    device.await("welcome");

    var again = post("/api/v1/sign-in", "", new JsonObject().put("link", link));
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.body().getInteger("code")).isEqualTo(1102);
    assertThat(again.headers().get("content-type")).isEqualTo("application/problem+json");

    assertThat(post("/api/v1/sign-out", entered.cookie(), null).status()).isEqualTo(204);
    assertThat(device.closeCode()).isEqualTo(4501);
    assertThat(get("/api/v1/session", entered.cookie()).body().getInteger("code")).isEqualTo(1101);
  }

  @Test
  void a_page_of_another_version_is_told_so_before_it_connects() {
    var link = Await.on(house.door.link(MIRA, Duration.ofMinutes(1)));
    var cookie = post("/api/v1/sign-in", "", new JsonObject().put("link", link)).cookie();
    var old = post("/api/v1/ticket", cookie, new JsonObject().put("protocol", "carillon.v0"));
    assertThat(old.status()).isEqualTo(409);
    assertThat(old.body().getInteger("code")).isEqualTo(1008);
    var ours = post("/api/v1/ticket", cookie, new JsonObject().put("protocol", "carillon.v1"));
    assertThat(ours.body().getString("ticket")).isNotEmpty();
  }

  @Test
  void a_post_needs_our_header_our_origin_and_a_body_that_makes_sense() {
    var body = new JsonObject().put("link", "x");
    assertThat(code(Map.of("Origin", house.origin()), body)).isEqualTo(1105);
    assertThat(code(Map.of("X-Carillon", "1"), body)).isEqualTo(1104);
    assertThat(code(Map.of("X-Carillon", "1", "Origin", "http://evil.example"), body))
        .isEqualTo(1104);
    var ours = Map.of("X-Carillon", "1", "Origin", house.origin());
    assertThat(code(ours, new JsonObject())).isEqualTo(1108);
    assertThat(code(ours, body.copy().put("badge", "y"))).isEqualTo(1108);
    assertThat(code(ours, body.copy().put("role", "leader"))).isEqualTo(1108);
    assertThat(code(ours, new JsonObject().put("link", 7))).isEqualTo(1108);
    assertThat(code(ours, new JsonObject().put("link", "x".repeat(5000)))).isEqualTo(1108);
  }

  @Test
  void a_leader_makes_a_badge_and_guesses_at_it_are_counted() {
    var made = post("/api/v1/badges", signIn(LENA), new JsonObject().put("student", "mira"));
    assertThat(
            post("/api/v1/badges", signIn(ROSA), new JsonObject().put("student", "mira")).status())
        .isEqualTo(403);
    var entered =
        post("/api/v1/sign-in", "", new JsonObject().put("badge", made.body().getString("code")));
    assertThat(entered.body().getJsonObject("person").getString("id")).isEqualTo("mira");
    int refused = 0;
    var last = entered;
    for (; refused < 40 && last.status() != 429; refused++) {
      last = post("/api/v1/sign-in", "", new JsonObject().put("badge", "AAAA" + refused));
    }
    assertThat(refused).isEqualTo(31);
    assertThat(last.body().getInteger("code")).isEqualTo(1011);
  }

  @Test
  void names_are_for_teachers_and_leaders() {
    var path = "/api/v1/floor/stations/clay/students";
    var shown = get(path, signIn(LENA));
    assertThat(shown.body().getJsonArray("students").getJsonObject(0).getString("name"))
        .isEqualTo("Mira K.");
    assertThat(row(shown, "mira").getString("dot")).isNotEmpty();
    assertThat(row(get(path, signIn(ROSA)), "mira").containsKey("dot")).isFalse();
    assertThat(get(path, signIn(ABEL)).status()).isEqualTo(403);
    assertThat(get(path, "").status()).isEqualTo(401);
    assertThat(get("/api/v1/floor/stations/none/students", signIn(LENA)).status()).isEqualTo(404);
  }

  @Test
  void whose_call_it_is_reads_the_leader_who_has_taken_it_on_and_nobody_else() {
    var lena = signIn(LENA);
    var noah = house.device(NOAH, "student");
    var help =
        noah.ask("help.ask", new JsonObject().put("kind", "work"))
            .getJsonObject("result")
            .getString("help");
    var path = "/api/v1/floor/help/" + help + "/student";
    assertThat(get(path, lena).status()).isEqualTo(404);
    house.device(ABEL, "helper").ask("help.claim", new JsonObject().put("help", help));
    assertThat(get(path, lena).status()).isEqualTo(404);
    var why = new JsonObject().put("help", help).put("reason", "shift-ends");
    house.device(LENA, "leader").ask("help.take-over", why);
    var shown = get(path, lena);
    assertThat(shown.body())
        .isEqualTo(new JsonObject().put("id", "noah").put("name", "Noah B.").put("seat", "2"));
    assertThat(get(path, signIn(ROSA)).status()).isEqualTo(404);
    assertThat(get(path, signIn(ABEL)).status()).isEqualTo(403);
  }

  @Test
  void a_seat_is_shown_where_it_stands_and_not_where_its_student_was_put() {
    var lena = signIn(LENA);
    var centre = get("/api/v1/floor/stations/centre-seats/students", lena);
    assertThat(row(centre, "noah").getString("seat")).isEqualTo("2");
    var put = new JsonObject().put("students", List.of("noah")).put("station", "loom");
    house.device(LENA, "leader").ask("place.retarget", put);
    var loom = get("/api/v1/floor/stations/loom/students", lena);
    assertThat(row(loom, "noah").containsKey("seat")).isFalse();
  }

  @Test
  void whoever_is_away_for_days_is_shown_with_the_last_of_them() {
    var lena = signIn(LENA);
    var last = Fixtures.DATE.plusDays(3).toString();
    var away = new JsonObject().put("student", "noah").put("kind", "study").put("until", last);
    house.device(LENA, "leader").ask("away.start", away);
    var centre = get("/api/v1/floor/stations/centre-seats/students", lena);
    assertThat(row(centre, "noah").getString("arrival")).isEqualTo("excused");
    assertThat(row(centre, "noah").getString("awayUntil")).isEqualTo(last);
  }

  private static JsonObject row(TestHouse.Reply shown, String student) {
    return shown.body().getJsonArray("students").stream()
        .map(JsonObject.class::cast)
        .filter(row -> student.equals(row.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_leader_looks_at_a_day_to_come() {
    var lena = signIn(LENA);
    var day = get("/api/v1/calendar/" + Fixtures.DATE, lena);
    assertThat(day.status()).isEqualTo(200);
    assertThat(day.headers().get("content-type")).isEqualTo("application/json");
    assertThat(day.body().getString("date")).isEqualTo("2026-09-14");
    assertThat(day.body().getJsonArray("lost")).isNotNull();
    for (var wrong : List.of("soon", "2026-02-30", "2199-01-01")) {
      assertThat(get("/api/v1/calendar/" + wrong, lena).body().getInteger("code")).isEqualTo(1108);
    }
    assertThat(get("/api/v1/calendar/2026-09-15", signIn(ABEL)).status()).isEqualTo(403);
    assertThat(get("/api/v1/calendar/2026-09-15", "").status()).isEqualTo(401);
  }

  @Test
  void a_leader_decides_a_day_to_come_and_takes_it_back_d32() {
    var lena = signIn(LENA);
    var path = "/api/v1/calendar/2026-09-15";
    var snow = new JsonObject().put("runs", "no-school").put("reason", "snow");
    var decided = post(path, lena, snow);
    assertThat(decided.body().getString("why")).isEqualTo("set by hand: snow");
    assertThat(get(path, signIn(OMAR)).body().getString("rule")).isEqualTo("manual");
    var cleared = post(path, lena, new JsonObject().put("clear", true));
    assertThat(cleared.body().getString("rule")).isEqualTo("none");

    assertThat(post(path, signIn(ROSA), snow).status()).isEqualTo(403);
    assertThat(post("/api/v1/calendar/" + Fixtures.DATE, lena, snow).body().getInteger("code"))
        .as("the day that has begun")
        .isEqualTo(1108);
    for (var wrong :
        List.of(
            new JsonObject(),
            new JsonObject().put("runs", "party"),
            snow.copy().put("clear", true),
            snow.copy().put("cycle", "A/B").put("cycleDay", "A"),
            snow.copy().put("reason", "s".repeat(257)),
            new JsonObject().put("cycle", "A/B"))) {
      assertThat(post(path, lena, wrong).body().getInteger("code")).as("%s", wrong).isEqualTo(1108);
    }
  }

  @Test
  void an_administrator_lets_the_others_in() {
    var omar = signIn(OMAR);
    var people = get("/api/v1/people", omar).body().getJsonArray("people");
    assertThat(people)
        .contains(
            new JsonObject().put("id", "abel").put("name", "Abel").put("role", "paraprofessional"));
    var link = post("/api/v1/links", omar, new JsonObject().put("person", "abel")).body();
    assertThat(link.getLong("validMs")).isEqualTo(Duration.ofDays(1).toMillis());
    var used = new JsonObject().put("link", link.getString("link"));
    assertThat(post("/api/v1/sign-in", "", used).body().getString("screen")).isEqualTo("helper");
    assertThat(post("/api/v1/sign-in", "", used).body().getInteger("code")).isEqualTo(1102);
    var badge = post("/api/v1/badges", omar, new JsonObject().put("student", "mira")).body();
    var code = new JsonObject().put("badge", badge.getString("code"));
    assertThat(post("/api/v1/sign-in", "", code).body().getString("screen")).isEqualTo("student");
  }

  @Test
  void a_link_is_made_by_administrators_for_adults_and_a_badge_for_students() {
    var abel = new JsonObject().put("person", "abel");
    assertThat(post("/api/v1/links", "", abel).status()).isEqualTo(401);
    assertThat(post("/api/v1/links", signIn(LENA), abel).status()).isEqualTo(403);
    assertThat(get("/api/v1/people", signIn(ABEL)).status()).isEqualTo(403);
    var omar = signIn(OMAR);
    for (var whom : List.of("mira", "nobody", "no one", "")) {
      var wrong = post("/api/v1/links", omar, new JsonObject().put("person", whom));
      assertThat(wrong.body().getInteger("code")).as(whom).isEqualTo(1108);
    }
    var adult = post("/api/v1/badges", omar, new JsonObject().put("student", "abel"));
    assertThat(adult.body().getInteger("code")).isEqualTo(1108);
  }

  @Test
  void a_demo_shows_its_people_and_gives_tickets_without_signing_in() {
    var people = get("/api/v1/demo", "").body().getJsonObject("people");
    assertThat(people.fieldNames()).containsExactlyInAnyOrder("student", "paraprofessional");
    assertThat(people.getJsonObject("paraprofessional"))
        .isEqualTo(new JsonObject().put("id", "abel").put("name", "Abel"));
    var ticket = post("/api/v1/demo/ticket", "", new JsonObject().put("role", "student")).body();
    var device = house.knock();
    device.send(TestHouse.hello(ticket.getString("ticket"), "student", Optional.empty()));
    assertThat(device.await("welcome").getBoolean("demo")).isTrue();
    for (var role : List.of("leader", "helper")) {
      assertThat(post("/api/v1/demo/ticket", "", new JsonObject().put("role", role)).status())
          .as(role)
          .isEqualTo(400);
    }
  }

  @Test
  void every_answer_says_what_a_browser_may_do_with_it() {
    for (var path : new String[] {"/", "/student", "/api/v1/session", "/nothing/here"}) {
      var headers = get(path, "").headers();
      assertThat(headers.get("content-security-policy")).contains("default-src 'none'");
      assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
      assertThat(headers.get("referrer-policy")).isEqualTo("no-referrer");
      assertThat(headers.get("permissions-policy")).contains("camera=()");
    }
    assertThat(get("/kiosk", "").headers().get("permissions-policy")).contains("camera=(self)");
    for (var path : new String[] {"/../logback.xml", "/%2e%2e/logback.xml", "/.git/config"}) {
      assertThat(get(path, "").status()).as(path).isEqualTo(404);
    }
  }

  private String signIn(PersonId who) {
    var link = Await.on(house.door.link(who, Duration.ofMinutes(5)));
    return post("/api/v1/sign-in", "", new JsonObject().put("link", link)).cookie();
  }

  private int code(Map<String, String> headers, JsonObject body) {
    return house.call(HttpMethod.POST, "/api/v1/sign-in", headers, body).body().getInteger("code");
  }

  private TestHouse.Reply post(String path, String cookie, JsonObject body) {
    return house.call(HttpMethod.POST, path, cookie, body);
  }

  private TestHouse.Reply get(String path, String cookie) {
    return house.call(HttpMethod.GET, path, cookie, null);
  }
}
