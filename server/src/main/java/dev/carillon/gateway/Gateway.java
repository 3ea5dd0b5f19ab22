package dev.carillon.gateway;

import dev.carillon.access.Door;
import dev.carillon.access.Tries;
import dev.carillon.desk.Clock;
import dev.carillon.desk.Desk;
import dev.carillon.desk.Subscription;
import dev.carillon.floor.Cursor;
import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The doors of one node. Any thread.
public final class Gateway {
  private final Vertx vertx;
  private final GatewayOptions options;
  private final GatewayMetrics metrics;
  private final Clock source;
  private final Door door;
  private final Sockets sockets;
  private final House house;
  private final List<Loop> loops = new ArrayList<>();
  private final PresenceStore presence;
  private volatile Set<String> origins;
  private volatile Shown shown;
  private @Nullable Future<Void> stopped;

  private record Shown(OpenFloor floor, Subscription tray) {}

  private Gateway(
      Vertx vertx, GatewayOptions options, Door door, Clock source, Fittings fittings, Desk desk) {
    this.vertx = vertx;
    this.options = options;
    this.door = door;
    this.source = source;
    origins = options.origins();
    metrics = new GatewayMetrics(fittings.metrics());
    sockets = new Sockets(options.isDemo());
    presence = fittings.presence();
    shown = open(desk);
    house =
        new House(
            options,
            () -> origins,
            () -> shown.floor(),
            door,
            source,
            sockets,
            new Lines(),
            metrics,
            fittings.audit(),
            fittings.published(),
            fittings.sources(),
            Pages.build(),
            fittings.imported());
  }

  /// What a gateway has besides its sockets: where it writes to, who knows other dates, and what
  /// other nodes see, and which programs outside may tell something.
  public record Fittings(
      MeterRegistry metrics,
      Audit audit,
      Published published,
      PresenceStore presence,
      Sources sources,
      Optional<Imported> imported) {}

  /// Takes connections for the floor of this desk.
  public static Future<Gateway> start(
      Vertx vertx, GatewayOptions options, Door door, Clock source, Fittings fittings, Desk desk) {
    var gateway = new Gateway(vertx, options, door, source, fittings, desk);
    return gateway.listen().map(gateway);
  }

  private Future<Void> listen() {
    door.onSignedOut(sockets::signedOut);
    vertx.setPeriodic(options.timing().recheck().toMillis(), _ -> recheck());
    var tries = new Tries(InstantSource.system());
    var offers = new Tries(InstantSource.system());
    var pages = new Pages(vertx, options.isSecure());
    var listening = new ArrayList<Future<String>>();
    for (int i = 0; i < options.loops(); i++) {
      var loop =
          new Loop(
              house,
              on -> new Api(house, tries, offers).router(vertx, pages, new LineCalls(house, on)));
      loops.add(loop);
      listening.add(vertx.deployVerticle(loop));
    }
    return Future.all(listening).onSuccess(_ -> origins = withOwn()).mapEmpty();
  }

  /// Without any configured, the only origin is our own address.
  private Set<String> withOwn() {
    if (!options.origins().isEmpty()) {
      return options.origins();
    }
    var scheme = options.certificate().isPresent() ? "https://" : "http://";
    return Stream.of("127.0.0.1", "localhost", options.host())
        .map(host -> scheme + host + ":" + port())
        .collect(Collectors.toSet());
  }

  /// How many sockets somebody has open here.
  public int sockets(PersonId person) {
    return sockets.count(person);
  }

  public int port() {
    return loops.getFirst().actualPort();
  }

  /// Shows another floor: devices come back to it.
  public void show(Desk desk) {
    var before = shown;
    shown = open(desk);
    before.tray().cancel();
    sockets.all().forEach(session -> session.closeFromOutside(CloseCode.FLOOR_MOVED));
    before.floor().audiences().stop();
  }

  /// Sends a person's sockets the same message many times over, as if her floor were very busy. For
  /// tests of slow readers.
  void flood(PersonId person, Message message, int times) {
    for (var session : sockets.of(person)) {
      var delivery = new Audiences.Delivery(session, message, Optional.of(Cursor.START), false);
      session.loop().deliver(Collections.nCopies(times, delivery));
    }
  }

  private Shown open(Desk desk) {
    var audiences = new Audiences(metrics, source, options.timing(), presence, desk::submit);
    return new Shown(new OpenFloor(desk, audiences), desk.subscribe(audiences::publish));
  }

  /// A message about a session that ended may be lost: what is open is asked about now and then.
  private void recheck() {
    sockets.all().stream()
        .flatMap(session -> session.signIn().stream())
        .distinct()
        .forEach(
            session ->
                door.isOpen(session)
                    .onSuccess(
                        isOpen -> {
                          if (!isOpen) {
                            sockets.signedOut(session);
                          }
                        }));
  }

  /// Sends devices away and closes. The desk goes on. May be called again.
  public synchronized Future<Void> stop() {
    var stopping = stopped;
    if (stopping == null) {
      stopping = Future.join(loops.stream().map(this::drain).toList()).transform(_ -> close());
      stopped = stopping;
    }
    return stopping;
  }

  private Future<Void> close() {
    shown.tray().cancel();
    shown.floor().audiences().stop();
    return Future.succeededFuture();
  }

  private Future<Void> drain(Loop loop) {
    var drained = Promise.<Void>promise();
    loop.run(() -> loop.drain().onComplete(drained));
    return drained
        .future()
        .timeout(options.timing().drain().toMillis() + 10_000, TimeUnit.MILLISECONDS);
  }
}
