package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.CloseAndPlace;
import dev.carillon.floor.Event.StationClosed;
import dev.carillon.floor.Event.StationOpened;
import dev.carillon.floor.Event.StationsEmptied;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.RePlan.Why;
import dev.carillon.floor.Result.Closing;
import dev.carillon.floor.Result.Going;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Unmet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pcollections.TreePVector;

/// Stations are closed and everybody who was to come is placed elsewhere, in one act, and in one
/// act again it is taken back.
///
/// Which places is a planner's to say ([#closed] is the floor it is asked about); what of it holds
/// is looked at once more here, as with every plan (ADR 19). Also the next block changes, even when
/// everybody has been told of it: a closed door is no place to go to.
public record ClosingRules(Floor floor, Stamp stamp) {
  /// The floor as it would be with these stations closed.
  public static Floor closed(Floor floor, Collection<StationId> stations, Stamp stamp) {
    var next = floor;
    for (var event : new ClosingRules(floor, stamp).closes(stations)) {
      next = next.evolve(event).floor();
    }
    return next;
  }

  Decision close(CloseAndPlace asked) {
    if (!floor.school().stations().keySet().containsAll(asked.stations())) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    var plan =
        asked.answer().orElseThrow(() -> new IllegalStateException("no planner was asked before"));
    var closed = closed(floor, asked.stations(), stamp);
    var holds = holds(closed, asked.stations().getFirst(), plan);
    // What she said yes to is what she was shown.
    if (asked.changes().filter(shown -> shown != holds.size()).isPresent()) {
      return refuse(Refusal.STALE_VERSION);
    }
    var events = new ArrayList<Event>(closes(asked.stations()));
    if (!holds.isEmpty()) {
      events.add(
          new StationsEmptied(
              asked.stations(),
              holds.stream()
                  .map(Change::to)
                  .flatMap(to -> floor.assignmentAt(to.student(), to.block()).stream())
                  .toList(),
              stamp.who(),
              stamp.at()));
      events.addAll(
          HelpBell.with(
              closed,
              placed(
                  holds.stream().map(Change::to).toList(),
                  holds.stream().map(Change::from).toList())));
    }
    return accept(events, closing(holds, plan));
  }

  private List<StationClosed> closes(Collection<StationId> stations) {
    return stations.stream()
        .filter(station -> floor.placing().status(station) == StationStatus.OPEN)
        .map(station -> new StationClosed(station, true, stamp.who(), PlanRules.REASON, stamp.at()))
        .toList();
  }

  private List<Change> holds(Floor closed, StationId station, RePlan plan) {
    var request = new RePlan.Request(new RePlan.Cause.OfStation(station), 0, true);
    var proposal = new Proposal(new ProposalId("closing"), request, stamp.who(), stamp.at(), plan);
    return new PlanCheck(closed, stamp.at()).of(proposal).holds();
  }

  private StudentsPlaced placed(List<Assignment> places, List<StationId> from) {
    return new StudentsPlaced(places, from, stamp.who(), PlanRules.REASON, stamp.at());
  }

  private static Closing closing(List<Change> holds, RePlan plan) {
    var going = new HashMap<StationId, Set<PersonId>>();
    for (var change : holds) {
      going.computeIfAbsent(change.to().station(), _ -> new HashSet<>()).add(change.to().student());
    }
    var to =
        going.entrySet().stream()
            .map(each -> new Going(each.getKey(), each.getValue().size()))
            .sorted(
                Comparator.comparingInt(Going::students)
                    .reversed()
                    .thenComparing(each -> each.station().value()))
            .toList();
    var unmet = plan.unmet().stream().map(Unmet::student).distinct().toList();
    return new Closing(holds.size(), PlanRules.students(holds), to, unmet);
  }

  /// Whoever was put elsewhere comes back, unless people have put her somewhere since, or one of
  /// the stations was opened in between: then others may have her seat.
  Decision open(List<StationId> stations) {
    if (!floor.school().stations().keySet().containsAll(stations)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    var events = new ArrayList<Event>();
    var opened = floor;
    for (var station : stations) {
      if (floor.placing().status(station) != StationStatus.OPEN) {
        var event = new StationOpened(station, stamp.who(), stamp.at());
        events.add(event);
        opened = opened.evolve(event).floor();
      }
    }
    if (events.size() == stations.size()) {
      var plan = new RePlan(returning(stations), List.of(), 0);
      var back = holds(opened, stations.getFirst(), plan);
      if (!back.isEmpty()) {
        events.addAll(
            HelpBell.with(
                opened,
                placed(
                    back.stream().map(Change::to).toList(),
                    back.stream().map(Change::from).toList())));
      }
    }
    return accept(events, Result.NOTHING);
  }

  /// What would have to change for everybody to be where she was to be.
  private List<Change> returning(List<StationId> stations) {
    var changes = new LinkedHashSet<Change>();
    for (var station : stations) {
      for (var before : floor.emptied().getOrDefault(station, TreePVector.empty())) {
        floor
            .assignmentAt(before.student(), before.block())
            .filter(now -> !now.equals(before))
            .ifPresent(now -> changes.add(new Change(before, now.station(), Why.DISPLACED)));
      }
    }
    return List.copyOf(changes);
  }
}
