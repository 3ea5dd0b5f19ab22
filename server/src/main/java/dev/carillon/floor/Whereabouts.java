package dev.carillon.floor;

import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where students are due after something changed that: whoever is due elsewhere than before is
/// expected there anew, and what is known of everybody else is kept.
record Whereabouts(Floor floor) {
  /// @param touched what the change touched beside the students who are due elsewhere now
  Evolved after(Collection<PersonId> students, Instant at, Touched touched) {
    var attendance = floor.attendance();
    var moved = new HashSet<PersonId>();
    var stations = new HashSet<StationId>();
    for (var student : students) {
      var known = Optional.ofNullable(floor.arrivals().get(student));
      var place = floor.assignmentNow(student);
      if (known.filter(each -> hasStayed(each, student, place)).isPresent()) {
        moved.add(student);
        stations.add(known.get().due());
        attendance = attendance.with(student, known.get().in(ArrivalState.ARRIVED, at));
      } else if (place.isPresent() && known.filter(each -> isDue(each, place.get())).isEmpty()) {
        known.ifPresent(each -> stations.addAll(List.of(each.due(), each.seenAt())));
        stations.add(place.get().station());
        moved.add(student);
        attendance = attendance.with(student, expected(student, place.get(), at));
      } else if (place.isEmpty() && known.isPresent()) {
        moved.add(student);
        stations.addAll(List.of(known.get().due(), known.get().seenAt()));
        attendance = attendance.without(student);
      }
    }
    return moved.isEmpty()
        ? new Evolved(floor, touched)
        : new Evolved(floor.next().attendance(attendance).at(at), touched.and(of(moved, stations)));
  }

  /// @return what is known of a student who is due at a place and has not been seen there
  Arrival expected(PersonId student, Assignment place, Instant at) {
    var state = new Placement(floor).state(student, place);
    return Arrival.expected(place, at).in(state, at);
  }

  private Touched of(Set<PersonId> students, Set<StationId> stations) {
    var arrivals = Touched.arrivals(students, stations);
    if (students.stream().anyMatch(this::hasBorrowed)) {
      arrivals = arrivals.and(Touched.part(Part.PLACING));
    }
    for (var request : concerning(students)) {
      arrivals = arrivals.and(Touched.help(request.id(), stations, true, Set.of()));
    }
    return arrivals;
  }

  private boolean hasBorrowed(PersonId student) {
    return Optional.ofNullable(floor.arrivals().get(student))
        .flatMap(Arrival::borrowed)
        .isPresent();
  }

  private List<HelpRequest> concerning(Set<PersonId> students) {
    boolean none = students.stream().noneMatch(floor.help()::concerns);
    return none
        ? List.of()
        : floor.help().open().values().stream()
            .filter(request -> students.contains(request.asked().student()))
            .toList();
  }

  /// Whoever stayed where she is due next is there already.
  private boolean hasStayed(Arrival known, PersonId student, Optional<Assignment> place) {
    return known.state() == ArrivalState.STAYING
        && place.filter(each -> isDue(known, each)).isPresent()
        && new Placement(floor).state(student, place.get()) == ArrivalState.EXPECTED;
  }

  private static boolean isDue(Arrival arrival, Assignment place) {
    return arrival.block().equals(place.block()) && arrival.due().equals(place.station());
  }
}
