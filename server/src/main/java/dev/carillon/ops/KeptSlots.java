package dev.carillon.ops;

import dev.carillon.school.BoardSlots;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where names stand on boards, kept in Redis over days and restarts: one field a range and student
/// of `carillon:{school}:school:slots`, or of that key with `:` and the term behind it.
///
/// A folder that changed gets places for who is new, and they are written before anybody sees them.
/// Nodes with the same folder write the same. Thread-safe.
final class KeptSlots {
  /// Longer than a school year: what nobody touched for that long is dealt out anew.
  private static final Duration KEPT = Duration.ofDays(400);

  private final Redis redis;
  private final School folder;
  private final String term;
  private final String key;

  /// @param folder as it stands on this node's disk
  KeptSlots(Redis redis, School folder) {
    this.redis = redis;
    this.folder = folder;
    term = folder.arrangements().slots().term();
    key =
        "carillon:{" + folder.id().value() + "}:school:slots" + (term.isEmpty() ? "" : ":" + term);
  }

  Future<BoardSlots> dealt() {
    return redis
        .send(Request.cmd(Command.HGETALL).arg(key))
        .compose(
            fields -> {
              var before = read(fields);
              var after = before.dealt(folder);
              return after.equals(before) ? Future.succeededFuture(after) : write(before, after);
            });
  }

  private Future<BoardSlots> write(BoardSlots before, BoardSlots after) {
    var put = Request.cmd(Command.HSET).arg(key);
    var take = Request.cmd(Command.HDEL).arg(key);
    var old = fields(before);
    var next = fields(after);
    next.forEach((field, slot) -> put.arg(field).arg(slot));
    old.keySet().stream().filter(field -> !next.containsKey(field)).forEach(take::arg);
    boolean anyGone = !next.keySet().containsAll(old.keySet());
    return (next.isEmpty() ? Future.succeededFuture() : redis.send(put).mapEmpty())
        .compose(_ -> anyGone ? redis.send(take).mapEmpty() : Future.succeededFuture())
        .compose(_ -> redis.send(Request.cmd(Command.PEXPIRE).arg(key).arg(KEPT.toMillis())))
        .map(after);
  }

  private static Map<String, String> fields(BoardSlots slots) {
    var fields = new LinkedHashMap<String, String>();
    slots
        .byRange()
        .forEach(
            (range, places) ->
                places.forEach(
                    (student, slot) ->
                        fields.put(range + "/" + student.value(), Integer.toString(slot))));
    return fields;
  }

  /// In one order, whatever order Redis tells fields in: equal schools are written the same.
  private BoardSlots read(@Nullable Response fields) {
    var places = new TreeMap<String, Map<Integer, PersonId>>();
    if (fields != null) {
      for (var field : fields.getKeys()) {
        int end = field.indexOf('/');
        var student = field.substring(end + 1);
        if (end > 0 && Id.isValid(student)) {
          places
              .computeIfAbsent(field.substring(0, end), _ -> new TreeMap<>())
              .putIfAbsent(fields.get(field).toInteger(), new PersonId(student));
        }
      }
    }
    var byRange = new LinkedHashMap<String, Map<PersonId, Integer>>();
    places.forEach(
        (range, bySlot) -> {
          var slots = new LinkedHashMap<PersonId, Integer>();
          bySlot.forEach((slot, student) -> slots.put(student, slot));
          byRange.put(range, slots);
        });
    return new BoardSlots(term, byRange);
  }
}
