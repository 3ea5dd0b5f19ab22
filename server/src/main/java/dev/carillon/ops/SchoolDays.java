package dev.carillon.ops;

import dev.carillon.desk.Desk;
import dev.carillon.desk.Desks;
import dev.carillon.desk.OpeningOptions;
import dev.carillon.floor.FloorClock;
import dev.carillon.gateway.Gateway;
import dev.carillon.log.FloorKey;
import dev.carillon.plan.DayPlanner;
import dev.carillon.school.DayPlan;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which day of the school is open: today until some time after its last bell, then the next one.
///
/// A date that was called off has its turn as well, with a floor without school: it may be taken up
/// again until it begins.
final class SchoolDays {
  private static final Logger LOG = LoggerFactory.getLogger(SchoolDays.class);

  /// Time to open a browser and look around before a demo's first bell.
  private static final Duration DEMO_LEAD = Duration.ofMinutes(5);

  /// When a demo of a day without school begins.
  private static final LocalTime DEMO_MORNING = LocalTime.of(8, 0);

  /// How often it is asked whether another day has come.
  private static final long DAY_CHECK_MS = 30_000;

  /// A day is shown this long after its last bell.
  private static final Duration AFTER_SCHOOL = Duration.ofMinutes(15);

  private final Vertx vertx;
  private final Store store;
  private final Optional<ServerOptions.Demo> demo;
  private final Desks desks;

  SchoolDays(Vertx vertx, Store store, Optional<ServerOptions.Demo> demo) {
    this.vertx = vertx;
    this.store = store;
    this.demo = demo;
    desks = new Desks(vertx, store.log(), store.clock());
  }

  Future<Void> stop() {
    return desks.stop();
  }

  /// The day of the moment.
  Future<Desk> open() {
    return dayOf(store.school())
        .map(day -> open(store.school(), day))
        .orElseGet(
            () ->
                Future.failedFuture(
                    new StartException(
                        "The calendar of "
                            + store.school().name()
                            + " has no school day ahead: add one to school.yaml.")));
  }

  private Future<Desk> open(School school, DayPlan day) {
    var key = new FloorKey(school.id(), day.date());
    var opening = new OpeningOptions(demo.isPresent(), clock(day));
    return demo.map(it -> new DemoClock(store.log(), key).resume(store.clock(), it.speed()))
        .orElseGet(Future::succeededFuture)
        .compose(_ -> vertx.executeBlocking(() -> DayPlanner.plan(school, day)))
        .compose(
            assignments ->
                desks.open(school, day.date(), day, Objects.requireNonNull(assignments), opening))
        .onSuccess(_ -> forgetBefore(day.date()));
  }

  private void forgetBefore(LocalDate date) {
    store
        .published()
        .forgetBefore(date)
        .onFailure(cause -> LOG.warn("old decisions stay: {}", cause.toString()));
  }

  private FloorClock clock(DayPlan day) {
    return demo.map(
            it ->
                new FloorClock(
                    store.clock().sourceMs(), demoStart(it, day).toEpochMilli(), it.speed()))
        .orElse(FloorClock.REAL);
  }

  private static Instant demoStart(ServerOptions.Demo demo, DayPlan day) {
    return demo.at()
        .map(at -> at(day, at))
        .or(() -> day.start().map(start -> start.minus(DEMO_LEAD)))
        .orElseGet(() -> at(day, DEMO_MORNING));
  }

  private static Instant at(DayPlan day, LocalTime time) {
    return day.date().atTime(time).atZone(day.zone()).toInstant();
  }

  /// Today until some time after the last bell, then the next day with school.
  private Optional<DayPlan> dayOf(School school) {
    var now = Instant.ofEpochMilli(store.clock().sourceMs());
    var calendar = school.calendar();
    var wished = demo.flatMap(ServerOptions.Demo::date);
    var service = wished.orElseGet(() -> calendar.serviceDate(now, school.zone()));
    return calendar
        .nextServiceDay(service)
        .filter(date -> wished.isEmpty() || date.equals(wished.get()))
        .flatMap(
            date ->
                demo.isPresent() || isShown(school, date, now)
                    ? Optional.of(date)
                    : calendar.nextServiceDay(date.plusDays(1)))
        .map(date -> calendar.dayPlan(date, school.zone()));
  }

  private static boolean isShown(School school, LocalDate date, Instant now) {
    return school
        .calendar()
        .endOf(date, school.zone())
        .filter(end -> now.isBefore(end.plus(AFTER_SCHOOL)))
        .isPresent();
  }

  /// When the day is over, the next one is opened and shown.
  void watch(Shown shown, Gateway gateway, FloorMetrics metrics) {
    if (demo.isPresent()) {
      new DemoClock(store.log(), shown.get().key()).note(vertx, shown.get());
      return;
    }
    vertx.setPeriodic(
        DAY_CHECK_MS,
        _ ->
            store
                .published()
                .school()
                .onSuccess(school -> look(school, shown, gateway, metrics))
                .onFailure(cause -> LOG.warn("the next day is not known: {}", cause.toString())));
  }

  /// What was decided for the days to come since this one was opened counts.
  private void look(School school, Shown shown, Gateway gateway, FloorMetrics metrics) {
    dayOf(school)
        .filter(next -> next.date().isAfter(shown.get().key().date()))
        .ifPresent(next -> turnTo(school, next, shown, gateway, metrics));
  }

  private void turnTo(
      School school, DayPlan next, Shown shown, Gateway gateway, FloorMetrics metrics) {
    var before = shown.get();
    open(school, next)
        .onSuccess(
            desk -> {
              if (shown.get() == before && desk != before) {
                LOG.info("showing {}", next.date());
                shown.show(desk);
                desk.subscribe(metrics::take);
                gateway.show(desk);
                desks.stop(before.key());
              }
            })
        .onFailure(cause -> LOG.error("{} cannot be opened", next.date(), cause));
  }
}
