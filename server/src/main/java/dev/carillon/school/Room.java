package dev.carillon.school;

import dev.carillon.school.Id.RoomId;
import java.util.Set;

/// A space on the floor map. It holds stations and has a help line of its own; helpers of its
/// neighbours may be called in.
///
/// @param huddle where those who are helped together meet, in the school's own words; empty when
///   their helper says where
/// @param unmeasured nothing there can say that somebody has come, neither a device nor an adult
///   who ticks: nobody is late there, and whoever is due there is in no figure of arrivals
public record Room(
    RoomId id,
    String name,
    Badge badge,
    Outline outline,
    Set<RoomId> neighbours,
    String huddle,
    boolean unmeasured) {
  public Room {
    neighbours = Set.copyOf(neighbours);
  }
}
