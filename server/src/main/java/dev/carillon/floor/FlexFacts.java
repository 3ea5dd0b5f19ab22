package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.FlexEvent;
import dev.carillon.floor.Event.LineJoined;
import dev.carillon.floor.Event.LineLeft;
import dev.carillon.floor.Event.OfferLapsed;
import dev.carillon.floor.Event.OfferPassed;
import dev.carillon.floor.Event.PlacingEvent;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Event.SeatLeft;
import dev.carillon.floor.Event.SeatOffered;
import dev.carillon.floor.Event.SeatTaken;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Event.TimelineEvent;
import dev.carillon.floor.FlexLines.Offer;
import dev.carillon.floor.FlexLines.Sitting;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Person.Student;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What coming, waiting and going change, and what ends it: the bell, and whoever is put elsewhere.
record FlexFacts(Floor floor) {
  Evolved evolve(FlexEvent event) {
    var flex = floor.learning().flex();
    return switch (event) {
      case SeatTaken(var student, var station, var block, var at) ->
          moved(flex.seated(student, new Sitting(station, block, at)), student, at);
      case SeatLeft(var student, _, var at) -> moved(flex.stood(student), student, at);
      case LineJoined(var student, var station, var block, var at) ->
          lined(flex.joined(student, station, block), at);
      case LineLeft(var student, var station, var at) -> lined(flex.left(student, station), at);
      case SeatOffered(var student, var station, var number, var until, var at) ->
          lined(flex.offered(student, station, new Offer(number, until)), at);
      case OfferPassed(var student, var station, var at) ->
          lined(flex.passed(student, station), at);
      case OfferLapsed(var student, var station, var at) ->
          lined(flex.lapsed(student, station), at);
    };
  }

  private Evolved lined(FlexLines flex, Instant at) {
    return new Evolved(with(flex, at), Touched.part(Part.FLEX));
  }

  private Evolved moved(FlexLines flex, PersonId student, Instant at) {
    return new Whereabouts(with(flex, at)).after(List.of(student), at, Touched.part(Part.FLEX));
  }

  private Floor with(FlexLines flex, Instant at) {
    return floor.next().learning(floor.learning().with(flex)).at(at);
  }

  /// The floor before a bell is heard: its block's seats and lines are gone when another begins,
  /// and nobody waits when the last is over.
  Floor before(TimelineEvent event) {
    return switch (event) {
      case BlockEntered entered -> {
        var students = of(entered.schedule());
        yield without(floor.learning().flex().stood(students).unlined(students));
      }
      case ScheduleEnded ended -> without(floor.learning().flex().unlined(of(ended.schedule())));
      case TimelineEvent _ -> floor;
    };
  }

  /// The floor before students are put somewhere: whom staff put elsewhere in a block gets up.
  Floor before(PlacingEvent event) {
    return event instanceof StudentsPlaced placed
        ? without(floor.learning().flex().stood(seatedIn(placed)))
        : floor;
  }

  private Set<PersonId> seatedIn(StudentsPlaced placed) {
    return placed.places().stream()
        .filter(this::isWhereSheSits)
        .map(Assignment::student)
        .collect(Collectors.toSet());
  }

  private boolean isWhereSheSits(Assignment place) {
    return floor
        .learning()
        .flex()
        .sittingOf(place.student())
        .filter(sitting -> sitting.block().equals(place.block()))
        .isPresent();
  }

  private Floor without(FlexLines flex) {
    return flex.equals(floor.learning().flex()) ? floor : with(flex, floor.at());
  }

  private Set<PersonId> of(ScheduleId schedule) {
    return floor.studentsOf(schedule).stream().map(Student::id).collect(Collectors.toSet());
  }
}
