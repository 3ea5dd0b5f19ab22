package dev.carillon.floor;

import dev.carillon.floor.Event.ArrivalEvent;
import dev.carillon.floor.Event.Arrived;
import dev.carillon.floor.Event.PromptAcknowledged;
import dev.carillon.floor.Event.SeatBorrowed;
import dev.carillon.floor.Event.SeenElsewhere;
import dev.carillon.floor.Event.StudentsLate;
import dev.carillon.floor.Event.StudentsMissing;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Timeline.Roll;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What arrivals change. What is said of another block than the one a student is in comes too late
/// and changes nothing.
record ArrivalFacts(Floor floor) {
  Evolved evolve(ArrivalEvent event) {
    return switch (event) {
      case Arrived arrived -> back(arrived.student()).arrived(arrived);
      case SeenElsewhere(var student, var block, var station, var evidence, _, var at) ->
          back(student)
              .changed(
                  List.of(student),
                  block,
                  old -> old.seen(ArrivalState.ELSEWHERE, station, evidence.trust(), at),
                  at);
      case SeatBorrowed(var student, var block, var station, var seat, var at) ->
          changed(List.of(student), block, old -> old.borrowing(station, seat, at), at);
      case PromptAcknowledged(var student, var block, var at) ->
          changed(List.of(student), block, old -> old.in(ArrivalState.PROMPTED, at), at);
      case StudentsLate(var block, var students, var at) ->
          called(block, Roll.LATE_CALLED, students, ArrivalState.LATE, at);
      case StudentsMissing(var block, var students, var at) ->
          called(block, Roll.MISSING_CALLED, students, ArrivalState.MISSING, at);
    };
  }

  private Evolved arrived(Arrived event) {
    return changed(
        List.of(event.student()),
        event.block(),
        old ->
            old.seen(ArrivalState.ARRIVED, event.station(), event.evidence().trust(), event.at())
                .lateBy(lateBy(old, event)),
        event.at());
  }

  /// Whoever is there already is not later for being seen again.
  private Duration lateBy(Arrival old, Arrived event) {
    if (old.state() == ArrivalState.ARRIVED) {
      return old.lateBy();
    }
    return workAt(event.student(), event.block())
        .filter(event.at()::isAfter)
        .map(workAt -> Duration.between(workAt, event.at()))
        .orElse(Duration.ZERO);
  }

  private Optional<Instant> workAt(PersonId student, BlockId block) {
    return floor
        .lineOf(student, block)
        .flatMap(timeline -> timeline.block(block))
        .map(each -> Phases.of(each).workAt());
  }

  private Evolved called(
      BlockId block, Roll roll, List<PersonId> students, ArrivalState state, Instant at) {
    var next = floor.next();
    var touched = Touched.NOTHING;
    for (var timeline : floor.timelines().values()) {
      if (timeline.entered().filter(block::equals).isPresent()) {
        next.timeline(timeline.called(roll));
        touched = timeline.isFresh() ? Touched.schedule(timeline.id()) : Touched.NOTHING;
      }
    }
    var called = new ArrivalFacts(next.at(floor.at()));
    var changed = called.changed(students, block, old -> old.in(state, at), at);
    return new Evolved(changed.floor(), changed.touched().and(touched));
  }

  private Evolved changed(
      List<PersonId> students, BlockId block, UnaryOperator<Arrival> change, Instant at) {
    var attendance = floor.attendance();
    var stations = new HashSet<StationId>();
    var touched = new HashSet<PersonId>();
    boolean isToLookAt = false;
    for (var student : students) {
      var old = attendance.arrivals().get(student);
      if (old != null && old.block().equals(block)) {
        var next = change.apply(old);
        attendance = attendance.with(student, next);
        stations.addAll(List.of(old.due(), old.seenAt(), next.seenAt()));
        touched.add(student);
        isToLookAt |= !old.borrowed().equals(next.borrowed());
      }
    }
    // An arrival may be told of afterwards; time does not go back for it.
    var next = floor.next().attendance(attendance).at(at.isAfter(floor.at()) ? at : floor.at());
    var arrivals = Touched.arrivals(touched, stations);
    return new Evolved(next, isToLookAt ? arrivals.and(Touched.part(Part.PLACING)) : arrivals);
  }

  /// Whoever was seen is not away any more.
  private ArrivalFacts back(PersonId student) {
    return floor.placing().away().containsKey(student)
        ? new ArrivalFacts(floor.next().placing(floor.placing().back(student)).at(floor.at()))
        : this;
  }
}
