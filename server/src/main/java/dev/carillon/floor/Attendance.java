package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/// What is known of every student in her block, counted as it changes: a change costs the same in a
/// small school and a large one.
///
/// @param arrivals of each student in the block her schedule entered last, or her first block
///   before that
/// @param everyone the sum over all stations
/// @param stations by the station where students are due
/// @param rosters who is due where
public record Attendance(
    PMap<PersonId, Arrival> arrivals,
    Tally everyone,
    PMap<StationId, Tally> stations,
    PMap<StationId, PSet<PersonId>> rosters) {
  static final Attendance NONE =
      new Attendance(HashTreePMap.empty(), Tally.NONE, HashTreePMap.empty(), HashTreePMap.empty());

  public Tally at(StationId station) {
    return stations.getOrDefault(station, Tally.NONE);
  }

  public PSet<PersonId> roster(StationId station) {
    return rosters.getOrDefault(station, HashTreePSet.empty());
  }

  Attendance with(PersonId student, Arrival arrival) {
    return without(student).counted(student, arrival, 1);
  }

  Attendance without(PersonId student) {
    return switch (arrivals.get(student)) {
      case null -> this;
      case Arrival old -> counted(student, old, -1);
    };
  }

  private Attendance counted(PersonId student, Arrival arrival, int n) {
    var due = arrival.due();
    var tallies = stations.plus(due, at(due).plus(arrival.state(), n));
    if (arrival.state() == ArrivalState.ELSEWHERE) {
      var seenAt = arrival.seenAt();
      var host = tallies.getOrDefault(seenAt, Tally.NONE);
      tallies = tallies.plus(seenAt, host.plusVisitors(n));
    }
    var roster = roster(due);
    return new Attendance(
        n > 0 ? arrivals.plus(student, arrival) : arrivals.minus(student),
        everyone
            .plus(arrival.state(), n)
            .plusVisitors(arrival.state() == ArrivalState.ELSEWHERE ? n : 0),
        tallies,
        rosters.plus(due, n > 0 ? roster.plus(student) : roster.minus(student)));
  }
}
