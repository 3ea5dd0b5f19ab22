package dev.carillon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The log's time as a node reckons it, with a monotonic clock moved by hand.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FloorTimeTest {
  private static final long SOURCE = 1_789_000_000_000L;

  private final AtomicLong monotonicMs = new AtomicLong(5_000);
  private final FloorTime time = new FloorTime(() -> monotonicMs.get() * 1_000_000);

  @Test
  void it_goes_on_with_this_node_s_own_clock() {
    time.learn(5_000, 5_002, SOURCE);
    monotonicMs.set(65_001);
    assertThat(time.sourceMs()).isBetween(SOURCE + 59_999, SOURCE + 60_001);
  }

  @Test
  void the_answer_with_the_shortest_way_is_believed() {
    time.learn(5_000, 5_100, SOURCE + 90);
    time.learn(5_200, 5_201, SOURCE + 200);
    time.learn(5_300, 5_500, SOURCE + 480);
    monotonicMs.set(6_000);
    assertThat(time.sourceMs()).isBetween(SOURCE + 998, SOURCE + 1_001);
  }

  @Test
  void a_step_of_the_source_is_not_followed_but_counted() {
    time.learn(5_000, 5_001, SOURCE);
    time.learn(6_000, 6_001, SOURCE + 1_000 + 3_600_000);
    time.learn(7_000, 7_001, SOURCE + 2_000 - 400);
    monotonicMs.set(8_000);
    assertThat(time.sourceMs()).isBetween(SOURCE + 2_999, SOURCE + 3_001);
    assertThat(time.steps()).isEqualTo(2);
  }

  @Test
  void it_never_runs_backwards() {
    time.learn(5_000, 5_200, SOURCE + 300);
    monotonicMs.set(5_300);
    long before = time.sourceMs();
    time.learn(5_299, 5_300, SOURCE + 300);
    assertThat(time.sourceMs()).isEqualTo(before);
    monotonicMs.set(5_600);
    assertThat(time.sourceMs()).isGreaterThan(before);
  }
}
