package dev.carillon.gateway;

import dev.carillon.floor.Arrival;
import dev.carillon.floor.Away;
import dev.carillon.floor.Floor;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The students of a station by name, for those who may see names.
final class Names {
  private Names() {}

  /// Who is due there in the current block, and who was last seen there.
  ///
  /// @param told what else is told of each
  static List<JsonObject> at(StationId station, Floor floor, Told told) {
    return floor.school().students().stream()
        .flatMap(
            student -> row(student, station, floor).map(row -> told.in(row, student.id())).stream())
        .toList();
  }

  /// @param lastSeen when a student whose devices are gone was last heard of
  /// @param dot the number of her dot, for those who see dots
  record Told(
      Function<PersonId, Optional<Instant>> lastSeen, Function<PersonId, Optional<String>> dot) {
    private JsonObject in(JsonObject row, PersonId student) {
      lastSeen.apply(student).ifPresent(at -> row.put("lastSeenMs", at.toEpochMilli()));
      dot.apply(student).ifPresent(number -> row.put("dot", number));
      return row;
    }
  }

  /// A student with her seat at a station, when she has one there.
  static JsonObject of(PersonId student, StationId station, Floor floor) {
    var row = new JsonObject().put("id", student.value()).put("name", floor.nameOf(student));
    floor
        .assignmentNow(student)
        .filter(place -> place.station().equals(station) && !place.seat().isEmpty())
        .ifPresent(place -> row.put("seat", place.seat()));
    return row;
  }

  private static Optional<JsonObject> row(Student student, StationId station, Floor floor) {
    return Optional.ofNullable(floor.arrivals().get(student.id()))
        .filter(arrival -> arrival.due().equals(station) || arrival.seenAt().equals(station))
        .map(arrival -> row(student, arrival, station, floor));
  }

  /// With her seat at this station, when she has one here: that of her plan is elsewhere once she
  /// was put or called here.
  private static JsonObject row(Student student, Arrival arrival, StationId station, Floor floor) {
    var row = of(student.id(), station, floor);
    Optional.ofNullable(floor.placing().away().get(student.id()))
        .flatMap(Away::until)
        .ifPresent(until -> row.put("awayUntil", until.toString()));
    return row.put("arrival", arrival.state().name().toLowerCase(Locale.ROOT));
  }
}
