package dev.carillon.plan;

import dev.carillon.school.Block;
import dev.carillon.school.Station;
import dev.carillon.school.Unmet.Reason;
import java.util.List;
import java.util.function.BiPredicate;

/// Why a need is not met.
///
/// @param blocks in which it could have been
record Binding(Draft draft, List<Block> blocks) {
  Reason of(Need need) {
    if (need.stations().isEmpty()) {
      return Reason.NO_STATION;
    }
    if (isNever(need, draft::isOpen)) {
      return Reason.CLOSED;
    }
    if (isNever(
        need,
        (station, block) ->
            draft.isOpen(station, block) && draft.occupancy().hasRoom(station, block.id()))) {
      return Reason.FULL;
    }
    boolean isBusy = blocks.stream().noneMatch(block -> draft.isFree(need.student(), block.id()));
    return isBusy ? Reason.NO_BLOCK : Reason.CLASH;
  }

  private boolean isNever(Need need, BiPredicate<Station, Block> is) {
    return blocks.stream()
        .noneMatch(block -> need.stations().stream().anyMatch(station -> is.test(station, block)));
  }
}
