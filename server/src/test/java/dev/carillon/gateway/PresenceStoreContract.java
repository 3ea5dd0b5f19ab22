package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.wire.ClientFrame.Stage;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every keeper of presence must do.
public abstract class PresenceStoreContract {
  private static final Sighting FIRST =
      new Sighting(
          Fixtures.DATE,
          Set.of(ABEL),
          Map.of(MIRA, Fixtures.at("08:12")),
          Map.of("h-1@3", Stage.SHOWN),
          Map.of("websocket", 3, "polls", 1));

  private static final Sighting SECOND =
      new Sighting(Fixtures.DATE, Set.of(MIRA), Map.of(), Map.of(), Map.of());

  protected abstract PresenceStore store();

  /// Puts something that runs out, and lets that time go by.
  protected abstract void fallSilent(String node, Sighting sighting);

  @Test
  void each_node_is_heard_with_what_it_said_last() {
    Await.on(store().put("one", SECOND));
    Await.on(store().put("one", FIRST));
    Await.on(store().put("two", SECOND));
    assertThat(Await.on(store().all())).isEqualTo(Map.of("one", FIRST, "two", SECOND));

    Await.on(store().remove("two"));
    assertThat(Await.on(store().all())).isEqualTo(Map.of("one", FIRST));
    Await.on(store().remove("one"));
    assertThat(Await.on(store().all())).isEmpty();
  }

  @Test
  void a_node_that_falls_silent_is_forgotten_and_heard_again_when_it_speaks() {
    fallSilent("three", FIRST);
    assertThat(Await.on(store().all())).isEmpty();
    Await.on(store().put("three", SECOND));
    assertThat(Await.on(store().all())).isEqualTo(Map.of("three", SECOND));
    Await.on(store().remove("three"));
  }
}
