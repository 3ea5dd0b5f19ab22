package dev.carillon.school;

import dev.carillon.school.Id.RoomId;
import java.util.Set;

/// A space on the floor map. It holds stations and has a help line of its own; helpers of its
/// neighbours may be called in.
///
/// @param huddle where those who are helped together meet, in the school's own words; empty when
///   their helper says where
public record Room(
    RoomId id, String name, Badge badge, Outline outline, Set<RoomId> neighbours, String huddle) {
  public Room {
    neighbours = Set.copyOf(neighbours);
  }
}
