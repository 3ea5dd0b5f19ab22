package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.body;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;
import static dev.carillon.gateway.Bodies.text;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.school.Calendar;
import dev.carillon.school.Id;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.ManualDay;
import dev.carillon.school.Person;
import dev.carillon.school.Runs;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls about days to come: what a date runs, and somebody's decision for it.
final class DateCalls {
  private static final Logger LOG = LoggerFactory.getLogger(DateCalls.class);

  /// Two years: a cycle is counted day by day from its beginning, and nobody plans further ahead.
  private static final int DATE_DAYS_MAX = 2 * 366;

  private static final Set<String> DECISION =
      Set.of("runs", "cycle", "cycleDay", "reason", "clear");

  private static final String HINT =
      "Send runs, or cycle and cycleDay, or clear: true. A reason has 256 letters at most.";

  private final House house;

  DateCalls(House house) {
    this.house = house;
  }

  void show(RoutingContext call) {
    var date = date(call.pathParam("date"));
    if (date.isEmpty()) {
      wrong(call, "Ask for a date within two years, such as 2026-09-14.");
    } else {
      answer(call, house.published().school(), date.get());
    }
  }

  /// The floor that is open goes by its own log: today is switched, not decided.
  void decide(RoutingContext call, Person person) {
    var date = date(call.pathParam("date")).filter(it -> it.isAfter(today()));
    var body = body(call, DECISION);
    if (date.isEmpty()) {
      wrong(call, "Decide a date to come, within two years; today is switched on the day line.");
      return;
    }
    var change =
        house
            .published()
            .school()
            .map(school -> body.flatMap(it -> decided(it, date.get(), school.calendar())));
    change.onSuccess(
        decided ->
            decided.ifPresentOrElse(
                done -> {
                  var where = date.get().toString();
                  house.audit().wrote("date.decided", person.role(), person.id(), where);
                  answer(call, done, date.get());
                },
                () -> wrong(call, HINT)));
    orNotReady(call, change);
  }

  private Optional<Future<School>> decided(JsonObject body, LocalDate date, Calendar calendar) {
    if (body.containsKey("clear")) {
      return body.size() == 1 && Boolean.TRUE.equals(body.getValue("clear"))
          ? Optional.of(house.published().clear(date))
          : Optional.empty();
    }
    var reason = body.containsKey("reason") ? text(body, "reason") : Optional.of("");
    return reason
        .flatMap(why -> runs(body).map(runs -> new ManualDay(date, why, runs)))
        .filter(calendar::understands)
        .map(house.published()::decide);
  }

  private static Optional<Runs> runs(JsonObject body) {
    var type = text(body, "runs").filter(Id::isValid);
    var cycle = text(body, "cycle");
    var day = text(body, "cycleDay");
    if (type.isPresent() == cycle.isPresent() || cycle.isPresent() != day.isPresent()) {
      return Optional.empty();
    }
    return type.isPresent()
        ? type.map(id -> new Runs.Type(new DayTypeId(id)))
        : Optional.of(new Runs.DayOfCycle(cycle.get(), day.get()));
  }

  private void answer(RoutingContext call, Future<School> asked, LocalDate date) {
    var shown = asked.map(school -> house.published().preview(school, date));
    shown.onSuccess(day -> call.response().putHeader("content-type", "application/json").end(day));
    orNotReady(call, shown);
  }

  private static void wrong(RoutingContext call, String hint) {
    no(call, wrongBody(400, hint));
  }

  private LocalDate today() {
    return house.floor().get().floor().plan().date();
  }

  private Optional<LocalDate> date(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(LocalDate::parse)
          .filter(it -> Math.abs(ChronoUnit.DAYS.between(today(), it)) <= DATE_DAYS_MAX);
    } catch (DateTimeParseException notADate) {
      LOG.debug("date", notADate);
      return Optional.empty();
    }
  }
}
