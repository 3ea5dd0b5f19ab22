package dev.carillon.gateway;

import dev.carillon.floor.Command.DrawDay;
import dev.carillon.plan.DayPlanner;
import dev.carillon.roster.DayPlanReport;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayType;
import dev.carillon.school.ManualDay;
import dev.carillon.school.School;
import dev.carillon.school.Week;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A published school in memory, with `no-school` as its only day type.
final class MemoryPublished implements Published {
  private School school;

  MemoryPublished(School school) {
    var types = Map.of(DayType.NO_SCHOOL.id(), DayType.NO_SCHOOL);
    this.school = school.with(new Calendar(types, Week.EMPTY, List.of(), List.of(), List.of()));
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
