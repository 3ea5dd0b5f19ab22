package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Timeline.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What was done by mistake is taken back within a minute, unless a bell has told everybody of it.
@ExtendWith(KeptInLogs.class)
final class UndoTest {
  private static final Steer UNDO = steer(new Control.Undo());
  private static final Steer EXTEND = steer(new Control.Extend(5, Ripple.COMPRESS));

  private final Scene day = Scene.opened();

  @Test
  void an_extension_taken_back_restores_every_boundary_d24() {
    day.and(LENA, "09:30:00", EXTEND).and(OMAR, "09:31:00", UNDO);
    assertThat(day.timeline().blocks()).isEqualTo(Fixtures.blocks());
    assertThat(day.timeline().version()).isEqualTo(3);
    assertThat(day.until("09:46").rings()).contains("b3/warning 09:43", "b4/move 09:45");
  }

  @Test
  void after_a_minute_it_is_too_late_d24() {
    day.and(LENA, "09:30:00", EXTEND);
    assertThat(day.isRefused(LENA, "09:31:00.001", UNDO)).isEqualTo(Refusal.UNDO_TOO_LATE);
  }

  @Test
  void after_a_bell_it_is_too_late_d24() {
    day.and(LENA, "09:42:50", steer(new Control.Skip(block("b9"), false)));
    assertThat(day.until("09:43:10").rings()).contains("b3/warning 09:43");
    assertThat(day.isRefused(LENA, "09:43:10", UNDO)).isEqualTo(Refusal.UNDO_TOO_LATE);
  }

  @Test
  void a_bell_that_a_control_silenced_rings_when_it_is_taken_back_in_time() {
    day.and(LENA, "09:42:50", steer(new Control.Trim(1))).and(LENA, "09:42:55", UNDO);
    assertThat(day.until("09:44").rings()).contains("b3/warning 09:43");
  }

  @Test
  void what_would_have_rung_meanwhile_cannot_be_rung_afterwards() {
    day.and(LENA, "09:44:50", steer(new Control.Pause()));
    assertThat(day.isRefused(LENA, "09:45:10", UNDO)).isEqualTo(Refusal.UNDO_TOO_LATE);
  }

  @Test
  void a_pause_taken_back_never_was() {
    day.and(LENA, "09:30:00", steer(new Control.Pause())).and(LENA, "09:30:20", UNDO);
    assertThat(day.timeline().running()).isEqualTo(new Running.Going());
    assertThat(day.until("09:46").rings()).contains("b4/move 09:45");
  }

  @Test
  void a_resumption_taken_back_is_the_pause_it_ended() {
    day.and(LENA, "09:20", steer(new Control.Pause()))
        .and(LENA, "09:25", steer(new Control.Resume(Ripple.COMPRESS)))
        .and(LENA, "09:25:30", UNDO);
    assertThat(day.timeline().running()).isEqualTo(new Running.Paused(at("09:20")));
    assertThat(day.timeline().blocks()).isEqualTo(Fixtures.blocks());
  }

  @Test
  void only_the_last_control_is_taken_back_and_only_once() {
    assertThat(day.isRefused(LENA, "09:29", UNDO)).isEqualTo(Refusal.NOTHING_TO_UNDO);
    day.and(LENA, "09:30:00", EXTEND).and(LENA, "09:30:10", EXTEND).and(LENA, "09:30:20", UNDO);
    assertThat(day.timeline().block(block("b3")).orElseThrow().end()).isEqualTo(at("09:50"));
    assertThat(day.isRefused(LENA, "09:30:30", UNDO)).isEqualTo(Refusal.NOTHING_TO_UNDO);
  }

  @Test
  void what_has_begun_or_was_said_since_cannot_be_taken_back() {
    var catchUp = steer(new Control.Resume(new Ripple.AbsorbCurrent()));
    day.and(LENA, "08:50:00", steer(new Control.Pause())).and(LENA, "09:10:05", catchUp);
    assertThat(day.isRefused(LENA, "09:10:10", UNDO)).isEqualTo(Refusal.UNDO_TOO_LATE);
    day.and(LENA, "09:13:30", steer(new Control.Pause())).and(LENA, "09:14:20", catchUp);
    assertThat(day.isRefused(LENA, "09:14:30", UNDO)).isEqualTo(Refusal.UNDO_TOO_LATE);
  }
}
