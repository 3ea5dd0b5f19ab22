package dev.carillon.plan;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a plan has to live with beside the files of the school.
///
/// @param fixed places nobody moves: put by people, or in blocks that are frozen
/// @param taken seats that are not free, though nobody is planned there
/// @param closed from when stations take nobody: a block that begins later is not planned there
/// @param absent from when adults are not there
/// @param seed of the order among needs that are equal otherwise
public record Circumstances(
    List<Assignment> fixed,
    List<Taken> taken,
    Map<StationId, Instant> closed,
    Map<PersonId, Instant> absent,
    long seed) {
  /// An ordinary day.
  public static final Circumstances USUAL =
      new Circumstances(List.of(), List.of(), Map.of(), Map.of(), 0);

  public Circumstances {
    fixed = List.copyOf(fixed);
    taken = List.copyOf(taken);
    closed = Map.copyOf(closed);
    absent = Map.copyOf(absent);
  }

  /// A seat somebody holds over the bell, as when a test goes on.
  public record Taken(BlockId block, StationId station) {}
}
