package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Station;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/// How many seats stations have left right now, counted once over the whole school.
///
/// @param there how many are to be at each station
public record FreeSeats(Floor floor, Map<StationId, Integer> there) {
  static FreeSeats of(Floor floor) {
    var there = new HashMap<StationId, Integer>();
    for (var student : floor.school().students()) {
      floor
          .assignmentNow(student.id())
          .map(Assignment::station)
          .ifPresent(station -> there.merge(station, 1, Integer::sum));
    }
    return new FreeSeats(floor, Collections.unmodifiableMap(there));
  }

  /// Seats nobody has and nobody is offered.
  public int at(Station station) {
    return Math.max(0, seats(station) - floor.learning().flex().offered(station.id()));
  }

  /// Seats nobody has, whether or not they are offered to somebody.
  int seats(Station station) {
    return isOpen(station) ? cap(station) - there.getOrDefault(station.id(), 0) : 0;
  }

  /// Whether somebody may come: it is not closing, and one of its adults is on duty where one has
  /// to be.
  boolean isOpen(Station station) {
    boolean isWatched =
        !station.terms().supervised()
            || station.adults().stream().anyMatch(floor.onDuty()::contains);
    return isWatched && floor.placing().status(station.id()) == StationStatus.OPEN;
  }

  /// In students: never more than there are devices.
  public static int cap(Station station) {
    int devices = station.terms().devices();
    return devices > 0 ? Math.min(devices, station.hardCap()) : station.hardCap();
  }
}
