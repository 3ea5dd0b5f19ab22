package dev.carillon.view;

import dev.carillon.school.Outline;
import dev.carillon.school.Station;
import java.util.List;
import java.util.function.Predicate;

/// The building as it is drawn: where rooms, stations and seats are on the floor plan.
final class PlaceRows {
  private PlaceRows() {}

  static Row.Frame frame(Outline outline) {
    return new Row.Frame(outline.x(), outline.y(), outline.w(), outline.h());
  }

  static List<Row.Seat> seats(Sight sight, Predicate<Station> which) {
    return sight.floor().school().stations().values().stream()
        .filter(which)
        .flatMap(station -> station.seats().stream().map(seat -> seat(station, seat)))
        .toList();
  }

  private static Row.Seat seat(Station station, dev.carillon.school.Seat seat) {
    var id = station.id().value();
    return new Row.Seat(id + "/" + seat.label(), id, seat.label(), seat.x(), seat.y());
  }

  /// A seat of a station; the middle of the station where nobody has one.
  static Row.Point spot(Station station, String seat) {
    var place = station.place();
    return station.seats().stream()
        .filter(each -> each.label().equals(seat))
        .findFirst()
        .map(each -> new Row.Point(each.x(), each.y()))
        .orElseGet(() -> new Row.Point(place.x() + place.w() / 2, place.y() + place.h() / 2));
  }
}
