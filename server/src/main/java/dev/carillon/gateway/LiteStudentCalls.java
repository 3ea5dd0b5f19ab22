package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;

import dev.carillon.access.Act;
import dev.carillon.access.Authority;
import dev.carillon.access.Door.Entered;
import dev.carillon.access.SignedIn;
import dev.carillon.access.Tries;
import dev.carillon.desk.Answer;
import dev.carillon.desk.Order;
import dev.carillon.floor.Refusal;
import dev.carillon.log.CommandId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
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
  private static final String HOME = "/lite/me";
  private static final long BODY_BYTES_MAX = 2048;

  private final Callers callers;
  private final House house;
  private final Tries tries;
  private final Views views = new Views();

  LiteStudentCalls(Callers callers, House house, Tries tries) {
    this.callers = callers;
    this.house = house;
    this.tries = tries;
  }

  void routes(Router router) {
    router.get(HOME).handler(this::show);
    router.post(HOME + "/*").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    router.post(HOME + "/enter").handler(this::enter);
    router.post(HOME + "/do").handler(this::act);
    router.post(HOME + "/out").handler(this::leave);
  }

  // Who she is
  // -------------------------------------------------------------------------------------------

  @FunctionalInterface
  private interface OwnCall {
    void answer(SignedIn who, Student student, String proof);
  }

  /// Answers a student who is signed in; anybody else is asked for a badge, or told whose this is.
  private void student(RoutingContext call, OwnCall next) {
    var cookie = call.request().getCookie(callers.cookieName());
    if (cookie == null) {
      offer(call, "");
      return;
    }
    var asked = house.door().who(cookie.getValue());
    asked.onSuccess(
        who -> {
          var person = who.flatMap(callers::person);
          if (person.isEmpty()) {
            offer(call, "");
          } else if (person.get() instanceof Student student
              && Authority.allows(student.role(), Act.OPEN_STUDENT)) {
            next.answer(who.get(), student, Sources.hash("lite " + cookie.getValue()));
          } else {
            offer(call, school(person.get()).studentsOnly());
          }
        });
    orNotReady(call, asked);
  }

  private static LiteStudentWords school(Person person) {
    return LiteStudentWords.of(person.language());
  }

  private void offer(RoutingContext call, String says) {
    var school = house.floor().get().floor().school();
    var words = LiteStudentWords.of(school.language());
    LitePages.send(call, house, LiteStudent.enter(words, school.name(), says));
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
    var words = LiteStudentWords.of(house.floor().get().floor().school().language());
    var badge = Optional.ofNullable(call.request().getFormAttribute("badge")).orElse("").strip();
    var device = callers.device(call);
    var source = call.request().remoteAddress().hostAddress();
    if (!tries.mayTry(device, source)) {
      house.audit().wrote("sign-in.limited");
      offer(call, words.slowly());
      return;
    }
    var entering = house.door().enterByBadge(badge);
    entering.onSuccess(
        entered -> {
          var person = entered.map(Entered::who).flatMap(callers::person);
          if (entered.isEmpty() || person.isEmpty()) {
            house.audit().wrote("sign-in.refused");
            tries.failed(device, source);
            offer(call, words.badgeRefused());
            return;
          }
          house.audit().wrote("sign-in", person.get().role(), person.get().id(), "lite");
          callers.setCookie(call, entered.get().secret(), entered.get().life().toSeconds());
          home(call, false);
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
          var out = house.door().signOut(who);
          out.onSuccess(
              _ -> {
                house.audit().wrote("sign-out", student.role(), student.id(), "lite");
                callers.setCookie(call, "", 0);
                home(call, false);
              });
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
        .putHeader("location", isRefused ? HOME + "?no=1" : HOME)
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
    var order =
        new Order(
            new CommandId(student.id(), ask.id()),
            ask.date(),
            student.role(),
            ask.command(),
            ask.bodyHash(),
            false);
    // Answered on the thread of the call, not the desk's.
    var thread = Objects.requireNonNull(Vertx.currentContext());
    house
        .floor()
        .get()
        .desk()
        .submit(order)
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
