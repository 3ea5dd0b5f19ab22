package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.json;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.access.Act;
import dev.carillon.desk.Film;
import dev.carillon.desk.Happened;
import dev.carillon.desk.Replay;
import dev.carillon.floor.Cursor;
import dev.carillon.log.FloorKey;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.View;
import dev.carillon.view.Views;
import dev.carillon.wire.FrameWriter;
import dev.carillon.wire.ServerFrame;
import dev.carillon.wire.ServerFrame.Beat;
import dev.carillon.wire.ServerFrame.Change;
import dev.carillon.wire.ServerFrame.Whole;
import dev.carillon.wire.WireError;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls of whoever looks back on a day (ADR 27): the leaders' tables as they were, in frames
/// as a socket would have brought them, and the names at a station then.
///
/// Folding and cutting happen beside the loop this belongs to. Somebody's budget is that of each
/// loop.
final class ReplayCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayCalls.class);

  /// Two hours by the minute.
  private static final int STILLS_MAX = 121;

  private static final long DAY_MS = 24 * 3_600_000L;

  /// Whoever drags over a whole day needs some twenty calls, and the names of all who are late are
  /// asked for station by station.
  private static final int CALLS_PER_SECOND = 4;

  private static final int CALLS_BURST = 24;

  /// Longer than any day is kept after it was closed, by far.
  private static final int DAYS_BACK = 35;

  private static final String HINT =
      "Send from, or from, to and step, in milliseconds: at most " + STILLS_MAX + " instants.";

  private final House house;
  private final Vertx vertx;
  private final Views views = new Views();
  private final Map<PersonId, TokenBucket> budgets = new HashMap<>();

  ReplayCalls(House house, Vertx vertx) {
    this.house = house;
    this.vertx = vertx;
  }

  void routes(Router router, Callers callers) {
    router.get("/api/v1/replay").handler(callers.ifMay(Act.REPLAY, this::days));
    router.get("/api/v1/replay/:date").handler(callers.ifMay(Act.REPLAY, this::film));
    router
        .get("/api/v1/replay/:date/stations/:id/students")
        .handler(callers.ifMay(Act.REPLAY, this::names));
    router
        .get("/api/v1/replay/:date/students/:id")
        .handler(callers.ifMay(Act.STUDENT_DAY, this::student));
  }

  /// The days of which something is kept, the last one first.
  private void days(RoutingContext call, Person person) {
    if (!mayAsk(call, person)) {
      return;
    }
    var today = today();
    var kept = here(replay().days(new FloorKey(school(), today), DAYS_BACK));
    kept.onSuccess(
        days ->
            json(
                call,
                new JsonObject()
                    .put("today", today.toString())
                    .put("days", new JsonArray(days.stream().map(LocalDate::toString).toList()))));
    orNo(call, kept);
  }

  /// The leaders' tables at some instants of a day.
  private void film(RoutingContext call, Person person) {
    var date = date(call.pathParam("date"));
    var instants = instants(call);
    if (date.isEmpty() || instants.isEmpty()) {
      no(call, wrongBody(400, HINT));
    } else if (mayAsk(call, person)) {
      var first = instants.get().getFirst();
      house.audit().wrote("replay.shown", person.role(), person.id(), first.toString());
      var filmed = here(filmed(date.get(), past(date.get(), instants.get())));
      filmed.onSuccess(body -> answer(call, body));
      orNo(call, filmed);
    }
  }

  /// Who was at a station at an instant, by name: asked for by hand, and written down.
  private void names(RoutingContext call, Person person) {
    var date = date(call.pathParam("date"));
    var at = instant(call.request().getParam("at"));
    var station = Optional.ofNullable(call.pathParam("id")).filter(Id::isValid);
    if (date.isEmpty() || at.isEmpty() || station.isEmpty()) {
      no(call, wrongBody(400, "Send at in milliseconds, and the id of a station."));
    } else if (mayAsk(call, person)) {
      house.audit().wrote("names.shown", person.role(), person.id(), station.get());
      var shown =
          here(
              replay()
                  .film(new FloorKey(school(), date.get()), List.of(past(date.get(), at.get())))
                  .map(film -> film.map(it -> names(it, new StationId(station.get())))));
      shown.onSuccess(
          names ->
              names.ifPresentOrElse(
                  all -> json(call, new JsonObject().put("students", new JsonArray(all))),
                  () -> no(call, Problem.NOT_FOUND)));
      orNo(call, shown);
    }
  }

  private List<JsonObject> names(Film film, StationId station) {
    var floor = film.stills().getFirst().floor();
    var told = new Names.Told(_ -> Optional.empty(), student -> views.dotOf(floor, student));
    return Names.at(station, floor, told);
  }

  /// The day of one student up to an instant.
  private void student(RoutingContext call, Person person) {
    var date = date(call.pathParam("date"));
    var at = instant(call.request().getParam("at"));
    var whom = Optional.ofNullable(call.pathParam("id")).filter(Id::isValid).map(PersonId::new);
    if (date.isEmpty() || at.isEmpty() || whom.isEmpty()) {
      no(call, wrongBody(400, "Send at in milliseconds, and the id of a student."));
    } else if (mayAsk(call, person)) {
      house.audit().wroteOf("student-day.shown", person.role(), person.id(), whom.get());
      var day =
          here(dayOf(whom.get(), new FloorKey(school(), date.get()), past(date.get(), at.get())));
      day.onSuccess(
          found -> found.ifPresentOrElse(it -> json(call, it), () -> no(call, Problem.NOT_FOUND)));
      orNo(call, day);
    }
  }

  private Future<Optional<JsonObject>> dayOf(PersonId whom, FloorKey day, Instant at) {
    return replay()
        .film(day, List.of(at))
        .compose(
            film ->
                replay()
                    .events(day, event -> StudentDay.mayConcern(event, whom))
                    .map(events -> events.flatMap(all -> dayOf(whom, film, all, at))));
  }

  private static Optional<JsonObject> dayOf(
      PersonId whom, Optional<Film> film, List<Happened> events, Instant at) {
    return film.map(it -> it.stills().getFirst().floor())
        .flatMap(
            floor ->
                Optional.ofNullable(floor.school().people().get(whom))
                    .filter(Student.class::isInstance)
                    .map(it -> StudentDay.of((Student) it, floor, events, at)));
  }

  private void answer(RoutingContext call, Optional<Buffer> body) {
    body.ifPresentOrElse(
        bytes -> call.response().putHeader("content-type", "application/json").end(bytes),
        () -> no(call, Problem.NOT_FOUND));
  }

  private Future<Optional<Buffer>> filmed(LocalDate date, List<Instant> instants) {
    return replay()
        .film(new FloorKey(school(), date), instants)
        .compose(film -> vertx.executeBlocking(() -> film.map(it -> written(date, it)), false));
  }

  /// The first still is a whole view, each other what turns the one before into it.
  private Buffer written(LocalDate date, Film film) {
    var until = film.isClosed() || !date.equals(today()) ? film.lastAt() : now();
    var head =
        new JsonObject()
            .put("date", date.toString())
            .put("openedAtMs", film.openedAt().toEpochMilli())
            .put("untilMs", until.toEpochMilli())
            .put("closed", film.isClosed())
            .encode();
    var body = Buffer.buffer(head.substring(0, head.length() - 1)).appendString(",\"stills\":[");
    @Nullable View shown = null;
    var cursor = Cursor.START;
    for (var still : film.stills()) {
      ServerFrame frame;
      if (shown == null) {
        shown = views.cut(new OfLeaders(), still.floor());
        frame = new Whole(still.cursor(), still.floor().at(), shown);
      } else {
        var recut = views.recut(shown, new OfLeaders(), still.floor(), still.touched());
        shown = recut.view();
        frame =
            recut.patch().isEmpty()
                ? new Beat(still.cursor())
                : new Change(cursor, still.cursor(), recut.patch());
        body.appendString(",");
      }
      cursor = still.cursor();
      body.appendString("{\"atMs\":" + still.at().toEpochMilli() + ",\"frame\":")
          .appendBytes(FrameWriter.write(frame))
          .appendString("}");
    }
    return body.appendString("]}");
  }

  // --- What was asked
  // -----------------------------------------------------------------------------

  private Optional<List<Instant>> instants(RoutingContext call) {
    var from = instant(call.request().getParam("from"));
    var to = instant(call.request().getParam("to")).or(() -> from);
    var step = instant(call.request().getParam("step")).map(Instant::toEpochMilli);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    long fromMs = from.get().toEpochMilli();
    long spanMs = to.get().toEpochMilli() - fromMs;
    long stepMs = step.orElse(Math.max(1, spanMs));
    if (spanMs < 0 || spanMs > DAY_MS || stepMs < 1 || spanMs / stepMs >= STILLS_MAX) {
      return Optional.empty();
    }
    return Optional.of(
        LongStream.rangeClosed(0, spanMs / stepMs)
            .mapToObj(n -> Instant.ofEpochMilli(fromMs + n * stepMs))
            .toList());
  }

  /// What has not been yet is not foretold: of today, the last instant is now.
  private List<Instant> past(LocalDate date, List<Instant> instants) {
    var now = now();
    if (!date.equals(today()) || !instants.getLast().isAfter(now)) {
      return instants;
    }
    var past = instants.stream().filter(it -> !it.isAfter(now)).toList();
    return past.isEmpty() ? List.of(now) : past;
  }

  private Instant past(LocalDate date, Instant instant) {
    return past(date, List.of(instant)).getLast();
  }

  private static Optional<Instant> instant(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(Long::parseLong).map(Instant::ofEpochMilli);
    } catch (NumberFormatException notANumber) {
      LOG.debug("instant", notANumber);
      return Optional.empty();
    }
  }

  private Optional<LocalDate> date(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeParseException notADate) {
      LOG.debug("date", notADate);
      return Optional.empty();
    }
  }

  private boolean mayAsk(RoutingContext call, Person person) {
    long now = System.nanoTime();
    if (budgets
        .computeIfAbsent(person.id(), _ -> new TokenBucket(CALLS_PER_SECOND, CALLS_BURST, now))
        .take(now)) {
      return true;
    }
    tooFast(call);
    return false;
  }

  private static void tooFast(RoutingContext call) {
    call.response().putHeader("retry-after", "1");
    no(call, new Problem(429, WireError.TOO_FAST, "Ask for several instants in one call."));
  }

  private static void orNo(RoutingContext call, Future<?> asked) {
    asked.onFailure(
        cause -> {
          if (cause instanceof Replay.Busy) {
            tooFast(call);
          }
        });
    orNotReady(call, asked);
  }

  /// Answered on the thread of the call.
  private static <T> Future<T> here(Future<T> asked) {
    var answered = Promise.<T>promise();
    var thread = Objects.requireNonNull(Vertx.currentContext());
    asked.onComplete(answer -> thread.runOnContext(_ -> answered.handle(answer)));
    return answered.future();
  }

  private Replay replay() {
    return house.floor().get().desk().replay();
  }

  private Id.SchoolId school() {
    return house.floor().get().floor().school().id();
  }

  private LocalDate today() {
    return house.floor().get().floor().plan().date();
  }

  private Instant now() {
    var desk = house.floor().get().desk();
    return desk.state().clock().at(desk.sourceMs());
  }
}
