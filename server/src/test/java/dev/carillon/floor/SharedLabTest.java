package dev.carillon.floor;

import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The clay table has two seats and two schedules share it: Mira and Noah of the middle school work
/// there in B1, Tariq and June of the high school in B2.
@ExtendWith(KeptInLogs.class)
final class SharedLabTest {
  private static final ScheduleId HIGH = new ScheduleId("high");

  private final Scene day = new Scene(opened());

  private static Floor opened() {
    var school = Fixtures.school();
    for (var id : List.of(TARIQ, JUNE)) {
      school = school.with(((Student) school.people().get(id)).in(HIGH));
    }
    var plan =
        new DayPlan(
            Fixtures.DATE,
            Fixtures.ZONE,
            "Regular",
            "weekday",
            List.of(
                new SchedulePlan(MAIN, "Middle", Fixtures.blocks()),
                new SchedulePlan(HIGH, "High", Fixtures.blocks(HIGH))));
    var places =
        List.of(
            at(MIRA, MAIN, "b1"),
            at(NOAH, MAIN, "b1"),
            at(TARIQ, HIGH, "b2"),
            at(JUNE, HIGH, "b2"));
    return Floor.opened(
        new Event.DayOpened(school, plan, places, Carry.NOTHING, 1, false, Fixtures.at("07:30")));
  }

  private static Assignment at(PersonId student, ScheduleId schedule, String block) {
    return new Assignment(
        student, BlockId.of(schedule, block), CLAY, "", "Clay", "", Source.PLAN, false);
  }

  private StationId placeOf(PersonId student) {
    return day.floor().assignmentNow(student).orElseThrow().station();
  }

  @Test
  void on_a_day_as_planned_nobody_waits() {
    day.until("08:36");
    assertThat(List.of(placeOf(TARIQ), placeOf(JUNE))).containsOnly(CLAY);
    assertThat(day.floor().placing().waits()).isEmpty();
  }

  @Test
  void while_one_class_runs_over_the_next_is_not_sent_d27() {
    day.and(LENA, "08:30", steer(new Control.Hold())).until("08:40");
    assertThat(List.of(placeOf(MIRA), placeOf(NOAH))).containsOnly(CLAY);
    assertThat(List.of(placeOf(TARIQ), placeOf(JUNE))).as("they stay").containsOnly(CENTRE);
    assertThat(day.floor().arrivals().get(TARIQ).state()).isEqualTo(ArrivalState.STAYING);
    assertThat(day.floor().assignmentNow(TARIQ).orElseThrow().source()).isEqualTo(Source.NO_ROOM);
  }

  @Test
  void as_soon_as_the_lab_is_empty_the_next_class_is_sent_d27() {
    day.and(LENA, "08:30", steer(new Control.Hold()))
        .and(LENA, "08:41", steer(new Control.Release(Ripple.COMPRESS)))
        .until("08:41:02");
    assertThat(List.of(placeOf(TARIQ), placeOf(JUNE))).containsOnly(CLAY);
    assertThat(day.floor().arrivals().get(TARIQ).state()).isEqualTo(ArrivalState.EXPECTED);
    assertThat(day.floor().placing().waits()).isEmpty();
    assertThat(day.floor().attendance().everyone().planned()).isEqualTo(4);
  }

  @Test
  void whoever_waited_in_vain_is_due_at_the_block_after() {
    day.and(LENA, "08:30", steer(new Control.Hold())).until("09:11");
    assertThat(List.of(placeOf(TARIQ), placeOf(JUNE))).containsOnly(CENTRE);
    assertThat(day.floor().placing().waits()).isEmpty();
    assertThat(day.floor().arrivals().get(TARIQ).state()).isEqualTo(ArrivalState.EXPECTED);
  }
}
