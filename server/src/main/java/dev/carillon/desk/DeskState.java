package dev.carillon.desk;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Floor;
import dev.carillon.floor.FloorClock;

/// What a desk knows at one moment: the floor, where in the log it stands, and how its clock runs.
///
/// @param isAway whether the log does not answer at present: nothing can be saved
public record DeskState(Floor floor, Cursor cursor, FloorClock clock, boolean isAway) {}
