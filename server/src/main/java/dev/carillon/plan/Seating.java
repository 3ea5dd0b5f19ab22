package dev.carillon.plan;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Seat;
import dev.carillon.school.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives numbered seats: first everybody at home her own, then the free ones in order. At one time
/// a seat has one student; where students outnumber seats, the last ones have none.
final class Seating {
  private final Draft draft;
  private final Map<BlockId, Map<StationId, Set<String>>> taken = new HashMap<>();

  Seating(Draft draft) {
    this.draft = draft;
  }

  /// These have their seats already.
  void hold(List<Assignment> places) {
    places.stream().filter(place -> !place.seat().isEmpty()).forEach(this::hold);
  }

  private void hold(Assignment place) {
    takenIn(place.block(), place.station()).add(place.seat());
  }

  List<Assignment> seated(List<Assignment> places) {
    var seats = new String[places.size()];
    for (int i = 0; i < seats.length; i++) {
      seats[i] = ownSeat(places.get(i));
    }
    var seated = new ArrayList<Assignment>();
    for (int i = 0; i < seats.length; i++) {
      var place = places.get(i);
      seated.add(at(place, seats[i].isEmpty() ? freeSeat(place) : seats[i]));
    }
    return seated;
  }

  private String ownSeat(Assignment place) {
    return seatsOf(place).stream()
        .map(Seat::label)
        .filter(label -> isOwn(place, label) && isFree(place, label))
        .findFirst()
        .map(label -> take(place, label))
        .orElse("");
  }

  private boolean isOwn(Assignment place, String label) {
    return draft.school().people().get(place.student()) instanceof Student student
        && student.home().equals(place.station())
        && student.seat().equals(label);
  }

  private String freeSeat(Assignment place) {
    return seatsOf(place).stream()
        .map(Seat::label)
        .filter(label -> isFree(place, label))
        .findFirst()
        .map(label -> take(place, label))
        .orElse("");
  }

  private List<Seat> seatsOf(Assignment place) {
    return Optional.of(place.station())
        .flatMap(draft::station)
        .map(Station::seats)
        .orElse(List.of());
  }

  private boolean isFree(Assignment place, String label) {
    return draft.occupancy().atTheSameTimeAs(place.block()).stream()
        .noneMatch(block -> takenIn(block, place.station()).contains(label));
  }

  private String take(Assignment place, String label) {
    takenIn(place.block(), place.station()).add(label);
    return label;
  }

  private Set<String> takenIn(BlockId block, StationId station) {
    return taken
        .computeIfAbsent(block, _ -> new HashMap<>())
        .computeIfAbsent(station, _ -> new HashSet<>());
  }

  private static Assignment at(Assignment place, String seat) {
    return new Assignment(
        place.student(),
        place.block(),
        place.station(),
        seat,
        place.activity(),
        place.item(),
        place.source(),
        place.pinned());
  }
}
