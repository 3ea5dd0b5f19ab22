package dev.carillon.floor;

import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.LocalRotation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A later day, looked at before it is opened.
final class AheadTest {
  private static final LocalDate TOMORROW = Fixtures.DATE.plusDays(1);

  @Test
  void a_room_goes_on_with_its_turns_as_if_the_rest_of_today_had_run() {
    var until = Fixtures.blocks().subList(0, 3);
    var plans = List.of(new SchedulePlan(Fixtures.MAIN, "Main", until));
    var day = new DayPlan(Fixtures.DATE, Fixtures.ZONE, "Short", "weekday", plans);
    var today = StudioTurns.opened(StudioTurns.school(), day, Carry.NOTHING, List.of()).floor();
    assertThat(turns(today)).containsExactly(0, 1);
    assertThat(turns(ahead(today))).startsWith(2);
  }

  @Test
  void whoever_is_away_for_longer_still_is() {
    var scene = Scene.opened();
    scene.does(LENA, "08:10", new StartAway(JUNE, AwayKind.STUDY, Optional.of(TOMORROW)));
    scene.does(LENA, "08:10", new StartAway(MIRA, AwayKind.ABSENT));
    assertThat(ahead(scene.floor()).placing().away()).containsOnlyKeys(JUNE);
  }

  private static Floor ahead(Floor today) {
    var plan = Fixtures.day();
    var day = new DayPlan(TOMORROW, plan.zone(), plan.dayType(), plan.why(), plan.schedules());
    return today.ahead(today.school(), day, List.of());
  }

  private static List<Integer> turns(Floor floor) {
    return floor.timelines().values().stream()
        .filter(line -> line.local().isPresent())
        .flatMap(line -> line.blocks().stream())
        .map(turn -> LocalRotation.numberOf(turn.id()))
        .sorted()
        .toList();
  }
}
