package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;

import dev.carillon.access.Act;
import dev.carillon.access.Authority;
import dev.carillon.access.Door;
import dev.carillon.school.Person;
import dev.carillon.school.School;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Views;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Boards for browsers that run none of our scripts: pages made here that ask for themselves anew.
/// They are cut from the same views as every other board's.
final class LitePages {
  /// Holds the secret of a screen that waits to be paired.
  private static final String PAIRING_COOKIE = "carillon-pairing";

  private final Callers callers;
  private final House house;
  private final PairingCalls pairings;
  private final Views views = new Views();

  LitePages(Callers callers, House house, PairingCalls pairings) {
    this.callers = callers;
    this.house = house;
    this.pairings = pairings;
  }

  void routes(Router router) {
    router.get(LiteBoard.ADDRESS).handler(this::board);
  }

  private void board(RoutingContext call) {
    callers.whoOr(
        call,
        (_, person) -> {
          if (Authority.allows(person.role(), Act.OPEN_BOARD)) {
            show(call, person);
          } else {
            no(call, Problem.NOT_FOUND);
          }
        },
        () -> unpaired(call));
  }

  private void show(RoutingContext call, Person person) {
    var open = house.floor().get();
    var at = open.desk().state().clock().at(house.source().sourceMs());
    var view = views.cut(OfBoard.of(person), open.floor());
    send(call, house, new LiteBoard(view, at, person.language()).page());
  }

  private void unpaired(RoutingContext call) {
    var waiting =
        Optional.ofNullable(call.request().getCookie(PAIRING_COOKIE)).map(Cookie::getValue);
    if (waiting.isEmpty()) {
      offer(call);
      return;
    }
    var parts = waiting.get().split("\\.", 3);
    var entering = house.door().enterPaired(parts[0]);
    entering.onSuccess(
        entered -> {
          var board = pairings.let(call, entered);
          if (board.isPresent()) {
            show(call, board.get());
          } else if (parts.length < 2) {
            offer(call);
          } else {
            send(call, house, LiteBoard.pairing(parts[1], school()));
          }
        });
    orNotReady(call, entering);
  }

  private void offer(RoutingContext call) {
    if (!pairings.mayOffer(call)) {
      send(call, house, LiteBoard.pairing("", school()));
      return;
    }
    var drawn = pairings.drawn(call);
    drawn.onSuccess(
        pairing -> {
          call.response()
              .addCookie(
                  Cookie.cookie(PAIRING_COOKIE, pairing.secret() + "." + pairing.code())
                      .setHttpOnly(true)
                      .setSecure(house.options().isSecure())
                      .setSameSite(CookieSameSite.STRICT)
                      .setPath("/lite")
                      .setMaxAge(Door.PAIRING_LIFE.toSeconds()));
          send(call, house, LiteBoard.pairing(pairing.code(), school()));
        });
    orNotReady(call, drawn);
  }

  private School school() {
    return house.floor().get().floor().school();
  }

  static void send(RoutingContext call, House house, String page) {
    Headers.put(call.response(), house.options().isSecure(), false);
    call.response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("cache-control", "no-store")
        // Else a browser does not say where a form of ours comes from.
        .putHeader("referrer-policy", "same-origin")
        .end(page);
  }
}
