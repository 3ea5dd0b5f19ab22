package dev.carillon.floor;

import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.Optional;

/// Something put into the day while its schedules stand: an assembly, a drill, a lockdown.
///
/// @param name as people call it
/// @param station where everybody gathers; empty when they stay in place, or leave the building
/// @param until when it is meant to end, for people; nothing happens by itself then
public record Insertion(
    String name, Mode mode, Optional<StationId> station, Optional<Instant> until) {
  /// What everybody does.
  public enum Mode {
    /// They come together at a station.
    ASSEMBLY,
    /// They stay exactly where they are.
    FREEZE,
    /// They go to a station and wait there.
    GATHER,
    /// They leave the building.
    EVACUATE
  }
}
