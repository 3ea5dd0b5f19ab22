package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.MergeTurns;
import dev.carillon.floor.Command.Rebalance;
import dev.carillon.floor.Command.UnmergeTurns;
import dev.carillon.floor.Joint;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;

/// Reads the bodies of commands about who takes turns with whom.
final class TurningReader {
  /// A class: in larger rooms nobody evens out groups by hand.
  private static final int STUDENTS_MAX = 64;

  private TurningReader() {}

  static Command read(CommandKind kind, Fields body) throws WireFault {
    var turns = body.id("schedule", ScheduleId::new);
    return switch (kind) {
      case ROTATION_MERGE -> new MergeTurns(turns, joint(body), body.yesNo("now"));
      case ROTATION_UNMERGE -> new UnmergeTurns(turns, part(body), body.yesNo("now"));
      case ROTATION_REBALANCE ->
          new Rebalance(
              turns, body.yesNo("now"), body.maybeIds("students", STUDENTS_MAX, PersonId::new));
      default -> throw new IllegalArgumentException(kind + " changes no turns");
    };
  }

  private static Joint joint(Fields body) throws WireFault {
    return switch (part(body)) {
      case Joint.Part.OfGroup(var group) ->
          new Joint.OfGroups(group, body.id("into", GroupId::new));
      case Joint.Part.OfStation(var station) ->
          new Joint.OfStations(station, body.id("into", StationId::new));
    };
  }

  /// A group or a station.
  private static Joint.Part part(Fields body) throws WireFault {
    var group = body.maybeId("group", GroupId::new);
    var station = body.maybeId("station", StationId::new);
    if (group.isPresent() == station.isPresent()) {
      throw body.wrong("group", "there, or `station` instead of it");
    }
    return group
        .<Joint.Part>map(Joint.Part.OfGroup::new)
        .orElseGet(() -> new Joint.Part.OfStation(station.get()));
  }
}
