package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.json;
import static dev.carillon.gateway.Bodies.orNotReady;

import dev.carillon.school.Person;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Role;
import dev.carillon.wire.FrameWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The call of the page that shows whether all that carries the day is there: devices, boards,
/// bells, the store. It names boards and nobody else: of people it tells how many.
final class HealthCalls {
  /// Those who carry or stand at a device, in the order of the page.
  private static final List<Role> ROLES =
      List.of(Role.STUDENT, Role.PARAPROFESSIONAL, Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR);

  private final House house;
  private final long upSinceMs;

  HealthCalls(House house) {
    this.house = house;
    upSinceMs = house.source().sourceMs();
  }

  void show(RoutingContext call, Person reader) {
    var asked = house.floor().get().audiences().connected();
    asked.onSuccess(connected -> json(call, report(connected)));
    orNotReady(call, asked);
  }

  private JsonObject report(Connected connected) {
    var open = house.floor().get();
    var floor = open.floor();
    var people = floor.school().people().values();
    var heard = new JsonObject(Buffer.buffer(FrameWriter.write(open.audiences().bells().now())));
    var report =
        new JsonObject()
            .put("school", floor.school().name())
            .put("date", floor.plan().date().toString())
            .put("zone", floor.school().zone().getId())
            .put("demo", floor.demo())
            .put("atMs", open.desk().state().clock().at(house.source().sourceMs()).toEpochMilli())
            .put("upMs", house.source().sourceMs() - upSinceMs)
            .put("unsaved", open.desk().state().isAway())
            .put("nodes", connected.nodes())
            .put(
                "people",
                new JsonArray(ROLES.stream().map(it -> of(it, people, connected)).toList()))
            .put("transports", transports(connected))
            .put("boards", new JsonArray(boards(people, connected)))
            .put("bells", heard.getJsonArray("bells"))
            .put("clocks", heard.getJsonObject("clocks"))
            .put("aside", floor.signals().setAside().last().size());
    house.build().ifPresent(build -> report.put("build", build));
    house.imported().ifPresent(imported -> report.put("imported", of(imported)));
    return report;
  }

  private static JsonObject of(Role role, Collection<Person> people, Connected connected) {
    var ids = people.stream().filter(it -> it.role() == role).map(Person::id).toList();
    return new JsonObject()
        .put("role", role.word())
        .put("here", ids.stream().filter(connected.here()::contains).count())
        .put("of", ids.size());
  }

  private static JsonObject of(Imported imported) {
    var left =
        imported.left().stream()
            .map(each -> new JsonObject().put("file", each.file()).put("count", each.count()))
            .toList();
    return new JsonObject().put("atMs", imported.atMs()).put("left", new JsonArray(left));
  }

  private static JsonObject transports(Connected connected) {
    var transports = new JsonObject();
    for (var transport : Line.Transport.values()) {
      transports.put(transport.word(), connected.transports().getOrDefault(transport.word(), 0));
    }
    return transports;
  }

  private static List<JsonObject> boards(Collection<Person> people, Connected connected) {
    return people.stream()
        .filter(Board.class::isInstance)
        .sorted(Comparator.comparing(Person::name))
        .map(board -> board(board, connected))
        .toList();
  }

  private static JsonObject board(Person board, Connected connected) {
    var row =
        new JsonObject()
            .put("id", board.id().value())
            .put("name", board.name())
            .put("here", connected.here().contains(board.id()));
    Optional.ofNullable(connected.away().get(board.id()))
        .map(Instant::toEpochMilli)
        .ifPresent(lastSeenMs -> row.put("lastSeenMs", lastSeenMs));
    return row;
  }
}
