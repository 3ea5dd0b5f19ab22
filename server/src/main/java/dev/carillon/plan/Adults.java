package dev.carillon.plan;

import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which adult watches which station that may only be open with one. An adult watches every station
/// of a room at once, but never two rooms.
///
/// A station that names adults is not planned while all of them are absent, supervised or not.
final class Adults {
  private final School school;
  private final Occupancy occupancy;
  private final Map<PersonId, Instant> absent;
  private final Map<BlockId, Map<StationId, PersonId>> watching = new HashMap<>();

  Adults(School school, Occupancy occupancy, Map<PersonId, Instant> absent) {
    this.school = school;
    this.occupancy = occupancy;
    this.absent = absent;
  }

  /// Whether the station has the adult it needs, or could have one.
  boolean isCovered(Station station, Block block) {
    if (station.adults().isEmpty()) {
      return true;
    }
    return station.terms().supervised()
        ? isWatched(station, block.id()) || free(station, block).isPresent()
        : station.adults().stream().anyMatch(adult -> isPresent(adult, block));
  }

  /// Somebody is planned at the station: an adult is bound to it.
  void bind(Station station, Block block) {
    if (station.terms().supervised() && !isWatched(station, block.id())) {
      free(station, block).ifPresent(adult -> of(block.id()).put(station.id(), adult));
    }
  }

  void release(StationId station, BlockId block) {
    of(block).remove(station);
  }

  private boolean isWatched(Station station, BlockId block) {
    return of(block).containsKey(station.id());
  }

  private Optional<PersonId> free(Station station, Block block) {
    return station.adults().stream()
        .filter(adult -> isPresent(adult, block) && !isBusy(adult, station.room(), block.id()))
        .findFirst();
  }

  private boolean isPresent(PersonId adult, Block block) {
    var from = absent.get(adult);
    return from == null || !block.end().isAfter(from);
  }

  private boolean isBusy(PersonId adult, RoomId room, BlockId block) {
    for (var other : occupancy.atTheSameTimeAs(block)) {
      for (var watched : of(other).entrySet()) {
        if (watched.getValue().equals(adult) && !isIn(watched.getKey(), room)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isIn(StationId station, RoomId room) {
    var known = school.stations().get(station);
    return known != null && known.room().equals(room);
  }

  private Map<StationId, PersonId> of(BlockId block) {
    return watching.computeIfAbsent(block, _ -> new HashMap<>());
  }
}
