package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.desk.Publication;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Touched;
import dev.carillon.view.Audience.OfLeaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Devices that come and go while the floor is not known yet.
final class AudiencesTest {
  private final Audiences audiences =
      new Audiences(
          new GatewayMetrics(new SimpleMeterRegistry()),
          System::currentTimeMillis,
          TestHouse.QUICK,
          new MemoryPresenceStore(InstantSource.system()),
          _ -> Future.failedFuture("there is no desk"));

  @AfterEach
  void close() {
    audiences.stop();
  }

  @Test
  void who_left_before_the_floor_was_known_is_not_let_in_afterwards() {
    var left = session();
    var stays = session();
    audiences.join(left, new OfLeaders(), Optional.empty(), _ -> {});
    audiences.leave(left, new OfLeaders(), Duration.ZERO);
    var shown = Promise.<List<Session>>promise();
    audiences.join(
        stays,
        new OfLeaders(),
        Optional.empty(),
        window -> shown.complete(List.copyOf(window.sessions)));

    audiences.publish(
        new Publication(
            Cursor.START,
            Cursor.START,
            Fixtures.floor(),
            Touched.WHOLE,
            List.of(),
            FloorClock.REAL));

    assertThat(Await.on(shown.future())).containsExactly(stays);
    assertThat(audiences.bells().now().clocks().devices()).isLessThan(2);
  }

  /// Of a session only that it is there matters here: it belongs to no socket.
  private static Session session() {
    return new Session(new Loop(null, null), null, null);
  }
}
