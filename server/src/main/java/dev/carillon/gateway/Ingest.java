package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.json;
import static dev.carillon.gateway.Bodies.no;
import static dev.carillon.gateway.Bodies.wrongBody;

import dev.carillon.desk.Answer;
import dev.carillon.desk.Order;
import dev.carillon.floor.Aside;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.SetSignalAside;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result.SignalSays;
import dev.carillon.gateway.Heard.Says.Told;
import dev.carillon.gateway.Heard.Says.Wrong;
import dev.carillon.gateway.Sources.Source;
import dev.carillon.log.CommandId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Role;
import dev.carillon.wire.WireError;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes signals from programs outside. They come with a token and not with a session, so nothing a
/// browser does by itself gets in here. Each signal of a call stands for itself: what cannot be
/// used is set aside with its reason, and the others go on.
///
/// Belongs to one loop: a source's budget is that of each loop.
final class Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private static final String SIGNALS = "/api/v1/ingest/signals";
  private static final String STATEMENTS = "/api/v1/ingest/xapi/statements";
  private static final String VERSION = "x-experience-api-version";

  private static final long BODY_BYTES_MAX = 128 * 1024;
  private static final int SIGNALS_MAX = 100;
  private static final int CALLS_PER_SECOND = 10;
  private static final int CALLS_BURST = 20;
  private static final int UNNAMED_CHARS = 32;
  private static final Duration APART_MAX = Duration.ofMinutes(5);

  private final House house;
  private final Map<SourceId, TokenBucket> budgets = new HashMap<>();

  Ingest(House house) {
    this.house = house;
  }

  void routes(Router router) {
    route(router, SIGNALS, call -> take(call, SignalReader::read, Ingest::tellAll));
    route(router, STATEMENTS, call -> take(call, StatementReader::read, Ingest::tellIds));
  }

  /// Nobody's body is read before her token was looked at.
  private void route(Router router, String path, Handler<RoutingContext> handler) {
    router.post(path).handler(this::guard);
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(handler);
  }

  private void guard(RoutingContext call) {
    var source = source(call);
    if (source.isEmpty()) {
      house.audit().wrote("source.refused");
      no(call, new Problem(401, WireError.TOKEN_REFUSED, "Send the token of a source."));
      return;
    }
    long now = System.nanoTime();
    var budget =
        budgets.computeIfAbsent(
            source.get().terms().id(), _ -> new TokenBucket(CALLS_PER_SECOND, CALLS_BURST, now));
    if (budget.take(now)) {
      call.next();
    } else {
      call.response().putHeader("retry-after", "1");
      no(call, new Problem(429, WireError.TOO_FAST, "Send several signals in one call."));
    }
  }

  private Optional<Source> source(RoutingContext call) {
    return house.sources().showing(call.request().getHeader("authorization"));
  }

  /// @param result empty when it was taken
  private record Said(Optional<String> id, Optional<Aside> result) {}

  @FunctionalInterface
  private interface Teller {
    void tell(RoutingContext call, List<Said> all);
  }

  private void take(RoutingContext call, Function<@Nullable Object, Heard> reader, Teller teller) {
    var source = source(call);
    var raw = rows(call);
    if (source.isEmpty() || raw.isEmpty() || raw.get().size() > SIGNALS_MAX) {
      no(call, wrongBody(400, "Send a list of at most " + SIGNALS_MAX + " signals."));
      return;
    }
    var asked = new ArrayList<Future<Said>>();
    for (var row : raw.get()) {
      asked.add(say(source.get(), reader.apply(row), Sources.hash(Json.encode(row))));
    }
    // Answered on the thread of the call, not the desk's.
    var thread = Objects.requireNonNull(Vertx.currentContext());
    Future.join(asked)
        .onComplete(
            done ->
                thread.runOnContext(
                    _ -> {
                      if (done.failed()) {
                        no(call, Problem.NOT_READY);
                      } else {
                        teller.tell(call, asked.stream().map(Future::result).toList());
                      }
                    }));
  }

  /// One statement may come without a list around it.
  private static Optional<List<Object>> rows(RoutingContext call) {
    try {
      var buffer = call.body().buffer();
      var value = buffer == null ? null : Json.decodeValue(buffer);
      return switch (value) {
        case JsonArray all -> Optional.of(all.stream().toList());
        case JsonObject one -> Optional.of(List.of(one));
        case null, default -> Optional.empty();
      };
    } catch (DecodeException notJson) {
      LOG.debug("body", notJson);
      return Optional.empty();
    }
  }

  private Future<Said> say(Source source, Heard heard, String bodyHash) {
    var signal = source.terms().id().value() + "/" + heard.id().orElseGet(() -> nameFor(bodyHash));
    var command = command(source, signal, heard);
    return command.isEmpty()
        ? Future.succeededFuture(said(source, heard, Optional.empty()))
        : submit(source, signal, command.get(), bodyHash)
            .map(result -> said(source, heard, result));
  }

  /// What came without an id that can be one goes by what it says, so that it too is set aside
  /// once.
  private static String nameFor(String bodyHash) {
    return "unnamed-" + bodyHash.substring(0, UNNAMED_CHARS);
  }

  /// Empty for what changes nothing here.
  private Optional<Command> command(Source source, String signal, Heard heard) {
    return switch (heard.says()) {
      case Wrong(var why) -> Optional.of(new SetSignalAside(signal, source.terms(), why));
      case Told told when isApart(told.at()) ->
          Optional.of(new SetSignalAside(signal, source.terms(), Aside.CLOCK_APART));
      case Told told -> {
        var student = student(source, told.names());
        yield student.isEmpty()
            ? Optional.of(new SetSignalAside(signal, source.terms(), Aside.ACTOR_UNKNOWN))
            : told.what().map(what -> new TakeSignal(signal, source.terms(), student.get(), what));
      }
    };
  }

  /// The clock is the real one: a demo's runs faster, the programs outside do not.
  private boolean isApart(Instant at) {
    var now = Instant.ofEpochMilli(house.source().sourceMs());
    return Duration.between(at, now).abs().compareTo(APART_MAX) > 0;
  }

  private Optional<PersonId> student(Source source, List<String> names) {
    var floor = house.floor().get().floor();
    return names.stream()
        .flatMap(name -> source.actor(name).stream())
        .filter(each -> floor.student(each).isPresent())
        .findFirst();
  }

  private Future<Optional<Aside>> submit(
      Source source, String signal, Command command, String bodyHash) {
    var floor = house.floor().get();
    var order =
        new Order(
            new CommandId(source.terms().id().actor(), signal),
            floor.floor().plan().date(),
            Role.SOURCE,
            command,
            bodyHash,
            false);
    var answered = Promise.<Optional<Aside>>promise();
    floor
        .desk()
        .submit(order)
        .onSuccess(
            answer -> {
              switch (answer) {
                case Answer.Done(_, SignalSays(var aside), _) -> answered.complete(aside);
                case Answer.Done _ -> answered.complete(Optional.empty());
                case Answer.Refused(var why, _) when why == Refusal.ID_REUSED ->
                    answered.complete(Optional.of(Aside.ID_REUSED));
                case Answer.Refused(var why, _) when why == Refusal.DAY_OVER ->
                    answered.complete(Optional.of(Aside.NOT_NOW));
                case Answer.Refused(var why, _) when why == Refusal.TOO_MANY_SET_ASIDE ->
                    answered.complete(Optional.of(Aside.TOO_MANY));
                case Answer.Refused(var why, _) -> answered.fail(why.key());
              }
            });
    return answered.future();
  }

  private Said said(Source source, Heard heard, Optional<Aside> result) {
    house.metrics().ingested(source.terms().id(), result);
    return new Said(heard.id(), result);
  }

  private static void tellAll(RoutingContext call, List<Said> all) {
    var rows = new JsonArray();
    for (var each : all) {
      var row = new JsonObject().put("id", each.id().orElse(null));
      row.put("result", each.result().isEmpty() ? "accepted" : "quarantined");
      each.result().ifPresent(why -> row.put("reason", why.word()));
      rows.add(row);
    }
    json(call, new JsonObject().put("signals", rows));
  }

  /// As an LRS answers; what was set aside is told in a header of our own.
  private static void tellIds(RoutingContext call, List<Said> all) {
    var ids = new JsonArray();
    all.forEach(each -> each.id().ifPresent(ids::add));
    long aside = all.stream().filter(each -> each.result().isPresent()).count();
    Optional.ofNullable(call.request().getHeader(VERSION))
        .filter(version -> version.matches("[0-9.]{1,16}"))
        .ifPresent(version -> call.response().putHeader(VERSION, version));
    call.response()
        .putHeader("content-type", "application/json")
        .putHeader("x-carillon-quarantined", Long.toString(aside))
        .end(ids.encode());
  }
}
