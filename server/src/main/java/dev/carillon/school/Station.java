package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import java.util.List;

/// A place with one activity and a capacity.
///
/// @param activity what is done there, as a student reads it
/// @param softCap the wish of the adult, in students
/// @param hardCap seats or fire limit, in students; never below `softCap`
/// @param seats numbered seats; empty when the station has none
/// @param adults who supervises it; empty when nobody needs to
public record Station(
    StationId id,
    RoomId room,
    String name,
    String activity,
    StationKind kind,
    Badge badge,
    int softCap,
    int hardCap,
    Outline place,
    List<Seat> seats,
    List<PersonId> adults) {
  public Station {
    if (softCap < 0 || hardCap < softCap) {
      throw new IllegalArgumentException("station " + id.value() + ": soft cap above hard cap");
    }
    seats = List.copyOf(seats);
    adults = List.copyOf(adults);
  }
}
