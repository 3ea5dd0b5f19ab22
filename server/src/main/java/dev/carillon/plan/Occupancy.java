package dev.carillon.plan;

import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many students are planned where. Blocks of two schedules that overlap in time share the
/// seats: what is taken in one is not free in the other.
final class Occupancy {
  private final Map<BlockId, List<BlockId>> atTheSameTime = new HashMap<>();
  private final Map<BlockId, Map<StationId, Integer>> taken = new HashMap<>();

  Occupancy(List<Block> blocks) {
    for (var block : blocks) {
      var others = new ArrayList<BlockId>();
      for (var other : blocks) {
        if (block.start().isBefore(other.end()) && other.start().isBefore(block.end())) {
          others.add(other.id());
        }
      }
      atTheSameTime.put(block.id(), others);
      taken.put(block.id(), new HashMap<>());
    }
  }

  /// The blocks that share time with this one, itself among them.
  List<BlockId> atTheSameTimeAs(BlockId block) {
    return atTheSameTime.getOrDefault(block, List.of());
  }

  boolean hasRoom(Station station, BlockId block) {
    return load(station.id(), block) < hardCap(station);
  }

  /// Where devices are counted, nobody is sent to go without one.
  private static int hardCap(Station station) {
    int devices = station.terms().devices();
    return devices > 0 ? Math.min(devices, station.hardCap()) : station.hardCap();
  }

  /// Below zero when the station is fuller than its adult wishes.
  int freeSeats(Station station, BlockId block) {
    return station.softCap() - load(station.id(), block);
  }

  private int load(StationId station, BlockId block) {
    int load = 0;
    for (var other : atTheSameTimeAs(block)) {
      load += of(other).getOrDefault(station, 0);
    }
    return load;
  }

  void take(StationId station, BlockId block) {
    of(block).merge(station, 1, Integer::sum);
  }

  void leave(StationId station, BlockId block) {
    of(block).merge(station, -1, Integer::sum);
  }

  boolean isEmpty(StationId station, BlockId block) {
    return of(block).getOrDefault(station, 0) == 0;
  }

  private Map<StationId, Integer> of(BlockId block) {
    return taken.computeIfAbsent(block, _ -> new HashMap<>());
  }
}
