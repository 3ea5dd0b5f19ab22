package dev.carillon.log;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;

/// The end of a log: where it stands and how its clock runs.
///
/// @param leastReader the least version of the program that may read it
/// @param sealed whether the day is closed: nothing is appended any more
public record Head(
    Cursor cursor, FloorClock clock, int leastReader, long snapshotSeq, boolean sealed) {}
