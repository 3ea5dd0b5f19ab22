package dev.carillon.floor;

import static dev.carillon.Fixtures.HALL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Insertion.Mode;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.Id.StationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Assemblies, drills and lockdowns: the schedule stands, nothing rings, and afterwards the day
/// goes on late or catches up.
@ExtendWith(KeptInLogs.class)
final class InsertTest {
  private static final Steer LOCKDOWN =
      steer(new Control.Insert("Lockdown", Mode.FREEZE, Optional.empty(), 0));
  private static final Steer ASSEMBLY =
      steer(new Control.Insert("Assembly", Mode.ASSEMBLY, Optional.of(HALL), 20));
  private static final Steer OVER = steer(new Control.EndInsert(Ripple.COMPRESS));

  private final Scene day = Scene.opened();

  @Test
  void a_lockdown_freezes_everybody_and_no_bell_rings() {
    day.and(LENA, "08:30", LOCKDOWN).until("08:59");
    assertThat(day.rings()).doesNotContain("b1/warning 08:33", "b2/move 08:35");
    assertThat(day.floor().agenda(MAIN).edges()).allMatch(edge -> !edge.at().isAfter(at("08:30")));
    assertThat(day.timeline().insertion())
        .contains(new Insertion("Lockdown", Mode.FREEZE, Optional.empty(), Optional.empty()));
  }

  @Test
  void after_an_assembly_the_day_goes_on_where_it_stood() {
    day.and(LENA, "09:20", ASSEMBLY).and(LENA, "09:41", OVER);
    assertThat(day.timeline().insertion()).isEmpty();
    assertThat(day.starts()).contains("10:06", "11:30");
    assertThat(day.until("10:07").rings()).contains("b3/warning 10:04", "b4/move 10:06");
  }

  @Test
  void an_assembly_says_when_it_is_meant_to_end_and_where_it_is() {
    day.and(LENA, "09:20", ASSEMBLY);
    assertThat(day.timeline().insertion())
        .contains(
            new Insertion("Assembly", Mode.ASSEMBLY, Optional.of(HALL), Optional.of(at("09:40"))));
  }

  @Test
  void after_a_drill_the_day_may_catch_up_with_the_clock() {
    day.and(LENA, "08:40", LOCKDOWN)
        .and(LENA, "09:20", steer(new Control.EndInsert(new Ripple.AbsorbCurrent())))
        .until("09:46");
    assertThat(day.timeline().entered()).contains(block("b4"));
    assertThat(day.starts()).contains("09:10", "09:45", "11:30");
  }

  @Test
  void a_lockdown_in_a_pause_ends_in_the_pause() {
    day.and(LENA, "08:50", steer(new Control.Pause()))
        .and(LENA, "08:55", LOCKDOWN)
        .and(LENA, "09:10", OVER);
    assertThat(day.timeline().running()).isEqualTo(new Running.Paused(at("08:50")));
  }

  @Test
  void a_lockdown_in_a_hold_ends_in_the_hold() {
    day.and(LENA, "08:30", steer(new Control.Hold()))
        .and(LENA, "08:40", LOCKDOWN)
        .and(LENA, "08:44", OVER);
    assertThat(day.timeline().running()).isEqualTo(new Running.Holding(block("b1")));
    assertThat(day.until("08:50").rings()).doesNotContain("b2/move 08:35");
  }

  @ParameterizedTest
  @CsvSource({"07:50", "12:00", "14:59"})
  void a_lockdown_comes_whenever_it_comes(String time) {
    day.and(LENA, time, LOCKDOWN);
    assertThat(day.timeline().insertion()).isPresent();
  }

  @Test
  void before_the_first_bell_a_drill_delays_it_and_nothing_else() {
    day.and(LENA, "07:50", LOCKDOWN).until("08:03");
    assertThat(day.timeline().entered()).isEmpty();
    day.and(LENA, "08:05", OVER).until("08:36");
    assertThat(day.timeline().entered()).contains(block("b2"));
    assertThat(day.rings()).contains("b2/move 08:35");
  }

  @Test
  void while_something_is_inserted_pause_hold_and_advance_wait() {
    day.and(LENA, "08:40", LOCKDOWN);
    for (var control :
        new Control[] {
          new Control.Pause(),
          new Control.Resume(Ripple.COMPRESS),
          new Control.Hold(),
          new Control.Advance(false),
          new Control.Insert("Drill", Mode.EVACUATE, Optional.empty(), 0)
        }) {
      assertThat(day.isRefused(LENA, "08:41", steer(control)))
          .as("%s", control)
          .isEqualTo(Refusal.SCHEDULE_INSERTED);
    }
    assertThat(day.does(LENA, "08:42", steer(new Control.Ring())).events()).hasSize(1);
  }

  @Test
  void nobody_gathers_where_there_is_nothing() {
    var nowhere = Optional.of(new StationId("nowhere"));
    assertThat(
            day.isRefused(
                LENA, "08:40", steer(new Control.Insert("Drill", Mode.GATHER, nowhere, 0))))
        .isEqualTo(Refusal.STATION_UNKNOWN);
  }
}
