package dev.carillon.ops;

import dev.carillon.floor.Command.DrawDay;
import dev.carillon.gateway.Published;
import dev.carillon.plan.DayPlanner;
import dev.carillon.roster.DayPlanReport;
import dev.carillon.school.Id;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.ManualDay;
import dev.carillon.school.Runs;
import dev.carillon.school.School;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The school of this node's folder with the decisions for dates that Redis keeps, one field a date
/// of `carillon:{school}:school:manual`. They are read anew each time, so that every node knows
/// what was decided at another; a decision of Redis beats one of the folder. It comes with the
/// places of names on boards, which [KeptSlots] keeps. Thread-safe.
final class PublishedSchool implements Published {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedSchool.class);

  private final Vertx vertx;
  private final School folder;
  private final Redis redis;
  private final String key;
  private final KeptSlots slots;

  /// What has been warned of: decisions are read twice a minute.
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  PublishedSchool(Vertx vertx, String url, School folder) {
    this.vertx = vertx;
    this.folder = folder;
    redis = Redis.createClient(vertx, url);
    key = "carillon:{" + folder.id().value() + "}:school:manual";
    slots = new KeptSlots(redis, folder);
  }

  Future<Void> close() {
    redis.close();
    return Future.succeededFuture();
  }

  @Override
  public Future<School> school() {
    return redis
        .send(Request.cmd(Command.HGETALL).arg(key))
        .map(this::decisions)
        .map(this::with)
        .compose(school -> slots.dealt().map(school::with));
  }

  /// Lets go of decisions for days that are over. Those a cycle has counted stay: without the snow
  /// day of last week, today would be another day of it.
  Future<Void> forgetBefore(LocalDate date) {
    return redis
        .send(Request.cmd(Command.HGETALL).arg(key))
        .compose(
            fields -> {
              var past = past(fields, date);
              var take = Request.cmd(Command.HDEL).arg(key);
              past.forEach(take::arg);
              return past.isEmpty() ? Future.succeededFuture() : redis.send(take).mapEmpty();
            });
  }

  private List<String> past(@Nullable Response fields, LocalDate date) {
    var kept =
        decisions(fields).stream()
            .filter(day -> !day.date().isBefore(date) || folder.calendar().counts(day))
            .map(day -> day.date().toString())
            .toList();
    return fields == null
        ? List.of()
        : fields.getKeys().stream().filter(field -> !kept.contains(field)).toList();
  }

  @Override
  public Future<School> decide(ManualDay day) {
    var put = Request.cmd(Command.HSET).arg(key).arg(day.date().toString()).arg(text(day));
    return redis.send(put).compose(_ -> school());
  }

  @Override
  public Future<School> clear(LocalDate date) {
    var take = Request.cmd(Command.HDEL).arg(key).arg(date.toString());
    return redis.send(take).compose(_ -> school());
  }

  @Override
  public Future<DrawDay> draw(School school, LocalDate date) {
    return vertx
        .executeBlocking(
            () -> {
              var plan = school.calendar().dayPlan(date, school.zone());
              return new DrawDay(plan, DayPlanner.plan(school, plan));
            },
            false)
        .map(day -> Objects.requireNonNull(day));
  }

  @Override
  public String preview(School school, LocalDate date) {
    return DayPlanReport.json(school, date);
  }

  /// What the folder no longer knows is left out: a day type that is gone would mean no school.
  private School with(List<ManualDay> decisions) {
    var calendar = folder.calendar();
    for (var day : decisions) {
      if (calendar.understands(day)) {
        calendar = calendar.with(day);
      } else if (told.add(day.toString())) {
        LOG.warn("{} runs as the calendar says: {} is not there any more", day.date(), day.runs());
      }
    }
    return folder.with(calendar);
  }

  private List<ManualDay> decisions(@Nullable Response fields) {
    var decisions = new ArrayList<ManualDay>();
    if (fields != null) {
      for (var date : fields.getKeys()) {
        decision(date, fields.get(date).toString()).ifPresent(decisions::add);
      }
    }
    return decisions;
  }

  private Optional<ManualDay> decision(String date, String text) {
    try {
      var json = new JsonObject(text);
      var reason = json.getString("reason", "");
      return runs(json).map(runs -> new ManualDay(LocalDate.parse(date), reason, runs));
    } catch (DecodeException | DateTimeParseException | ClassCastException unreadable) {
      if (told.add(date + text)) {
        LOG.warn("a decision for {} cannot be read and is left out", date, unreadable);
      }
      return Optional.empty();
    }
  }

  private static Optional<Runs> runs(JsonObject json) {
    var type = json.getString("runs", "");
    return Id.isValid(type)
        ? Optional.of(new Runs.Type(new DayTypeId(type)))
        : Optional.of(new Runs.DayOfCycle(json.getString("cycle", ""), json.getString("day", "")));
  }

  private static String text(ManualDay day) {
    var json = new JsonObject().put("reason", day.reason());
    return switch (day.runs()) {
      case Runs.Type(var type) -> json.put("runs", type.value()).encode();
      case Runs.DayOfCycle(var cycle, var label) ->
          json.put("cycle", cycle).put("day", label).encode();
    };
  }
}
