package dev.carillon.desk;

import dev.carillon.floor.Event;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Touched;
import dev.carillon.log.CommandId;
import dev.carillon.log.Entry;
import dev.carillon.log.Placed;
import dev.carillon.log.Snapshot.Accepted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// Everything that follows from a log up to some place: the floor, and which commands were
/// accepted. The same entries give the same fold on every node.
///
/// @param ledger accepted commands of the day, with what a resend is answered
record Fold(Floor floor, PMap<CommandId, Accepted> ledger) {
  /// Raised whenever the rules fold the same events to another floor: older snapshots are not used.
  static final int VERSION = 8;

  /// What a step did beside changing the fold.
  record Step(Fold fold, Touched touched, List<BellRang> rings) {}

  static Fold of(Floor floor, Map<CommandId, Accepted> ledger) {
    return new Fold(floor, HashTreePMap.from(ledger));
  }

  /// @throws IllegalStateException when the first entry does not open the day
  static Fold first(Placed first) {
    var entry = first.entry();
    if (entry.events().getFirst() instanceof DayOpened opening) {
      var accepted = new Accepted(entry.bodyHash(), first.at().seq(), entry.result());
      return of(Floor.opened(opening), Map.of(entry.id(), accepted));
    }
    throw new IllegalStateException("the log does not begin with the day's opening");
  }

  Optional<Accepted> accepted(CommandId id) {
    return Optional.ofNullable(ledger.get(id));
  }

  /// The next fold. Faults of the rules come through.
  Step then(Placed placed) {
    return then(placed.entry(), placed.at().seq());
  }

  Step then(Entry entry, long seq) {
    var next = floor;
    var touched = Touched.NOTHING;
    for (var event : entry.events()) {
      var evolved = next.evolve(event);
      next = evolved.floor();
      touched = touched.and(evolved.touched());
    }
    var accepted = new Accepted(entry.bodyHash(), seq, entry.result());
    return new Step(
        new Fold(next, ledger.plus(entry.id(), accepted)), touched, rings(entry.events()));
  }

  private static List<BellRang> rings(List<Event> events) {
    return events.stream().filter(BellRang.class::isInstance).map(BellRang.class::cast).toList();
  }
}
