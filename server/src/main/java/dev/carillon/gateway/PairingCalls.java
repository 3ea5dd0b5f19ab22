package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.body;
import static dev.carillon.gateway.Bodies.json;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;
import static dev.carillon.gateway.Bodies.text;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.access.Act;
import dev.carillon.access.Door;
import dev.carillon.access.Door.Entered;
import dev.carillon.access.Door.Pairing;
import dev.carillon.access.Tries;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Board;
import dev.carillon.wire.WireError;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/// How a screen without a keyboard becomes a board: it shows a code, somebody of the staff types it
/// and says which board it is, and the screen, which alone has the secret behind the code, is let
/// in.
final class PairingCalls {
  private final Callers callers;
  private final House house;
  private final Tries tries;
  private final Tries offers;

  PairingCalls(Callers callers, House house, Tries tries, Tries offers) {
    this.callers = callers;
    this.house = house;
    this.tries = tries;
    this.offers = offers;
  }

  void routes(Router router) {
    router.post("/api/v1/pairings").handler(this::offer);
    router.post("/api/v1/pairings/enter").handler(this::enter);
    router.post("/api/v1/pairings/claim").handler(callers.ifMay(Act.PAIR_BOARD, this::claim));
  }

  private void offer(RoutingContext call) {
    if (!mayOffer(call)) {
      call.response().putHeader("retry-after", "60");
      no(call, new Problem(429, WireError.TOO_FAST, "Wait a minute."));
      return;
    }
    var drawn = drawn(call);
    drawn.onSuccess(
        pairing ->
            json(
                call,
                new JsonObject()
                    .put("code", pairing.code())
                    .put("secret", pairing.secret())
                    .put("validMs", Door.PAIRING_LIFE.toMillis())));
    orNotReady(call, drawn);
  }

  boolean mayOffer(RoutingContext call) {
    return offers.mayTry("", source(call));
  }

  /// Every code counts: nobody fills the store with them.
  Future<Pairing> drawn(RoutingContext call) {
    offers.failed("", source(call));
    return house.door().offerPairing();
  }

  private void enter(RoutingContext call) {
    var secret = body(call, Set.of("secret")).flatMap(it -> text(it, "secret"));
    if (secret.isEmpty()) {
      no(call, wrongBody(400, "Send the secret of the pairing."));
      return;
    }
    var entering = house.door().enterPaired(secret.get());
    entering.onSuccess(
        entered -> json(call, new JsonObject().put("paired", let(call, entered).isPresent())));
    orNotReady(call, entering);
  }

  /// Gives the screen its session; empty when it is not paired, or its board is gone.
  Optional<Person> let(RoutingContext call, Optional<Entered> entered) {
    var board = entered.flatMap(it -> callers.person(it.who())).filter(Board.class::isInstance);
    board.ifPresent(
        it -> {
          house.audit().wrote("sign-in", it.role(), it.id(), "pairing");
          var session = entered.orElseThrow();
          callers.setCookie(call, session.secret(), session.life().toSeconds());
        });
    return board;
  }

  private void claim(RoutingContext call, Person by) {
    var body = body(call, Set.of("code", "board"));
    var code = body.flatMap(it -> text(it, "code"));
    var board =
        body.flatMap(it -> text(it, "board"))
            .filter(Id::isValid)
            .flatMap(id -> house.floor().get().person(new PersonId(id)))
            .filter(Board.class::isInstance);
    if (code.isEmpty() || board.isEmpty()) {
      no(call, wrongBody(400, "Send the code of a screen and the id of a board."));
      return;
    }
    var who = by.id().value();
    if (!tries.mayTry(who, source(call))) {
      call.response().putHeader("retry-after", "60");
      no(call, new Problem(429, WireError.TOO_FAST, "Wait a minute, and look at the code again."));
      return;
    }
    var paired = house.door().pair(code.get(), board.get().id());
    paired.onSuccess(
        isPaired -> {
          if (isPaired) {
            house.audit().wroteOf("board.paired", by.role(), by.id(), board.get().id());
            call.response().setStatusCode(204).end();
          } else {
            tries.failed(who, source(call));
            no(call, new Problem(404, WireError.PAIRING_REFUSED, "No screen shows that code."));
          }
        });
    orNotReady(call, paired);
  }

  private static String source(RoutingContext call) {
    return String.valueOf(call.request().remoteAddress().hostAddress());
  }
}
