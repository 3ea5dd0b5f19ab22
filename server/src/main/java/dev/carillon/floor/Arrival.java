package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;

/// What is known of one student in one block.
///
/// @param due where she is expected
/// @param seenAt where she was last seen in this block; `due` until she was seen
/// @param lateBy how long after SETTLE she arrived; zero when in time or not yet arrived
/// @param trust of the evidence behind the state; 0 while there is none
public record Arrival(
    BlockId block,
    ArrivalState state,
    StationId due,
    StationId seenAt,
    int trust,
    Instant since,
    Duration lateBy) {
  static Arrival expected(Assignment place, Instant at) {
    var due = place.station();
    return new Arrival(place.block(), ArrivalState.EXPECTED, due, due, 0, at, Duration.ZERO);
  }

  Arrival seen(ArrivalState newState, StationId station, int newTrust, Instant at) {
    return new Arrival(block, newState, due, station, newTrust, at, lateBy);
  }

  Arrival in(ArrivalState newState, Instant at) {
    return new Arrival(block, newState, due, seenAt, trust, at, lateBy);
  }

  Arrival lateBy(Duration newLateBy) {
    return new Arrival(block, state, due, seenAt, trust, since, newLateBy);
  }
}
