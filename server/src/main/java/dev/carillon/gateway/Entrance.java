package dev.carillon.gateway;

import dev.carillon.access.Door.Entered;
import dev.carillon.access.SignedIn;
import dev.carillon.access.Tries;
import dev.carillon.school.Person;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// How people come in and go out, whatever their page looks like: the session's cookie, the line in
/// the audit log, and the pause of whoever guesses badge codes.
final class Entrance {
  private final Callers callers;
  private final House house;
  private final Tries tries;

  Entrance(Callers callers, House house, Tries tries) {
    this.callers = callers;
    this.house = house;
    this.tries = tries;
  }

  sealed interface Entering {
    /// Her cookie goes out with the answer.
    record In(Person person) implements Entering {}

    record Refused() implements Entering {}

    /// Too many codes nobody has came from here within a minute.
    record TooOften() implements Entering {}
  }

  /// Fails when the store does not answer.
  Future<Entering> byLink(RoutingContext call, String link) {
    return house.door().enterByLink(link).map(entered -> entered(call, entered));
  }

  /// Fails when the store does not answer.
  Future<Entering> byBadge(RoutingContext call, String badge) {
    var device = callers.device(call);
    var source = call.request().remoteAddress().hostAddress();
    if (!tries.mayTry(device, source)) {
      house.audit().wrote("sign-in.limited");
      return Future.succeededFuture(new Entering.TooOften());
    }
    return house
        .door()
        .enterByBadge(badge)
        .map(
            entered -> {
              var entering = entered(call, entered);
              if (entering instanceof Entering.Refused) {
                tries.failed(device, source);
              }
              return entering;
            });
  }

  private Entering entered(RoutingContext call, Optional<Entered> entered) {
    var person = entered.flatMap(it -> callers.person(it.who()));
    if (entered.isEmpty() || person.isEmpty()) {
      house.audit().wrote("sign-in.refused");
      return new Entering.Refused();
    }
    house.audit().wrote("sign-in", person.get().role(), person.get().id(), "");
    callers.setCookie(call, entered.get().secret(), entered.get().life().toSeconds());
    return new Entering.In(person.get());
  }

  /// Fails when the store does not answer: then she is still signed in.
  Future<Void> out(RoutingContext call, SignedIn who, Person person) {
    return house
        .door()
        .signOut(who)
        .<Void>mapEmpty()
        .onSuccess(
            _ -> {
              house.audit().wrote("sign-out", person.role(), person.id(), "");
              callers.setCookie(call, "", 0);
            });
  }
}
