package dev.carillon.desk;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Floor;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Touched;
import java.util.List;

/// What a desk puts into its out-tray after each batch that became true, whoever decided it.
///
/// @param floor as it is at `to`
/// @param rings bells that rang in between
/// @param clock as it runs at `to`
public record Publication(
    Cursor from, Cursor to, Floor floor, Touched touched, List<BellRang> rings, FloorClock clock) {
  public Publication {
    rings = List.copyOf(rings);
  }
}
