package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.StationId;
import java.util.Optional;

/// What somebody does to the time of a schedule while the day runs.
public sealed interface Control {
  /// Freezes the schedule's time: what is left of the block is left.
  record Pause() implements Control {}

  record Resume(Ripple ripple) implements Control {}

  /// Lets time run and moves nobody when the block is over.
  record Hold() implements Control {}

  record Release(Ripple ripple) implements Control {}

  /// Ends the current block later.
  record Extend(int minutes, Ripple ripple) implements Control {}

  /// Ends the current block earlier; the next one gets the time.
  record Trim(int minutes) implements Control {}

  /// Ends the current block in a moment.
  ///
  /// @param gap whether the time is left free instead of given to the next block
  record Advance(boolean gap) implements Control {}

  /// A block to come is not held today.
  ///
  /// @param gap whether its time is left free instead of given to the next block
  record Skip(BlockId block, boolean gap) implements Control {}

  /// Lets the schedule stand for an assembly, a drill or a lockdown.
  ///
  /// @param minutes how long it is meant to last, for people; 0 = nobody knows
  record Insert(String name, Insertion.Mode mode, Optional<StationId> station, int minutes)
      implements Control {}

  record EndInsert(Ripple ripple) implements Control {}

  /// The rest of the day runs another day type.
  record SwitchDay(DayTypeId dayType) implements Control {}

  /// Takes back the last control.
  record Undo() implements Control {}

  /// A bell by hand. It changes no time.
  record Ring() implements Control {}
}
