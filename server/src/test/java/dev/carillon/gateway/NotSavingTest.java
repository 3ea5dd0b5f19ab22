package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that is there and has lost its store.
final class NotSavingTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void every_device_hears_that_nothing_is_saved_until_it_is_again_b36() {
    var mira = house.device(MIRA, "student");
    var abel = house.device(ABEL, "helper");
    abel.await("beat");
    assertThat(abel.seen).noneMatch(NotSavingTest::saysUnsaved);

    house.isStoreAway = true;
    var id = UUID.randomUUID().toString();
    var ask = Device.command(id, "help.ask", new JsonObject().put("kind", "work"));
    mira.send(ask);
    abel.await(NotSavingTest::saysUnsaved);
    mira.await(NotSavingTest::saysUnsaved);
    assertThat(mira.seen).as("nothing is promised").noneMatch(frame -> isDone(id, frame));

    house.isStoreAway = false;
    // As a device does that was told to try again; who waits still is answered once.
    mira.send(ask);
    var answer = mira.await(frame -> isDone(id, frame));
    var help = answer.getJsonObject("result").getString("help");
    abel.awaitRow("help", row -> help.equals(row.getString("id")));
    assertThat(saysUnsaved(abel.await("beat"))).isFalse();
  }

  private static boolean isDone(String id, JsonObject frame) {
    return "done".equals(frame.getString("t")) && id.equals(frame.getString("id"));
  }

  private static boolean saysUnsaved(JsonObject frame) {
    return "beat".equals(frame.getString("t")) && frame.getBoolean("unsaved", false);
  }
}
