package dev.carillon.floor;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.StationId;

/// What goes together for the rest of a block's turns.
public sealed interface Joint {
  /// A group is wherever another one is, as when too few of it came.
  record OfGroups(GroupId group, GroupId into) implements Joint {}

  /// The turns of a station are taken at another one, as when it is closed.
  record OfStations(StationId station, StationId into) implements Joint {}

  /// The half of a joint that goes with the other.
  sealed interface Part {
    record OfGroup(GroupId group) implements Part {}

    record OfStation(StationId station) implements Part {}
  }

  default Part part() {
    return switch (this) {
      case OfGroups(var group, _) -> new Part.OfGroup(group);
      case OfStations(var station, _) -> new Part.OfStation(station);
    };
  }

  default Part whole() {
    return switch (this) {
      case OfGroups(_, var group) -> new Part.OfGroup(group);
      case OfStations(_, var station) -> new Part.OfStation(station);
    };
  }
}
