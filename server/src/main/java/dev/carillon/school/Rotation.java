package dev.carillon.school;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.util.List;

/// Groups that take turns at stations: in the n-th rotation block of the schedule, group i is at
/// station (i + n) modulo the number of stations.
public record Rotation(
    String id, ScheduleId schedule, List<GroupId> groups, List<StationId> stations) {
  public Rotation {
    groups = List.copyOf(groups);
    stations = List.copyOf(stations);
  }
}
