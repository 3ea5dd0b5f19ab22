package dev.carillon.view;

import dev.carillon.floor.Settle;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How quickly everybody settled: each block of the day so far as a whole, and the block that runs
/// room by room and station by station, too.
final class SettleRows {
  private final Sight sight;

  SettleRows(Sight sight) {
    this.sight = sight;
  }

  List<Row.Settle> rows() {
    var settled = sight.floor().settled();
    var rows = new ArrayList<Row.Settle>();
    for (var timeline : sight.floor().timelines().values()) {
      for (var block : timeline.blocks()) {
        var stations = settled.get(block.id());
        if (stations != null && !stations.isEmpty()) {
          rows.addAll(rows(timeline, block.id(), stations));
        }
      }
    }
    return rows;
  }

  private List<Row.Settle> rows(Timeline timeline, BlockId block, Map<StationId, Settle> stations) {
    var rows = new ArrayList<Row.Settle>();
    var all = stations.values().stream().reduce(Settle::and).orElseThrow();
    rows.add(row(block, Optional.empty(), Optional.empty(), all));
    if (timeline.entered().filter(block::equals).isPresent()) {
      byRoom(stations)
          .forEach((room, some) -> rows.add(row(block, Optional.of(room), Optional.empty(), some)));
      stations.forEach(
          (station, one) ->
              rows.add(row(block, sight.floor().roomOf(station), Optional.of(station), one)));
    }
    return rows;
  }

  private Map<RoomId, Settle> byRoom(Map<StationId, Settle> stations) {
    var rooms = new LinkedHashMap<RoomId, Settle>();
    stations.forEach(
        (station, settle) ->
            sight
                .floor()
                .roomOf(station)
                .ifPresent(room -> rooms.merge(room, settle, Settle::and)));
    return rooms;
  }

  private static Row.Settle row(
      BlockId block, Optional<RoomId> room, Optional<StationId> station, Settle settle) {
    return new Row.Settle(
        id(block, room, station),
        block.value(),
        room.map(Id::value),
        station.map(Id::value),
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

  private static String id(BlockId block, Optional<RoomId> room, Optional<StationId> station) {
    return block.value()
        + station
            .map(it -> "/station/" + it.value())
            .or(() -> room.map(it -> "/room/" + it.value()))
            .orElse("");
  }
}
