package dev.carillon.floor;

import dev.carillon.floor.Event.CallEnded;
import dev.carillon.floor.Event.CallStarted;
import dev.carillon.floor.Event.CalledUp;
import dev.carillon.floor.Event.CameBack;
import dev.carillon.floor.Event.ChangeSeen;
import dev.carillon.floor.Event.ChangeUnseen;
import dev.carillon.floor.Event.PlacingEvent;
import dev.carillon.floor.Event.ScheduleMoved;
import dev.carillon.floor.Event.StationClosed;
import dev.carillon.floor.Event.StationOpened;
import dev.carillon.floor.Event.StationsEmptied;
import dev.carillon.floor.Event.StayAllowed;
import dev.carillon.floor.Event.StayEnded;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Event.WentAway;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Placing.Change;
import dev.carillon.floor.Placing.Stay;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePVector;

/// What placing changes, and where everybody concerned is due afterwards.
record PlacingFacts(Floor floor) {
  Evolved evolve(PlacingEvent event) {
    var placing = floor.placing();
    return switch (event) {
      case StudentsPlaced placed -> placed(placed);
      case ChangeSeen(var student, _, var at) -> with(placing.seen(student), List.of(student), at);
      case ChangeUnseen(var student, var block, var at) ->
          with(told(student), List.of(student), at);
      case CalledUp(var call, _, var at) -> with(placing.called(call), call.students(), at);
      case CallStarted(var call, var at) ->
          find(call).map(each -> with(placing.begun(each), each.students(), at)).orElse(same());
      case CallEnded(var call, _, var at) ->
          find(call).map(each -> with(placing.ended(each), each.students(), at)).orElse(same());
      case StayAllowed(var student, var place, var reason, _, var until, var at) ->
          with(placing.staying(student, new Stay(place, reason, until)), List.of(student), at);
      case StayEnded(var student, _, var at) -> with(placing.moving(student), List.of(student), at);
      case WentAway(var student, var kind, var until, _, var at) ->
          stood(placing.away(student, new Away(kind, until)), student, at);
      case CameBack(var student, _, var at) -> stood(placing.back(student), student, at);
      case ScheduleMoved moved -> moved(moved);
      case StationClosed(var station, var draining, _, _, var at) ->
          opened(
              placing.station(station, draining ? StationStatus.DRAINING : StationStatus.CLOSED),
              station,
              at);
      case StationsEmptied emptied -> emptied(emptied);
      case StationOpened(var station, _, var at) ->
          new PlacingFacts(floor.next().emptied(floor.emptied().minus(station)).at(at))
              .opened(placing.station(station, StationStatus.OPEN), station, at);
    };
  }

  private Evolved emptied(StationsEmptied event) {
    var before = TreePVector.from(event.before());
    var emptied = floor.emptied();
    for (var station : event.stations()) {
      emptied = emptied.plus(station, before);
    }
    return new Evolved(floor.next().emptied(emptied).at(event.at()), Touched.NOTHING);
  }

  private Evolved same() {
    return new Evolved(floor, Touched.NOTHING);
  }

  private Optional<CallUp> find(CallId call) {
    return Optional.ofNullable(floor.placing().calls().get(call));
  }

  private Placing told(PersonId student) {
    var change = floor.placing().changes().get(student);
    return change == null
        ? floor.placing()
        : floor
            .placing()
            .changed(student, new Change(change.block(), change.from(), change.at(), true));
  }

  private Evolved placed(StudentsPlaced event) {
    var placing = floor.placing();
    var told = new HashSet<PersonId>();
    for (int i = 0; i < event.places().size(); i++) {
      var place = event.places().get(i);
      placing = placing.placed(place);
      // Whoever chose for herself has seen it, and of several stops the first is to be seen now.
      if (!event.by().equals(place.student()) && told.add(place.student())) {
        var change = new Change(place.block(), event.from().get(i), event.at(), false);
        placing = placing.changed(place.student(), change);
      }
    }
    var students = event.places().stream().map(Assignment::student).toList();
    return with(placing, students, event.at());
  }

  private Evolved with(Placing placing, Collection<PersonId> students, Instant at) {
    var stations = new HashSet<StationId>();
    for (var student : students) {
      Optional.ofNullable(floor.arrivals().get(student)).map(Arrival::due).ifPresent(stations::add);
    }
    var touched = Touched.part(Part.PLACING).and(Touched.arrivals(Set.copyOf(students), stations));
    var next = floor.next().placing(placing).at(at);
    return new Whereabouts(next).after(students, at, touched);
  }

  /// Coming and going changes how she stands in her place, not the place.
  private Evolved stood(Placing placing, PersonId student, Instant at) {
    var next = floor.next().placing(placing).at(at);
    var known = floor.arrivals().get(student);
    if (known == null) {
      return new Evolved(next, Touched.part(Part.PLACING));
    }
    var place = next.assignmentNow(student);
    var attendance = floor.attendance();
    for (var each : place.stream().toList()) {
      attendance = attendance.with(student, new Whereabouts(next).expected(student, each, at));
    }
    var stations = new HashSet<StationId>(List.of(known.due(), known.seenAt()));
    var touched = Touched.arrivals(Set.of(student), stations);
    return new Evolved(
        next.next().attendance(attendance).at(at), touched.and(Touched.part(Part.PLACING)));
  }

  private Evolved moved(ScheduleMoved event) {
    if (!(floor.school().people().get(event.student()) instanceof Student student)) {
      return same();
    }
    var next =
        floor
            .next()
            .school(floor.school().with(student.in(event.schedule())))
            .placing(floor.placing().in(event.student(), event.schedule()))
            .at(event.at());
    return new Whereabouts(next).after(List.of(event.student()), event.at(), Touched.WHOLE);
  }

  private Evolved opened(Placing placing, StationId station, Instant at) {
    var touched = Touched.part(Part.PLACING).and(Touched.arrivals(Set.of(), Set.of(station)));
    return new Evolved(floor.next().placing(placing).at(at), touched);
  }
}
