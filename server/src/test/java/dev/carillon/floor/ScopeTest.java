package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Insertion.Mode;
import dev.carillon.floor.Result.Moved;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ScheduleId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two schedules in one building: a control is for one of them or for both at once.
@ExtendWith(KeptInLogs.class)
final class ScopeTest {
  private static final ScheduleId HIGH = new ScheduleId("high");

  private final Scene day =
      new Scene(
          Floor.opened(
              Fixtures.dayOpened(
                  Fixtures.school(),
                  new DayPlan(
                      Fixtures.DATE,
                      Fixtures.ZONE,
                      "Regular",
                      "weekday",
                      List.of(
                          new SchedulePlan(MAIN, "Main", Fixtures.blocks()),
                          new SchedulePlan(HIGH, "High", Fixtures.blocks(HIGH)))))));

  private static Steer all(Control control, long expect) {
    return new Steer(new Scope.OfSchool(), control, "", expect);
  }

  private Timeline high() {
    return day.floor().timelines().get(HIGH);
  }

  @Test
  void a_control_of_one_schedule_leaves_the_other_alone_d26() {
    day.and(LENA, "08:33", Fixtures.steer(new Control.Pause())).until("08:40");
    assertThat(high().version()).isEqualTo(1);
    assertThat(high().phaseAt(Fixtures.at("08:40"))).isEqualTo(Phase.WORK);
  }

  @Test
  void the_whole_school_stands_still_at_once() {
    var lockdown = new Control.Insert("Lockdown", Mode.FREEZE, Optional.empty(), 0);
    var answer = day.does(LENA, "08:40", all(lockdown, 2));
    assertThat(answer.events()).hasSize(2);
    assertThat(((Moved) answer.result()).version()).isEqualTo(4);
    assertThat(day.timeline().insertion()).isEqualTo(high().insertion()).isPresent();
  }

  @Test
  void of_the_whole_school_the_versions_are_added() {
    day.and(LENA, "08:40", Fixtures.steer(new Control.Pause()));
    assertThat(day.isRefused(LENA, "08:41", all(new Control.Ring(), 2)))
        .isEqualTo(Refusal.STALE_VERSION);
    assertThat(day.does(LENA, "08:41", all(new Control.Pause(), 3)).events())
        .singleElement()
        .isInstanceOfSatisfying(
            SchedulePaused.class, paused -> assertThat(paused.schedule()).isEqualTo(HIGH));
  }

  @Test
  void a_schedule_that_is_over_counts_among_the_versions_of_the_school() {
    day.and(
            LENA,
            "14:50",
            new Steer(
                new Scope.OfSchedule(HIGH),
                new Control.Extend(5, new Ripple.Shift(true)),
                "",
                Command.ANY_VERSION))
        .until("15:01");
    assertThat(day.timeline().ended()).isTrue();
    assertThat(high().ended()).isFalse();
    var answer = (Moved) day.does(LENA, "15:02", all(new Control.Pause(), 3)).result();
    assertThat(answer.version()).isEqualTo(4);
  }

  @Test
  void where_one_schedule_cannot_none_does() {
    day.and(LENA, "10:58", Fixtures.steer(new Control.Hold()));
    assertThat(day.isRefused(LENA, "11:00", all(new Control.Pause(), Command.ANY_VERSION)))
        .isEqualTo(Refusal.SCHEDULE_HELD);
    assertThat(high().running()).isEqualTo(new Timeline.Running.Going());
  }

  @Test
  void a_student_moved_between_schedules_has_one_place_at_every_instant_d29() {
    day.and(LENA, "08:40", Fixtures.steer(new Control.Extend(10, Ripple.COMPRESS)));
    day.and(LENA, "09:00", new MoveSchedule(Fixtures.MIRA, HIGH)).until("09:11");
    assertThat(day.floor().assignmentNow(Fixtures.MIRA).orElseThrow().block())
        .as("high school is in its third block, the others in their second")
        .isEqualTo(BlockId.of(HIGH, "b3"));
    assertThat(day.floor().arrivals().get(Fixtures.MIRA).block()).isEqualTo(BlockId.of(HIGH, "b3"));
    day.and(LENA, "09:12", new MoveSchedule(Fixtures.MIRA, MAIN));
    assertThat(day.floor().arrivals().get(Fixtures.MIRA).block()).isEqualTo(Fixtures.block("b2"));
    assertThat(day.floor().attendance().everyone().planned()).isEqualTo(4);
  }

  @Test
  void a_room_without_a_time_of_its_own_cannot_be_paused() {
    var room = new Steer(new Scope.OfRoom(STUDIO), new Control.Pause(), "", Command.ANY_VERSION);
    assertThat(day.isRefused(LENA, "08:40", room)).isEqualTo(Refusal.SCOPE_EMPTY);
  }
}
