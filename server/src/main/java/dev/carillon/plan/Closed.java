package dev.carillon.plan;

import dev.carillon.floor.ClosingRules;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Floor;
import dev.carillon.floor.RePlan;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Unmet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;

/// Where everybody would go if stations were closed: one after the other, on the floor as it would
/// be with all of them closed, so that nobody is sent from one closed door to another.
public final class Closed {
  private Closed() {}

  /// @param now floor time
  public static RePlan plan(Floor floor, Collection<StationId> stations, Instant now) {
    var known = new LinkedHashSet<>(stations);
    known.retainAll(floor.school().stations().keySet());
    var closed = ClosingRules.closed(floor, known, Stamp.system(now));
    var changes = new ArrayList<Change>();
    var unmet = new ArrayList<Unmet>();
    for (var station : known) {
      var plan = RePlanner.plan(closed, new Request(new Cause.OfStation(station), 0, true), now);
      changes.addAll(plan.changes());
      unmet.addAll(plan.unmet());
      closed = placed(closed, plan, now);
    }
    return new RePlan(changes, unmet, 0);
  }

  private static Floor placed(Floor floor, RePlan plan, Instant now) {
    var places = plan.changes().stream().map(Change::to).toList();
    var from = plan.changes().stream().map(Change::from).toList();
    var who = Stamp.system(now).who();
    return places.isEmpty()
        ? floor
        : floor.evolve(new StudentsPlaced(places, from, who, "", now)).floor();
  }
}
