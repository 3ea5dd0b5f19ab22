package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Result.Lost;
import dev.carillon.floor.Result.Moved;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.BellSchedule;
import dev.carillon.school.BlockKind;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.School;
import dev.carillon.school.WallTime;
import dev.carillon.school.Week;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A day that becomes another kind of day at eleven, and a block that is left out.
@ExtendWith(KeptInLogs.class)
final class SwitchDayTest {
  private static final DayTypeId EARLY = new DayTypeId("early-release");
  private static final DayTypeId LATE = new DayTypeId("late-lunch");
  private static final Steer SWITCH = steer(new Control.SwitchDay(EARLY));

  private final Scene day = new Scene(Floor.opened(opened()));

  /// Tariq's item of B9 has no place on the short day.
  private static DayOpened opened() {
    var places = new ArrayList<>(Fixtures.assignments());
    places.add(
        new Assignment(
            TARIQ, block("b9"), Fixtures.LOOM, "", "Weave", "weave-1", Source.PLAN, false));
    return new DayOpened(
        school(), Fixtures.day(), places, Carry.NOTHING, 1, false, Fixtures.at("07:30"));
  }

  private static School school() {
    var it = Fixtures.school();
    var early = new DayType(EARLY, "Early release", List.of(schedule()));
    var late = new DayType(LATE, "Late lunch", List.of(lateLunch()));
    var types = Map.of(EARLY, early, LATE, late);
    var calendar = new Calendar(types, Week.EMPTY, List.of(), List.of(), List.of());
    return it.with(calendar);
  }

  /// Shorter blocks from eight on, with lunch at noon and the buses at one.
  private static BellSchedule schedule() {
    var blocks = new ArrayList<BlockTemplate>();
    blocks.add(template("b5", 10, 0, 30, false));
    blocks.add(template("b6", 10, 30, 30, false));
    blocks.add(template("b7", 11, 0, 60, false));
    blocks.add(template("lunch", 12, 0, 30, true));
    blocks.add(template("b8", 12, 30, 30, false));
    return new BellSchedule(Fixtures.MAIN, "Main", blocks);
  }

  /// B6 ends ten minutes later than on the other days.
  private static BellSchedule lateLunch() {
    var blocks = List.of(template("b6", 10, 30, 70, false), template("b7", 11, 40, 60, false));
    return new BellSchedule(Fixtures.MAIN, "Main", blocks);
  }

  private static BlockTemplate template(
      String id, int hour, int minute, int minutes, boolean anchor) {
    return new BlockTemplate(
        id,
        id,
        BlockKind.ROTATION,
        new When.From(WallTime.of(hour, minute), Duration.ofMinutes(minutes)),
        new Flex(1, Duration.ofMinutes(20), anchor, false),
        new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2)),
        BlockTemplate.ALL_BELLS);
  }

  @Test
  void at_eleven_the_day_becomes_an_early_release_d23() {
    day.until("11:00");
    var before = day.timeline().blocks().subList(0, 6);
    var answer = (Moved) day.does(LENA, "11:00", SWITCH).result();
    assertThat(day.timeline().blocks().subList(0, 6)).isEqualTo(before);
    assertThat(day.starts())
        .containsExactly(
            "08:00", "08:35", "09:10", "09:45", "10:20", "10:55", "11:30", "12:00", "12:30");
    assertThat(answer.dropped()).containsExactly(block("b9"), block("b10"), block("b11"));
    assertThat(answer.lost()).containsExactly(new Lost(TARIQ, block("b9"), "weave-1"));
    assertThat(day.floor().plan().dayType()).isEqualTo("Early release");
  }

  @Test
  void bells_of_the_old_plan_never_ring_after_it_d23() {
    day.and(LENA, "11:00", SWITCH).until("15:10");
    assertThat(day.rings())
        .contains("b6/move 10:55", "b7/move 11:30", "lunch/move 12:00", "b8/move 12:30")
        .contains("b8/dismiss 13:00")
        .noneMatch(ring -> ring.startsWith("b9") || ring.startsWith("b10"))
        .doesNotContain("b7/move 12:05", "lunch/move 11:30");
    assertThat(day.timeline().ended()).isTrue();
  }

  @Test
  void everybody_has_a_place_in_every_block_of_the_new_day() {
    day.and(LENA, "11:00", SWITCH);
    for (var each : day.timeline().blocks()) {
      assertThat(day.floor().assignmentAt(MIRA, each.id())).isPresent();
    }
  }

  @Test
  void a_switch_is_taken_back_whole() {
    day.and(LENA, "11:00:00", SWITCH).and(LENA, "11:00:30", steer(new Control.Undo()));
    assertThat(day.timeline().blocks()).isEqualTo(Fixtures.blocks());
    assertThat(day.floor().plan().dayType()).isEqualTo("Regular");
  }

  @Test
  void a_day_nobody_has_named_is_no_day_to_switch_to() {
    assertThat(day.isRefused(LENA, "11:00", steer(new Control.SwitchDay(new DayTypeId("fog")))))
        .isEqualTo(Refusal.DAY_TYPE_UNKNOWN);
  }

  @Test
  void a_block_that_is_skipped_gives_its_time_to_the_next() {
    var answer =
        (Moved) day.does(LENA, "11:00", steer(new Control.Skip(block("b9"), false))).result();
    assertThat(answer.dropped()).containsExactly(block("b9"));
    assertThat(answer.lost()).containsExactly(new Lost(TARIQ, block("b9"), "weave-1"));
    assertThat(day.starts()).containsSubsequence("12:40", "13:15", "14:25");
    assertThat(day.until("14:00").rings())
        .contains("b10/move 13:15")
        .noneMatch(ring -> ring.startsWith("b9"));
  }

  @Test
  void its_time_may_be_left_free() {
    day.and(LENA, "11:00", steer(new Control.Skip(block("b9"), true))).until("13:51");
    assertThat(day.rings()).contains("b8/end 13:15", "b10/move 13:50");
  }

  @Test
  void what_runs_or_is_over_and_what_others_count_on_is_not_skipped() {
    for (var past : List.of("b1", "b6")) {
      assertThat(day.isRefused(LENA, "11:00", steer(new Control.Skip(block(past), false))))
          .isEqualTo(Refusal.TOO_SOON);
    }
    for (var fixed : List.of("lunch", "b11")) {
      assertThat(day.isRefused(LENA, "11:00", steer(new Control.Skip(block(fixed), false))))
          .isEqualTo(Refusal.BLOCK_FIXED);
    }
    assertThat(day.isRefused(LENA, "11:00", steer(new Control.Skip(block("b99"), false))))
        .isEqualTo(Refusal.BLOCK_UNKNOWN);
  }

  @Test
  void a_bell_says_that_the_block_is_over_when_the_other_day_goes_on_later() {
    day.and(LENA, "11:00", steer(new Control.SwitchDay(LATE))).until("11:41");
    assertThat(day.rings()).contains("b6/end 11:30", "b7/move 11:40");
  }

  @Test
  void in_a_gap_a_day_that_is_over_with_the_switch_is_over_for_good() {
    day.and(LENA, "13:40", steer(new Control.Advance(true)))
        .until("13:41")
        .and(LENA, "13:41:00", SWITCH)
        .until("13:41:10");
    assertThat(day.floor().timelines().get(Fixtures.MAIN).ended()).isTrue();
    assertThat(day.isRefused(LENA, "13:41:30", steer(new Control.Undo())))
        .isEqualTo(Refusal.UNDO_TOO_LATE);
  }

  @Test
  void in_a_gap_the_other_day_begins_in_a_moment() {
    day.and(LENA, "11:00", steer(new Control.Advance(true))).and(LENA, "11:10:00", SWITCH);
    assertThat(day.until("11:11").rings()).contains("b6/end 11:00:02", "b7/move 11:10:02");
  }

  @Test
  void its_first_bell_is_heard_apart_from_the_last_one() {
    day.and(LENA, "11:00:00", steer(new Control.Advance(true))).and(LENA, "11:00:10", SWITCH);
    assertThat(day.until("11:01").rings()).contains("b6/end 11:00:02", "b7/move 11:00:32");
  }
}
