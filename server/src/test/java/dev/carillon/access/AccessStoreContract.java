package dev.carillon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Await;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every keeper of access must do.
public abstract class AccessStoreContract {
  private static final Duration LONG = Duration.ofMinutes(5);

  protected abstract AccessStore store();

  /// Lets the time go by.
  protected abstract void pass(Duration time);

  @Test
  void what_is_put_is_there_until_it_is_removed_or_too_old() {
    Await.on(store().put("a", "1", LONG));
    assertThat(Await.on(store().get("a"))).contains("1");
    Await.on(store().remove("a"));
    assertThat(Await.on(store().get("a"))).isEmpty();
    Await.on(store().put("b", "2", Duration.ofMillis(50)));
    pass(Duration.ofMillis(60));
    assertThat(Await.on(store().get("b"))).isEmpty();
  }

  @Test
  void of_two_takers_one_gets_it() {
    Await.on(store().put("c", "3", LONG));
    var one = store().take("c");
    var two = store().take("c");
    assertThat(Await.on(one).isPresent() ^ Await.on(two).isPresent()).isTrue();
    assertThat(Await.on(store().get("c"))).isEmpty();
  }

  @Test
  void a_set_has_its_members() {
    assertThat(Await.on(store().members("d"))).isEmpty();
    Await.on(store().add("d", "x", LONG));
    Await.on(store().add("d", "y", LONG));
    Await.on(store().add("d", "x", LONG));
    assertThat(Await.on(store().members("d"))).containsExactlyInAnyOrder("x", "y");
    Await.on(store().remove("d"));
    assertThat(Await.on(store().members("d"))).isEmpty();
  }

  @Test
  void everybody_hears_that_a_session_is_over() throws InterruptedException {
    BlockingQueue<SessionRef> heard = new LinkedBlockingQueue<>();
    store().onOver(heard::add);
    Await.on(store().announce(new SessionRef("s")));
    assertThat(heard.poll(Await.SECONDS, TimeUnit.SECONDS)).isEqualTo(new SessionRef("s"));
  }
}
