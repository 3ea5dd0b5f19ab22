package dev.carillon.gateway;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.HelpInferred;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Hint;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.floor.Signals;
import dev.carillon.floor.SourceTerms;
import dev.carillon.gateway.Sources.Source;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Programs outside tell what students do in them. Mira is `m.keller` in the one that is connected.
final class IngestTest {
  private static final String TOKEN = "a-token-that-nobody-guesses";
  private static final String SIGNALS = "/api/v1/ingest/signals";
  private static final String STATEMENTS = "/api/v1/ingest/xapi/statements";
  private static final int ASIDE_MAX = 8;
  private static final String TEST = FlexSchool.FRACTIONS.value();

  private final TestHouse house =
      new TestHouse(
          TestHouse.QUICK,
          Optional.of(Map.of()),
          "10:40",
          FlexSchool.school(Fixtures.school()),
          new Sources(Map.of(Sources.hash(TOKEN), source())));

  /// Not Vert.x's client, which now and then never ends a call that is answered while its body is
  /// still on the way; the same bytes by another client or a bare socket always are.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static Source source() {
    var terms =
        new SourceTerms(
            new SourceId("practice"), "Practice Hall", EnumSet.allOf(Rule.class), 2, 10, ASIDE_MAX);
    return new Source(terms, Map.of("m.keller", MIRA, "mira@school.example", MIRA));
  }

  @AfterEach
  void close() {
    http.close();
    house.close();
  }

  private record Reply(int status, String text, Optional<String> aside) {
    JsonObject row(int index) {
      return new JsonObject(text).getJsonArray("signals").getJsonObject(index);
    }
  }

  private Reply post(String path, String token, String body) {
    var call =
        HttpRequest.newBuilder(URI.create(house.origin() + path))
            .header("authorization", "Bearer " + token)
            .header("x-experience-api-version", "1.0.3")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer =
        Await.on(Future.fromCompletionStage(http.sendAsync(call, BodyHandlers.ofString())));
    return new Reply(
        answer.statusCode(), answer.body(), answer.headers().firstValue("x-carillon-quarantined"));
  }

  private Reply tells(JsonObject... signals) {
    return post(SIGNALS, TOKEN, new JsonArray(List.of(signals)).encode());
  }

  private static JsonObject signal(String id, String kind) {
    return new JsonObject()
        .put("id", id)
        .put("at", Instant.now().toString())
        .put("actor", "m.keller")
        .put("kind", kind);
  }

  private static JsonObject failed(String id) {
    return signal(id, "attempt").put("item", TEST).put("result", "failed");
  }

  private static JsonObject practice(int number) {
    return signal("p" + number, "practice").put("skill", "ratios").put("right", number % 3 != 2);
  }

  private static JsonObject statement(String id, String verb, String about) {
    return new JsonObject()
        .put("id", id)
        .put("timestamp", Instant.now().toString())
        .put("version", "1.0.0")
        .put("actor", new JsonObject().put("mbox", "mailto:Mira@school.example"))
        .put("verb", new JsonObject().put("id", "http://adlnet.gov/expapi/verbs/" + verb))
        .put("object", new JsonObject().put("id", "https://learn.example/items/" + about))
        .put("context", new JsonObject().put("platform", "anything"));
  }

  private Signals signals() {
    return house.desk.state().floor().signals();
  }

  private List<Hint> hints() {
    return List.copyOf(signals().hints().values());
  }

  private List<HelpRequest> calls() {
    return house.desk.state().floor().help().activeOf(MIRA).stream().toList();
  }

  @Test
  void the_same_event_twice_has_one_effect_and_one_answer_r6() {
    var hand = signal("e-1", "hand");
    assertThat(tells(hand).row(0).getString("result")).isEqualTo("accepted");
    var call = calls().getFirst();
    long version = call.version();
    assertThat(tells(hand, hand).row(1).getString("result")).isEqualTo("accepted");
    assertThat(calls())
        .singleElement()
        .satisfies(it -> assertThat(it.version()).isEqualTo(version));

    tells(failed("e-2"), failed("e-2"));
    assertThat(hints()).isEmpty();
    var other = signal("e-1", "practice").put("skill", "ratios").put("right", true);
    assertThat(tells(other).row(0).getString("reason")).isEqualTo("id-reused");
  }

  @Test
  void somebody_unknown_is_set_aside_with_the_reason_and_the_others_go_on_r6() {
    var nobody = signal("e-1", "hand").put("actor", "nobody@school.example");
    var late = signal("e-2", "hand").put("at", Instant.now().minusSeconds(600).toString());
    var odd = signal("e-3", "hand").put("mood", "sad");
    var unknown = failed("e-4").put("item", "unit-99");
    var reply = tells(nobody, late, odd, unknown, signal("e-5", "hand"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reasons(reply, 4))
        .containsExactly("actor-unknown", "clock-apart", "shape-wrong", "item-unknown");
    assertThat(reply.row(4).getString("result")).isEqualTo("accepted");
    assertThat(calls()).hasSize(1);

    var shown = house.call(HttpMethod.GET, "/api/v1/ingest/quarantine", signIn(LENA), null);
    assertThat(shown.body().getJsonArray("signals")).hasSize(4);
    assertThat(shown.body().encode())
        .contains("practice/e-1", "actor-unknown")
        .doesNotContain("nobody", "school.example", "mira", "keller");
    assertThat(house.call(HttpMethod.GET, "/api/v1/ingest/quarantine", signIn(ROSA), null).status())
        .isEqualTo(403);
    assertThat(
            house
                .metrics
                .counter("carillon.ingest.events", "source", "practice", "result", "actor-unknown")
                .count())
        .isEqualTo(1);
  }

  @Test
  void what_has_no_id_is_on_the_list_too_once_however_often_it_comes() {
    var nameless = new JsonObject().put("kind", "hand").put("actor", "m.keller");
    tells(nameless, new JsonObject().put("id", "no id at all!").put("kind", "hand"));
    assertThat(tells(nameless).row(0))
        .isEqualTo(
            new JsonObject()
                .putNull("id")
                .put("result", "quarantined")
                .put("reason", "shape-wrong"));
    assertThat(calls()).isEmpty();
    var shown = house.call(HttpMethod.GET, "/api/v1/ingest/quarantine", signIn(LENA), null);
    assertThat(shown.body().getJsonArray("signals")).hasSize(2);
    assertThat(shown.body().encode())
        .contains("practice/unnamed-")
        .doesNotContain("keller", "no id at all");
  }

  @Test
  void past_its_measure_a_source_is_told_so_and_what_is_right_is_still_taken() {
    for (int i = 0; i < ASIDE_MAX; i++) {
      tells(signal("e-" + i, "hand").put("actor", "nobody"));
    }
    var reply = tells(signal("f-1", "hand").put("actor", "nobody"), signal("f-2", "hand"));
    assertThat(reply.row(0).getString("reason")).isEqualTo("too-many");
    assertThat(reply.row(1).getString("result")).isEqualTo("accepted");
    var shown = house.call(HttpMethod.GET, "/api/v1/ingest/quarantine", signIn(LENA), null);
    assertThat(shown.body().getJsonArray("signals")).hasSize(ASIDE_MAX);
  }

  private static List<String> reasons(Reply reply, int rows) {
    var reasons = new ArrayList<String>();
    for (int i = 0; i < rows; i++) {
      reasons.add(reply.row(i).getString("reason"));
    }
    return reasons;
  }

  private String signIn(PersonId who) {
    var link = Await.on(house.door.link(who, Duration.ofMinutes(5)));
    var body = new JsonObject().put("link", link);
    return house.call(HttpMethod.POST, "/api/v1/sign-in", "", body).cookie();
  }

  @Test
  void two_failed_statements_hold_a_hand_up_r7() {
    var both =
        new JsonArray()
            .add(statement("x-1", "failed", TEST))
            .add(statement("x-2", "failed", TEST))
            .add(statement("x-3", "interacted", "anything"));
    var reply = post(STATEMENTS, TOKEN, both.encode());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(new JsonArray(reply.text())).isEqualTo(new JsonArray(List.of("x-1", "x-2", "x-3")));
    assertThat(reply.aside()).contains("0");
    assertThat(hints()).isEmpty();
    assertThat(calls())
        .singleElement()
        .satisfies(call -> assertThat(HelpInferred.is(call)).isTrue());
  }

  @Test
  void one_statement_may_come_alone() {
    var asked = post(STATEMENTS, TOKEN, statement("x-1", "asked", "help").encode());
    assertThat(asked.text()).isEqualTo("[\"x-1\"]");
    assertThat(calls()).hasSize(1);
  }

  @Test
  void ten_opportunities_are_a_guess_and_nine_are_none_r7() {
    for (int i = 0; i < 9; i++) {
      tells(practice(i));
    }
    assertThat(hints()).isEmpty();
    tells(signal("p9", "practice").put("skill", "ratios").put("right", false));
    assertThat(hints())
        .singleElement()
        .satisfies(hint -> assertThat(hint.rule()).isEqualTo(Rule.SPINNING));
  }

  @Test
  void a_test_that_was_reached_waits_for_a_teacher() {
    tells(signal("u-1", "unlock").put("item", TEST).put("expectedMinutes", 25));
    assertThat(house.desk.state().floor().learning().unlocks()).hasSize(1);
  }

  @Test
  void without_the_token_nothing_is_taken_and_with_it_nothing_else_can_be_done() {
    var body = new JsonArray().add(signal("e-1", "hand")).encode();
    var refused = post(SIGNALS, "another", body);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(new JsonObject(refused.text()).getInteger("code")).isEqualTo(1109);
    assertThat(post(STATEMENTS, "", body).status()).isEqualTo(401);
    assertThat(calls()).isEmpty();
    for (var path : List.of("/api/v1/ticket", "/api/v1/badges", "/api/v1/links")) {
      assertThat(post(path, TOKEN, "{}").status()).as(path).isEqualTo(403);
    }
  }

  @Test
  void a_call_has_a_size_a_shape_and_a_pace() {
    assertThat(post(SIGNALS, TOKEN, "no json").status()).isEqualTo(400);
    assertThat(post(SIGNALS, TOKEN, "").status()).isEqualTo(400);
    var many = new JsonObject[101];
    Arrays.setAll(many, i -> signal("m" + i, "session").put("state", "start"));
    assertThat(tells(many).status()).isEqualTo(400);
    assertThat(post(SIGNALS, TOKEN, "[\"" + "x".repeat(200_000) + "\"]").status()).isEqualTo(413);
    assertThat(tells(new JsonObject().put("kind", "hand")).row(0).getString("reason"))
        .isEqualTo("shape-wrong");
    int status = 200;
    for (int i = 0; i < 400 && status != 429; i++) {
      status = post(SIGNALS, TOKEN, "[]").status();
    }
    assertThat(status).isEqualTo(429);
  }
}
