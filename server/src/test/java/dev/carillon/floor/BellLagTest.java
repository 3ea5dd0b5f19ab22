package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.BellMissed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A building whose bell is early or late, on a day that is steered: the bell goes along with its
/// edge, and rings once.
@ExtendWith(KeptInLogs.class)
final class BellLagTest {
  private static final Steer EXTEND = Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS));
  private static final Steer ADVANCE = Fixtures.steer(new Control.Advance(false));
  private static final Steer PAUSE = Fixtures.steer(new Control.Pause());
  private static final Steer CATCH_UP =
      Fixtures.steer(new Control.Resume(new Ripple.AbsorbCurrent()));
  private static final Steer RESUME = Fixtures.steer(new Control.Resume(Ripple.COMPRESS));

  private final Scene early = lagging(Duration.ofMinutes(-1));
  private final Scene late = lagging(Duration.ofSeconds(37));

  private static Scene lagging(Duration lag) {
    var school = Fixtures.school(PhaseTest.lagging(lag));
    return new Scene(Floor.opened(Fixtures.dayOpened(school, Fixtures.day())));
  }

  private static List<String> moves(Scene day, String block) {
    return day.rings().stream().filter(ring -> ring.startsWith(block + "/move")).toList();
  }

  @Test
  void an_early_bell_moves_with_the_block_that_is_extended_d12_d17() {
    early.and(LENA, "09:30", EXTEND).until("10:00");
    assertThat(moves(early, "b4")).containsExactly("b4/move 09:49");
    assertThat(early.starts().get(3)).isEqualTo("09:50");
  }

  /// They are on their way already: no screen could call them back.
  @Test
  void a_block_cannot_be_extended_once_the_early_bell_of_the_next_has_rung_d12_d17() {
    early.until("09:44:30");
    assertThat(early.isRefused(LENA, "09:44:30", EXTEND)).isEqualTo(Refusal.NEXT_HAS_RUNG);
    early.until("10:00");
    assertThat(early.starts().get(3)).isEqualTo("09:45");
    assertThat(moves(early, "b4")).containsExactly("b4/move 09:44");
    early.and(LENA, "10:00", EXTEND);
  }

  @Test
  void a_block_ended_after_its_early_bell_has_rung_rings_no_second_time_d12_d20() {
    early.and(LENA, "10:19:30", ADVANCE).until("10:30");
    assertThat(early.starts().get(4)).isEqualTo("10:19:32");
    assertThat(moves(early, "b5")).containsExactly("b5/move 10:19");
    assertThat(early.events(BellMissed.class)).isEmpty();
  }

  @Test
  void a_late_bell_waits_for_the_end_of_a_pause_d12_d14() {
    late.and(LENA, "08:33:00", PAUSE).until("08:40:59");
    assertThat(moves(late, "b2")).isEmpty();
    late.and(LENA, "08:41:00", RESUME).until("09:00");
    assertThat(moves(late, "b2")).containsExactly("b2/move 08:43:37");
    assertThat(late.events(BellMissed.class)).isEmpty();
  }

  @Test
  void a_pause_between_an_edge_and_its_late_bell_only_puts_the_bell_off_d12_d14() {
    late.and(LENA, "08:35:10", PAUSE).until("08:40:59");
    assertThat(moves(late, "b2")).isEmpty();
    late.and(LENA, "08:41:00", RESUME).asleepUntil("08:41:00").until("09:00");
    assertThat(moves(late, "b2")).containsExactly("b2/move 08:41");
    assertThat(late.rings()).contains("b2/tardy 08:45:27");
    assertThat(late.events(BellMissed.class)).isEmpty();
  }

  @Test
  void a_pause_that_is_over_before_the_late_bell_changes_nothing_for_it_d12_d14() {
    late.and(LENA, "08:35:10", PAUSE).and(LENA, "08:35:20", RESUME).until("09:00");
    assertThat(moves(late, "b2")).containsExactly("b2/move 08:35:37");
  }

  @Test
  void what_would_have_rung_while_the_block_ate_its_pause_stays_silent_d12_d15() {
    late.and(LENA, "08:37:00", PAUSE).and(LENA, "08:41:00", CATCH_UP).until("09:00");
    assertThat(moves(late, "b2")).containsExactly("b2/move 08:35:37");
    assertThat(late.rings()).noneMatch(ring -> ring.startsWith("b2/tardy"));
  }

  @Test
  void a_late_bell_is_as_late_after_a_block_that_was_ended_early_d12_d20() {
    late.and(LENA, "10:00:00", ADVANCE).until("10:30");
    assertThat(late.starts().get(4)).isEqualTo("10:00:02");
    assertThat(moves(late, "b5")).containsExactly("b5/move 10:00:39");
  }
}
