package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.RunOver;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Result.AtStation;
import dev.carillon.floor.Result.RunsOver;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A teacher's group that needs a moment more than its block has. Mira is at the clay table until
/// 08:35 and then in the centre; Noah comes to the clay table with that bell.
@ExtendWith(KeptInLogs.class)
final class RunningOverTest {
  private static final RunOver MORE = new RunOver(CLAY, 2);

  private final Scene day = Scene.opened();

  @BeforeEach
  void they_are_here() {
    seen(day);
  }

  /// Who has not been seen all block long is not with her.
  private static Scene seen(Scene scene) {
    return scene
        .and(MIRA, "08:02", new ReportHere())
        .and(NOAH, "08:02", new ReportHere())
        .and(JUNE, "08:02", new ReportHere());
  }

  private StationId placeOf(PersonId student) {
    return day.floor().assignmentNow(student).orElseThrow().station();
  }

  @Test
  void her_group_stays_two_minutes_while_the_bell_rings_for_everybody_else() {
    day.and(ROSA, "08:30", MORE).until("08:36");
    assertThat(day.rings()).contains("b2/move 08:35");
    assertThat(placeOf(MIRA)).isEqualTo(CLAY);
    assertThat(day.floor().arrivals().get(MIRA).state()).isEqualTo(ArrivalState.STAYING);
    assertThat(placeOf(NOAH)).isEqualTo(CLAY);
    day.until("08:37");
    assertThat(placeOf(MIRA)).isEqualTo(CENTRE);
    assertThat(day.floor().arrivals().get(MIRA).state()).isEqualTo(ArrivalState.EXPECTED);
  }

  @Test
  void she_is_told_first_who_waits_for_them() {
    assertThat(day.does(ROSA, "08:30", MORE).result())
        .isEqualTo(new RunsOver(1, at("08:37"), List.of(new AtStation(CENTRE, 1)), List.of()));
  }

  /// Two places at the clay table and one wheel.
  @Test
  void and_who_comes_meanwhile_to_whom_they_leave_no_place() {
    var flex = seen(new Scene(FlexSchool.floor()));
    var result = (RunsOver) flex.does(ROSA, "08:30", MORE).result();
    assertThat(result.crowded()).containsExactly(new AtStation(CLAY, 1));
  }

  @Test
  void said_once_more_it_is_two_minutes_longer_and_not_for_ever() {
    day.and(ROSA, "08:30", MORE);
    assertThat(((RunsOver) day.does(ROSA, "08:31", MORE).result()).until()).isEqualTo(at("08:39"));
    day.and(ROSA, "08:32", new RunOver(CLAY, 6));
    assertThat(day.isRefused(ROSA, "08:33", MORE)).isEqualTo(Refusal.OVER_ENOUGH);
  }

  @Test
  void it_is_taken_back_before_the_bell_and_after_it() {
    day.and(ROSA, "08:30", MORE).and(ROSA, "08:31", new RunOver(CLAY, 0)).until("08:35");
    assertThat(placeOf(MIRA)).isEqualTo(CENTRE);
    var other = seen(Scene.opened());
    other.and(ROSA, "08:30", MORE).and(ROSA, "08:36", new RunOver(CLAY, 0));
    assertThat(other.floor().assignmentNow(MIRA).orElseThrow().station()).isEqualTo(CENTRE);
  }

  @Test
  void whoever_was_not_seen_is_not_kept() {
    var unseen = Scene.opened();
    assertThat(unseen.isRefused(ROSA, "08:30", MORE)).isEqualTo(Refusal.NOBODY_NAMED);
  }

  @Test
  void whoever_is_away_is_not_kept_and_where_nobody_is_nobody_stays() {
    assertThat(day.isRefused(ROSA, "08:30", new RunOver(LOOM, 2))).isEqualTo(Refusal.NOBODY_NAMED);
    day.and(LENA, "08:30", new StartAway(MIRA, AwayKind.NURSE, Optional.empty()));
    assertThat(day.isRefused(ROSA, "08:31", MORE)).isEqualTo(Refusal.NOBODY_NAMED);
  }

  @Test
  void while_the_day_is_held_there_is_nothing_to_run_over() {
    day.and(LENA, "08:30", steer(new Control.Hold()));
    assertThat(day.isRefused(ROSA, "08:31", MORE)).isEqualTo(Refusal.NOBODY_NAMED);
  }

  @Test
  void only_teachers_of_the_room_and_leaders_say_so() {
    assertThat(day.isRefused(ABEL, "08:30", MORE)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(ROSA, "08:30", new RunOver(CENTRE, 2)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    day.does(LENA, "08:30", new RunOver(CENTRE, 2));
  }
}
