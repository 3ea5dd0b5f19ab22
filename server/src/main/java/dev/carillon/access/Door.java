package dev.carillon.access;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Lets people in, remembers that they are, and lets them out.
///
/// A *link* is for staff and good once; a demo's are good until it stops. A *badge* is for
/// students: a token to scan, and a short code to type that is good for the day. Either starts a
/// *session*, which ends at night and never within a lesson. A *ticket* opens one socket of a
/// session.
public final class Door {
  /// Long enough for a slow network between the page's two steps.
  public static final Duration TICKET_LIFE = Duration.ofSeconds(30);

  /// Sessions and typed codes end at this school time: no lesson is that early.
  private static final LocalTime NIGHT = LocalTime.of(3, 0);

  /// A badge is carried for a school year; it is made void by making another.
  private static final Duration BADGE_LIFE = Duration.ofDays(400);

  /// Nobody is asked to sign in twice within this time.
  private static final Duration SESSION_LIFE_MIN = Duration.ofHours(1);

  /// Time to walk from a screen to a desk and back.
  public static final Duration PAIRING_LIFE = Duration.ofMinutes(10);

  /// A board hangs for a school year; nobody is at it to sign in each morning.
  private static final Duration BOARD_LIFE = Duration.ofDays(400);

  private final AccessStore store;
  private final InstantSource clock;
  private final ZoneId zone;

  public Door(AccessStore store, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.clock = clock;
    this.zone = zone;
  }

  /// @param token to be scanned, 128 bits, good until another badge is made
  /// @param code to be typed, good until the night
  public record Badge(String token, String code) {}

  /// A screen that waits to be told which board it is.
  ///
  /// @param code to be read from it and typed by staff, good once
  /// @param secret with which the screen, and nobody else, asks whether that was done
  public record Pairing(String code, String secret) {}

  /// A session with its secret, which only the device keeps.
  public record Entered(SignedIn who, String secret, Duration life) {}

  /// Makes a link good once.
  public Future<String> link(PersonId person, Duration life) {
    return keepLink("link:once:", person, life);
  }

  /// Makes a link good any number of times: a demo's only.
  public Future<String> reusableLink(PersonId person, Duration life) {
    return keepLink("link:demo:", person, life);
  }

  /// Empty when the link is unknown, too old or used up.
  public Future<Optional<Entered>> enterByLink(String secret) {
    var hash = Secrets.hash(secret);
    return store
        .take("link:once:" + hash)
        .compose(
            once ->
                once.isPresent() ? Future.succeededFuture(once) : store.get("link:demo:" + hash))
        .compose(this::enterAs);
  }

  /// Makes a new badge and voids the one before.
  public Future<Badge> badge(PersonId student) {
    var badge = new Badge(Secrets.draw(Secrets.TOKEN_BITS), Secrets.drawCode());
    return voidBadge(student)
        .compose(_ -> keepBadge(student, badge.token(), BADGE_LIFE))
        .compose(_ -> keepBadge(student, badge.code(), untilNight()))
        .map(badge);
  }

  public Future<Void> voidBadge(PersonId student) {
    var mine = "badges-of:" + student.value();
    return store
        .members(mine)
        .compose(hashes -> all(hashes.stream().map(hash -> store.remove("badge:" + hash)).toList()))
        .compose(_ -> store.remove(mine));
  }

  /// Empty when the token or code is unknown or void. A code may be typed in either case, with
  /// spaces and dashes.
  public Future<Optional<Entered>> enterByBadge(String tokenOrCode) {
    return store
        .get("badge:" + Secrets.hash(tokenOrCode))
        .compose(
            scanned ->
                scanned.isPresent()
                    ? Future.succeededFuture(scanned)
                    : store.get("badge:" + Secrets.hash(typed(tokenOrCode))))
        .compose(this::enterAs);
  }

  /// A code for a screen that is nobody's yet.
  public Future<Pairing> offerPairing() {
    var pairing = new Pairing(Secrets.drawPairing(), Secrets.draw(Secrets.TOKEN_BITS));
    return store
        .put(
            "pair:code:" + Secrets.hash(pairing.code()),
            Secrets.hash(pairing.secret()),
            PAIRING_LIFE)
        .map(pairing);
  }

  /// Makes the screen with this code that board; false when no screen shows it, or not any more. A
  /// code may be typed in either case, with spaces and dashes.
  public Future<Boolean> pair(String code, PersonId board) {
    return store
        .take("pair:code:" + Secrets.hash(typed(code)))
        .compose(
            screen ->
                screen.isEmpty()
                    ? Future.succeededFuture(false)
                    : store
                        .put("pair:done:" + screen.get(), board.value(), PAIRING_LIFE)
                        .map(true));
  }

  /// Empty as long as nobody has typed its code. Good once.
  public Future<Optional<Entered>> enterPaired(String secret) {
    return store
        .take("pair:done:" + Secrets.hash(secret))
        .compose(board -> enterAs(board, BOARD_LIFE));
  }

  /// Who holds this session, as the cookie has it.
  public Future<Optional<SignedIn>> who(String sessionSecret) {
    var session = new SessionRef(Secrets.hash(sessionSecret));
    return store
        .get("session:" + session.value())
        .map(person -> person.map(id -> new SignedIn(new PersonId(id), session)));
  }

  public Future<Boolean> isOpen(SessionRef session) {
    return store.get("session:" + session.value()).map(Optional::isPresent);
  }

  public Future<Void> signOut(SignedIn who) {
    return store
        .remove("session:" + who.session().value())
        .compose(_ -> store.announce(who.session()));
  }

  /// Ends every session of a person, whose open sockets close within two seconds.
  public Future<Void> signOutEverywhere(PersonId person) {
    return store
        .members("sessions-of:" + person.value())
        .compose(
            refs ->
                all(
                    refs.stream()
                        .map(ref -> signOut(new SignedIn(person, new SessionRef(ref))))
                        .toList()));
  }

  /// A ticket for one socket of this session.
  public Future<String> ticket(SignedIn who) {
    var ticket = Secrets.draw(Secrets.TOKEN_BITS);
    var value = who.person().value() + " " + who.session().value();
    return store.put("ticket:" + Secrets.hash(ticket), value, TICKET_LIFE).map(ticket);
  }

  /// A ticket for somebody without a session: a demo's panes. The socket lives as long as it lives.
  public Future<String> demoTicket(PersonId person) {
    return enterAs(Optional.of(person.value()))
        .compose(entered -> ticket(entered.orElseThrow().who()));
  }

  /// Spends a ticket; empty when it is unknown, too old or spent, or when its session is over.
  public Future<Optional<SignedIn>> spend(String ticket) {
    return store
        .take("ticket:" + Secrets.hash(ticket))
        .compose(
            value ->
                value.isPresent()
                    ? ifOpen(ticketHolder(value.get()))
                    : Future.succeededFuture(Optional.empty()));
  }

  /// The listener hears of every session that ends, on whatever node.
  public void onSignedOut(Consumer<SessionRef> listener) {
    store.onOver(listener);
  }

  private Future<String> keepLink(String kind, PersonId person, Duration life) {
    var secret = Secrets.draw(Secrets.TOKEN_BITS);
    return store.put(kind + Secrets.hash(secret), person.value(), life).map(secret);
  }

  private Future<Void> keepBadge(PersonId student, String secret, Duration life) {
    var hash = Secrets.hash(secret);
    return store
        .put("badge:" + hash, student.value(), life)
        .compose(_ -> store.add("badges-of:" + student.value(), hash, BADGE_LIFE));
  }

  private static String typed(String code) {
    return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private Future<Optional<Entered>> enterAs(Optional<String> person) {
    return enterAs(person, untilNight());
  }

  private Future<Optional<Entered>> enterAs(Optional<String> person, Duration life) {
    if (person.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var secret = Secrets.draw(Secrets.SESSION_BITS);
    var who = new SignedIn(new PersonId(person.get()), new SessionRef(Secrets.hash(secret)));
    return store
        .put("session:" + who.session().value(), person.get(), life)
        .compose(_ -> store.add("sessions-of:" + person.get(), who.session().value(), life))
        .map(Optional.of(new Entered(who, secret, life)));
  }

  /// The time to the next 03:00 of the school. A session begun shortly before lives a day longer,
  /// so that nobody is signed out while a demo runs at night.
  private Duration untilNight() {
    var now = clock.instant().atZone(zone);
    var night = now.toLocalDate().atTime(NIGHT).atZone(zone);
    while (Duration.between(now, night).compareTo(SESSION_LIFE_MIN) < 0) {
      night = night.toLocalDate().plusDays(1).atTime(NIGHT).atZone(zone);
    }
    return Duration.between(now, night);
  }

  private Future<Optional<SignedIn>> ifOpen(SignedIn who) {
    return isOpen(who.session()).map(open -> open ? Optional.of(who) : Optional.empty());
  }

  private static SignedIn ticketHolder(String value) {
    var parts = value.split(" ", 2);
    return new SignedIn(new PersonId(parts[0]), new SessionRef(parts[1]));
  }

  private static Future<Void> all(List<Future<Void>> futures) {
    return Future.all(futures).mapEmpty();
  }

  /// What may be kept of a secret that is shown with each call.
  public static String hash(String secret) {
    return Secrets.hash(secret);
  }
}
