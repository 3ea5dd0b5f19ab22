package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How far what a student is told of her call came, from her device to the helper's card.
final class ReceiptsTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_helper_sees_how_far_it_came_that_he_is_on_his_way() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);

    abel.awaitEver(reached(prompt.help(), null, false));
    mira.send(receipt(prompt, "delivered", false));
    abel.awaitEver(reached(prompt.help(), "delivered", false));
    mira.send(receipt(prompt, "shown", false));
    abel.awaitEver(reached(prompt.help(), "shown", false));
    mira.send(receipt(prompt, "acknowledged", false));
    abel.awaitEver(reached(prompt.help(), "acknowledged", false));
  }

  @Test
  void a_page_in_the_background_is_told_as_not_shown_until_she_looks_b42() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);

    mira.send(receipt(prompt, "delivered", true));
    // A device that takes a covered page for a shown one is not believed.
    mira.send(receipt(prompt, "shown", true));
    abel.awaitEver(reached(prompt.help(), "delivered", true));
    // A leader who comes now is told how it stands.
    house.device(LENA, "leader").awaitEver(reached(prompt.help(), "delivered", true));
    mira.send(receipt(prompt, "shown", false));
    abel.awaitEver(reached(prompt.help(), "shown", false));
  }

  @Test
  void a_device_that_comes_back_is_told_the_latest_alone_and_what_is_over_counts_for_nothing_b41() {
    var mira = house.device(MIRA, "student");
    var rosa = house.device(ROSA, "helper");
    var first = claimed(mira, rosa);
    var cursor = lastCursor(mira);
    mira.socket.close();
    // Only now the server knows it, and cuts no window for her.
    rosa.awaitEver(frame -> isPresence(frame) && !frame.getJsonArray("seen").isEmpty());
    tell(rosa, "help.release", first.help(), first.epoch());
    var epoch = claim(rosa, first.help());
    tell(rosa, "help.arrived", first.help(), epoch);
    tell(rosa, "help.hold", first.help(), epoch);

    var back = house.device(MIRA, "student", Optional.of(cursor));
    var row = help(back.awaitEver(frame -> help(frame) != null));

    assertThat(row.getString("state")).isEqualTo("on-hold");
    var prompt = new Told(first.help(), row.getLong("version"), epoch);
    back.send(receipt(first, "acknowledged", false));
    back.send(receipt(prompt, "delivered", false));
    rosa.awaitEver(reached(first.help(), "delivered", false));
    assertThat(rosa.seen).noneMatch(reached(first.help(), "acknowledged", false));
    back.ask("help.cancel", new JsonObject().put("help", first.help()));
    rosa.awaitEver(frame -> isReceipts(frame) && frame.getJsonArray("gone").contains(first.help()));
    assertThat(back.seen).filteredOn(frame -> help(frame) != null).hasSizeBetween(1, 2);
  }

  @Test
  void each_of_two_screens_locked_and_unlocked_says_it_again_and_the_card_never_goes_back_b41() {
    var mira = house.device(MIRA, "student");
    var second = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);
    mira.send(receipt(prompt, "acknowledged", false));
    abel.awaitEver(reached(prompt.help(), "acknowledged", false));

    second.send(receipt(prompt, "delivered", false));
    mira.send(receipt(prompt, "shown", false));
    tell(abel, "help.release", prompt.help(), prompt.epoch());

    abel.awaitEver(
        frame -> isReceipts(frame) && frame.getJsonArray("gone").contains(prompt.help()));
    assertThat(abel.seen.stream().filter(ReceiptsTest::isReceipts).flatMap(ReceiptsTest::rows))
        .last()
        .matches(row -> "acknowledged".equals(row.getString("stage")));
  }

  @Test
  void what_her_device_says_at_one_node_is_seen_at_the_other() {
    var other = house.another();
    var mira = house.device(other, MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);
    mira.send(receipt(prompt, "shown", false));
    abel.awaitEver(reached(prompt.help(), "shown", false));
    Await.on(other.stop());
  }

  @Test
  void nobody_speaks_for_another_student_and_only_who_has_the_call_hears() {
    var mira = house.device(MIRA, "student");
    var noah = house.device(NOAH, "student");
    var abel = house.device(ABEL, "helper");
    var prompt = claimed(mira, abel);
    noah.send(receipt(prompt, "acknowledged", false));
    // Answered on the same socket, so that what went before has been heard.
    noah.ask("help.ask", new JsonObject().put("kind", "work"));
    mira.send(receipt(prompt, "delivered", false));
    abel.awaitEver(reached(prompt.help(), "delivered", false));
    assertThat(abel.seen).noneMatch(reached(prompt.help(), "acknowledged", false));
    assertThat(List.of(mira, noah))
        .allSatisfy(student -> assertThat(student.seen).noneMatch(ReceiptsTest::isReceipts));
  }

  /// What a student is told: somebody has her call.
  private record Told(String help, long version, long epoch) {}

  private static Told claimed(Device student, Device helper) {
    var help = student.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");
    var epoch = claim(helper, help);
    var shows =
        student.awaitRow(
            "help",
            row -> help.equals(row.getString("id")) && "claimed".equals(row.getString("state")));
    return new Told(help, help(shows).getLong("version"), epoch);
  }

  private static long claim(Device helper, String help) {
    var done = helper.ask("help.claim", new JsonObject().put("help", help));
    assertThat(done.getString("t")).isEqualTo("done");
    return done.getJsonObject("result").getLong("epoch");
  }

  private static void tell(Device helper, String kind, String help, long epoch) {
    var done = helper.ask(kind, new JsonObject().put("help", help).put("epoch", epoch));
    assertThat(done.getString("t")).as("%s: %s", kind, done).isEqualTo("done");
  }

  private static JsonObject receipt(Told of, String stage, boolean hidden) {
    return new JsonObject()
        .put("t", "receipt")
        .put("of", "prompt")
        .put("id", of.help() + "@" + of.version())
        .put("stage", stage)
        .put("hidden", hidden);
  }

  /// @param stage null = nothing said yet
  private static Predicate<JsonObject> reached(String help, String stage, boolean unshown) {
    var row = new JsonObject().put("id", help).put("unshown", unshown);
    if (stage != null) {
      row.put("stage", stage);
    }
    return frame -> isReceipts(frame) && frame.getJsonArray("reached").contains(row);
  }

  private static boolean isPresence(JsonObject frame) {
    return "presence".equals(frame.getString("t"));
  }

  private static boolean isReceipts(JsonObject frame) {
    return "receipts".equals(frame.getString("t"));
  }

  private static Stream<JsonObject> rows(JsonObject receipts) {
    return receipts.getJsonArray("reached").stream().map(JsonObject.class::cast);
  }

  /// Her own call as a view or patch shows it; null when it does not.
  private static JsonObject help(JsonObject frame) {
    var tables = frame.getJsonObject("view".equals(frame.getString("t")) ? "tables" : "set");
    var rows = tables == null ? new JsonArray() : tables.getJsonArray("help", new JsonArray());
    return rows.isEmpty() ? null : rows.getJsonObject(0);
  }

  private static JsonObject lastCursor(Device device) {
    return device.seen.stream()
        .filter(frame -> List.of("view", "patch").contains(frame.getString("t")))
        .map(frame -> frame.getJsonObject("view".equals(frame.getString("t")) ? "cursor" : "to"))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
