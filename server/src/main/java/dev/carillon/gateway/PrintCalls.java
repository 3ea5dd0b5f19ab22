package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.body;
import static dev.carillon.gateway.Bodies.json;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.floor.Command.DrawDay;
import dev.carillon.floor.Floor;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import dev.carillon.view.Paper;
import dev.carillon.view.PaperCut;
import dev.carillon.wire.PaperWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls of the page that prints: a day on paper, and new badges to be printed (ADR 31).
final class PrintCalls {
  private static final Logger LOG = LoggerFactory.getLogger(PrintCalls.class);

  /// A school year: what is further ahead is not yet planned by anybody.
  private static final int DAYS_AHEAD_MAX = 366;

  /// What fits into the longest body of a call, whatever the ids.
  private static final int BADGES_MAX = 30;

  private static final String DATE_HINT =
      "Ask for today, next, or a date from today on within a year, such as 2026-09-14.";

  private static final String UNDECIDED = "It is not decided which day that date runs: decide it.";
  private static final String BADGES_HINT = "Send the ids of one to thirty students.";

  private final House house;

  /// The day to come that was asked for last: a whole staff prints the same one.
  private volatile @Nullable Drawn known;

  PrintCalls(House house) {
    this.house = house;
  }

  private record Drawn(School school, DrawDay day) {
    boolean isOf(School other, LocalDate date) {
      return day.plan().date().equals(date) && school.equals(other);
    }
  }

  // --- A day on paper
  // ---------------------------------------------------------------------------------

  void day(RoutingContext call, Person reader) {
    var asked = String.valueOf(call.pathParam("date"));
    var school = house.published().school();
    school.onSuccess(published -> day(call, reader, asked, published));
    orNotReady(call, school);
  }

  private void day(RoutingContext call, Person reader, String asked, School school) {
    var open = house.floor().get().floor();
    var next = next(open, school);
    var date = date(asked, open.plan().date(), next);
    if (date.filter(it -> isFor(reader, it, next)).isEmpty()) {
      no(call, wrongBody(400, DATE_HINT));
    } else if (date.get().equals(open.plan().date())) {
      send(call, reader, date.get(), () -> PaperCut.open(open, reader, next));
    } else if (school.calendar().question(date.get()).isPresent()) {
      no(call, wrongBody(400, UNDECIDED));
    } else {
      var drawn = drawn(school, date.get());
      drawn.onSuccess(
          day -> send(call, reader, date.get(), () -> planned(open, school, day, reader)));
      orNotReady(call, drawn);
    }
  }

  private static Paper planned(Floor open, School school, DrawDay day, Person reader) {
    return PaperCut.planned(open.ahead(school, day.plan(), day.assignments()), reader);
  }

  /// Students get the day that is open and the next one: to plan others takes long.
  private boolean isFor(Person reader, LocalDate date, Optional<LocalDate> next) {
    return reader.role() != Role.STUDENT
        || date.equals(today())
        || next.filter(date::equals).isPresent();
  }

  private LocalDate today() {
    return house.floor().get().floor().plan().date();
  }

  /// In the evening the floor of the next day is open already: then it is the next one.
  private Optional<LocalDate> next(Floor open, School school) {
    var now = house.floor().get().desk().state().clock().at(house.source().sourceMs());
    var today = school.calendar().serviceDate(now, school.zone());
    var date = open.plan().date();
    return school.calendar().nextSchoolDay(date.isAfter(today) ? date : date.plusDays(1));
  }

  private static Optional<LocalDate> date(String asked, LocalDate today, Optional<LocalDate> next) {
    return switch (asked) {
      case "today" -> Optional.of(today);
      case "next" -> next;
      case String text ->
          date(text)
              .filter(it -> !it.isBefore(today))
              .filter(it -> !it.isAfter(today.plusDays(DAYS_AHEAD_MAX)));
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notDate) {
      LOG.debug("date", notDate);
      return Optional.empty();
    }
  }

  private Future<DrawDay> drawn(School school, LocalDate date) {
    var last = known;
    return last != null && last.isOf(school, date)
        ? Future.succeededFuture(last.day())
        : house.published().draw(school, date).onSuccess(day -> known = new Drawn(school, day));
  }

  /// A large school's day takes long to cut and write: no event loop waits.
  private void send(RoutingContext call, Person reader, LocalDate date, Supplier<Paper> paper) {
    house.audit().wrote("day.printed", reader.role(), reader.id(), date.toString());
    var written =
        call.vertx().executeBlocking(() -> Buffer.buffer(PaperWriter.write(paper.get())), false);
    written.onSuccess(
        bytes -> call.response().putHeader("content-type", "application/json").end(bytes));
    orNotReady(call, written);
  }

  // --- Badges
  // -----------------------------------------------------------------------------------------

  /// Makes a new badge for each of them, which voids the one before. Only what is scanned is
  /// answered: a code to be typed is given one student at a time.
  void badges(RoutingContext call, Person maker) {
    var students = students(call);
    if (students.isEmpty()) {
      no(call, wrongBody(400, BADGES_HINT));
      return;
    }
    var made =
        Future.all(students.stream().map(student -> badge(student, maker)).toList())
            .map(all -> new JsonObject().put("badges", new JsonArray(all.<JsonObject>list())));
    made.onSuccess(answer -> json(call, answer));
    orNotReady(call, made);
  }

  private Future<JsonObject> badge(PersonId student, Person maker) {
    house.audit().wroteOf("badge.printed", maker.role(), maker.id(), student);
    return house
        .door()
        .badge(student)
        .map(badge -> new JsonObject().put("student", student.value()).put("token", badge.token()));
  }

  /// None when one of them is no student.
  private List<PersonId> students(RoutingContext call) {
    var asked =
        body(call, Set.of("students"))
            .map(it -> it.getValue("students"))
            .filter(JsonArray.class::isInstance)
            .map(JsonArray.class::cast)
            .filter(list -> list.size() <= BADGES_MAX)
            .orElseGet(JsonArray::new);
    var students = new ArrayList<PersonId>();
    for (var each : asked) {
      var student =
          Optional.of(each)
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .filter(Id::isValid)
              .flatMap(id -> house.floor().get().person(new PersonId(id)))
              .filter(Student.class::isInstance);
      if (student.isEmpty()) {
        return List.of();
      }
      students.add(student.get().id());
    }
    return students.stream().distinct().toList();
  }
}
