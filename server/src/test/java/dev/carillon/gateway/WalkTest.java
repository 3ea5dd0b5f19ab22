package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.PIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What two people at two devices see of each other.
final class WalkTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_helper_sees_a_call_and_the_student_sees_that_he_comes() {
    var mira = house.device(MIRA, "student");
    mira.await("view");
    var abel = house.device(ABEL, "helper");
    abel.await("view");
    assertThat(abel.ask("duty.start", new JsonObject()).getString("t")).isEqualTo("done");

    var asked = mira.ask("help.ask", new JsonObject().put("kind", "work").put("text", "step 3"));
    assertThat(asked.getString("t")).isEqualTo("done");
    var help = asked.getJsonObject("result").getString("help");
    abel.awaitRow("help", row -> row.getString("id").equals(help));

    var claimed = abel.ask("help.claim", new JsonObject().put("help", help));
    assertThat(claimed.getJsonObject("result"))
        .isEqualTo(new JsonObject().put("help", help).put("epoch", 1));
    mira.awaitRow(
        "help",
        row -> "claimed".equals(row.getString("state")) && "Abel".equals(row.getString("helper")));
  }

  @Test
  void a_second_helper_is_told_who_has_it_and_shown_the_row() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var pia = house.device(PIA, "helper");
    abel.ask("duty.start", new JsonObject());
    pia.ask("duty.start", new JsonObject());
    var help =
        mira.ask("help.ask", new JsonObject().put("kind", "work"))
            .getJsonObject("result")
            .getString("help");
    abel.ask("help.claim", new JsonObject().put("help", help));

    var refused = pia.ask("help.claim", new JsonObject().put("help", help));

    assertThat(refused.getInteger("code")).isIn(2302, 2010);
    assertThat(refused.getBoolean("retry")).isFalse();
  }

  @Test
  void the_same_command_sent_twice_gets_the_same_answer() {
    var mira = house.device(MIRA, "student");
    var id = UUID.randomUUID().toString();
    var first = mira.ask(id, "help.ask", new JsonObject().put("kind", "work"));
    assertThat(mira.ask(id, "help.ask", new JsonObject().put("kind", "work"))).isEqualTo(first);
    assertThat(mira.ask(id, "help.ask", new JsonObject().put("kind", "person")).getInteger("code"))
        .isEqualTo(2005);
  }

  @Test
  void a_leader_pauses_and_every_screen_loses_the_coming_bells() {
    var mira = house.device(MIRA, "student");
    mira.await("view");
    var lena = house.device(LENA, "leader");
    lena.await("view");

    var preview =
        Device.command(UUID.randomUUID().toString(), "timeline.pause", schedule())
            .put("dryRun", true);
    lena.send(preview);
    assertThat(lena.await("done").getBoolean("dryRun")).isTrue();

    lena.ask("timeline.pause", schedule());
    mira.awaitRow("schedules", row -> "paused".equals(row.getString("state")));
  }

  @Test
  void a_paused_day_catches_up_for_the_leader_and_for_nobody_else() {
    var abel = house.device(ABEL, "helper");
    assertThat(abel.ask("timeline.catch-up", schedule()).getInteger("code")).isEqualTo(2001);
    var lena = house.device(LENA, "leader");
    lena.ask("timeline.pause", schedule());
    lena.awaitRow("schedules", row -> "paused".equals(row.getString("state")));

    var id = UUID.randomUUID().toString();
    lena.send(Device.command(id, "timeline.catch-up", schedule()).put("dryRun", true));
    var preview = lena.await(frame -> id.equals(frame.getString("id")));
    assertThat(preview.getBoolean("dryRun")).isTrue();
    assertThat(preview.getJsonObject("result").getJsonArray("moved")).isEmpty();

    assertThat(lena.ask("timeline.catch-up", schedule()).getString("t")).isEqualTo("done");
    lena.awaitRow("schedules", row -> row.getInteger("version") == 3);
  }

  @Test
  void a_device_that_returns_gets_nothing_a_patch_or_everything() {
    var mira = house.device(MIRA, "student");
    var cursor = mira.await("view").getJsonObject("cursor");
    mira.socket.close();

    var again = house.device(MIRA, "student", Optional.of(cursor));
    again.await("beat");
    assertThat(again.seen).noneMatch(frame -> frame.getString("t").equals("view"));
    again.ask("help.ask", new JsonObject().put("kind", "work"));
    again.awaitRow("help", row -> "waiting".equals(row.getString("state")));

    var late = house.device(MIRA, "student", Optional.of(cursor));
    assertThat(late.await("patch").getJsonObject("from")).isEqualTo(cursor);

    var stranger = house.device(MIRA, "student", Optional.of(cursor.copy().put("tag", "another")));
    stranger.await("view");
  }

  @Test
  void a_clock_exchange_is_echoed_and_beats_come_in_silence() {
    var mira = house.device(MIRA, "student");
    mira.send(new JsonObject().put("t", "clock").put("t0", 12.5));
    var answer = mira.await("clock");
    assertThat(answer.getDouble("t0")).isEqualTo(12.5);
    assertThat(answer.getLong("t1")).isLessThanOrEqualTo(answer.getLong("t2"));
    assertThat(answer.getJsonObject("clock").getInteger("speed")).isEqualTo(1);
    mira.await("beat");
    mira.await("beat");
  }

  private static JsonObject schedule() {
    return new JsonObject().put("schedule", "main");
  }
}
