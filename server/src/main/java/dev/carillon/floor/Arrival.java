package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of one student in one block.
///
/// @param due where she is expected
/// @param seenAt where she was last seen in this block; `due` until she was seen
/// @param lateBy how long after SETTLE she arrived; zero when in time or not yet arrived
/// @param trust of the evidence behind the state; 0 while there is none
/// @param borrowed the seat that is not hers where she sits, as an adult said she may
public record Arrival(
    BlockId block,
    ArrivalState state,
    StationId due,
    StationId seenAt,
    int trust,
    Instant since,
    Duration lateBy,
    Optional<Borrowed> borrowed) {
  /// A seat that is not hers.
  ///
  /// @param label empty where the station numbers no seats
  /// @param confirmed staff have seen her there since
  public record Borrowed(StationId station, String label, Instant since, boolean confirmed) {
    boolean is(StationId otherStation, String otherLabel) {
      return station.equals(otherStation) && label.equals(otherLabel);
    }
  }

  static Arrival expected(Assignment place, Instant at) {
    var due = place.station();
    return new Arrival(
        place.block(), ArrivalState.EXPECTED, due, due, 0, at, Duration.ZERO, Optional.empty());
  }

  /// Whoever is seen at another place has left the seat she had borrowed.
  Arrival seen(ArrivalState newState, StationId station, int newTrust, Instant at) {
    boolean isByStaff = newTrust == Evidence.STAFF.trust();
    var still =
        borrowed
            .filter(seat -> seat.station().equals(station))
            .map(
                seat ->
                    new Borrowed(
                        station, seat.label(), seat.since(), isByStaff || seat.confirmed()));
    return new Arrival(block, newState, due, station, newTrust, at, lateBy, still);
  }

  Arrival in(ArrivalState newState, Instant at) {
    return new Arrival(block, newState, due, seenAt, trust, at, lateBy, borrowed);
  }

  Arrival lateBy(Duration newLateBy) {
    return new Arrival(block, state, due, seenAt, trust, since, newLateBy, borrowed);
  }

  Arrival borrowing(StationId station, String label, Instant at) {
    var seat = new Borrowed(station, label, at, false);
    return new Arrival(block, state, due, seenAt, trust, since, lateBy, Optional.of(seat));
  }

  /// The seat she borrowed, until staff have seen her there.
  public Optional<Borrowed> toLookAt() {
    return borrowed.filter(seat -> !seat.confirmed());
  }
}
