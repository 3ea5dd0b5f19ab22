package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.Block;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A block that is held: time runs to its end and over it, and nobody is moved before the release.
@ExtendWith(KeptInLogs.class)
final class HoldTest {
  private static final Steer HOLD = steer(new Control.Hold());
  private static final Steer RELEASE = steer(new Control.Release(Ripple.COMPRESS));
  private static final Steer CATCH_UP = steer(new Control.Release(new Ripple.AbsorbCurrent()));

  private final Scene day = Scene.opened();

  @Test
  void a_held_block_runs_over_and_b6_loses_what_it_took_d19() {
    day.and(LENA, "10:50", HOLD).until("10:57:59");
    assertThat(day.rings()).contains("b5/warning 10:53").doesNotContain("b6/move 10:55");
    assertThat(day.timeline().blockAt(at("10:57")).map(Block::id)).contains(block("b5"));
    day.and(LENA, "10:58", RELEASE).until("11:00");
    assertThat(day.rings()).containsOnlyOnce("b6/move 10:58:02");
    assertThat(length("b6")).isEqualTo(Duration.parse("PT31M58S"));
    assertThat(day.starts()).contains("11:30", "12:05");
  }

  @Test
  void released_before_its_end_a_block_ends_as_planned() {
    day.and(LENA, "10:50", HOLD);
    var answer = day.does(LENA, "10:54", RELEASE);
    assertThat(((Result.Moved) answer.result()).moved()).isEmpty();
    assertThat(day.until("10:56").rings()).containsOnlyOnce("b6/move 10:55");
    assertThat(day.timeline().version()).isEqualTo(3);
  }

  @Test
  void a_hold_moves_with_the_block_it_holds() {
    day.and(LENA, "09:30", HOLD).and(LENA, "09:35", steer(new Control.Extend(5, Ripple.COMPRESS)));
    day.until("09:55");
    assertThat(day.rings()).contains("b3/warning 09:48").doesNotContain("b4/move 09:50");
    assertThat(day.timeline().running()).isEqualTo(new Running.Holding(block("b3")));
  }

  @Test
  void whoever_joins_during_a_hold_finds_the_held_block() {
    day.and(LENA, "10:50", HOLD).until("10:57");
    var edges = day.floor().agenda(dev.carillon.Fixtures.MAIN).edges();
    assertThat(edges.getLast().id()).isEqualTo("main/b5/warn");
    assertThat(day.timeline().phaseAt(at("10:57"))).isEqualTo(Phase.WARN);
  }

  @Test
  void a_hold_longer_than_there_is_slack_ends_by_catching_up() {
    day.and(LENA, "11:10", steer(new Control.Hold())).until("11:34");
    assertThat(day.isRefused(LENA, "11:34", RELEASE)).isEqualTo(Refusal.NO_SLACK);
    assertThat(day.reasons(LENA, "11:34", RELEASE)).containsEntry("options", "catch-up,shift");
    day.and(LENA, "11:34", CATCH_UP).until("12:06");
    assertThat(day.rings()).contains("lunch/move 11:34:02", "b7/move 12:05");
    assertThat(day.events(BellMissed.class)).isEmpty();
  }

  @Test
  void a_block_that_was_held_over_whole_is_not_held_at_all() {
    day.and(LENA, "08:30", HOLD).until("09:20");
    var answer = (Result.Moved) day.does(LENA, "09:20", CATCH_UP).result();
    assertThat(answer.dropped()).containsExactly(block("b2"));
    assertThat(day.until("09:46").rings()).contains("b3/move 09:20:02", "b4/move 09:45");
    assertThat(day.rings()).noneMatch(ring -> ring.startsWith("b2"));
  }

  @ParameterizedTest
  @CsvSource({"pause, SCHEDULE_HELD", "resume, SCHEDULE_HELD", "advance, SCHEDULE_HELD"})
  void while_a_block_is_held_only_its_release_moves_on(String control, Refusal refusal) {
    day.and(LENA, "09:30", HOLD);
    var asked =
        switch (control) {
          case "pause" -> new Control.Pause();
          case "resume" -> new Control.Resume(Ripple.COMPRESS);
          default -> new Control.Advance(false);
        };
    assertThat(day.isRefused(LENA, "09:31", steer(asked))).isEqualTo(refusal);
  }

  @Test
  void dismissal_is_not_held_and_a_paused_block_neither() {
    assertThat(day.isRefused(LENA, "14:30", HOLD)).isEqualTo(Refusal.BLOCK_FIXED);
    var paused = Scene.opened().and(LENA, "09:30", steer(new Control.Pause()));
    assertThat(paused.isRefused(LENA, "09:31", HOLD)).isEqualTo(Refusal.SCHEDULE_PAUSED);
    assertThat(Scene.opened().isRefused(LENA, "07:50", HOLD))
        .isEqualTo(Refusal.SCHEDULE_NOT_RUNNING);
  }

  @Test
  void holding_and_releasing_twice_is_holding_and_releasing_once() {
    day.and(LENA, "10:50", HOLD);
    assertThat(day.does(OMAR, "10:51", HOLD).events()).isEmpty();
    day.and(LENA, "10:58", RELEASE);
    assertThat(day.does(OMAR, "10:58:01", RELEASE).events()).isEqualTo(List.of());
  }

  private Duration length(String name) {
    return day.timeline().block(block(name)).orElseThrow().length();
  }

  @Test
  void a_block_held_past_the_end_of_the_day_dismisses_when_it_is_released() {
    day.and(LENA, "14:00", HOLD).and(LENA, "15:10", CATCH_UP).until("15:11");
    assertThat(day.rings()).contains("b10/dismiss 15:10:02");
    assertThat(day.timeline().ended()).isTrue();
  }
}
