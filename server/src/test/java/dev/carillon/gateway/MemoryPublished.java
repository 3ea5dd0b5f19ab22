package dev.carillon.gateway;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.DrawDay;
import dev.carillon.plan.DayPlanner;
import dev.carillon.roster.DayPlanReport;
import dev.carillon.school.BellSchedule;
import dev.carillon.school.BlockKind;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.ManualDay;
import dev.carillon.school.School;
import dev.carillon.school.WallTime;
import dev.carillon.school.Week;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A published school in memory. No date has school by itself; somebody may decide that one has: a
/// short day of two blocks of an hour each from eight on.
final class MemoryPublished implements Published {
  private static final DayType SHORT =
      new DayType(
          new DayTypeId("short"),
          "Short",
          List.of(
              new BellSchedule(Fixtures.MAIN, "Main", List.of(block("b1", 8), block("b2", 9)))));

  private School school;

  MemoryPublished(School school) {
    var types = Map.of(DayType.NO_SCHOOL.id(), DayType.NO_SCHOOL, SHORT.id(), SHORT);
    this.school = school.with(new Calendar(types, Week.EMPTY, List.of(), List.of(), List.of()));
  }

  private static BlockTemplate block(String id, int hour) {
    return new BlockTemplate(
        id,
        id.toUpperCase(Locale.ROOT),
        BlockKind.ROTATION,
        new When.Between(WallTime.of(hour, 0), WallTime.of(hour + 1, 0)),
        new Flex(1, Duration.ofMinutes(20), false, false),
        new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2)),
        BlockTemplate.ALL_BELLS);
  }

  @Override
  public synchronized Future<School> school() {
    return Future.succeededFuture(school);
  }

  @Override
  public synchronized Future<School> decide(ManualDay day) {
    school = school.with(school.calendar().with(day));
    return school();
  }

  @Override
  public synchronized Future<School> clear(LocalDate date) {
    school = school.with(school.calendar().withoutManual(date));
    return school();
  }

  @Override
  public Future<DrawDay> draw(School shown, LocalDate date) {
    var plan = shown.calendar().dayPlan(date, shown.zone());
    return Future.succeededFuture(new DrawDay(plan, DayPlanner.plan(shown, plan)));
  }

  @Override
  public String preview(School shown, LocalDate date) {
    return DayPlanReport.json(shown, date);
  }
}
