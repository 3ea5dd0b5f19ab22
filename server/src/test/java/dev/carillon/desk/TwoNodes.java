package dev.carillon.desk;

import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.Fixtures.STUDIO;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.FloorKey;
import dev.carillon.log.Placed;
import dev.carillon.log.redis.RedisFloorLog;
import dev.carillon.log.redis.RedisLogOptions;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Role;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One floor on two nodes over a real Redis: each node has connections, a clock and a desk of its
/// own.
final class TwoNodes implements AutoCloseable {
  static final int HELPERS = 20;

  final School school;
  final List<Desk> desks = new ArrayList<>();
  final EmbeddedRedis redis;
  private final Vertx vertx;
  private final List<RedisFloorLog> logs = new ArrayList<>();

  TwoNodes(Path folder, String schoolId) {
    redis = EmbeddedRedis.start(folder);
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    school = school(schoolId);
    for (int node = 0; node < 2; node++) {
      var log = get(RedisFloorLog.connect(vertx, RedisLogOptions.of(redis.uri())));
      var time = get(FloorTime.follow(vertx, log));
      var clock = new FloorClock(time.sourceMs(), Fixtures.at("09:00").toEpochMilli(), 1);
      logs.add(log);
      desks.add(
          get(
              new Desks(vertx, log, time)
                  .open(
                      school,
                      DATE,
                      Fixtures.day(),
                      Fixtures.assignments(),
                      new OpeningOptions(false, clock))));
    }
  }

  /// The fixture's school with many helpers, in which a student may ask as often as she likes.
  private static School school(String id) {
    var it = Fixtures.school();
    var people = new LinkedHashMap<>(it.people());
    helpers().forEach(helper -> people.put(helper, staff(helper)));
    var often =
        new Rules(
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofHours(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            1_000_000,
            Duration.ofMillis(1),
            true);
    return Changed.from(it.with(often)).id(new SchoolId(id)).people(people).school();
  }

  static List<PersonId> helpers() {
    return IntStream.rangeClosed(1, HELPERS).mapToObj(n -> new PersonId("helper-" + n)).toList();
  }

  private static Person staff(PersonId id) {
    return new Staff(
        id, "Ms " + id.value(), Role.PARAPROFESSIONAL, Set.of(CENTRE_ROOM, STUDIO), "en");
  }

  FloorKey key() {
    return new FloorKey(school.id(), DATE);
  }

  List<Placed> log() {
    var all = new ArrayList<Placed>();
    var at = Cursor.START;
    while (true) {
      var slice = get(logs.getFirst().read(key(), at));
      all.addAll(slice.entries());
      at = slice.end(at);
      if (at.equals(slice.head().cursor())) {
        return all;
      }
    }
  }

  static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    desks.forEach(desk -> get(desk.stop()));
    logs.forEach(log -> get(log.close()));
    get(vertx.close());
    redis.close();
  }
}
