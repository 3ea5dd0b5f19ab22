package dev.carillon.gateway;

import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.desk.Answer;
import dev.carillon.desk.Order;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.log.CommandId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A student whose browser runs no scripts has her day, and her hand, as pages and forms.
final class LiteStudentTest {
  private final TestHouse house = new TestHouse();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String cookie = "";

  @AfterEach
  void close() {
    http.close();
    house.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder call) {
    var sent = call.header("cookie", cookie).build();
    return Await.on(Future.fromCompletionStage(http.sendAsync(sent, BodyHandlers.ofString())));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(house.origin() + path));
  }

  private String page() {
    return send(to("/lite/me")).body();
  }

  private HttpResponse<String> post(String path, Map<String, String> form, String origin) {
    var body =
        form.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var call =
        to(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(origin.isEmpty() ? call : call.header("origin", origin));
  }

  private void signIn(PersonId who) {
    var link = Await.on(house.door.link(who, Duration.ofMinutes(5)));
    var body = new JsonObject().put("link", link);
    cookie = house.call(HttpMethod.POST, "/api/v1/sign-in", "", body).cookie();
  }

  /// What the form with that button would send.
  private static Map<String, String> form(String page, String act) {
    var form =
        Pattern.compile("<form[^>]*>(?:(?!</form>).)*value=\"" + act + "\">.*?</form>")
            .matcher(page.replace("\n", ""));
    assertThat(form.find()).as("a button for " + act).isTrue();
    var fields =
        Pattern.compile("name=\"(proof|id|help)\" value=\"([^\"]*)\"")
            .matcher(form.group())
            .results()
            .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
    fields.put("act", act);
    return fields;
  }

  private HttpResponse<String> taps(String act) {
    return post("/lite/me/do", form(page(), act), house.origin());
  }

  private void rosaTakesTheNext() {
    var id = new CommandId(ROSA, "next");
    var order = new Order(id, Fixtures.DATE, Role.PARAPROFESSIONAL, new ClaimNext(), "", false);
    assertThat(Await.on(house.desk.submit(order))).isInstanceOf(Answer.Done.class);
  }

  private Optional<HelpRequest> call() {
    return house.desk.state().floor().help().latestOf(MIRA);
  }

  @Test
  void she_signs_in_with_the_code_of_her_badge_and_reads_where_she_is_and_where_next() {
    assertThat(page())
        .contains("name=\"badge\"")
        // What she types is not taken from her.
        .doesNotContain("<script", "style=", "Mira", "http-equiv=\"refresh\"");
    var badge = Await.on(house.door.badge(MIRA)).code();
    var entered = post("/lite/me/enter", Map.of("badge", badge), house.origin());
    assertThat(entered.statusCode()).isEqualTo(303);
    cookie =
        entered.headers().allValues("set-cookie").stream()
            .filter(it -> it.startsWith("carillon-plain="))
            .map(it -> it.substring(0, it.indexOf(';')))
            .findFirst()
            .orElseThrow();
    assertThat(page())
        .contains("Mira", "<h2>Go to</h2>", "<h2>Next</h2>", "http-equiv=\"refresh\"")
        .doesNotContain("June", "<script", "style=", "http://", "https://");
  }

  @Test
  void a_code_nobody_has_is_said_and_after_five_she_waits() {
    for (int i = 0; i < 6; i++) {
      var refused = post("/lite/me/enter", Map.of("badge", "AAAAAA"), house.origin());
      assertThat(refused.body()).contains("We do not know this code");
      cookie =
          refused.headers().allValues("set-cookie").stream()
              .findFirst()
              .map(it -> it.substring(0, it.indexOf(';')))
              .orElse(cookie);
    }
    assertThat(post("/lite/me/enter", Map.of("badge", "AAAAAA"), house.origin()).body())
        .contains("Wait a minute");
  }

  @Test
  void her_hand_goes_up_once_however_often_the_form_is_sent() {
    signIn(MIRA);
    var form = form(page(), "hand");
    assertThat(post("/lite/me/do", form, house.origin()).headers().firstValue("location"))
        .contains("/lite/me");
    var first = call().orElseThrow();
    post("/lite/me/do", form, house.origin());
    assertThat(call()).contains(first);
    assertThat(page()).contains("Your hand is up", "You are next.");
  }

  @Test
  void she_reads_who_comes_and_takes_her_hand_down_and_up_again() {
    signIn(MIRA);
    taps("hand");
    rosaTakesTheNext();
    assertThat(page()).contains("Rosa", "is on the way.");
    taps("fine");
    assertThat(call()).get().isInstanceOf(Over.class);
    taps("reopen");
    assertThat(page()).contains("Your hand is up");
    taps("trying");
    assertThat(page()).contains("Keep trying!");
    taps("stop-trying");
    taps("down");
    taps("undo");
    assertThat(page()).contains("Your hand is up");
  }

  @Test
  void she_says_that_she_is_here() {
    signIn(MIRA);
    assertThat(page()).contains("Go to");
    taps("here");
    assertThat(page()).contains("You are here").doesNotContain("Go to");
  }

  @Test
  void a_form_of_another_site_does_nothing() {
    signIn(MIRA);
    var forged = form(page(), "hand");
    forged.put("proof", "0".repeat(64));
    assertThat(
            post("/lite/me/do", forged, "https://elsewhere.example")
                .headers()
                .firstValue("location"))
        .contains("/lite/me?no=1");
    assertThat(call()).isEmpty();
    // Said once: the page that follows by itself is the plain one.
    assertThat(send(to("/lite/me?no=1")).body())
        .contains("That did not work.", "content=\"15; url=/lite/me\"");
    var badge = Await.on(house.door.badge(JUNE)).code();
    assertThat(
            post("/lite/me/enter", Map.of("badge", badge), "https://elsewhere.example")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_act_that_is_no_student_s_is_no_act() {
    signIn(MIRA);
    var form = form(page(), "hand");
    form.put("act", "help.claim");
    assertThat(post("/lite/me/do", form, house.origin()).headers().firstValue("location"))
        .contains("/lite/me?no=1");
  }

  @Test
  void adults_are_told_whose_it_is_and_signing_out_ends_it() {
    signIn(LENA);
    assertThat(page()).contains("This screen is for students.");
    signIn(MIRA);
    var out = form(page(), "");
    assertThat(post("/lite/me/out", out, house.origin()).statusCode()).isEqualTo(303);
    assertThat(page()).contains("name=\"badge\"").doesNotContain("Mira");
  }

  @Test
  void what_she_reads_has_no_word_of_being_slow_or_mistaken() {
    for (var words : LiteStudentWords.ALL) {
      assertThat(words.toString().toLowerCase(Locale.ROOT))
          .doesNotContainPattern("\\b(late|failed|behind|wrong|tarde|retard|échou|fallado|mal)\\b");
    }
  }
}
