package dev.carillon.floor;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;

/// Whose time a live control changes.
public sealed interface Scope {
  /// Every schedule of the school at once: all of them or none.
  record OfSchool() implements Scope {}

  record OfSchedule(ScheduleId schedule) implements Scope {}

  /// The timelines of its own that a room runs inside the school's blocks.
  record OfRoom(RoomId room) implements Scope {}

  /// The timeline inside a school block that a group takes its turns by.
  record OfGroup(GroupId group) implements Scope {}
}
