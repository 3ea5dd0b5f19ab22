package dev.carillon.floor;

import dev.carillon.school.Id.StationId;
import dev.carillon.school.Station;

/// How many seats stations have left right now.
public record FreeSeats(Floor floor) {
  /// How many are to be there.
  public int there(StationId station) {
    return floor.attendance().at(station).planned();
  }

  /// Seats nobody has and nobody is offered.
  public int at(Station station) {
    return Math.max(0, seats(station) - floor.learning().flex().offered(station.id()));
  }

  /// Seats nobody has, whether or not they are offered to somebody.
  int seats(Station station) {
    return isOpen(station) ? cap(station) - there(station.id()) : 0;
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
