package dev.carillon.gateway;

import dev.carillon.desk.Happened;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.Arrived;
import dev.carillon.floor.Event.CalledUp;
import dev.carillon.floor.Event.CameBack;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpClaimedTogether;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.Event.LearningEvent;
import dev.carillon.floor.Event.SeenElsewhere;
import dev.carillon.floor.Event.StudentsLate;
import dev.carillon.floor.Event.StudentsMissing;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Event.UnlockApproved;
import dev.carillon.floor.Event.UnlockAsked;
import dev.carillon.floor.Event.UnlockExpired;
import dev.carillon.floor.Event.UnlockOpened;
import dev.carillon.floor.Event.UnlockRefused;
import dev.carillon.floor.Event.UnlockRelocked;
import dev.carillon.floor.Event.UnlockSubmitted;
import dev.carillon.floor.Event.UnlockUndone;
import dev.carillon.floor.Event.WentAway;
import dev.carillon.floor.Floor;
import dev.carillon.school.Block;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The day of one student, for leaders: where she was to be, and what happened to her, in order.
/// What she wrote is not in it.
final class StudentDay {
  private final Student student;
  private final Floor floor;
  private final Set<Id> hers = new HashSet<>();
  private final List<JsonObject> moments = new ArrayList<>();

  private StudentDay(Student student, Floor floor) {
    this.student = student;
    this.floor = floor;
  }

  /// Whether an event may be about her: what goes on with a request does not name her.
  static boolean mayConcern(Event event, PersonId student) {
    return event instanceof HelpEvent || event instanceof LearningEvent || names(event, student);
  }

  private static boolean names(Event event, PersonId student) {
    return switch (event) {
      case Arrived it -> it.student().equals(student);
      case SeenElsewhere it -> it.student().equals(student);
      case StudentsLate it -> it.students().contains(student);
      case StudentsMissing it -> it.students().contains(student);
      case StudentsPlaced it ->
          it.places().stream().anyMatch(place -> place.student().equals(student));
      case CalledUp it -> it.call().students().contains(student);
      case WentAway it -> it.student().equals(student);
      case CameBack it -> it.student().equals(student);
      default -> false;
    };
  }

  /// @param events those that may concern her, in order
  /// @param until what happened later is left out
  static JsonObject of(Student student, Floor floor, List<Happened> events, Instant until) {
    var day = new StudentDay(student, floor);
    events.stream().filter(it -> !it.at().isAfter(until)).forEach(it -> day.take(it.event()));
    return new JsonObject()
        .put("id", student.id().value())
        .put("name", student.name())
        .put("stops", new JsonArray(floor.dayOf(student.id()).stream().map(day::stop).toList()))
        .put("moments", new JsonArray(day.moments));
  }

  private JsonObject stop(Block block) {
    var row =
        new JsonObject()
            .put("block", block.id().value())
            .put("name", block.name())
            .put("startMs", block.start().toEpochMilli())
            .put("endMs", block.end().toEpochMilli());
    floor
        .assignmentAt(student.id(), block.id())
        .ifPresent(
            place -> {
              row.put("station", nameOf(place.station()));
              if (!place.seat().isEmpty()) {
                row.put("seat", place.seat());
              }
            });
    return row;
  }

  private void take(Event event) {
    var id = student.id();
    switch (event) {
      case Arrived it when it.student().equals(id) -> at("arrived", it.at(), it.station());
      case SeenElsewhere it when it.student().equals(id) -> at("elsewhere", it.at(), it.station());
      case StudentsLate it when it.students().contains(id) -> note("late", it.at());
      case StudentsMissing it when it.students().contains(id) -> note("missing", it.at());
      case StudentsPlaced it ->
          it.places().stream()
              .filter(place -> place.student().equals(id))
              .forEach(place -> at("placed", it.at(), place.station()));
      case CalledUp it when it.call().students().contains(id) ->
          at("called", it.at(), it.call().station());
      case WentAway it when it.student().equals(id) -> note("away", it.at());
      case CameBack it when it.student().equals(id) -> note("back", it.at());
      case HelpAsked it when it.student().equals(id) -> {
        hers.add(it.help());
        at("help-asked", it.at(), it.station());
      }
      case HelpEvent it when hers.contains(it.help()) -> help(it);
      case UnlockAsked it when it.student().equals(id) -> {
        hers.add(it.unlock());
        note("unlock-asked", it.at());
      }
      case UnlockApproved it when hers.contains(it.unlock()) ->
          by("unlock-approved", it.at(), it.by());
      case UnlockRefused it when hers.contains(it.unlock()) ->
          by("unlock-refused", it.at(), it.by());
      case UnlockUndone it when hers.contains(it.unlock()) -> by("unlock-undone", it.at(), it.by());
      case UnlockOpened it when hers.contains(it.unlock()) -> note("unlock-opened", it.at());
      case UnlockSubmitted it when hers.contains(it.unlock()) -> note("unlock-submitted", it.at());
      case UnlockRelocked it when hers.contains(it.unlock()) -> note("unlock-relocked", it.at());
      case UnlockExpired it when hers.contains(it.unlock()) -> note("unlock-expired", it.at());
      default -> {}
    }
  }

  private void help(HelpEvent event) {
    switch (event) {
      case HelpClaimed it -> by("help-claimed", it.at(), it.helper());
      case HelpClaimedTogether it -> by("help-claimed", it.at(), it.helper());
      case HelperArrived it -> by("help-arrived", it.at(), it.helper());
      case HelpResolved it -> by("help-done", it.at(), it.by());
      case HelpCancelled it -> note("help-cancelled", it.at());
      case HelpDismissed it -> by("help-dismissed", it.at(), it.by());
      case HelpExpired it -> note("help-expired", it.at());
      default -> {}
    }
  }

  private JsonObject note(String what, Instant at) {
    var row = new JsonObject().put("atMs", at.toEpochMilli()).put("what", what);
    moments.add(row);
    return row;
  }

  private void at(String what, Instant at, StationId station) {
    note(what, at).put("station", nameOf(station));
  }

  private void by(String what, Instant at, PersonId who) {
    var row = note(what, at);
    if (!who.equals(student.id())) {
      row.put("by", floor.nameOf(who));
    }
  }

  private String nameOf(StationId id) {
    return Optional.ofNullable(floor.school().stations().get(id))
        .map(station -> station.name())
        .orElse(id.value());
  }
}
