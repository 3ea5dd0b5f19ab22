package dev.carillon.gateway;

import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.gateway.GatewayOptions.Timing;
import io.vertx.core.Promise;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may open a socket at all, and what the first frame must be.
final class HandshakeTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void only_our_own_origin_opens_a_socket() {
    int port = house.gateway.port();
    var bad =
        List.of(
            "null",
            "",
            "http://127.0.0.1",
            "http://127.0.0.1:" + (port + 1),
            "http://127.0.0.1:" + port + "/",
            "http://127.0.0.1:" + port + ".evil.example",
            "http://127.0.0.1:" + port + "@evil.example",
            "http://evil.example:" + port,
            "http://evil.example/http://127.0.0.1:" + port,
            "https://127.0.0.1:" + port,
            "ws://127.0.0.1:" + port,
            "HTTP://127.0.0.1:" + port,
            "http://LOCALHOST:" + port,
            "http://localhost.:" + port,
            "http://127.1:" + port,
            "http://127.000.000.001:" + port,
            "http://[::1]:" + port,
            "http://2130706433:" + port,
            "http://0.0.0.0:" + port,
            "http://sub.localhost:" + port,
            "http://xn--lcalhost-54a:" + port,
            "http://127.0.0.1:" + port + " http://evil.example",
            "http://127.0.0.1:" + port + ",http://evil.example",
            "file://",
            "chrome-extension://abcdef",
            "*");
    assertThat(bad).hasSizeGreaterThanOrEqualTo(20);
    for (var origin : bad) {
      assertThat(statusOf(Device.options(port, origin))).as(origin).isEqualTo(403);
    }
    var none =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/ws")
            .setAllowOriginHeader(false)
            .addSubProtocol("carillon.v1");
    assertThat(statusOf(none)).isEqualTo(403);
    house.knock().socket.close();
  }

  @Test
  void another_protocol_and_another_path_are_refused() {
    int port = house.gateway.port();
    var other =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/ws")
            .addHeader("Origin", house.origin())
            .addSubProtocol("carillon.v2");
    assertThat(statusOf(other)).isEqualTo(400);
    assertThat(statusOf(Device.options(port, house.origin()).setURI("/wss"))).isEqualTo(404);
  }

  @Test
  void who_says_no_hello_is_sent_away_and_may_come_back() {
    assertThat(house.knock().closeCode()).isEqualTo(4008);
  }

  @Test
  void the_first_frame_is_hello_and_it_is_said_once() {
    var rude = house.knock();
    rude.send(new JsonObject().put("t", "clock").put("t0", 1));
    assertThat(rude.await("error").getInteger("code")).isEqualTo(1006);
    var chatty = house.device(MIRA, "student");
    chatty.send(TestHouse.hello("x", "student", Optional.empty()));
    assertThat(chatty.await("error").getInteger("code")).isEqualTo(1007);
  }

  @Test
  void a_ticket_opens_one_socket() {
    var ticket = house.ticket(MIRA);
    var first = house.knock();
    first.send(TestHouse.hello(ticket, "student", Optional.empty()));
    first.await("welcome");
    var second = house.knock();
    second.send(TestHouse.hello(ticket, "student", Optional.empty()));
    assertThat(second.await("error").getInteger("code")).isEqualTo(1009);
    assertThat(second.closeCode()).isEqualTo(4503);
  }

  @Test
  void a_student_opens_no_other_screen() {
    for (var screen : List.of("helper", "leader", "board")) {
      var mira = house.knock();
      mira.send(TestHouse.hello(house.ticket(MIRA), screen, Optional.empty()));
      assertThat(mira.await("error").getInteger("code")).isEqualTo(1010);
      assertThat(mira.closeCode()).isEqualTo(4503);
      assertThat(mira.seen).noneMatch(frame -> frame.getString("t").equals("view"));
    }
  }

  @Test
  void half_a_head_does_not_hold_a_connection() {
    var impatient =
        new Timing(
            TestHouse.QUICK.hello(),
            TestHouse.QUICK.beat(),
            TestHouse.QUICK.slow(),
            TestHouse.QUICK.drain(),
            TestHouse.QUICK.recheck(),
            Duration.ofMillis(200),
            TestHouse.QUICK.grace(),
            TestHouse.QUICK.shown());
    try (var other = new TestHouse(impatient, Optional.empty())) {
      var ended = Promise.<Void>promise();
      var net = other.vertx.createNetClient();
      var connection = Await.on(net.connect(other.gateway.port(), "127.0.0.1"));
      connection.closeHandler(_ -> ended.tryComplete());
      connection.write("GET /api/v1/session HTTP/1.1\r\nHost: a\r\nX-Half: ");
      Await.on(ended.future());
      // Whoever said what she wants stays.
      var device = other.device(MIRA, "student");
      device.await("beat");
      device.await("beat");
      assertThat(device.isClosed()).isFalse();
    }
  }

  private int statusOf(WebSocketConnectOptions options) {
    var status = new int[1];
    assertThatThrownBy(() -> Await.on(house.sockets.connect(options)))
        .satisfies(
            thrown -> status[0] = ((UpgradeRejectedException) thrown.getCause()).getStatus());
    return status[0];
  }
}
