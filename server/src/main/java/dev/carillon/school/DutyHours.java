package dev.carillon.school;

import dev.carillon.school.Id.BlockId;
import java.util.List;

/// When somebody answers calls for help: in one or several spans of a day, in the order of the
/// file. Who has none answers all day.
public record DutyHours(List<Span> spans) {
  public DutyHours {
    spans = List.copyOf(spans);
  }

  public sealed interface Span {
    /// By the clock on the wall, whatever bells do.
    record Times(WallTime from, WallTime to) implements Span {}

    /// From the first of these blocks that a day has to the end of the last one, wherever their
    /// bells are moved to.
    record Blocks(List<BlockId> blocks) implements Span {
      public Blocks {
        blocks = List.copyOf(blocks);
      }
    }
  }
}
