package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Result.Moved;
import dev.carillon.school.Id.BlockId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who pays for a delay: the blocks before the anchor, the next one alone, nobody, everybody with
/// consent, or a block that is dropped.
@ExtendWith(KeptInLogs.class)
final class RippleTest {
  private final Scene day = Scene.opened();

  private static Steer resume(Ripple ripple) {
    return steer(new Control.Resume(ripple));
  }

  private static Steer extend(int minutes, Ripple ripple) {
    return steer(new Control.Extend(minutes, ripple));
  }

  private Scene pausedFrom0850() {
    return day.and(LENA, "08:50", steer(new Control.Pause()));
  }

  @Test
  void the_next_block_alone_can_pay_for_a_pause_d16() {
    pausedFrom0850().and(LENA, "08:57", resume(new Ripple.AbsorbNext()));
    assertThat(day.starts())
        .containsSubsequence("08:35", "09:17", "09:45", "10:20", "10:55", "11:30");
  }

  @Test
  void everybody_later_moves_only_when_somebody_consents_d16() {
    pausedFrom0850();
    assertThat(day.isRefused(LENA, "08:57", resume(new Ripple.Shift(false))))
        .isEqualTo(Refusal.CONSENT_NEEDED);
    assertThat(day.reasons(LENA, "08:57", resume(new Ripple.Shift(false))))
        .containsEntry("anchors", "Lunch,B11")
        .containsEntry("byMin", "7");
    day.and(LENA, "08:57", resume(new Ripple.Shift(true)));
    assertThat(day.starts()).contains("09:17", "11:37", "12:12");
    assertThat(day.timeline().blocks().getLast().end()).isEqualTo(at("15:07"));
    assertThat(day.until("15:08").rings()).contains("lunch/move 11:37", "b11/dismiss 15:07");
  }

  @Test
  void a_dropped_block_pays_and_those_after_it_stay() {
    day.and(LENA, "09:30", extend(10, new Ripple.Drop(List.of(block("b4")))));
    assertThat(day.starts()).containsSubsequence("09:10", "10:20", "10:55", "11:30");
    assertThat(day.timeline().block(block("b4"))).isEmpty();
    assertThat(day.timeline().block(block("b3")).orElseThrow().end()).isEqualTo(at("10:20"));
  }

  @Test
  void blocks_before_a_dropped_one_move_and_keep_their_length() {
    day.and(LENA, "09:30", extend(10, new Ripple.Drop(List.of(block("b5")))));
    assertThat(day.starts()).containsSubsequence("09:10", "09:55", "10:55", "11:30");
    var answer = (Moved) day.does(LENA, "09:31", steer(new Control.Pause())).result();
    assertThat(answer.version()).isEqualTo(3);
  }

  @Test
  void blocks_are_dropped_all_or_none() {
    var some = new Ripple.Drop(List.of(block("b4"), block("lunch")));
    assertThat(day.isRefused(LENA, "09:30", extend(10, some))).isEqualTo(Refusal.NO_SLACK);
  }

  @Test
  void what_nobody_can_drop_makes_no_room() {
    assertThat(day.isRefused(LENA, "11:00", extend(5, new Ripple.Drop(List.of(block("lunch"))))))
        .isEqualTo(Refusal.NO_SLACK);
    assertThat(day.isRefused(LENA, "11:00", extend(5, new Ripple.Drop(List.of(block("none"))))))
        .isEqualTo(Refusal.NO_SLACK);
  }

  @Test
  void a_next_block_that_would_be_too_short_does_not_pay() {
    assertThat(day.isRefused(LENA, "09:30", extend(20, new Ripple.AbsorbNext())))
        .isEqualTo(Refusal.NO_SLACK);
    assertThat(day.decide(LENA, "09:30", extend(15, new Ripple.AbsorbNext())))
        .isInstanceOf(Accepted.class);
  }

  /// Each option a leader is offered is accepted when she takes it.
  @ParameterizedTest
  @CsvSource({"09:30, 50", "10:30, 20", "11:00, 10", "13:20, 40", "13:55, 30"})
  void every_option_that_is_offered_works_when_it_is_taken_d18(String time, int minutes) {
    assertThat(day.isRefused(LENA, time, extend(minutes, Ripple.COMPRESS)))
        .isEqualTo(Refusal.NO_SLACK);
    var reasons = day.reasons(LENA, time, extend(minutes, Ripple.COMPRESS));
    assertThat(reasons.get("options")).isNotEmpty();
    for (var option : reasons.get("options").split(",", -1)) {
      var droppable = reasons.getOrDefault("droppable", "none").split(",", -1)[0];
      var taken =
          switch (option) {
            case "less" -> extend(Integer.parseInt(reasons.get("slackMin")), Ripple.COMPRESS);
            case "compress" -> extend(minutes, Ripple.COMPRESS);
            case "absorb-next" -> extend(minutes, new Ripple.AbsorbNext());
            case "shift" -> extend(minutes, new Ripple.Shift(true));
            default -> extend(minutes, new Ripple.Drop(List.of(new BlockId(droppable))));
          };
      assertThat(day.decide(LENA, time, taken)).as(option).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void no_bell_comes_within_half_a_minute_of_the_one_before() {
    day.and(LENA, "10:00:00", steer(new Control.Advance(false)));
    day.until("10:00:02");
    assertThat(day.isRefused(LENA, "10:00:20", steer(new Control.Advance(false))))
        .isEqualTo(Refusal.TOO_SOON);
    assertThat(day.decide(LENA, "10:00:30", steer(new Control.Advance(false))))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void a_leader_may_leave_the_time_free_instead_of_giving_it_to_the_next_block() {
    day.and(LENA, "10:00", steer(new Control.Advance(true))).until("10:20");
    assertThat(day.rings()).contains("b4/end 10:00:02", "b5/move 10:20");
    assertThat(day.timeline().phaseAt(at("10:10"))).isEqualTo(Phase.GAP);
  }

  @Test
  void the_last_block_is_not_dropped_because_somebody_has_to_be_dismissed() {
    var drop = new Ripple.Drop(List.of(block("b11")));
    assertThat(day.isRefused(LENA, "14:00", extend(5, drop))).isEqualTo(Refusal.NO_SLACK);
  }

  @Test
  void a_gap_before_a_block_that_is_kept_pays_first() {
    day.and(LENA, "09:30", steer(new Control.Skip(block("b4"), true)))
        .and(LENA, "09:31", extend(5, new Ripple.Drop(List.of(block("b6")))));
    assertThat(day.starts()).containsSubsequence("09:10", "10:20", "11:30");
    assertThat(day.timeline().block(block("b3")).orElseThrow().end()).isEqualTo(at("09:50"));
  }

  @Test
  void of_a_gap_too_short_for_two_bells_the_block_before_it_gets_the_time() {
    day.and(LENA, "09:29", steer(new Control.Skip(block("b4"), true)))
        .and(LENA, "09:30:00", steer(new Control.Pause()))
        .and(LENA, "10:04:40", resume(new Ripple.AbsorbNext()))
        .until("10:21");
    assertThat(day.rings()).contains("b5/move 10:20").noneMatch(ring -> ring.startsWith("b3/end"));
  }
}
