package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.orNotReady;

import dev.carillon.access.Act;
import dev.carillon.access.Authority;
import dev.carillon.access.SignedIn;
import dev.carillon.school.Person;
import dev.carillon.wire.WireError;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Who calls: the cookies of sessions and devices, and what a caller's role may ask for.
final class Callers {
  private static final String SECURE_COOKIE = "__Host-carillon";

  /// The prefix above is only allowed with TLS.
  private static final String PLAIN_COOKIE = "carillon-plain";

  /// Names a device, so that guesses can be counted; says nothing about who sits at it.
  private static final String DEVICE_COOKIE = "carillon-device";

  private static final long DEVICE_SECONDS = 34_560_000;
  private static final int DEVICE_BYTES = 16;

  private final House house;
  private final SecureRandom dice = new SecureRandom();

  Callers(House house) {
    this.house = house;
  }

  @FunctionalInterface
  interface SignedInCall {
    void answer(SignedIn who, Person person);
  }

  /// Answers those who are signed in.
  void whoOr401(RoutingContext call, SignedInCall next) {
    whoOr(call, next, () -> no(call, Problem.NOT_SIGNED_IN));
  }

  /// @param otherwise answers whoever is not signed in
  void whoOr(RoutingContext call, SignedInCall next, Runnable otherwise) {
    var cookie = call.request().getCookie(cookieName());
    if (cookie == null) {
      otherwise.run();
      return;
    }
    var asked = house.door().who(cookie.getValue());
    asked.onSuccess(
        who -> {
          var person = who.flatMap(this::person);
          if (who.isEmpty() || person.isEmpty()) {
            otherwise.run();
          } else {
            next.answer(who.get(), person.get());
          }
        });
    orNotReady(call, asked);
  }

  /// Answers those whose role may do that.
  Handler<RoutingContext> ifMay(Act act, BiConsumer<RoutingContext, Person> answer) {
    return call ->
        whoOr401(
            call,
            (_, person) -> {
              if (mayOr403(call, person, act)) {
                answer.accept(call, person);
              }
            });
  }

  private boolean mayOr403(RoutingContext call, Person person, Act act) {
    if (Authority.allows(person.role(), act)) {
      return true;
    }
    house.audit().wrote("denied", person.role(), person.id(), act.word());
    no(call, new Problem(403, WireError.SCREEN_NOT_YOURS, "This is not for your role."));
    return false;
  }

  Optional<Person> person(SignedIn who) {
    return house.floor().get().person(who.person());
  }

  String cookieName() {
    return house.options().isSecure() ? SECURE_COOKIE : PLAIN_COOKIE;
  }

  void setCookie(RoutingContext call, String value, long seconds) {
    call.response().addCookie(cookie(cookieName(), value, seconds));
  }

  private Cookie cookie(String name, String value, long seconds) {
    return Cookie.cookie(name, value)
        .setHttpOnly(true)
        .setSecure(house.options().isSecure())
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/")
        .setMaxAge(seconds);
  }

  /// The device's name; one that has none yet gets one with the answer.
  String device(RoutingContext call) {
    var known = call.request().getCookie(DEVICE_COOKIE);
    if (known != null) {
      return known.getValue();
    }
    var bytes = new byte[DEVICE_BYTES];
    dice.nextBytes(bytes);
    call.response()
        .addCookie(cookie(DEVICE_COOKIE, HexFormat.of().formatHex(bytes), DEVICE_SECONDS));
    return "";
  }
}
