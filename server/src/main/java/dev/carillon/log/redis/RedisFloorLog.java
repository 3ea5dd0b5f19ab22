package dev.carillon.log.redis;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.Batch;
import dev.carillon.log.Codec;
import dev.carillon.log.Draft;
import dev.carillon.log.Durability;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Follower;
import dev.carillon.log.Following;
import dev.carillon.log.Head;
import dev.carillon.log.Outcome;
import dev.carillon.log.Placed;
import dev.carillon.log.Slice;
import dev.carillon.log.Snapshot;
import dev.carillon.log.Unreadable;
import dev.carillon.log.redis.Scripts.Call;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.School;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Keeps logs in a Redis.
///
/// One pipelined connection for commands, one that listens. Everything happens on the event loop of
/// the context given at the start; whoever calls from elsewhere is taken there.
public final class RedisFloorLog implements FloorLog {
  /// How often a follower asks whether something was missed. Repairs a lost last message and a
  /// subscriber that went deaf.
  private static final long POLL_MS = 3_000;

  /// Commands in flight on the connection, whose own limit would be 2,048.
  private static final int IN_FLIGHT_MAX = 8_192;

  /// A blob outlives every log that refers to it, unless nobody closed the day for two months.
  private static final Duration BLOB_LIFE = Duration.ofDays(60);

  private final Vertx vertx;
  private final Context context;
  private final RedisLogOptions options;
  private final Link link;
  private final Ear ear;
  private final Scripts scripts;
  private final Map<FloorKey, List<RedisFollowing>> followings = new HashMap<>();
  private final long pollTimer;

  private RedisFloorLog(Vertx vertx, Context context, RedisLogOptions options) {
    this.vertx = vertx;
    this.context = context;
    this.options = options;
    var redis =
        new RedisOptions()
            .setConnectionString(options.uri())
            .setPreferredProtocolVersion(ProtocolVersion.RESP3)
            .setPoolRecycleTimeout(-1)
            .setMaxPoolSize(1)
            .setMaxPoolWaiting(1)
            .setMaxWaitingHandlers(IN_FLIGHT_MAX);
    long timeoutMs = options.timeout().toMillis();
    link = new Link(vertx, context, redis, timeoutMs, _ -> Future.succeededFuture());
    ear = new Ear(vertx, context, new RedisOptions(redis), timeoutMs);
    scripts = new Scripts(link);
    long jitterMs = new SplittableRandom().nextLong(POLL_MS / 4);
    pollTimer = vertx.setPeriodic(POLL_MS - jitterMs, _ -> context.runOnContext(_ -> poll()));
  }

  /// Connects, however long that takes. The future completes when Redis answered for the first
  /// time.
  public static Future<RedisFloorLog> connect(Vertx vertx, RedisLogOptions options) {
    Promise<RedisFloorLog> connected = Promise.promise();
    return vertx
        .deployVerticle(
            context -> {
              var log = new RedisFloorLog(vertx, context, options);
              Future.all(log.link.start(), log.ear.start()).map(log).onComplete(connected);
              return Future.succeededFuture();
            })
        .compose(_ -> connected.future());
  }

  // --- Floors
  // -------------------------------------------------------------------------------------

  @Override
  public Future<Optional<Head>> head(FloorKey key) {
    return here(
        () ->
            link.send(
                    Request.cmd(Command.HMGET)
                        .arg(Keys.head(key))
                        .arg("epoch")
                        .arg("seq")
                        .arg("tag")
                        .arg("origin")
                        .arg("base")
                        .arg("speed")
                        .arg("reader")
                        .arg("snap")
                        .arg("sealed"))
                .map(h -> h.get(0) == null ? Optional.empty() : Optional.of(Row.headOf(h))));
  }

  @Override
  public Future<Head> open(FloorKey key, Draft first, FloorClock clock) {
    var place = new PlaceOf(first);
    var keys = List.of(Keys.log(key), Keys.head(key), Keys.openDays(key.school()));
    var arguments =
        new Arguments()
            .add(place.tag())
            .add(first.body())
            .add(clock)
            .add(Codec.SCHEMA)
            .add(key.date().toString())
            .add(Keys.live(key))
            .add(Doorbell.BYTES_MAX);
    return here(
        () ->
            putBlobs(key, List.of(first))
                .compose(_ -> call(Call.OPEN, keys, arguments))
                .map(reply -> Row.headOf(reply.get(1))));
  }

  /// The place a first entry gets.
  private record PlaceOf(Draft first) {
    String tag() {
      var batch = Batch.after(Cursor.START);
      return batch.add(first).tag();
    }
  }

  @Override
  public Future<Outcome> append(FloorKey key, Batch batch) {
    var keys =
        List.of(
            Keys.log(key),
            Keys.head(key),
            Keys.openDays(key.school()),
            Keys.carry(key.school()),
            Keys.snap(key));
    var arguments = appendArguments(key, batch);
    return here(
        () ->
            putBlobs(key, batch.drafts())
                .compose(_ -> call(Call.APPEND, keys, arguments))
                .compose(reply -> outcome(key, reply)));
  }

  private Arguments appendArguments(FloorKey key, Batch batch) {
    var arguments =
        new Arguments()
            .add(batch.expected())
            .add(batch.end().epoch())
            .add(batch.lastStamp().toEpochMilli())
            .add(FloorClock.AHEAD_MS_MAX)
            .add(Keys.live(key))
            .add(Doorbell.BYTES_MAX)
            .add(Slice.ENTRIES_MAX);
    batch.clock().ifPresentOrElse(arguments::add, () -> arguments.add("").add("").add(""));
    arguments
        .add(batch.carry().map(Codec::write).orElseGet(Buffer::buffer))
        .add(key.date().toString())
        .add(options.retention().toSeconds());
    for (int i = 0; i < batch.size(); i++) {
      arguments.add(batch.places().get(i).tag()).add(batch.drafts().get(i).body());
    }
    return arguments;
  }

  @Override
  public Future<Outcome> confirm(FloorKey key, Cursor expected) {
    var keys = List.of(Keys.log(key), Keys.head(key));
    var arguments = new Arguments().add(expected).add(Slice.ENTRIES_MAX);
    return here(() -> call(Call.CONFIRM, keys, arguments).compose(reply -> outcome(key, reply)));
  }

  private Future<Outcome> outcome(FloorKey key, Response reply) {
    return switch (reply.get(0).toString()) {
      case "stands" -> Future.succeededFuture(new Outcome.Stands(Row.headOf(reply.get(1))));
      case "sealed" -> Future.succeededFuture(new Outcome.Sealed(Row.headOf(reply.get(1))));
      case "ahead" ->
          Future.succeededFuture(
              new Outcome.Ahead(Row.headOf(reply.get(1)), Row.number(reply.get(2))));
      case "missing" -> Future.succeededFuture(new Outcome.Missing());
      default -> slice(key, reply).map(Outcome.Conflict::new);
    };
  }

  @Override
  public Future<Slice> read(FloorKey key, Cursor after) {
    var keys = List.of(Keys.log(key), Keys.head(key));
    var arguments = new Arguments().add(after.seq()).add(after.tag()).add(Slice.ENTRIES_MAX);
    return here(() -> call(Call.READ, keys, arguments).compose(reply -> slice(key, reply)));
  }

  private Future<Slice> slice(FloorKey key, Response reply) {
    return switch (reply.get(0).toString()) {
      case "missing" -> Future.failedFuture(new IllegalStateException("never opened: " + key));
      case "elsewhere" -> Future.succeededFuture(Slice.elsewhere(Row.headOf(reply.get(1))));
      default -> {
        var head = Row.headOf(reply.get(1));
        yield withBlobs(key, Row.listOf(reply.get(2)))
            .map(entries -> new Slice(head, entries, true));
      }
    };
  }

  // --- Bodies
  // -------------------------------------------------------------------------------------

  private Future<?> putBlobs(FloorKey key, List<Draft> drafts) {
    var puts =
        drafts.stream()
            .flatMap(draft -> draft.blob().stream())
            .map(
                blob ->
                    link.send(
                        Request.cmd(Command.SET)
                            .arg(Keys.blob(key.school(), blob.hash()))
                            .arg(blob.content())
                            .arg("EX")
                            .arg(BLOB_LIFE.toSeconds())))
            .toList();
    return puts.isEmpty() ? Future.succeededFuture() : Future.all(puts);
  }

  private Future<List<Placed>> withBlobs(FloorKey key, List<Row> rows) {
    var known = place(rows);
    if (known.isPresent()) {
      return Future.succeededFuture(known.get());
    }
    var bodies = rows.stream().map(row -> body(key, row)).toList();
    // A day's opening may be megabytes: it is not decoded on the event loop.
    return Future.all(bodies)
        .compose(
            all ->
                vertx.executeBlocking(
                    () -> {
                      var placed = new ArrayList<Placed>(rows.size());
                      for (int i = 0; i < rows.size(); i++) {
                        placed.add(
                            new Placed(rows.get(i).at(), Codec.read(all.<Buffer>resultAt(i))));
                      }
                      return List.copyOf(placed);
                    }));
  }

  private Future<Buffer> body(FloorKey key, Row row) {
    var blob = Codec.blobOf(row.body());
    if (blob.isEmpty()) {
      return Future.succeededFuture(row.body());
    }
    return link.find(Request.cmd(Command.GET).arg(Keys.blob(key.school(), blob.get())))
        .map(
            content ->
                content
                    .map(Response::toBuffer)
                    .orElseThrow(() -> new Unreadable("no body of " + row.at() + " of " + key)));
  }

  /// The entries, unless one of them stands beside the log and has to be fetched.
  Optional<List<Placed>> place(List<Row> rows) {
    return rows.stream().anyMatch(row -> Codec.blobOf(row.body()).isPresent())
        ? Optional.empty()
        : Optional.of(
            rows.stream().map(row -> new Placed(row.at(), Codec.read(row.body()))).toList());
  }

  // --- Following
  // ----------------------------------------------------------------------------------

  @Override
  public Following follow(FloorKey key, Cursor after, Follower follower) {
    var following = new RedisFollowing(this, key, after, follower);
    run(
        () -> {
          var all = followings.computeIfAbsent(key, _ -> new ArrayList<>());
          all.add(following);
          if (all.size() == 1) {
            ear.listen(Keys.live(key), new Channel(all));
          } else {
            following.hears();
          }
        });
    return () -> run(following::stop);
  }

  /// All followers of one channel.
  private record Channel(List<RedisFollowing> followings) implements Ear.Listener {
    @Override
    public void hears() {
      List.copyOf(followings).forEach(RedisFollowing::hears);
    }

    @Override
    public void said(Buffer message) {
      List.copyOf(followings).forEach(following -> following.said(message));
    }
  }

  void forget(RedisFollowing following) {
    var all = followings.get(following.key());
    if (all != null && all.remove(following) && all.isEmpty()) {
      followings.remove(following.key());
      ear.ignore(Keys.live(following.key()));
    }
  }

  private void poll() {
    List.copyOf(followings.values()).forEach(all -> List.copyOf(all).forEach(RedisFollowing::poll));
  }

  // --- Snapshots
  // ----------------------------------------------------------------------------------

  @Override
  public Future<Boolean> putSnapshot(FloorKey key, Snapshot snapshot) {
    var keys = List.of(Keys.log(key), Keys.head(key), Keys.snap(key));
    return vertx
        .executeBlocking(() -> Codec.write(snapshot), false)
        .compose(
            content ->
                here(
                    () ->
                        call(
                            Call.KEEP,
                            keys,
                            new Arguments()
                                .add(snapshot.at().seq())
                                .add(snapshot.at().tag())
                                .add(Objects.requireNonNull(content)))))
        .map(reply -> reply.get(0).toString().equals("yes"));
  }

  @Override
  public Future<Optional<Snapshot>> snapshot(FloorKey key, int fold) {
    var keys = List.of(Keys.log(key), Keys.snap(key));
    return here(() -> call(Call.KEPT, keys, new Arguments()))
        .compose(
            reply ->
                reply.get(0).toString().equals("no")
                    ? Future.succeededFuture(Optional.empty())
                    : vertx.executeBlocking(
                        () -> Codec.readSnapshot(reply.get(1).toBuffer(), fold), false));
  }

  // --- Schools
  // ------------------------------------------------------------------------------------

  @Override
  public Future<List<LocalDate>> openDays(SchoolId school) {
    return here(() -> link.send(Request.cmd(Command.SMEMBERS).arg(Keys.openDays(school))))
        .map(
            dates -> {
              var days = new ArrayList<LocalDate>(dates.size());
              dates.forEach(date -> days.add(LocalDate.parse(date.toString())));
              return days.stream().sorted().toList();
            });
  }

  @Override
  public Future<Optional<Carry>> carry(SchoolId school) {
    return get(Keys.carry(school)).map(content -> content.map(Codec::readCarry));
  }

  @Override
  public Future<String> publish(School school) {
    return vertx
        .executeBlocking(() -> Codec.write(school), false)
        .compose(content -> publish(school.id(), Objects.requireNonNull(content)));
  }

  private Future<String> publish(SchoolId school, Buffer content) {
    var hash = Codec.hash(content);
    return here(() -> set(Keys.school(school, hash), content))
        .compose(_ -> here(() -> set(Keys.school(school, "current"), Buffer.buffer(hash))))
        .map(hash);
  }

  @Override
  public Future<Optional<School>> school(SchoolId school) {
    return get(Keys.school(school, "current"))
        .compose(
            hash ->
                hash.isEmpty()
                    ? Future.succeededFuture(Optional.<Buffer>empty())
                    : get(Keys.school(school, hash.get().toString())))
        .map(content -> content.map(Codec::readSchool));
  }

  @Override
  public Future<Void> keep(SchoolId school, String name, String text) {
    return here(() -> set(Keys.text(school, name), Buffer.buffer(text)));
  }

  @Override
  public Future<Optional<String>> kept(SchoolId school, String name) {
    return get(Keys.text(school, name)).map(text -> text.map(Buffer::toString));
  }

  private Future<Optional<Buffer>> get(String key) {
    return here(() -> link.find(Request.cmd(Command.GET).arg(key)))
        .map(content -> content.map(Response::toBuffer));
  }

  private Future<Void> set(String key, Buffer content) {
    return safe(link.send(Request.cmd(Command.SET).arg(key).arg(content))).mapEmpty();
  }

  // --- The Redis itself
  // ---------------------------------------------------------------------------

  @Override
  public Future<Long> sourceMs() {
    return here(() -> link.send(Request.cmd(Command.TIME)))
        .map(time -> Row.number(time.get(0)) * 1_000 + Row.number(time.get(1)) / 1_000);
  }

  @Override
  public Future<Durability> durability() {
    return new DurabilityCheck(request -> here(() -> link.send(request)), options.replicas()).run();
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(pollTimer);
    return Future.join(link.close(), ear.close()).mapEmpty();
  }

  /// Loses both connections, as when the network fails. For tests.
  void drop() {
    link.drop();
    ear.drop();
  }

  Ear ear() {
    return ear;
  }

  Scripts scripts() {
    return scripts;
  }

  private Future<Response> call(Call call, List<String> keys, Arguments arguments) {
    return safe(scripts.call(call, keys, arguments.all()));
  }

  /// With replicas an answer also means that enough of them have it. Redis answers WAIT for all
  /// that the connection has seen so far, reads included.
  private Future<Response> safe(Future<Response> reply) {
    if (options.replicas() == 0) {
      return reply;
    }
    long waitMs = Math.max(1, options.timeout().toMillis() / 2);
    return reply.compose(
        result ->
            link.send(Request.cmd(Command.WAIT).arg(options.replicas()).arg(waitMs))
                .compose(
                    count ->
                        Row.number(count) >= options.replicas()
                            ? Future.succeededFuture(result)
                            : Future.failedFuture("kept on one node, not yet safe")));
  }

  /// On the log's event loop.
  private <T> Future<T> here(Supplier<Future<T>> work) {
    if (context.equals(Vertx.currentContext())) {
      return work.get();
    }
    Promise<T> promise = Promise.promise();
    context.runOnContext(_ -> work.get().onComplete(promise));
    return promise.future();
  }

  private void run(Runnable task) {
    context.runOnContext(_ -> task.run());
  }
}
