package dev.carillon.floor;

import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.ScheduleChanged;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Event.ScheduleResumed;
import dev.carillon.floor.Event.TimelineEvent;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What bells, blocks and controls change.
record TimelineFacts(Floor floor) {
  Evolved evolve(TimelineEvent event) {
    return switch (floor.timelines().get(event.schedule())) {
      case null -> new Evolved(floor, Touched.NOTHING);
      case Timeline timeline -> evolve(timeline, event);
    };
  }

  private Evolved evolve(Timeline timeline, TimelineEvent event) {
    var rules = floor.school().rules();
    return switch (event) {
      case SchedulePaused(_, _, _, var at) -> changed(timeline.paused(at), at);
      case ScheduleResumed(_, _, _, var blocks, var at) ->
          changed(timeline.going(blocks, at, rules), at);
      case ScheduleChanged(_, _, _, _, var blocks, var at) ->
          changed(timeline.changed(blocks, at, rules), at);
      case BellRang(var bell, _, _, var scheduledFor, var at, _) ->
          heard(timeline.settled(bell, scheduledFor), at);
      case BellMissed(var bell, _, _, var scheduledFor, var at) ->
          heard(timeline.settled(bell, scheduledFor), at);
      case BlockEntered entered -> entered(timeline, entered);
      case ScheduleEnded(_, var at) -> changed(timeline.over(), at);
    };
  }

  private Evolved changed(Timeline timeline, Instant at) {
    return new Evolved(floor.next().timeline(timeline).at(at), Touched.schedule(timeline.id()));
  }

  /// A bell changes no row: it is heard, and the agenda said so before.
  private Evolved heard(Timeline timeline, Instant at) {
    return new Evolved(floor.next().timeline(timeline).at(at), Touched.NOTHING);
  }

  private Evolved entered(Timeline timeline, BlockEntered event) {
    var attendance = floor.attendance();
    var stations = new HashSet<StationId>();
    for (var student : floor.studentsOf(timeline.id())) {
      for (var place : floor.assignmentAt(student.id(), event.block()).stream().toList()) {
        var old = Optional.ofNullable(floor.arrivals().get(student.id()));
        old.ifPresent(each -> stations.addAll(List.of(each.due(), each.seenAt())));
        stations.add(place.station());
        attendance = attendance.with(student.id(), arrival(timeline, old, place, event.at()));
      }
    }
    var next =
        floor
            .next()
            .timeline(timeline.entering(event.block()))
            .attendance(attendance)
            .at(event.at());
    return new Evolved(next, touched(timeline, stations));
  }

  /// Who walked early is there already: seen at the next place after the wrap-up began.
  private static Arrival arrival(
      Timeline timeline, Optional<Arrival> old, Assignment place, Instant at) {
    var expected = Arrival.expected(place, at);
    return old.filter(each -> each.state() == ArrivalState.ELSEWHERE)
        .filter(each -> each.seenAt().equals(place.station()))
        .filter(each -> isInWarn(timeline, each))
        .map(each -> expected.seen(ArrivalState.ARRIVED, place.station(), each.trust(), at))
        .orElse(expected);
  }

  private static boolean isInWarn(Timeline timeline, Arrival old) {
    return timeline
        .block(old.block())
        .filter(block -> !old.since().isBefore(Phases.of(block).warnAt()))
        .isPresent();
  }

  private Touched touched(Timeline timeline, Set<StationId> stations) {
    return new Touched(
        false,
        Set.of(timeline.id()),
        true,
        Set.<PersonId>of(),
        stations,
        new HashSet<HelpId>(floor.help().orders().keySet()),
        true,
        Set.of(),
        Set.of());
  }
}
