package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What fails for one person once stays there.
final class FaultTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_frame_that_fails_for_one_device_is_made_good_and_later_ones_reach_her_b46() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    mira.await("view");
    abel.await("view");

    failsFor(MIRA);

    assertThat(mira.await("view").getJsonObject("tables").isEmpty()).isFalse();
    var help = mira.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");
    abel.ask("help.claim", new JsonObject().put("help", help));
    mira.awaitRow("help", row -> "claimed".equals(row.getString("state")));
    assertThat(mira.isClosed()).isFalse();
    assertThat(abel.seen).filteredOn(frame -> "view".equals(frame.getString("t"))).hasSize(1);
  }

  @Test
  void a_socket_that_breaks_for_one_device_leaves_the_others_and_her_next_one_alone_b46() {
    var broken = house.device(MIRA, "student");
    var other = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var help = other.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");
    // Nonsense below the frames, as a bad radio makes it.
    broken.sendBytes(new byte[] {1, 2, 3});
    abel.ask("help.claim", new JsonObject().put("help", help));
    other.awaitRow("help", row -> "claimed".equals(row.getString("state")));
    assertThat(broken.closeCode()).isEqualTo(1003);
    house.device(MIRA, "student").awaitRow("help", row -> "claimed".equals(row.getString("state")));
  }

  /// A message nobody can write.
  private void failsFor(PersonId who) {
    house.gateway.flood(who, null, 1);
  }
}
