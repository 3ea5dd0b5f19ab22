package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How far what a student is told about her call came, as the helper who has it sees.
final class ReceiptsTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_prompt_in_a_hidden_tab_has_come_and_is_said_not_to_be_shown_b42() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);
    say(mira, prompt, "delivered", true);
    say(mira, prompt, "shown", true);
    var late = row(abel.await(tells(row -> row.getBoolean("unshown"))));
    assertThat(late.getString("stage")).isEqualTo("delivered");

    say(mira, prompt, "shown", false);
    var seen = row(abel.await(tells(row -> "shown".equals(row.getString("stage")))));
    assertThat(seen.getBoolean("unshown")).isFalse();
  }

  @Test
  void the_highest_stage_counts_and_what_the_call_said_before_counts_for_nothing() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);
    say(mira, prompt, "acknowledged", false);
    say(mira, prompt, "delivered", false);
    abel.await(tells(row -> "acknowledged".equals(row.getString("stage"))));

    var help = prompt.substring(0, prompt.indexOf('@'));
    abel.ask("help.hold", JsonObject.of("help", help, "epoch", 1, "minutes", 5));
    say(mira, prompt, "shown", false);
    // Mira's device has been heard when this is answered.
    mira.ask("help.trying", JsonObject.of("help", help, "on", true));
    var after = row(house.device(ABEL, "helper").await(tells(row -> true)));
    assertThat(after.containsKey("stage")).isFalse();
  }

  @Test
  void only_whose_call_it_is_speaks_for_it_and_only_who_has_it_is_told() {
    var mira = house.device(MIRA, "student");
    var noah = house.device(NOAH, "student");
    var abel = house.device(ABEL, "helper");
    var pia = house.device(PIA, "helper");
    var lena = house.device(LENA, "leader");
    var prompt = claimed(mira, abel);
    say(noah, prompt, "acknowledged", false);
    noah.ask("help.ask", new JsonObject().put("kind", "work"));
    say(mira, prompt, "shown", false);
    var told = row(abel.await(tells(row -> row.containsKey("stage"))));
    assertThat(told.getString("stage")).isEqualTo("shown");
    Stream.of(pia, lena, mira, noah).forEach(device -> device.await("beat"));
    assertThat(Stream.of(pia, lena, mira, noah).flatMap(device -> device.seen.stream()))
        .noneMatch(tells(_ -> true));
  }

  @Test
  void a_helper_who_comes_back_is_told_how_things_stand_and_not_what_happened_b43() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var cursor = abel.await("view").getJsonObject("cursor");
    abel.socket.close();
    for (int i = 0; i < 20; i++) {
      var help = mira.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");
      mira.ask("help.cancel", new JsonObject().put("help", help));
    }
    var help = mira.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");

    var back = house.device(ABEL, "helper", Optional.of(cursor));
    back.awaitRow("help", row -> help.equals(row.getString("id")));
    back.await("receipts");
    assertThat(back.seen).noneMatch(frame -> "ring".equals(frame.getString("t")));
    assertThat(back.seen.stream().filter(frame -> "receipts".equals(frame.getString("t"))))
        .singleElement()
        .satisfies(frame -> assertThat(frame.getJsonArray("reached")).isEmpty());
  }

  /// Asks, takes it, and gives back what the prompt is called.
  private static String claimed(Device student, Device helper) {
    var help = student.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");
    helper.ask("help.claim", new JsonObject().put("help", help));
    var own = student.awaitRow("help", row -> "claimed".equals(row.getString("state")));
    var rows = own.getJsonObject("patch".equals(own.getString("t")) ? "set" : "tables");
    return help + "@" + rows.getJsonArray("help").getJsonObject(0).getLong("version");
  }

  private static void say(Device device, String prompt, String stage, boolean hidden) {
    device.send(
        JsonObject.of("t", "receipt", "of", "prompt", "id", prompt)
            .put("stage", stage)
            .put("hidden", hidden));
  }

  private static Predicate<JsonObject> tells(Predicate<JsonObject> first) {
    return frame ->
        "receipts".equals(frame.getString("t"))
            && !frame.getJsonArray("reached", new JsonArray()).isEmpty()
            && first.test(row(frame));
  }

  private static JsonObject row(JsonObject receipts) {
    return receipts.getJsonArray("reached").getJsonObject(0);
  }
}
