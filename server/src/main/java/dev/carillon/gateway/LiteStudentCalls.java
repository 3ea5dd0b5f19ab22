package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;

import dev.carillon.access.SignedIn;
import dev.carillon.desk.Answer;
import dev.carillon.floor.Refusal;
import dev.carillon.gateway.Entrance.Entering.In;
import dev.carillon.gateway.Entrance.Entering.Refused;
import dev.carillon.gateway.Entrance.Entering.TooOften;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.Views;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.FrameReader;
import dev.carillon.wire.FrameReader.Outcome.Understood;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;

/// A student's day for browsers that run none of our scripts: pages and forms at `/lite/me`. What
/// she sees is cut from the view of her screen, and what she taps is the command her screen would
/// send: read, looked at and decided like any other.
///
/// A form must come from a page of ours: it carries a proof made of the session's secret, which
/// only whoever reads the session's pages has. Signing in has none yet: there a browser that says
/// where a form comes from must say that it comes from here.
final class LiteStudentCalls {
  private static final long BODY_BYTES_MAX = 2048;

  private final Callers callers;
  private final House house;
  private final Entrance entrance;
  private final Views views = new Views();

  LiteStudentCalls(Callers callers, House house, Entrance entrance) {
    this.callers = callers;
    this.house = house;
    this.entrance = entrance;
  }

  void routes(Router router) {
    router.get(LiteStudent.ADDRESS).handler(this::show);
    router
        .post(LiteStudent.ADDRESS + "/*")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    router.post(LiteStudent.ADDRESS + "/enter").handler(this::enter);
    router.post(LiteStudent.ADDRESS + "/do").handler(this::act);
    router.post(LiteStudent.ADDRESS + "/out").handler(this::leave);
  }

  // Who she is
  // -------------------------------------------------------------------------------------------

  @FunctionalInterface
  private interface OwnCall {
    void answer(SignedIn who, Student student, String proof);
  }

  /// Answers a student who is signed in; anybody else is asked for a badge, or told whose this is.
  private void student(RoutingContext call, OwnCall next) {
    callers.whoOr(
        call,
        (who, person) -> {
          if (person instanceof Student student) {
            next.answer(who, student, proof(call));
          } else {
            offer(call, LiteStudentWords.of(person.language()).studentsOnly());
          }
        },
        () -> offer(call, ""));
  }

  private String proof(RoutingContext call) {
    var session = Objects.requireNonNull(call.request().getCookie(callers.cookieName()));
    return Sources.hash("lite " + session.getValue());
  }

  private void offer(RoutingContext call, String says) {
    LitePages.send(call, house, LiteStudent.enter(words(), school().name(), says));
  }

  private LiteStudentWords words() {
    return LiteStudentWords.of(school().language());
  }

  private School school() {
    return house.floor().get().floor().school();
  }

  private void show(RoutingContext call) {
    student(
        call,
        (_, student, proof) -> {
          var open = house.floor().get();
          var at = open.desk().state().clock().at(house.source().sourceMs());
          var view = views.cut(new OfStudent(student.id()), open.floor());
          var page = new LiteStudent(view, at, student.language(), proof);
          LitePages.send(call, house, page.page(call.request().getParam("no") != null));
        });
  }

  // Signing in and out
  // -------------------------------------------------------------------------------------------

  private void enter(RoutingContext call) {
    var origins = call.request().headers().getAll(HttpHeaders.ORIGIN);
    if (!origins.isEmpty() && !Handshake.isOurs(origins, house.origins().get())) {
      no(call, Problem.NOT_FOUND);
      return;
    }
    var badge = Optional.ofNullable(call.request().getFormAttribute("badge")).orElse("").strip();
    var entering = entrance.byBadge(call, badge);
    entering.onSuccess(
        it -> {
          switch (it) {
            case In _ -> home(call, false);
            case Refused _ -> offer(call, words().badgeRefused());
            case TooOften _ -> offer(call, words().slowly());
          }
        });
    orNotReady(call, entering);
  }

  private void leave(RoutingContext call) {
    student(
        call,
        (who, student, proof) -> {
          if (!isProven(call, proof)) {
            home(call, true);
            return;
          }
          var out = entrance.out(call, who, student);
          out.onSuccess(_ -> home(call, false));
          orNotReady(call, out);
        });
  }

  private static boolean isProven(RoutingContext call, String proof) {
    var said = Optional.ofNullable(call.request().getFormAttribute("proof")).orElse("");
    return MessageDigest.isEqual(
        said.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
  }

  /// Asked for with GET: a page that is loaded anew sends nothing twice.
  private static void home(RoutingContext call, boolean isRefused) {
    call.response()
        .setStatusCode(303)
        .putHeader("location", isRefused ? LiteStudent.ADDRESS + "?no=1" : LiteStudent.ADDRESS)
        .putHeader("cache-control", "no-store")
        .end();
  }

  // What she taps
  // -------------------------------------------------------------------------------------------

  private void act(RoutingContext call) {
    student(
        call,
        (_, student, proof) -> {
          var ask = isProven(call, proof) ? ask(call, student) : Optional.<Ask>empty();
          if (ask.isEmpty()
              || Gate.denies(ask.get(), student.id(), student.role(), house.options().isDemo())
                  .isPresent()) {
            home(call, true);
          } else {
            submit(call, student, ask.get());
          }
        });
  }

  private void submit(RoutingContext call, Student student, Ask ask) {
    // Answered on the thread of the call, not the desk's.
    var thread = Objects.requireNonNull(Vertx.currentContext());
    house
        .floor()
        .get()
        .desk()
        .submit(Session.order(ask, student.id(), student.role()))
        .onComplete(
            done -> {
              boolean isTaken =
                  done.succeeded()
                      && switch (done.result()) {
                        case Answer.Done _ -> true;
                        // A tap on a page that was a moment old: what it asked for is so already.
                        case Answer.Refused(var why, _) -> why == Refusal.HELP_OVER;
                      };
              thread.runOnContext(_ -> home(call, !isTaken));
            });
  }

  private Optional<Ask> ask(RoutingContext call, Student student) {
    var form = call.request();
    var help = Optional.ofNullable(form.getFormAttribute("help")).orElse("");
    var said =
        switch (Optional.ofNullable(form.getFormAttribute("act")).orElse("")) {
          case "hand" -> frame("help.ask", new JsonObject().put("kind", "work"));
          case "here" -> frame("arrival.report", new JsonObject());
          case "down" -> frame("help.cancel", about(help));
          case "fine" -> frame("help.done", about(help));
          case "trying" -> frame("help.trying", about(help).put("on", true));
          case "stop-trying" -> frame("help.trying", about(help).put("on", false));
          case "stuck" -> frame("help.stuck", about(help));
          case "found" -> frame("help.here", about(help));
          case "undo" -> frame("help.undo", about(help));
          case "reopen" -> frame("help.reopen", about(help));
          default -> new JsonObject();
        };
    said.put("id", form.getFormAttribute("id"));
    return switch (FrameReader.read(said.encode(), student.id())) {
      case Understood(Ask ask) -> Optional.of(ask);
      default -> Optional.empty();
    };
  }

  private static JsonObject about(String help) {
    return new JsonObject().put("help", help);
  }

  private JsonObject frame(String kind, JsonObject body) {
    var date = house.floor().get().floor().plan().date().toString();
    return new JsonObject()
        .put("t", "command")
        .put("date", date)
        .put("kind", kind)
        .put("body", body);
  }
}
