package dev.carillon.plan;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which need is met where, over a [Draft].
final class Sessions {
  private final Draft draft;
  private final Map<PersonId, Map<BlockId, Need>> held = new HashMap<>();
  private final Map<BlockId, Map<StationId, List<Need>>> groups = new HashMap<>();

  Sessions(Draft draft) {
    this.draft = draft;
  }

  void give(Need need, BlockId block, Station station) {
    draft.put(need.student(), block, station, need.item());
    note(need, block, station.id());
  }

  /// The need is met by a place that is in the draft already, and may be moved from there.
  void note(Need need, BlockId block, StationId station) {
    held.computeIfAbsent(need.who(), _ -> new HashMap<>()).put(block, need);
    group(block, station).add(need);
  }

  /// Takes away what meets a need.
  Assignment take(Need need, BlockId block) {
    var place = draft.take(need.student(), block);
    held.getOrDefault(need.who(), Map.of()).remove(block);
    group(block, place.station()).remove(need);
    return place;
  }

  /// Puts back what was taken.
  void restore(Need need, Assignment place) {
    draft.keep(place);
    note(need, place.block(), place.station());
  }

  Optional<Need> at(PersonId student, BlockId block) {
    return Optional.ofNullable(held.getOrDefault(student, Map.of()).get(block));
  }

  /// The needs met at a station while a block runs, each with its own block.
  List<Met> during(StationId station, BlockId block) {
    var met = new ArrayList<Met>();
    for (var other : draft.occupancy().atTheSameTimeAs(block)) {
      group(other, station).forEach(need -> met.add(new Met(need, other)));
    }
    return met;
  }

  record Met(Need need, BlockId block) {}

  private List<Need> group(BlockId block, StationId station) {
    return groups
        .computeIfAbsent(block, _ -> new HashMap<>())
        .computeIfAbsent(station, _ -> new ArrayList<>());
  }
}
