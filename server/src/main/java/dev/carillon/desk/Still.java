package dev.carillon.desk;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Touched;
import java.time.Instant;

/// A floor as it was at an instant gone by: after every entry of its log that is stamped no later.
///
/// @param at the instant that was asked for, not that of the last entry before it
/// @param cursor where in the log it stood
/// @param touched everything that changed since the still before it; the first touches all
public record Still(Instant at, Cursor cursor, Floor floor, Touched touched) {}
