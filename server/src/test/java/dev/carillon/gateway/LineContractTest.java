package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.gateway.Line.Transport;
import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ServerFrame.Nonsense;
import dev.carillon.wire.WireError;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds by whichever way a device is connected.
final class LineContractTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_call_for_help_is_answered_and_seen_by_both(Transport by) {
    var mira = device(by, MIRA, "student");
    mira.await("view");
    var abel = device(by, ABEL, "helper");
    abel.ask("duty.start", new JsonObject());
    var asked = mira.ask("help.ask", new JsonObject().put("kind", "work"));
    assertThat(asked.getString("t")).isEqualTo("done");
    var help = asked.getJsonObject("result").getString("help");
    abel.awaitRow("help", row -> help.equals(row.getString("id")));
    assertThat(abel.ask("help.claim", new JsonObject().put("help", help)).getString("t"))
        .isEqualTo("done");
    mira.awaitRow("help", row -> "claimed".equals(row.getString("state")));

    mira.send(
        new JsonObject()
            .put("t", "receipt")
            .put("of", "prompt")
            .put("id", promptIn(mira, help))
            .put("stage", "shown"));
    abel.awaitEver(frame -> isReached(frame, help));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_command_sent_twice_gets_the_same_answer(Transport by) {
    var mira = device(by, MIRA, "student");
    var id = UUID.randomUUID().toString();
    var first = mira.ask(id, "help.ask", new JsonObject().put("kind", "work"));
    assertThat(mira.ask(id, "help.ask", new JsonObject().put("kind", "work"))).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void a_bell_rung_by_hand_rings_everywhere(Transport by) {
    var mira = device(by, MIRA, "student");
    mira.await("view");
    var lena = device(by, LENA, "leader");
    lena.ask("timeline.ring", new JsonObject().put("schedule", "main"));
    assertThat(mira.await("ring").getString("kind")).isEqualTo("manual");
  }

  @ParameterizedTest
  @EnumSource
  void the_clock_is_answered_and_silence_is_broken_by_beats(Transport by) {
    var mira = device(by, MIRA, "student");
    mira.send(new JsonObject().put("t", "clock").put("t0", 12.5));
    var answer = mira.await("clock");
    assertThat(answer.getDouble("t0")).isEqualTo(12.5);
    assertThat(answer.getLong("t1")).isLessThanOrEqualTo(answer.getLong("t2"));
    mira.await("beat");
    mira.await("beat");
  }

  @ParameterizedTest
  @EnumSource
  void a_device_that_returns_with_its_cursor_gets_a_patch(Transport by) {
    var cursor = device(by, MIRA, "student").await("view").getJsonObject("cursor");
    device(by, MIRA, "student").ask("help.ask", new JsonObject().put("kind", "work"));
    var again = knock(by);
    again.send(TestHouse.hello(house.ticket(MIRA), "student", Optional.of(cursor)));
    assertThat(again.await("patch").getJsonObject("from")).isEqualTo(cursor);
    assertThat(again.seen).noneMatch(frame -> frame.getString("t").equals("view"));
  }

  @ParameterizedTest
  @EnumSource
  void a_ticket_opens_one_line_and_only_her_own_screen(Transport by) {
    var ticket = house.ticket(MIRA);
    var first = knock(by);
    first.send(TestHouse.hello(ticket, "student", Optional.empty()));
    first.await("welcome");
    var second = knock(by);
    second.send(TestHouse.hello(ticket, "student", Optional.empty()));
    assertThat(second.await("error").getInteger("code")).isEqualTo(1009);
    assertThat(second.closeCode()).isEqualTo(4503);

    var curious = knock(by);
    curious.send(TestHouse.hello(house.ticket(MIRA), "leader", Optional.empty()));
    assertThat(curious.await("error").getInteger("code")).isEqualTo(1010);
    assertThat(curious.closeCode()).isEqualTo(4503);
    assertThat(curious.seen).noneMatch(frame -> frame.getString("t").equals("view"));
  }

  @ParameterizedTest
  @EnumSource
  void who_says_something_else_than_hello_is_told_and_sent_away(Transport by) {
    var rude = knock(by);
    rude.send(new JsonObject().put("t", "clock").put("t0", 1));
    assertThat(rude.await("error").getInteger("code")).isEqualTo(1006);
    assertThat(rude.closeCode()).isEqualTo(4008);
  }

  @ParameterizedTest
  @EnumSource
  void the_third_frame_that_makes_no_sense_ends_it(Transport by) {
    var mira = device(by, MIRA, "student");
    mira.send("{");
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1001);
    mira.send("{\"t\":\"dance\"}");
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1002);
    mira.send("{\"t\":\"clock\",\"t0\":1,\"who\":2}");
    assertThat(mira.await("error").getInteger("code")).isEqualTo(1003);
    assertThat(mira.closeCode()).isEqualTo(4510);
  }

  @ParameterizedTest
  @EnumSource
  void who_signed_out_is_gone_at_once(Transport by) {
    var mira = device(by, MIRA, "student");
    Await.on(house.door.signOutEverywhere(MIRA));
    assertThat(mira.closeCode()).isEqualTo(4501);
    await().untilAsserted(() -> assertThat(house.gateway.sockets(MIRA)).isZero());
  }

  @ParameterizedTest
  @EnumSource
  void the_oldest_of_too_many_leaves(Transport by) {
    var first = device(by, MIRA, "student");
    device(by, MIRA, "student");
    device(by, MIRA, "student");
    assertThat(first.closeCode()).isEqualTo(4509);
  }

  @ParameterizedTest
  @EnumSource
  void who_is_too_fast_is_told_to_wait_and_then_sent_away(Transport by) {
    var mira = device(by, MIRA, "student");
    var frame = new JsonObject().put("t", "receipt").put("of", "agenda").put("id", "main@1");
    for (int i = 0; i < 90; i++) {
      mira.send(frame.copy().put("stage", "armed"));
    }
    assertThat(mira.closeCode()).isIn(4129, 4510);
  }

  @ParameterizedTest
  @EnumSource
  void a_stop_is_announced_and_ends_with_come_back(Transport by) {
    var mira = device(by, MIRA, "student");
    var stopped = house.gateway.stop();
    if (by == Transport.POLLS) {
      // Nobody may be asking just then; a call that finds nobody says the same.
      assertThat(mira.closeCode()).isIn(4000, 1006);
    } else {
      assertThat(mira.await("goaway").getLong("afterMs")).isBetween(0L, 300L);
      assertThat(mira.closeCode()).isEqualTo(4000);
    }
    Await.on(stopped);
  }

  /// A device that takes nothing from its line: what waits for it is bounded, and when it reads
  /// again it is told everything anew.
  @ParameterizedTest
  @EnumSource(names = "POLLS")
  void what_waits_for_a_device_is_bounded_and_made_good_with_a_whole_view(Transport by) {
    var idle = new CallingDevice(house, false);
    idle.device.send(TestHouse.hello(house.ticket(LENA), "leader", Optional.empty()));
    idle.device.await("view");
    idle.stopReading();
    var message = Message.shared(new Nonsense(WireError.TOO_FAST, "x".repeat(60_000)));
    await()
        .until(
            () -> {
              house.gateway.flood(LENA, message, 5);
              return house.metrics.find("carillon.outbound.dropped").counter() != null;
            });
    idle.goOn();
    idle.device.await("view");
    assertThat(idle.device.isClosed()).isFalse();
  }

  private Device device(Transport by, PersonId who, String screen) {
    var device = knock(by);
    device.send(TestHouse.hello(house.ticket(who), screen, Optional.empty()));
    device.await("welcome");
    return device;
  }

  private Device knock(Transport by) {
    return switch (by) {
      case WEBSOCKET -> house.knock();
      case EVENTS -> new CallingDevice(house, true).device;
      case POLLS -> new CallingDevice(house, false).device;
    };
  }

  private static String promptIn(Device mira, String help) {
    var frame =
        mira.seen.stream()
            .filter(it -> it.encode().contains("\"claimed\""))
            .findFirst()
            .orElseThrow();
    var rows = frame.getJsonObject(frame.containsKey("set") ? "set" : "tables");
    var row = rows.getJsonArray("help").getJsonObject(0);
    return help + "@" + row.getInteger("version");
  }

  private static boolean isReached(JsonObject frame, String help) {
    return "receipts".equals(frame.getString("t"))
        && frame.getJsonArray("reached").stream()
            .map(JsonObject.class::cast)
            .anyMatch(
                row -> help.equals(row.getString("id")) && "shown".equals(row.getString("stage")));
  }
}
