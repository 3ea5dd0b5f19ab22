package dev.carillon.desk;

import dev.carillon.floor.Event;
import java.time.Instant;

/// Something that happened on a day gone by.
///
/// @param at when the entry it stands in was stamped
public record Happened(Instant at, Event event) {}
