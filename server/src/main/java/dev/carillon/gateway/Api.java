package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.body;
import static dev.carillon.gateway.Bodies.json;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;
import static dev.carillon.gateway.Bodies.text;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.access.Act;
import dev.carillon.access.Door;
import dev.carillon.access.Tries;
import dev.carillon.floor.Event.SignalSetAside;
import dev.carillon.gateway.Entrance.Entering.In;
import dev.carillon.gateway.Entrance.Entering.Refused;
import dev.carillon.gateway.Entrance.Entering.TooOften;
import dev.carillon.school.Id;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.wire.FrameReader;
import dev.carillon.wire.Screen;
import dev.carillon.wire.WireError;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls that are not on the socket: signing in and out, letting others in, tickets, and what a
/// demo tells.
///
/// A POST changes something and must come from one of our own pages: it carries a header no other
/// page can set, and its origin.
final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private static final long BODY_BYTES_MAX = 4096;

  /// Long enough to be read in the evening and used in the morning.
  private static final Duration LINK_LIFE = Duration.ofDays(1);

  private static final Set<String> DEMO_TICKET = Set.of("role", "protocol");

  private final House house;
  private final Callers callers;
  private final DateCalls dates;
  private final PrintCalls printing;
  private final HealthCalls health;
  private final Entrance entrance;
  private final PairingCalls pairings;
  private final LitePages lite;

  /// @param offers counts the codes that screens ask for
  Api(House house, Tries tries, Tries offers) {
    this.house = house;
    this.callers = new Callers(house);
    this.dates = new DateCalls(house);
    this.printing = new PrintCalls(house);
    this.health = new HealthCalls(house);
    this.entrance = new Entrance(callers, house, tries);
    this.pairings = new PairingCalls(callers, house, tries, offers);
    this.lite = new LitePages(callers, house, pairings);
  }

  Handler<HttpServerRequest> router(Vertx vertx, Pages pages, LineCalls lines) {
    var router = Router.router(vertx);
    router.route("/api/*").handler(this::guard);
    new Ingest(house).routes(router);
    lines.routes(router, this::guardPost);
    router
        .post("/api/*")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(this::guardPost);
    router.post("/api/v1/sign-in").handler(this::signIn);
    router.get("/api/v1/session").handler(this::session);
    router.post("/api/v1/sign-out").handler(this::signOut);
    router.post("/api/v1/ticket").handler(this::ticket);
    router.get("/api/v1/people").handler(callers.ifMay(Act.EVERYBODY, this::everybody));
    router.get("/api/v1/health").handler(callers.ifMay(Act.HEALTH, health::show));
    router
        .get("/api/v1/calendar/:date")
        .handler(callers.ifMay(Act.CALENDAR, (call, _) -> dates.show(call)));
    router.post("/api/v1/calendar/:date").handler(callers.ifMay(Act.DECIDE_DATE, dates::decide));
    router.get("/api/v1/print/:date").handler(callers.ifMay(Act.PRINT_DAY, printing::day));
    router.post("/api/v1/print/badges").handler(callers.ifMay(Act.PRINT_BADGES, printing::badges));
    router
        .get("/api/v1/ingest/quarantine")
        .handler(callers.ifMay(Act.SIGNALS_ASIDE, (call, _) -> signalsAside(call)));
    router.post("/api/v1/links").handler(callers.ifMay(Act.MAKE_LINK, this::makeLink));
    router.post("/api/v1/badges").handler(callers.ifMay(Act.MAKE_BADGE, this::makeBadge));
    pairings.routes(router);
    router
        .get("/api/v1/floor/stations/:id/students")
        .handler(callers.ifMay(Act.NAMES_ON_TAP, this::namesOnTap));
    router
        .get("/api/v1/floor/help/:id/student")
        .handler(callers.ifMay(Act.NAMES_ON_TAP, this::nameOfCall));
    new ReplayCalls(house, vertx).routes(router, callers);
    router.get("/api/v1/time").handler(this::time);
    router.get("/api/v1/demo").handler(this::demo);
    router.post("/api/v1/demo/ticket").handler(this::demoTicket);
    router.route("/api/*").handler(call -> no(call, Problem.NOT_FOUND));
    router.route("/api/*").failureHandler(this::failed);
    lite.routes(router);
    new LiteStudentCalls(callers, house, entrance).routes(router);
    router.route().handler(call -> pages.answer(call.request()));
    return router;
  }

  // --- At every call
  // ------------------------------------------------------------------------------

  private void guard(RoutingContext call) {
    Headers.put(call.response(), house.options().isSecure(), false);
    call.response().putHeader("cache-control", "no-store");
    call.next();
  }

  private void guardPost(RoutingContext call) {
    if (!"1".equals(call.request().getHeader("x-carillon"))) {
      no(call, new Problem(403, WireError.HEADER_MISSING, "Send the header X-Carillon: 1."));
    } else if (!Handshake.isOurs(
        call.request().headers().getAll(HttpHeaders.ORIGIN), house.origins().get())) {
      no(call, new Problem(403, WireError.ORIGIN_REFUSED, "Open Carillon at its own address."));
    } else {
      call.next();
    }
  }

  private void failed(RoutingContext call) {
    if (call.response().headWritten()) {
      call.response().reset();
      return;
    }
    switch (call.statusCode()) {
      case 413 -> no(call, wrongBody(413, "The body is too long."));
      case 400 -> no(call, wrongBody(400, "The call makes no sense."));
      default -> {
        LOG.error("{} {}", call.request().method(), call.currentRoute(), call.failure());
        no(call, Problem.NOT_READY);
      }
    }
  }

  // --- Signing in and out
  // -------------------------------------------------------------------------

  private void signIn(RoutingContext call) {
    var body = body(call, Set.of("link", "badge"));
    var link = body.flatMap(it -> text(it, "link"));
    var badge = body.flatMap(it -> text(it, "badge"));
    if (link.isPresent() == badge.isPresent()) {
      no(call, wrongBody(400, "Send either link or badge."));
      return;
    }
    var entering =
        link.isPresent()
            ? entrance.byLink(call, link.get())
            : entrance.byBadge(call, badge.orElseThrow());
    entering.onSuccess(
        it -> {
          switch (it) {
            case In(var person) -> json(call, about(person));
            case Refused() when badge.isPresent() ->
                no(
                    call,
                    new Problem(401, WireError.BADGE_REFUSED, "Ask an adult for a new badge."));
            case Refused() ->
                no(call, new Problem(401, WireError.LINK_REFUSED, "Ask for a new link."));
            case TooOften() -> {
              call.response().putHeader("retry-after", "60");
              no(call, new Problem(429, WireError.TOO_FAST, "Wait a minute, or ask an adult."));
            }
          }
        });
    orNotReady(call, entering);
  }

  private void session(RoutingContext call) {
    callers.whoOr401(call, (_, person) -> json(call, about(person)));
  }

  private void signOut(RoutingContext call) {
    callers.whoOr401(
        call,
        (who, person) -> {
          var out = entrance.out(call, who, person);
          out.onSuccess(_ -> call.response().setStatusCode(204).end());
          orNotReady(call, out);
        });
  }

  private void ticket(RoutingContext call) {
    if (speaksOurs(call, Set.of("protocol"))) {
      callers.whoOr401(call, (who, _) -> sendTicket(call, house.door().ticket(who)));
    }
  }

  /// Answers a page that speaks another version: it cannot be told on a line it cannot open.
  private static boolean speaksOurs(RoutingContext call, Set<String> fields) {
    var spoken = body(call, fields).flatMap(it -> text(it, "protocol"));
    if (spoken.filter(it -> !it.equals(FrameReader.PROTOCOL)).isEmpty()) {
      return true;
    }
    no(call, new Problem(409, WireError.PROTOCOL_UNKNOWN, "Refresh this page."));
    return false;
  }

  private void sendTicket(RoutingContext call, Future<String> drawn) {
    drawn.onSuccess(
        ticket ->
            json(
                call,
                new JsonObject()
                    .put("ticket", ticket)
                    .put("validMs", Door.TICKET_LIFE.toMillis())));
    orNotReady(call, drawn);
  }

  // --- Letting others in
  // --------------------------------------------------------------------------

  private void everybody(RoutingContext call, Person person) {
    house.audit().wrote("people.shown", person.role(), person.id(), "");
    var school = house.floor().get().floor().school();
    var people = school.people().values().stream().map(Api::listed).toList();
    json(call, new JsonObject().put("people", new JsonArray(people)));
  }

  private static JsonObject listed(Person person) {
    var row = named(person).put("role", person.role().word());
    return person instanceof Student student ? row.put("group", student.group().value()) : row;
  }

  /// Students are let in with badges: a link is for those who read mail.
  private void makeLink(RoutingContext call, Person person) {
    var whom = wanted(call, "person").filter(it -> !(it instanceof Student));
    if (whom.isEmpty()) {
      no(call, wrongBody(400, "Send the id of an adult or a board."));
      return;
    }
    house.audit().wroteOf("link.made", person.role(), person.id(), whom.get().id());
    var made = house.door().link(whom.get().id(), LINK_LIFE);
    made.onSuccess(
        link ->
            json(call, new JsonObject().put("link", link).put("validMs", LINK_LIFE.toMillis())));
    orNotReady(call, made);
  }

  private void makeBadge(RoutingContext call, Person person) {
    var student = wanted(call, "student").filter(Student.class::isInstance);
    if (student.isEmpty()) {
      no(call, wrongBody(400, "Send the id of a student."));
      return;
    }
    house.audit().wrote("badge.made", person.role(), person.id(), "");
    var made = house.door().badge(student.get().id());
    made.onSuccess(
        badge ->
            json(call, new JsonObject().put("token", badge.token()).put("code", badge.code())));
    orNotReady(call, made);
  }

  /// The person whose id the body carries in its one field.
  private Optional<Person> wanted(RoutingContext call, String field) {
    return body(call, Set.of(field))
        .flatMap(it -> text(it, field))
        .filter(Id::isValid)
        .flatMap(id -> house.floor().get().person(new PersonId(id)));
  }

  // --- Names on tap
  // -------------------------------------------------------------------------------

  private void namesOnTap(RoutingContext call, Person person) {
    var id = Optional.ofNullable(call.pathParam("id")).filter(Id::isValid);
    var floor = house.floor().get().floor();
    var station = id.map(StationId::new).filter(floor.school().stations()::containsKey);
    if (station.isEmpty()) {
      no(call, Problem.NOT_FOUND);
      return;
    }
    var where = station.get();
    house.audit().wrote("names.shown", person.role(), person.id(), where.value());
    var audiences = house.floor().get().audiences();
    boolean seesDots = person.role().leads();
    var told =
        new Names.Told(
            audiences::lastSeen,
            student -> seesDots ? audiences.dotOf(floor, student) : Optional.empty());
    var names = Names.at(where, floor, told);
    json(call, new JsonObject().put("students", new JsonArray(names)));
  }

  /// To whoever has taken the call on, and to nobody else.
  private void nameOfCall(RoutingContext call, Person person) {
    var floor = house.floor().get().floor();
    var held =
        Optional.ofNullable(call.pathParam("id"))
            .filter(Id::isValid)
            .flatMap(id -> floor.help().find(new HelpId(id)))
            .filter(request -> request.owner().filter(person.id()::equals).isPresent());
    if (held.isEmpty()) {
      no(call, Problem.NOT_FOUND);
      return;
    }
    var where = floor.stationOf(held.get());
    house.audit().wrote("names.shown", person.role(), person.id(), where.value());
    json(call, Names.of(held.get().asked().student(), where, floor));
  }

  // --- Signals that could not be used
  // -----------------------------------------------------------------

  private void signalsAside(RoutingContext call) {
    var aside = house.floor().get().floor().signals().setAside().last();
    json(
        call,
        new JsonObject().put("signals", new JsonArray(aside.stream().map(Api::aside).toList())));
  }

  private static JsonObject aside(SignalSetAside set) {
    return new JsonObject()
        .put("source", set.source().value())
        .put("signal", set.signal())
        .put("reason", set.why().word())
        .put("at", set.at().toString());
  }

  /// For the network check, which nobody signs in for.
  private void time(RoutingContext call) {
    json(call, new JsonObject().put("sourceMs", house.source().sourceMs()));
  }

  // --- The demo
  // -----------------------------------------------------------------------------------

  private void demo(RoutingContext call) {
    var panes = house.options().demo();
    if (panes.isEmpty()) {
      no(call, Problem.NOT_FOUND);
      return;
    }
    var people = new JsonObject();
    panes
        .get()
        .forEach(
            (role, id) ->
                house.floor().get().person(id).ifPresent(it -> people.put(role, named(it))));
    json(call, new JsonObject().put("demo", true).put("people", people));
  }

  private void demoTicket(RoutingContext call) {
    var panes = house.options().demo().filter(_ -> isFromHere(call));
    if (panes.isEmpty()) {
      no(call, Problem.NOT_FOUND);
      return;
    }
    if (!speaksOurs(call, DEMO_TICKET)) {
      return;
    }
    var whom =
        body(call, DEMO_TICKET)
            .flatMap(it -> text(it, "role"))
            .flatMap(role -> Optional.ofNullable(panes.get().get(role)));
    if (whom.isEmpty()) {
      no(call, wrongBody(400, "Send one of the roles of the demo."));
    } else {
      sendTicket(call, house.door().demoTicket(whom.get()));
    }
  }

  private static boolean isFromHere(RoutingContext call) {
    var address = call.request().remoteAddress().hostAddress();
    return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
  }

  // --- What is told of people
  // ---------------------------------------------------------------------

  private static JsonObject about(Person person) {
    return new JsonObject()
        .put("person", named(person).put("role", person.role().word()))
        .put("screen", screen(person.role()).word())
        .put("lang", person.language());
  }

  private static JsonObject named(Person person) {
    return new JsonObject().put("id", person.id().value()).put("name", person.name());
  }

  private static Screen screen(Role role) {
    return switch (role) {
      case STUDENT -> Screen.STUDENT;
      case PARAPROFESSIONAL, TEACHER -> Screen.HELPER;
      case LEADER, ADMINISTRATOR -> Screen.LEADER;
      case BOARD, SYSTEM, SOURCE -> Screen.BOARD;
    };
  }
}
