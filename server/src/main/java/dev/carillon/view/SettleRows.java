package dev.carillon.view;

import dev.carillon.floor.Settle;
import dev.carillon.floor.Settling;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Station;
import dev.carillon.view.Cut.PerRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How quickly everybody settled: each block of the day so far as a whole, and the block that runs
/// room by room and station by station, too.
final class SettleRows {
  private final Sight sight;

  SettleRows(Sight sight) {
    this.sight = sight;
  }

  /// Only who arrived, strayed or is due elsewhere changes the figures of a block that runs, there
  /// and in all; those of a block that is over stay.
  void add(Cut cut, Change change) {
    boolean all = change.blocks() || change.plan();
    var touched = change.students().isEmpty() ? List.<Place>of() : running(change);
    cut.perRow("settle", all, touched, new PerRow<>(this::all, Place::id, this::row));
  }

  /// A block as a whole, in a room or at a station.
  private record Place(BlockId block, Optional<RoomId> room, Optional<StationId> station) {
    String id() {
      return block.value()
          + station
              .map(it -> "/station/" + it.value())
              .or(() -> room.map(it -> "/room/" + it.value()))
              .orElse("");
    }
  }

  private List<Place> all() {
    var all = new ArrayList<Place>();
    for (var timeline : sight.floor().timelines().values()) {
      for (var block : timeline.blocks()) {
        boolean runs = timeline.entered().filter(block.id()::equals).isPresent();
        all.addAll(places(block.id(), runs ? settling().stations(block.id()) : List.of()));
      }
    }
    return all;
  }

  private List<Place> running(Change change) {
    var touched = sight.stations(change).stream().map(Station::id).toList();
    return sight.floor().timelines().values().stream()
        .flatMap(timeline -> timeline.entered().stream())
        .flatMap(block -> places(block, touched).stream())
        .toList();
  }

  /// The block, the rooms of these stations, and the stations.
  private List<Place> places(BlockId block, Collection<StationId> stations) {
    var places = new ArrayList<Place>();
    places.add(new Place(block, Optional.empty(), Optional.empty()));
    stations.stream()
        .flatMap(station -> sight.floor().roomOf(station).stream())
        .distinct()
        .forEach(room -> places.add(new Place(block, Optional.of(room), Optional.empty())));
    for (var station : stations) {
      places.add(new Place(block, sight.floor().roomOf(station), Optional.of(station)));
    }
    return places;
  }

  /// Empty where nobody was due.
  private Optional<Row.Settle> row(Place place) {
    return settle(place).map(settle -> row(place, settle));
  }

  private Optional<Settle> settle(Place place) {
    var block = place.block();
    if (place.station().isPresent()) {
      return place.station().flatMap(station -> settling().standing(block, station));
    }
    return place.room().isPresent()
        ? place.room().flatMap(room -> inRoom(block, room))
        : ofBlock(block);
  }

  private Optional<Settle> ofBlock(BlockId block) {
    return settling().standing(block).filter(_ -> !settling().stations(block).isEmpty());
  }

  private Optional<Settle> inRoom(BlockId block, RoomId room) {
    return settling().stations(block).stream()
        .filter(station -> sight.floor().roomOf(station).filter(room::equals).isPresent())
        .flatMap(station -> settling().standing(block, station).stream())
        .reduce(Settle::and);
  }

  private Settling settling() {
    return sight.floor().settling();
  }

  private static Row.Settle row(Place place, Settle settle) {
    return new Row.Settle(
        place.id(),
        place.block().value(),
        place.room().map(Id::value),
        place.station().map(Id::value),
        settle.bellAt().toEpochMilli(),
        settle.planned(),
        settle.arrivedMs().size(),
        settle.within(50).map(Duration::toMillis),
        settle.within(90).map(Duration::toMillis),
        settle.within(100).map(Duration::toMillis),
        settle.late(),
        settle.wrong(),
        settle.lostMs());
  }
}
