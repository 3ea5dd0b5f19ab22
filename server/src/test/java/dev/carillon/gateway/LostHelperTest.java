package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the floor is told of helpers whose devices are gone.
final class LostHelperTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_helper_whose_tablet_goes_off_is_lost_keeps_whom_she_helps_and_is_found_again_b33() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    var help = mira.ask("help.ask", new JsonObject().put("kind", "work")).getString("id");
    abel.ask("help.claim", new JsonObject().put("help", help));
    abel.ask("help.arrived", new JsonObject().put("help", help).put("epoch", 1));

    abel.socket.close();

    await().until(() -> isLost(ABEL));
    assertThat(house.desk.state().floor().help().find(new HelpId(help)))
        .get()
        .isInstanceOf(Helping.class);
    house.device(ABEL, "helper");
    await().until(() -> !isLost(ABEL));
  }

  @Test
  void a_helper_with_a_tab_at_another_node_is_not_lost_when_one_closes_b34() {
    var other = house.another();
    var rosa = house.device(ROSA, "helper");
    var mira = house.device(MIRA, "student");
    var first = house.device(ABEL, "helper");
    var second = house.device(other, ABEL, "helper");
    await().until(() -> Await.on(house.presence.all()).size() == 2);
    second.await("receipts");

    first.socket.close();
    mira.socket.close();

    // She left last and her grace is over: so his would be.
    rosa.await(frame -> tellsOf(frame, "mira"));
    assertThat(isLost(ABEL)).isFalse();
    second.socket.close();
    await().until(() -> isLost(ABEL));
    // Only where a device of his is can it be said that he is back.
    house.device(other, ABEL, "helper");
    await().until(() -> !isLost(ABEL));
    Await.on(other.stop());
  }

  private boolean isLost(PersonId helper) {
    return house.desk.state().floor().help().team().gone().containsKey(helper);
  }

  private static boolean tellsOf(JsonObject frame, String student) {
    return "presence".equals(frame.getString("t"))
        && frame.getJsonArray("seen", new JsonArray()).stream()
            .anyMatch(row -> student.equals(((JsonObject) row).getString("id")));
  }
}
