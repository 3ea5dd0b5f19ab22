package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// A rehearsed day's time goes on only as far as it is let.
final class TimeGateTest {
  private final AtomicLong keeper = new AtomicLong(1_000);
  private final TimeGate gate = new TimeGate();

  @Test
  void nothing_begins_before_it_is_let_on() {
    open();
    keeper.set(9_000);
    assertThat(gate.nowMs()).isEqualTo(1_000);
  }

  @Test
  void time_stands_where_somebody_is_waited_for_and_does_not_catch_up_afterwards() {
    open();
    gate.letOn(1_500);
    keeper.set(1_200);
    assertThat(gate.nowMs()).isEqualTo(1_200);
    keeper.set(60_000);
    assertThat(gate.nowMs()).isEqualTo(1_500);
    gate.letOn(2_500);
    assertThat(gate.nowMs()).isEqualTo(1_500);
    keeper.set(60_300);
    assertThat(gate.nowMs()).isEqualTo(1_800);
  }

  @Test
  void what_nobody_looked_at_while_it_stood_is_not_made_up_for_either() {
    open();
    keeper.set(60_000);
    gate.letOn(5_000);
    assertThat(gate.nowMs()).isEqualTo(1_000);
  }

  @Test
  void nobody_is_let_back() {
    open();
    gate.letOn(3_000);
    keeper.set(2_500);
    gate.letOn(1_100);
    assertThat(gate.nowMs()).isEqualTo(2_500);
  }

  @Test
  void the_server_and_its_people_follow_one_time() {
    var servers = gate.before(keeper::get);
    gate.letOn(2_000);
    keeper.set(1_700);
    gate.heard(1_234);
    assertThat(servers.sourceMs()).isEqualTo(gate.nowMs()).isEqualTo(1_700);
  }

  private void open() {
    var _ = gate.before(keeper::get);
  }
}
