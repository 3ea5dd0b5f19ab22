package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.access.SignedIn;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a device does that it should not: each time a number, and nothing has changed.
final class MisbehaviourTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void frames_that_make_no_sense_get_numbers_and_the_third_ends_it() {
    var before = house.desk.state().cursor();
    var mira = house.device(MIRA, "student");
    mira.send("{");
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1001);
    mira.send("{\"t\":\"dance\"}");
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1002);
    mira.send("{\"t\":\"clock\",\"t0\":1,\"who\":2}");
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1003);
    assertThat(mira.closeCode()).isEqualTo(4510);
    assertThat(house.desk.state().cursor()).isEqualTo(before);
  }

  @Test
  void what_is_not_text_or_too_long_or_not_utf_8_ends_it() {
    var binary = house.device(MIRA, "student");
    binary.sendBytes(new byte[] {1, 2, 3});
    assertThat(binary.closeCode()).isEqualTo(1003);

    var broken = house.device(NOAH, "student");
    broken.send(WebSocketFrame.textFrame("{", false));
    broken.send(
        WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {(byte) 0xC3, 0x28}), true));
    assertThat(broken.closeCode()).isEqualTo(1007);

    var long1 = house.device(ABEL, "helper");
    for (int i = 0; i < 3; i++) {
      long1.send(
          i == 0
              ? WebSocketFrame.textFrame("x".repeat(4000), false)
              : WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(4000)), false));
    }
    assertThat(long1.closeCode()).isEqualTo(1009);

    var long2 = house.device(LENA, "leader");
    long2.send("x".repeat(5000));
    assertThat(long2.closeCode()).isIn(1009, 1002, 1006);

    var disorder = house.device(LENA, "leader");
    disorder.send(WebSocketFrame.continuationFrame(Buffer.buffer("{}"), true));
    assertThat(disorder.closeCode()).isIn(1002, 1006);

    // The house still stands.
    house.device(MIRA, "student").await("view");
  }

  @Test
  void nobody_does_what_is_not_hers_to_do() {
    var before = house.desk.state().cursor();
    var mira = house.device(MIRA, "student");
    var forNoah = new JsonObject().put("kind", "work").put("student", NOAH.value());
    assertThat(mira.ask("help.ask", forNoah).getInteger("code")).isEqualTo(2001);
    for (var kind :
        Map.of(
                "timeline.pause", new JsonObject().put("schedule", "main"),
                "help.claim", new JsonObject().put("help", "h"),
                "duty.start", new JsonObject(),
                "arrival.mark", new JsonObject().put("student", "noah").put("station", "clay"),
                "clock.jump", new JsonObject())
            .entrySet()) {
      assertThat(mira.ask(kind.getKey(), kind.getValue()).getInteger("code")).isEqualTo(2001);
    }
    var board = house.device(LOBBY, "board");
    assertThat(board.ask("help.ask", new JsonObject().put("kind", "work")).getInteger("code"))
        .isEqualTo(2001);
    var lena = house.device(LENA, "leader");
    assertThat(lena.ask("clock.jump", new JsonObject()).getInteger("code")).isEqualTo(2011);
    assertThat(house.desk.state().cursor()).isEqualTo(before);
  }

  @Test
  void a_command_of_another_version_has_a_number_and_changes_nothing_b61() {
    var before = house.desk.state().cursor();
    var lena = house.device(LENA, "leader");
    var id = UUID.randomUUID().toString();
    lena.send(Device.command(id, "help.steal", new JsonObject()));
    var error = lena.await("error");
    assertThat(error.getString("id")).isEqualTo(id);
    assertThat(error.getInteger("code")).isEqualTo(1005);
    assertThat(error.getString("detail")).contains("kind");
    lena.send(new JsonObject().put("t", "clock").put("t0", 1));
    lena.await("clock");
    assertThat(house.desk.state().cursor()).isEqualTo(before);
  }

  @Test
  void another_students_request_and_place_are_out_of_reach_b53() {
    var noah = house.device(NOAH, "student");
    var asked = noah.ask("help.ask", new JsonObject().put("kind", "work"));
    var hers = new JsonObject().put("help", asked.getJsonObject("result").getString("help"));
    var before = house.desk.state().cursor();
    var mira = house.device(MIRA, "student");
    for (var kind : List.of("help.cancel", "help.done")) {
      var refused = mira.ask(kind, hers);
      assertThat(refused.getInteger("code")).as(kind).isEqualTo(2001);
      assertThat(refused.fieldNames()).as(kind).doesNotContain("row", "args");
    }
    var place = new JsonObject().put("student", "noah").put("station", "clay");
    mira.send(Device.command(UUID.randomUUID().toString(), "arrival.report", place));
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1003);
    assertThat(house.desk.state().cursor()).isEqualTo(before);
    assertThat(house.desk.state().floor().help().open()).hasSize(1);
  }

  @Test
  void no_answer_to_a_guess_says_anything_of_another_student_b51() {
    var noah = house.device(NOAH, "student");
    var text = new JsonObject().put("kind", "person").put("text", "canary about home");
    var asked = noah.ask("help.ask", text).getString("id");
    var mira = house.device(MIRA, "student");
    mira.await("view");
    var hers = new JsonObject().put("help", asked);
    for (var kind :
        List.of("cancel", "done", "here", "stuck", "reopen", "undo", "decline", "claim", "keep")) {
      var body = kind.equals("keep") ? hers.copy().put("epoch", 0) : hers;
      assertThat(mira.ask("help." + kind, body).getString("t")).as(kind).isEqualTo("refused");
    }
    var trying = hers.copy().put("on", true);
    assertThat(mira.ask("help.trying", trying).getString("t")).isEqualTo("refused");
    assertThat(mira.seen.toString()).doesNotContain("canary", "Noah", "noah");
  }

  @Test
  void who_is_too_fast_is_told_to_wait_and_then_sent_away() {
    var mira = house.device(MIRA, "student");
    for (int i = 0; i < 12; i++) {
      mira.send(
          Device.command(
              UUID.randomUUID().toString(),
              "prompt.ack",
              new JsonObject().put("block", "main/b9")));
    }
    var busy = mira.await(frame -> Integer.valueOf(2004).equals(frame.getInteger("code")));
    assertThat(busy.getBoolean("retry")).isTrue();
    assertThat(busy.getLong("retryAfterMs")).isPositive();
    for (int i = 0; i < 90; i++) {
      mira.send(
          Device.command(
              UUID.randomUUID().toString(),
              "prompt.ack",
              new JsonObject().put("block", "main/b9")));
    }
    assertThat(mira.closeCode()).isEqualTo(4129);
  }

  @Test
  void the_oldest_of_too_many_sockets_leaves() {
    var first = house.device(MIRA, "student");
    house.device(MIRA, "student");
    house.device(MIRA, "student");
    assertThat(first.closeCode()).isEqualTo(4509);
  }

  @Test
  void who_signed_out_is_gone_from_open_sockets() {
    var mira = house.device(MIRA, "student");
    Await.on(house.door.signOutEverywhere(MIRA));
    assertThat(mira.closeCode()).isEqualTo(4501);
  }

  @Test
  void a_session_that_vanished_without_a_word_is_noticed() {
    var link = Await.on(house.door.link(MIRA, java.time.Duration.ofMinutes(1)));
    var entered = Await.on(house.door.enterByLink(link)).orElseThrow();
    var device = house.knock();
    SignedIn who = entered.who();
    device.send(
        TestHouse.hello(Await.on(house.door.ticket(who)), "student", java.util.Optional.empty()));
    device.await("welcome");
    Await.on(house.store.remove("session:" + who.session().value()));
    assertThat(device.closeCode()).isEqualTo(4501);
  }

  @Test
  void a_device_that_does_not_read_is_sent_away_and_others_are_not_b37() {
    var slow = house.device(LENA, "leader");
    slow.socket.pause();
    var abel = house.device(ABEL, "helper");
    abel.await("view");
    var big =
        new dev.carillon.wire.ServerFrame.Nonsense(
            dev.carillon.wire.WireError.TOO_FAST, "x".repeat(60_000));
    var message = Message.shared(big);
    // Far more than the network between them holds: as a day of patches would.
    await()
        .until(
            () -> {
              house.gateway.flood(LENA, message, 50);
              return slow.isClosed()
                  || house.metrics.find("carillon.closes").tag("reason", "slow-reader").counter()
                      != null;
            });
    assertThat(house.metrics.get("carillon.closes").tag("reason", "slow-reader").counter().count())
        .isEqualTo(1);
    // What waited for it was bounded: the rest of the flood was left out.
    assertThat(
            house.metrics.get("carillon.outbound.dropped").tag("reason", "slow-reader").counter())
        .satisfies(dropped -> assertThat(dropped.count()).isPositive());
    assertThat(abel.ask("duty.start", new JsonObject()).getString("t")).isEqualTo("done");
  }

  @Test
  void a_stop_is_announced_and_ends_with_come_back() {
    var devices = List.of(house.device(MIRA, "student"), house.device(ABEL, "helper"));
    var stopped = house.gateway.stop();
    for (var device : devices) {
      assertThat(device.await("goaway").getLong("afterMs")).isBetween(0L, 300L);
      assertThat(device.closeCode()).isEqualTo(4000);
    }
    Await.on(stopped);
  }
}
