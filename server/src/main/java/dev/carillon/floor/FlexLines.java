package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// Where students have sat down by themselves during a long block, and who waits for a seat, first
/// come, first served (ADR 17).
///
/// Nobody has two seats or waits in two lines; somebody who sits may wait for a seat elsewhere.
/// Seats and places in a line end with the block in which they were taken.
///
/// @param offers how many offers were made today: each has a number
public record FlexLines(
    PMap<PersonId, Sitting> sittings, PMap<StationId, PVector<Waiter>> lines, long offers) {
  static final FlexLines NONE = new FlexLines(HashTreePMap.empty(), HashTreePMap.empty(), 0);

  /// Whoever lets so many offers lapse does not wait any more.
  private static final int MISSED_MAX = 2;

  public record Sitting(StationId station, BlockId block, Instant since) {}

  /// @param missed how many offers she has let lapse
  public record Waiter(PersonId student, BlockId block, int missed, Optional<Offer> offer) {}

  /// A seat kept for one student until an instant.
  public record Offer(long number, Instant until) {}

  public Optional<Sitting> sittingOf(PersonId student) {
    return Optional.ofNullable(sittings.get(student));
  }

  public PVector<Waiter> line(StationId station) {
    return lines.getOrDefault(station, TreePVector.empty());
  }

  /// The station in whose line she waits.
  public Optional<StationId> waitsAt(PersonId student) {
    return lines.entrySet().stream()
        .filter(line -> indexOf(line.getValue(), student) >= 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public Optional<Waiter> waiter(PersonId student, StationId station) {
    var line = line(station);
    int index = indexOf(line, student);
    return index < 0 ? Optional.empty() : Optional.of(line.get(index));
  }

  /// How many wait ahead of her.
  public int ahead(PersonId student, StationId station) {
    return Math.max(0, indexOf(line(station), student));
  }

  /// The seats that are kept for somebody.
  public int offered(StationId station) {
    return (int) line(station).stream().filter(each -> each.offer().isPresent()).count();
  }

  /// Whose turn it is: the first nobody has offered a seat yet.
  Optional<Waiter> first(StationId station) {
    return line(station).stream().filter(each -> each.offer().isEmpty()).findFirst();
  }

  FlexLines seated(PersonId student, Sitting sitting) {
    return new FlexLines(sittings.plus(student, sitting), lines, offers)
        .left(student, sitting.station());
  }

  FlexLines stood(PersonId student) {
    return new FlexLines(sittings.minus(student), lines, offers);
  }

  FlexLines joined(PersonId student, StationId station, BlockId block) {
    return with(station, line(station).plus(new Waiter(student, block, 0, Optional.empty())));
  }

  FlexLines left(PersonId student, StationId station) {
    var line = line(station);
    int index = indexOf(line, student);
    return index < 0 ? this : with(station, line.minus(index));
  }

  FlexLines offered(PersonId student, StationId station, Offer offer) {
    var line = line(station);
    int index = indexOf(line, student);
    if (index < 0) {
      return this;
    }
    var old = line.get(index);
    var next = new Waiter(student, old.block(), old.missed(), Optional.of(offer));
    return new FlexLines(
        sittings, with(station, line.with(index, next)).lines, Math.max(offers, offer.number()));
  }

  /// She lets the others go first; where there are none she does not wait any more.
  FlexLines passed(PersonId student, StationId station) {
    var others = left(student, station);
    return waiter(student, station)
        .filter(_ -> !others.line(station).isEmpty())
        .map(old -> others.last(station, old, old.missed()))
        .orElse(others);
  }

  /// Nobody answered: she goes to the end of the line, and after a second time out of it.
  FlexLines lapsed(PersonId student, StationId station) {
    var others = left(student, station);
    return waiter(student, station)
        .filter(old -> old.missed() + 1 < MISSED_MAX)
        .map(old -> others.last(station, old, old.missed() + 1))
        .orElse(others);
  }

  private FlexLines last(StationId station, Waiter old, int missed) {
    var waiter = new Waiter(old.student(), old.block(), missed, Optional.empty());
    return with(station, line(station).plus(waiter));
  }

  /// Without the seats of these students.
  FlexLines stood(Collection<PersonId> students) {
    return new FlexLines(sittings.minusAll(students), lines, offers);
  }

  /// Without these students in any line.
  FlexLines unlined(Collection<PersonId> students) {
    var next = this;
    for (var line : lines.entrySet()) {
      List<Waiter> kept =
          line.getValue().stream().filter(each -> !students.contains(each.student())).toList();
      next = next.with(line.getKey(), TreePVector.from(kept));
    }
    return next;
  }

  private FlexLines with(StationId station, PVector<Waiter> line) {
    var next = line.isEmpty() ? lines.minus(station) : lines.plus(station, line);
    return new FlexLines(sittings, next, offers);
  }

  private static int indexOf(PVector<Waiter> line, PersonId student) {
    for (int i = 0; i < line.size(); i++) {
      if (line.get(i).student().equals(student)) {
        return i;
      }
    }
    return -1;
  }
}
