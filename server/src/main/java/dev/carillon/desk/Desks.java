package dev.carillon.desk;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.OpenDay;
import dev.carillon.floor.Decision;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Stamp;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Head;
import dev.carillon.school.Assignment;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desks of this node, each on an event loop of its own. Callable from any thread.
public final class Desks {
  private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

  private final Vertx vertx;
  private final FloorLog log;
  private final Clock clock;
  private final Map<FloorKey, Future<Desk>> desks = new ConcurrentHashMap<>();

  public Desks(Vertx vertx, FloorLog log, Clock clock) {
    this.vertx = vertx;
    this.log = log;
    this.clock = clock;
  }

  /// Opens a day, or goes on with it where the log stands when anybody opened it before. Earlier
  /// days that were forgotten are closed first.
  public Future<Desk> open(
      School school,
      LocalDate date,
      DayPlan plan,
      List<Assignment> assignments,
      OpeningOptions options) {
    var key = new FloorKey(school.id(), date);
    Promise<Desk> opening = Promise.promise();
    var earlier = desks.putIfAbsent(key, opening.future());
    if (earlier != null) {
      return earlier;
    }
    return closeForgotten(school.id(), date)
        .compose(_ -> begin(key, school, plan, assignments, options))
        .compose(_ -> desk(key))
        .onFailure(_ -> desks.remove(key))
        .onComplete(opening);
  }

  /// The desk of a floor, when this node has opened it.
  public Optional<Desk> find(FloorKey key) {
    return Optional.ofNullable(desks.get(key)).filter(Future::succeeded).map(Future::result);
  }

  /// Stops one desk; the day stays open for others.
  public Future<Void> stop(FloorKey key) {
    var desk = desks.remove(key);
    return desk == null ? Future.succeededFuture() : desk.compose(Desk::stop);
  }

  /// Stops them all.
  public Future<Void> stop() {
    return Future.join(List.copyOf(desks.keySet()).stream().map(this::stop).toList()).mapEmpty();
  }

  private Future<Head> begin(
      FloorKey key,
      School school,
      DayPlan plan,
      List<Assignment> assignments,
      OpeningOptions options) {
    return log.head(key)
        .compose(
            head ->
                head.isPresent()
                    ? Future.succeededFuture(head.get())
                    : log.publish(school)
                        .compose(_ -> log.carry(school.id()))
                        .compose(
                            carry ->
                                // Tens of thousands of assignments are written: no event loop
                                // waits.
                                vertx.executeBlocking(
                                    () -> opening(school, plan, assignments, options, carry),
                                    false))
                        .compose(
                            first ->
                                log.open(key, Objects.requireNonNull(first), options.clock())));
  }

  private Draft opening(
      School school,
      DayPlan plan,
      List<Assignment> assignments,
      OpeningOptions options,
      Optional<Carry> carry) {
    var stamp = Stamp.system(options.clock().at(clock.sourceMs()));
    var command =
        new OpenDay(
            school,
            plan,
            assignments,
            carry.orElse(Carry.NOTHING),
            options.clock().speed(),
            options.demo());
    var id = new CommandId(PersonId.SYSTEM, "open/" + plan.date());
    return switch (Floor.open(command, stamp)) {
      case Decision.Accepted(var events, var result) ->
          Draft.of(new Entry(id, stamp, "", events, result));
      case Decision.Refused(var refusal, _) ->
          throw new IllegalStateException("the day cannot be opened: " + refusal);
    };
  }

  /// A day that cannot be closed does not keep today from being opened.
  private Future<Void> closeForgotten(SchoolId school, LocalDate today) {
    return log.openDays(school)
        .compose(
            days -> {
              var done = Future.<Void>succeededFuture();
              for (var day : days) {
                if (day.isBefore(today)) {
                  done = done.compose(_ -> close(new FloorKey(school, day)));
                }
              }
              return done;
            });
  }

  private Future<Void> close(FloorKey key) {
    var id = new CommandId(PersonId.SYSTEM, "close/" + key.date());
    var order = new Order(id, key.date(), Role.SYSTEM, new CloseDay(), "", false);
    LOG.info("closing {}, which nobody closed", key);
    return desk(key)
        .compose(
            desk ->
                desk.submit(order)
                    .onSuccess(answer -> LOG.info("closed {}: {}", key, answer))
                    .compose(_ -> desk.stop()))
        .recover(
            cause -> {
              LOG.warn("{} stays open", key, cause);
              return Future.succeededFuture();
            });
  }

  private Future<Desk> desk(FloorKey key) {
    var seat = new Seat(key);
    return vertx.deployVerticle(seat).compose(_ -> seat.opened);
  }

  /// Where a desk sits: a context of its own.
  private final class Seat implements Deployable {
    private final FloorKey key;
    private Future<Desk> opened = Future.failedFuture("not deployed");

    Seat(FloorKey key) {
      this.key = key;
    }

    @Override
    public Future<?> deploy(Context context) {
      Executor thread = task -> context.runOnContext(_ -> task.run());
      Timer timer =
          (delayMs, task) -> {
            long id = vertx.setTimer(Math.max(1, delayMs), _ -> task.run());
            return () -> vertx.cancelTimer(id);
          };
      Executor aside =
          task ->
              vertx.executeBlocking(
                  () -> {
                    task.run();
                    return true;
                  },
                  false);
      var dice = new SplittableRandom();
      opened = new Desk(key, new DeskPorts(log, clock, timer, thread, aside, dice)).start();
      return Future.succeededFuture();
    }
  }
}
