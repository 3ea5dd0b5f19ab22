package dev.carillon.gateway;

import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What keeps the lines over plain calls safe, and lets them through what stands in between.
final class LineCallsTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void another_page_opens_no_line_and_says_nothing_on_one() {
    for (var path : new String[] {LineCalls.EVENTS, LineCalls.POLLS, LineCalls.FRAMES}) {
      assertThat(code(path, Map.of("Origin", house.origin()))).isEqualTo(1105);
      assertThat(code(path, Map.of("X-Carillon", "1"))).isEqualTo(1104);
      assertThat(code(path, Map.of("X-Carillon", "1", "Origin", "http://evil.example")))
          .isEqualTo(1104);
    }
  }

  @Test
  void without_the_secret_of_a_line_nobody_reads_or_speaks_on_it() {
    var mira = device(true);
    var ours = Map.of("Origin", house.origin(), "X-Carillon", "1");
    assertThat(code(LineCalls.FRAMES, ours)).isEqualTo(1106);
    var guess =
        Map.of("Origin", house.origin(), "X-Carillon", "1", "X-Carillon-Line", "0".repeat(32));
    assertThat(code(LineCalls.FRAMES, guess)).isEqualTo(1106);
    assertThat(code(LineCalls.POLLS, guess)).isEqualTo(1106);
    // Nor does the secret of a stream fetch anything.
    var other =
        Map.of("Origin", house.origin(), "X-Carillon", "1", "X-Carillon-Line", mira.secret());
    assertThat(code(LineCalls.POLLS, other)).isEqualTo(1106);
    assertThat(mira.secret()).hasSize(32);
  }

  @Test
  void a_stream_says_that_nothing_in_between_may_hold_or_pack_it() {
    var answer = open(LineCalls.EVENTS);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/event-stream");
    assertThat(answer.getHeader("x-accel-buffering")).isEqualTo("no");
    assertThat(answer.getHeader("cache-control")).contains("no-store").contains("no-transform");
    assertThat(answer.getHeader("content-encoding")).isNull();
    assertThat(answer.getHeader("x-carillon-line")).hasSize(32);
  }

  @Test
  void what_is_not_utf_8_or_too_long_ends_a_line() {
    var broken = device(true);
    say(broken, Buffer.buffer(new byte[] {'{', (byte) 0xC3, 0x28}));
    assertThat(broken.device.closeCode()).isEqualTo(1007);

    var chatty = device(false);
    say(chatty, Buffer.buffer("x".repeat(9_000)));
    assertThat(chatty.device.closeCode()).isEqualTo(1009);
  }

  @Test
  void a_device_that_hangs_up_is_gone_and_its_line_is_forgotten() {
    for (var streams : new boolean[] {true, false}) {
      var mira = device(streams);
      assertThat(house.gateway.sockets(MIRA)).isOne();
      // Between two polls there is nothing to cut.
      await()
          .until(
              () -> {
                mira.hangUp();
                return mira.device.isClosed();
              });
      await().untilAsserted(() -> assertThat(house.gateway.sockets(MIRA)).isZero());
    }
  }

  @Test
  void several_frames_may_come_in_one_call() {
    var mira = device(false);
    var one = new JsonObject().put("t", "clock").put("t0", 1).encode();
    var two = new JsonObject().put("t", "clock").put("t0", 2).encode();
    say(mira, Buffer.buffer(one + "\n" + two));
    assertThat(mira.device.await("clock").getInteger("t0")).isEqualTo(1);
    assertThat(mira.device.await("clock").getInteger("t0")).isEqualTo(2);
  }

  @Test
  void who_is_connected_is_counted_by_the_way_she_came() {
    device(true);
    house.device(NOAH, "student");
    await()
        .untilAsserted(
            () -> {
              assertThat(connections("events")).isEqualTo(1);
              assertThat(connections("websocket")).isEqualTo(1);
              assertThat(connections("polls")).isZero();
            });
  }

  private double connections(String transport) {
    return house
        .metrics
        .get("carillon.connections")
        .tag("role", "student")
        .tag("transport", transport)
        .gauge()
        .value();
  }

  private CallingDevice device(boolean streams) {
    var calling = new CallingDevice(house, streams);
    calling.device.send(TestHouse.hello(house.ticket(MIRA), "student", Optional.empty()));
    calling.device.await("welcome");
    return calling;
  }

  private int code(String path, Map<String, String> headers) {
    return house.call(HttpMethod.POST, path, headers, null).body().getInteger("code");
  }

  private HttpClientResponse open(String path) {
    return Await.on(
        house
            .http
            .request(HttpMethod.POST, house.gateway.port(), "127.0.0.1", path)
            .compose(
                request ->
                    request
                        .putHeader("Origin", house.origin())
                        .putHeader("X-Carillon", "1")
                        .putHeader("Accept-Encoding", "gzip")
                        .send(
                            TestHouse.hello(house.ticket(MIRA), "student", Optional.empty())
                                .encode())));
  }

  private void say(CallingDevice device, Buffer said) {
    Await.on(
        house
            .http
            .request(HttpMethod.POST, house.gateway.port(), "127.0.0.1", LineCalls.FRAMES)
            .compose(
                request ->
                    request
                        .putHeader("Origin", house.origin())
                        .putHeader("X-Carillon", "1")
                        .putHeader("X-Carillon-Line", device.secret())
                        .send(said)));
  }
}
