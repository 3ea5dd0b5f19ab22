package dev.carillon.floor;

import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static dev.carillon.floor.StudioTurns.HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.school.Id.BlockId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Middle and high school in one building, each with its own bells: Tariq and June are in the high
/// school.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoSchedulesTest {
  private final Scene scene =
      StudioTurns.opened(
          StudioTurns.school(StudioTurns.arrangements(), Map.of(TARIQ, HIGH, JUNE, HIGH)),
          StudioTurns.twoSchedules(),
          Carry.NOTHING,
          List.of());

  @Test
  void pausing_one_schedule_leaves_the_bells_of_the_other_d26() {
    scene.and(LENA, "08:33", steer(new Control.Pause())).until("08:40");

    assertThat(bellsAt("08:35")).containsExactly("high/b2/move");
    assertThat(scene.floor().timelines().get(HIGH).version()).isEqualTo(1);
    assertThat(scene.floor().assignmentNow(MIRA).orElseThrow().block()).isEqualTo(block("b1"));
    assertThat(scene.floor().assignmentNow(TARIQ).orElseThrow().block())
        .isEqualTo(BlockId.of(HIGH, "b2"));

    scene.and(LENA, "08:41", steer(new Control.Resume(Ripple.COMPRESS))).until("08:44");
    assertThat(bellsAt("08:43")).containsExactly("main/b2/move");
  }

  @Test
  void turns_inside_a_block_of_one_schedule_are_not_those_of_the_other_d26() {
    scene.and(LENA, "08:33", steer(new Control.Pause())).until("09:12");

    assertThat(scene.floor().timelineOf(MIRA).orElseThrow().id()).isEqualTo(MAIN);
    assertThat(scene.floor().timelineOf(TARIQ).orElseThrow().id()).isEqualTo(HIGH);
  }

  @Test
  void whoever_is_moved_to_the_other_schedule_has_one_place_and_one_bell_d29() {
    scene.and(LENA, "08:33", steer(new Control.Pause())).until("09:20");
    scene.and(LENA, "09:20", new MoveSchedule(MIRA, HIGH));

    assertThat(scene.floor().assignmentNow(MIRA).orElseThrow().block())
        .isEqualTo(BlockId.of(HIGH, "b3"));
    assertThat(scene.floor().arrivals().get(MIRA).block()).isEqualTo(BlockId.of(HIGH, "b3"));
    assertThat(scene.floor().assignmentAt(MIRA, block("b1"))).isEmpty();
    assertThat(scene.floor().studentsOf(MAIN)).noneMatch(each -> each.id().equals(MIRA));
    assertThat(scene.floor().attendance().everyone().planned()).isEqualTo(4);
  }

  @Test
  void whoever_is_moved_out_of_her_turns_takes_none_any_more_d29() {
    scene.until("09:30");
    assertThat(scene.floor().timelineOf(MIRA).orElseThrow().id()).isEqualTo(StudioTurns.IN_B3);

    scene.and(LENA, "09:30", new MoveSchedule(MIRA, HIGH));
    assertThat(scene.floor().timelineOf(MIRA).orElseThrow().id()).isEqualTo(HIGH);

    scene.and(LENA, "09:31", new MoveSchedule(MIRA, MAIN));
    assertThat(scene.floor().timelineOf(MIRA).orElseThrow().id()).isEqualTo(StudioTurns.IN_B3);
  }

  private List<String> bellsAt(String time) {
    return scene.events(BellRang.class).stream()
        .filter(rang -> Scene.local(rang.at()).equals(time))
        .map(rang -> rang.bell().value().replace("2026-09-14/", ""))
        .toList();
  }
}
