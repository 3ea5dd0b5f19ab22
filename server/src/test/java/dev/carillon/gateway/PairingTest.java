package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A screen becomes a board by the code it shows, and pages for browsers without scripts.
final class PairingTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_screen_is_a_board_once_a_leader_has_typed_its_code_a7() {
    var offer = offer();
    assertThat(offer.getString("code")).matches("[34679ACDEFGHJKMNPQRTWXY]{6}");
    assertThat(enter(offer).body().getBoolean("paired")).isFalse();

    var typed = offer.getString("code").toLowerCase(Locale.ROOT).substring(0, 3) + " ";
    typed += offer.getString("code").substring(3);
    assertThat(claim(LENA, typed, LOBBY).status()).isEqualTo(204);

    var entered = enter(offer);
    assertThat(entered.body().getBoolean("paired")).isTrue();
    var session = get("/api/v1/session", entered.cookie()).body();
    assertThat(session.getString("screen")).isEqualTo("board");
    assertThat(session.getJsonObject("person").getString("id")).isEqualTo("lobby");
  }

  @Test
  void a_code_pairs_one_screen_and_lets_it_in_once() {
    var offer = offer();
    assertThat(claim(OMAR, offer.getString("code"), LOBBY).status()).isEqualTo(204);
    var again = claim(OMAR, offer.getString("code"), LOBBY);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.body().getInteger("code")).isEqualTo(1110);
    assertThat(enter(offer).body().getBoolean("paired")).isTrue();
    assertThat(enter(offer).body().getBoolean("paired")).isFalse();
  }

  @Test
  void the_code_alone_lets_nobody_in() {
    var offer = offer();
    claim(LENA, offer.getString("code"), LOBBY);
    var body = new JsonObject().put("secret", offer.getString("code"));
    var entered = post("/api/v1/pairings/enter", "", body);
    assertThat(entered.body().getBoolean("paired")).isFalse();
    assertThat(entered.cookie()).doesNotContain("carillon-plain");
  }

  @Test
  void only_leaders_and_administrators_pair_and_only_boards() {
    var code = offer().getString("code");
    assertThat(claim(ABEL, code, LOBBY).status()).isEqualTo(403);
    assertThat(claim(MIRA, code, LOBBY).status()).isEqualTo(403);
    assertThat(claim(LENA, code, MIRA).status()).isEqualTo(400);
    assertThat(claim(LENA, code, OMAR).status()).isEqualTo(400);
    assertThat(claim(LENA, code, LOBBY).status()).isEqualTo(204);
  }

  @Test
  void who_guesses_codes_has_to_wait() {
    for (int guess = 0; guess < 5; guess++) {
      assertThat(claim(LENA, "AAAAA" + guess, LOBBY).status()).isEqualTo(404);
    }
    assertThat(claim(LENA, offer().getString("code"), LOBBY).status()).isEqualTo(429);
  }

  @Test
  void one_address_is_not_given_codes_without_end() {
    for (int screen = 0; screen < 30; screen++) {
      offer();
    }
    assertThat(post("/api/v1/pairings", "", null).status()).isEqualTo(429);
  }

  // Without scripts
  // -------------------------------------------------------------------------------------

  @Test
  void a_board_without_scripts_has_its_names_and_asks_for_itself_anew_w8() {
    var page = get("/lite/board", house.cookie(LOBBY)).text();
    assertThat(page)
        .contains(
            "<meta http-equiv=\"refresh\" content=\"15; url=/lite/board\">", "Mira K.", "June O.")
        .doesNotContain("<script", "style=", "http://", "https://");
  }

  @Test
  void a_board_without_scripts_has_what_is_announced_in_each_language() {
    var lena = house.device(LENA, "leader");
    lena.await("view");
    lena.ask(
        "message.send",
        new JsonObject(
            """
            {"to": "boards", "texts": [
              {"lang": "en", "text": "Lunch is in the <gym>"},
              {"lang": "fr-CA", "text": "On dîne au gymnase"}]}
            """));
    assertThat(get("/lite/board", house.cookie(LOBBY)).text())
        .contains("lang=\"en\" dir=\"auto\">Lunch is in the &lt;gym&gt;<")
        .contains("lang=\"fr-CA\" dir=\"auto\">On dîne au gymnase<");
  }

  @Test
  void a_screen_without_scripts_is_paired_by_a_code_as_well() {
    var first = get("/lite/board", "");
    var code = first.text().replaceAll("(?s).*class=\"code\">([^<]+)<.*", "$1");
    assertThat(code).hasSize(6);
    assertThat(claim(LENA, code, LOBBY).status()).isEqualTo(204);
    assertThat(get("/lite/board", pairing(first)).text()).contains("Mira K.");
  }

  @Test
  void nobody_but_boards_and_leaders_sees_it() {
    assertThat(get("/lite/board", house.cookie(MIRA)).status()).isEqualTo(404);
    assertThat(get("/lite/board", house.cookie(LENA)).text()).contains("Mira K.");
  }

  private JsonObject offer() {
    return post("/api/v1/pairings", "", null).body();
  }

  private TestHouse.Reply enter(JsonObject offer) {
    var body = new JsonObject().put("secret", offer.getString("secret"));
    return post("/api/v1/pairings/enter", "", body);
  }

  private TestHouse.Reply claim(PersonId by, String code, PersonId board) {
    var body = new JsonObject().put("code", code).put("board", board.value());
    return post("/api/v1/pairings/claim", house.cookie(by), body);
  }

  private static String pairing(TestHouse.Reply page) {
    return page.headers().getAll("set-cookie").stream()
        .filter(it -> it.startsWith("carillon-pairing="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private TestHouse.Reply post(String path, String cookie, JsonObject body) {
    return house.call(HttpMethod.POST, path, cookie, body);
  }

  private TestHouse.Reply get(String path, String cookie) {
    return house.call(HttpMethod.GET, path, cookie, null);
  }
}
