package dev.carillon.floor;

import dev.carillon.school.Block;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSet;

/// One schedule of the day as it stands now.
///
/// @param version grows by one with each accepted control
/// @param published the blocks as the day opened, for "off plan"
/// @param blocks the blocks as they stand
/// @param entered the block the log last announced; empty before the first
/// @param settled bells that rang or were missed: none of them rings again
public record Timeline(
    ScheduleId id,
    String name,
    long version,
    List<Block> published,
    List<Block> blocks,
    Running running,
    Optional<BlockId> entered,
    PSet<BellId> settled,
    boolean ended) {
  public Timeline {
    published = List.copyOf(published);
    blocks = List.copyOf(blocks);
  }

  /// Whether the schedule's time runs.
  public sealed interface Running {
    record Going() implements Running {}

    record Paused(Instant since) implements Running {}
  }
}
