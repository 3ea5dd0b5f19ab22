package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.floor.Command.ANY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Result.Edge;
import dev.carillon.floor.Result.Move;
import dev.carillon.floor.Result.Moved;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a leader may do to the day: time that is taken in one place is found in another, and
/// anchors hold.
@ExtendWith(KeptInLogs.class)
final class ControlsTest {
  private static final Steer PAUSE = Fixtures.steer(new Control.Pause());
  private static final Steer RESUME = Fixtures.steer(new Control.Resume(Ripple.COMPRESS));
  private static final Steer CATCH_UP =
      Fixtures.steer(new Control.Resume(new Ripple.AbsorbCurrent()));
  private static final Steer ADVANCE = Fixtures.steer(new Control.Advance(false));

  private final Scene day = Scene.opened();

  private static Steer extend(int minutes) {
    return Fixtures.steer(new Control.Extend(minutes, Ripple.COMPRESS));
  }

  private static Steer trim(int minutes) {
    return Fixtures.steer(new Control.Trim(minutes));
  }

  private List<Long> minutes(int from, int to) {
    return day.timeline().blocks().subList(from, to).stream()
        .map(each -> each.length().toMinutes())
        .toList();
  }

  @Test
  void a_bell_waits_for_the_end_of_a_pause_d14() {
    day.and(LENA, "08:33:00", PAUSE).until("08:40:59");
    assertThat(day.rings()).doesNotContain("b2/move 08:35");
    day.and(LENA, "08:41:00", RESUME).until("08:50");
    assertThat(day.rings()).containsOnlyOnce("b2/move 08:43");
    assertThat(day.rings()).filteredOn(ring -> ring.startsWith("b2/move")).hasSize(1);
  }

  @Test
  void a_pause_moves_no_bell_and_says_for_how_many_students_the_day_stands_still() {
    int all = day.floor().school().students().size();
    assertThat(all).isPositive();
    assertThat(day.does(LENA, "08:50", PAUSE).result()).isEqualTo(new Moved(2, List.of(), all));
  }

  @Test
  void a_pause_of_seven_minutes_is_taken_from_the_blocks_before_lunch_d15() {
    day.and(LENA, "08:50", PAUSE);
    var answer = day.does(LENA, "08:57", RESUME);
    assertThat(day.starts())
        .containsExactly(
            "08:00", "08:35", "09:17", "09:51", "10:24", "10:57", "11:30", "12:05", "12:40",
            "13:15", "13:50", "14:25");
    assertThat(minutes(2, 6)).containsExactly(34L, 33L, 33L, 33L);
    assertThat(day.timeline().blocks().get(5).end()).isEqualTo(at("11:30"));
    assertThat(day.timeline().blocks().getLast().end()).isEqualTo(at("15:00"));
    assertThat(answer.result())
        .isEqualTo(
            new Moved(
                3,
                List.of(
                    new Move(block("b2"), Edge.END, at("09:10"), at("09:17")),
                    new Move(block("b3"), Edge.START, at("09:10"), at("09:17")),
                    new Move(block("b3"), Edge.END, at("09:45"), at("09:51")),
                    new Move(block("b4"), Edge.START, at("09:45"), at("09:51")),
                    new Move(block("b4"), Edge.END, at("10:20"), at("10:24")),
                    new Move(block("b5"), Edge.START, at("10:20"), at("10:24")),
                    new Move(block("b5"), Edge.END, at("10:55"), at("10:57")),
                    new Move(block("b6"), Edge.START, at("10:55"), at("10:57"))),
                4));
  }

  @Test
  void five_more_minutes_for_b3_are_taken_from_b4_to_b6_d17() {
    day.and(LENA, "09:30", extend(5));
    assertThat(day.timeline().blocks().get(2).end()).isEqualTo(at("09:50"));
    assertThat(minutes(3, 6)).containsExactly(34L, 33L, 33L);
    assertThat(day.starts()).contains("11:30", "12:05");
  }

  @Test
  void nothing_is_left_to_take_from_before_lunch_in_b6_d18() {
    assertThat(day.isRefused(LENA, "11:00", extend(10))).isEqualTo(Refusal.NO_SLACK);
    assertThat(day.reasons(LENA, "11:00", extend(10)))
        .isEqualTo(
            Map.of("neededMin", "10", "slackMin", "0", "anchor", "Lunch", "options", "shift"));
    assertThat(day.timeline().version()).isEqualTo(1);
  }

  @Test
  void what_can_be_given_is_said_when_it_is_not_enough() {
    assertThat(day.reasons(LENA, "10:30", extend(20)))
        .containsEntry("neededMin", "20")
        .containsEntry("slackMin", "15")
        .containsEntry("options", "less,shift,drop");
    assertThat(day.decide(LENA, "10:30", extend(15))).isInstanceOf(Accepted.class);
  }

  @Test
  void a_dry_run_answers_what_would_move_and_changes_nothing_d18() {
    var before = day.until("09:30").floor();
    var dry = (Accepted) day.decide(LENA, "09:30", extend(5));
    assertThat(day.floor()).isSameAs(before);
    assertThat(day.does(LENA, "09:30", extend(5)).result()).isEqualTo(dry.result());
  }

  @Test
  void a_block_that_ends_five_minutes_early_gives_them_to_the_next() {
    day.and(LENA, "09:30", trim(5));
    assertThat(day.timeline().blocks().get(2).end()).isEqualTo(at("09:40"));
    assertThat(minutes(3, 6)).containsExactly(40L, 35L, 35L);
    assertThat(day.starts()).contains("11:30", "12:05");
  }

  @Test
  void what_would_end_within_half_a_minute_is_ended_by_advance_instead() {
    assertThat(day.isRefused(LENA, "09:40:31", trim(4))).isEqualTo(Refusal.TOO_SOON);
    assertThat(day.isRefused(LENA, "09:40:31", trim(0))).isEqualTo(Refusal.TOO_SOON);
    assertThat(day.decide(LENA, "09:40:30", trim(4))).isInstanceOf(Accepted.class);
  }

  @Test
  void dismissal_keeps_its_time() {
    assertThat(day.isRefused(LENA, "14:30", trim(5))).isEqualTo(Refusal.BLOCK_FIXED);
    assertThat(day.timeline().version()).isEqualTo(1);
  }

  @Test
  void a_block_before_lunch_that_ends_early_has_a_bell_and_lunch_its_time() {
    day.and(LENA, "11:05", trim(5)).until("11:31");
    assertThat(day.rings()).containsOnlyOnce("b6/end 11:25");
    assertThat(day.starts()).contains("11:30");
  }

  @Test
  void trimming_while_paused_shortens_what_was_frozen() {
    day.and(LENA, "08:50", PAUSE).and(LENA, "08:55", trim(10)).and(LENA, "08:57", RESUME);
    assertThat(day.timeline().blocks().get(1).end()).isEqualTo(at("09:07"));
    assertThat(day.starts()).contains("11:30");
  }

  @Test
  void advance_takes_effect_two_seconds_ahead_and_the_next_block_gets_the_time_d20() {
    day.and(LENA, "10:00:00", ADVANCE).until("10:01");
    assertThat(day.rings()).containsOnlyOnce("b5/move 10:00:02");
    assertThat(day.timeline().entered()).contains(block("b5"));
    assertThat(day.timeline().blocks().get(4).end()).isEqualTo(at("10:55"));
    assertThat(day.until("11:00").rings())
        .filteredOn(ring -> ring.startsWith("b5/move"))
        .hasSize(1);
  }

  @Test
  void a_wrap_up_bell_that_an_advance_overtook_is_neither_rung_nor_missed() {
    day.and(LENA, "10:00:00", ADVANCE).until("10:30");
    assertThat(day.rings()).noneMatch(ring -> ring.startsWith("b4/warning"));
    assertThat(day.events(BellMissed.class)).isEmpty();
  }

  @Test
  void advancing_into_lunch_leaves_a_gap_with_a_bell_before_it() {
    day.and(LENA, "11:20", ADVANCE).until("11:25");
    assertThat(day.rings()).contains("b6/end 11:20:02");
    assertThat(day.timeline().phaseAt(at("11:25"))).isEqualTo(Phase.GAP);
    assertThat(day.until("11:30").rings()).contains("lunch/move 11:30");
  }

  @Test
  void the_last_block_is_not_advanced_because_buses_wait_for_nobody() {
    assertThat(day.isRefused(LENA, "14:40", ADVANCE)).isEqualTo(Refusal.BLOCK_FIXED);
  }

  @Test
  void a_second_advance_before_the_first_took_effect_changes_nothing() {
    day.and(LENA, "10:00:00", ADVANCE);
    assertThat(day.does(LENA, "10:00:01", ADVANCE).events()).isEmpty();
    assertThat(day.timeline().version()).isEqualTo(2);
  }

  @Test
  void of_two_leaders_at_one_version_one_is_told_to_look_again_d21() {
    var seen =
        new Steer(
            new Scope.OfSchedule(MAIN), new Control.Advance(false), "", day.timeline().version());
    day.and(LENA, "10:00:00", seen);
    assertThat(day.isRefused(OMAR, "10:00:00.200", seen)).isEqualTo(Refusal.STALE_VERSION);
  }

  @Test
  void pausing_and_resuming_twice_is_pausing_and_resuming_once_d22() {
    day.and(LENA, "08:50", PAUSE);
    assertThat(day.does(OMAR, "08:51", PAUSE).events()).isEmpty();
    day.and(LENA, "08:57", RESUME);
    assertThat(day.does(OMAR, "08:58", RESUME))
        .isEqualTo(new Accepted(List.of(), new Moved(3, List.of(), 0)));
    assertThat(day.starts()).contains("09:17");
  }

  @Test
  void extending_while_paused_lengthens_what_was_frozen_d22() {
    day.and(LENA, "08:50", PAUSE).and(LENA, "08:55", extend(3)).and(LENA, "08:57", RESUME);
    assertThat(day.timeline().blocks().get(1).end()).isEqualTo(at("09:20"));
    assertThat(day.starts()).contains("11:30");
    assertThat(day.isRefused(LENA, "08:58", Fixtures.steer(new Control.Extend(0, Ripple.COMPRESS))))
        .isEqualTo(Refusal.TOO_SOON);
  }

  @Test
  void advancing_while_paused_is_refused() {
    assertThat(day.and(LENA, "08:50", PAUSE).isRefused(LENA, "08:51", ADVANCE))
        .isEqualTo(Refusal.SCHEDULE_PAUSED);
  }

  @Test
  void what_was_left_of_passing_time_is_left_after_a_pause_in_it() {
    day.and(LENA, "08:36", PAUSE).and(LENA, "08:46", RESUME).until("08:50");
    var timeline = day.timeline();
    assertThat(timeline.phaseAt(at("08:47:59"))).isEqualTo(Phase.MOVE);
    assertThat(timeline.phaseAt(at("08:48"))).isEqualTo(Phase.SETTLE);
    assertThat(day.rings()).containsOnlyOnce("b2/tardy 08:49");
    assertThat(timeline.blocks().get(1).end()).isEqualTo(at("09:20"));
  }

  @Test
  void odd_seconds_stay_with_the_first_block_so_that_later_bells_are_on_the_minute() {
    day.and(LENA, "08:50", PAUSE).and(LENA, "08:56:37", RESUME);
    assertThat(day.starts()).containsSubsequence("09:16:37", "09:51", "10:24", "10:57", "11:30");
  }

  @Test
  void no_block_gets_longer_by_a_short_delay() {
    day.and(LENA, "08:50:00", PAUSE).and(LENA, "08:50:20", RESUME);
    assertThat(day.starts()).containsSubsequence("09:10:20", "09:45", "10:20", "10:55", "11:30");
  }

  @Test
  void nobody_falls_below_the_least_length() {
    day.and(LENA, "08:40", PAUSE).and(LENA, "09:40", RESUME);
    assertThat(minutes(2, 6)).containsExactly(20L, 20L, 20L, 20L);
    assertThat(day.starts()).contains("10:10", "11:30");
    assertThat(day.isRefused(LENA, "09:45", extend(1))).isEqualTo(Refusal.NO_SLACK);
  }

  @Test
  void a_pause_too_long_to_absorb_ends_by_catching_up() {
    day.and(LENA, "11:10", PAUSE);
    assertThat(day.isRefused(LENA, "11:20", RESUME)).isEqualTo(Refusal.NO_SLACK);
    assertThat(day.reasons(LENA, "11:20", RESUME))
        .containsEntry("options", "catch-up,shift")
        .containsEntry("neededMin", "10");
    day.and(LENA, "11:20", CATCH_UP).until("11:31");
    assertThat(day.rings()).contains("b6/warning 11:28", "lunch/move 11:30");
    assertThat(day.timeline().version()).isEqualTo(3);
  }

  @Test
  void catching_up_over_a_boundary_enters_what_was_skipped_and_rings_nothing_old() {
    day.and(LENA, "10:50", PAUSE).and(LENA, "12:10", CATCH_UP).until("12:11");
    assertThat(day.timeline().entered()).contains(block("b7"));
    assertThat(day.rings()).noneMatch(ring -> ring.startsWith("lunch"));
    assertThat(day.events(BellMissed.class)).isEmpty();
    assertThat(day.until("12:40").rings()).contains("b7/warning 12:38", "b8/move 12:40");
  }

  @Test
  void a_manual_bell_is_a_sound_and_changes_no_phase_d25() {
    var before = day.until("09:30").timeline();
    var rang = day.does(LENA, "09:30", Fixtures.steer(new Control.Ring()));
    assertThat(rang.events())
        .singleElement()
        .isInstanceOfSatisfying(
            BellRang.class, bell -> assertThat(bell.kind()).isEqualTo(BellKind.MANUAL));
    assertThat(day.timeline().blocks()).isEqualTo(before.blocks());
    assertThat(day.timeline().version()).isEqualTo(before.version());
    assertThat(day.does(OMAR, "09:30", Fixtures.steer(new Control.Ring())).events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"07:50", "15:10"})
  void a_schedule_that_does_not_run_cannot_be_steered(String time) {
    for (var control : List.of(PAUSE, extend(5), trim(5), ADVANCE)) {
      assertThat(day.isRefused(LENA, time, control)).isEqualTo(Refusal.SCHEDULE_NOT_RUNNING);
    }
  }

  @Test
  void only_leaders_steer_the_day() {
    for (var who : List.of(MIRA, ABEL, Fixtures.ROSA, Fixtures.LOBBY)) {
      assertThat(day.isRefused(who, "09:30", PAUSE)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    }
    var other =
        new Steer(
            new Scope.OfSchedule(new ScheduleId("high")), new Control.Pause(), "", ANY_VERSION);
    assertThat(day.isRefused(OMAR, "09:30", other)).isEqualTo(Refusal.SCHEDULE_UNKNOWN);
  }

  @Test
  void heavier_blocks_take_more_of_a_delay_and_gaps_keep_their_length() {
    var blocks =
        List.of(
            part(0, 1, "08:00", "08:30"),
            part(1, 3, "08:40", "09:40"),
            part(2, 1, "09:40", "10:40"));
    var outcome = (Compress.Outcome.Fits) Compress.endLater(blocks, 0, Duration.ofMinutes(8));
    assertThat(outcome.blocks())
        .extracting(each -> Scene.local(each.start()) + "-" + Scene.local(each.end()))
        .containsExactly("08:00-08:38", "08:48-09:42", "09:42-10:40");
  }

  private static Block part(int index, int weight, String from, String to) {
    var like = Fixtures.blocks().get(index);
    return new Block(
        like.id(),
        MAIN,
        like.name(),
        like.kind(),
        at(from),
        at(to),
        weight,
        Duration.ofMinutes(20),
        false,
        false,
        like.move(),
        like.settle(),
        like.warnLead(),
        like.bells());
  }
}
