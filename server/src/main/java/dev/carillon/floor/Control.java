package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.StationId;
import java.util.Optional;

/// What somebody does to the time of a schedule while the day runs.
public sealed interface Control {
  /// The word on the wire and in the log: `pause`.
  String word();

  /// Freezes the schedule's time: what is left of the block is left.
  record Pause() implements Control {
    @Override
    public String word() {
      return "pause";
    }
  }

  record Resume(Ripple ripple) implements Control {
    @Override
    public String word() {
      return "resume";
    }
  }

  /// Lets time run and moves nobody when the block is over.
  record Hold() implements Control {
    @Override
    public String word() {
      return "hold";
    }
  }

  record Release(Ripple ripple) implements Control {
    @Override
    public String word() {
      return "release";
    }
  }

  /// Ends the current block later.
  record Extend(int minutes, Ripple ripple) implements Control {
    @Override
    public String word() {
      return "extend";
    }
  }

  /// Ends the current block earlier; the next one gets the time.
  record Trim(int minutes) implements Control {
    @Override
    public String word() {
      return "trim";
    }
  }

  /// Ends the current block in a moment.
  ///
  /// @param gap whether the time is left free instead of given to the next block
  record Advance(boolean gap) implements Control {
    @Override
    public String word() {
      return "advance";
    }
  }

  /// A block to come is not held today.
  ///
  /// @param gap whether its time is left free instead of given to the next block
  record Skip(BlockId block, boolean gap) implements Control {
    @Override
    public String word() {
      return "skip";
    }
  }

  /// Lets the schedule stand for an assembly, a drill or a lockdown.
  ///
  /// @param minutes how long it is meant to last, for people; 0 = nobody knows
  record Insert(String name, Insertion.Mode mode, Optional<StationId> station, int minutes)
      implements Control {
    @Override
    public String word() {
      return "insert";
    }
  }

  record EndInsert(Ripple ripple) implements Control {
    @Override
    public String word() {
      return "end-insert";
    }
  }

  /// The rest of the day runs another day type.
  record SwitchDay(DayTypeId dayType) implements Control {
    @Override
    public String word() {
      return "switch-day";
    }
  }

  /// Takes back the last control.
  record Undo() implements Control {
    @Override
    public String word() {
      return "undo";
    }
  }

  /// A bell by hand. It changes no time.
  record Ring() implements Control {
    @Override
    public String word() {
      return "ring";
    }
  }
}
