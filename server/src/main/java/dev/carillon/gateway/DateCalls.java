package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.body;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;
import static dev.carillon.gateway.Bodies.text;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.desk.Answer;
import dev.carillon.desk.Order;
import dev.carillon.floor.Command.DrawDay;
import dev.carillon.floor.Floor;
import dev.carillon.log.CommandId;
import dev.carillon.school.Calendar;
import dev.carillon.school.Id;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.ManualDay;
import dev.carillon.school.Person;
import dev.carillon.school.Runs;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls about days to come and the one that has not begun: what a date runs, and somebody's
/// decision for it.
final class DateCalls {
  private static final Logger LOG = LoggerFactory.getLogger(DateCalls.class);

  /// Two years: a cycle is counted day by day from its beginning, and nobody plans further ahead.
  private static final int DATE_DAYS_MAX = 2 * 366;

  private static final Set<String> DECISION =
      Set.of("runs", "cycle", "cycleDay", "reason", "clear");

  private static final String HINT =
      "Send runs, or cycle and cycleDay, or clear: true. A reason has 256 letters at most.";

  private static final String BEGUN = "The day has begun: switch it on the day line.";

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

  /// The date that is open is another day until its first bell; from then on it goes by its own log
  /// and is switched, not decided.
  void decide(RoutingContext call, Person person) {
    var date = date(call.pathParam("date")).filter(it -> !it.isBefore(today()));
    var body = body(call, DECISION);
    if (date.isEmpty()) {
      wrong(call, "Decide today before its first bell, or a date to come within two years.");
    } else if (isOpen(date.get()) && floor().hasBegun()) {
      wrong(call, BEGUN);
    } else {
      var change =
          house.published().school().compose(school -> change(school, body, person, date.get()));
      change.onSuccess(
          decided ->
              decided.ifPresentOrElse(
                  school -> {
                    var where = date.get().toString();
                    house.audit().wrote("date.decided", person.role(), person.id(), where);
                    answer(call, Future.succeededFuture(school), date.get());
                  },
                  () -> wrong(call, isOpen(date.get()) && floor().hasBegun() ? BEGUN : HINT)));
      orNotReady(call, change);
    }
  }

  /// The school with the change; empty when it makes no sense or comes too late.
  private Future<Optional<School>> change(
      School before, Optional<JsonObject> body, Person person, LocalDate date) {
    var decided = body.flatMap(it -> decided(it, date, before.calendar()));
    if (decided.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return isOpen(date)
        ? decided.get().compose(school -> draw(before, school, person, date))
        : decided.get().map(Optional::of);
  }

  /// Makes the open date what was decided for it. Two who decide at once both look again: whoever
  /// is last finds what stands.
  private Future<Optional<School>> draw(
      School before, School decided, Person person, LocalDate date) {
    return house
        .published()
        .draw(decided, date)
        .compose(day -> asked(day, person, date))
        .compose(
            answer ->
                switch (answer) {
                  case Answer.Done _ -> again(before, decided, person, date);
                  // Nobody knows what became of it; whoever sends it again is told.
                  case Answer.Refused(var refusal, _) when refusal.isWorthTryingAgain() ->
                      Future.failedFuture(refusal.key());
                  case Answer.Refused _ -> back(before, date).map(_ -> Optional.empty());
                });
  }

  private Future<Optional<School>> again(
      School before, School decided, Person person, LocalDate date) {
    return house
        .published()
        .school()
        .compose(
            school ->
                school.calendar().decided(date).equals(decided.calendar().decided(date))
                    ? Future.succeededFuture(Optional.of(school))
                    : draw(before, school, person, date));
  }

  /// What came too late was not decided.
  private Future<School> back(School before, LocalDate date) {
    return before
        .calendar()
        .decided(date)
        .map(house.published()::decide)
        .orElseGet(() -> house.published().clear(date));
  }

  /// Answered on the thread of the call, not the desk's.
  private Future<Answer> asked(DrawDay day, Person person, LocalDate date) {
    var id = new CommandId(person.id(), UUID.randomUUID().toString());
    var order = new Order(id, date, person.role(), day, "", false);
    var answered = Promise.<Answer>promise();
    var thread = Objects.requireNonNull(Vertx.currentContext());
    house
        .floor()
        .get()
        .desk()
        .submit(order)
        .onComplete(answer -> thread.runOnContext(_ -> answered.handle(answer)));
    return answered.future();
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
    return floor().plan().date();
  }

  private boolean isOpen(LocalDate date) {
    return date.equals(today());
  }

  private Floor floor() {
    return house.floor().get().floor();
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
