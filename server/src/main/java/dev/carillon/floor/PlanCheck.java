package dev.carillon.floor;

import dev.carillon.floor.Placing.Stay;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.Result.LeftOut;
import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a proposal still holds on the floor as it is now.
///
/// First each change by itself, then all that are left together: seats are counted as if they had
/// happened, and whatever is too many is left out, the last ones first, until the rest fits.
/// Whoever is left out stays where she is and needs her seat there, which is why that is done again
/// until nothing changes. The school is gone through once.
record PlanCheck(Floor floor, Instant now) {
  /// @param holds in the order of the proposal
  record Checked(List<Change> holds, Map<Outdated, Integer> left) {
    List<LeftOut> counts() {
      return left.entrySet().stream()
          .map(each -> new LeftOut(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /// Where students would be in one block.
  private record Slot(StationId station, BlockId block) {}

  Checked of(Proposal proposal) {
    var horizon = new Horizon(floor, now, proposal.request().nextToo());
    var left = new EnumMap<Outdated, Integer>(Outdated.class);
    var holds = new ArrayList<Change>();
    for (var change : proposal.plan().changes()) {
      outdated(change, horizon)
          .ifPresentOrElse(why -> left.merge(why, 1, Integer::sum), () -> holds.add(change));
    }
    var together = new Together(holds);
    for (var out = together.leaveOut(); !out.isEmpty(); out = together.leaveOut()) {
      out.forEach((change, why) -> left.merge(why, 1, Integer::sum));
    }
    return new Checked(List.copyOf(together.holds), left);
  }

  private Optional<Outdated> outdated(Change change, Horizon horizon) {
    var student = floor.student(change.to().student());
    var block = change.to().block();
    if (student.isEmpty() || isGone(change.to().student())) {
      return Optional.of(Outdated.GONE);
    }
    if (horizon.open(student.get()).stream().noneMatch(open -> open.id().equals(block))) {
      return Optional.of(Outdated.BEGUN);
    }
    var place = floor.assignmentAt(change.to().student(), block);
    if (place.filter(Horizon::isChosen).isPresent()) {
      return Optional.of(Outdated.CHOSEN);
    }
    if (place.filter(each -> each.station().equals(change.from())).isEmpty()) {
      return Optional.of(Outdated.MOVED);
    }
    return takes(change.to().station()) ? Optional.empty() : Optional.of(Outdated.CLOSED);
  }

  private boolean isGone(PersonId student) {
    return Optional.ofNullable(floor.placing().away().get(student))
        .filter(away -> away.kind().isForTheDay())
        .isPresent();
  }

  /// Overflow takes everybody: nobody is ever sent nowhere.
  private boolean takes(StationId id) {
    return isOverflow(id)
        || (floor.school().stations().containsKey(id)
            && floor.placing().status(id) == StationStatus.OPEN);
  }

  private boolean isOverflow(StationId station) {
    return station.equals(floor.school().overflow());
  }

  /// The changes that hold one by one, put side by side.
  private final class Together {
    private final List<Change> holds;
    private final Map<BlockId, Block> blocks = new HashMap<>();
    private final Map<PersonId, List<Assignment>> stops = new LinkedHashMap<>();

    Together(List<Change> holds) {
      this.holds = holds;
      var targets = new HashSet<BlockId>();
      holds.forEach(change -> targets.add(change.to().block()));
      for (var line : floor.timelines().values()) {
        line.blocks().forEach(block -> blocks.put(block.id(), block));
      }
      for (var student : floor.school().students()) {
        if (!isGone(student.id())) {
          stops.put(student.id(), stops(student, targets));
        }
      }
    }

    /// Where she is as it stands, while any of the blocks lasts.
    private List<Assignment> stops(Student student, Set<BlockId> targets) {
      var hers = new ArrayList<Assignment>();
      for (var block : floor.dayOf(student.id())) {
        if (targets.stream().anyMatch(target -> overlaps(block.id(), target))) {
          floor.assignmentAt(student.id(), block.id()).ifPresent(hers::add);
        }
      }
      return hers;
    }

    private boolean overlaps(BlockId one, BlockId other) {
      var a = blocks.get(one);
      var b = blocks.get(other);
      return one.equals(other)
          || (a != null && b != null && a.start().isBefore(b.end()) && b.start().isBefore(a.end()));
    }

    /// Takes out what does not fit beside the rest, and says what and why.
    Map<Change, Outdated> leaveOut() {
      var after = after();
      var out = new LinkedHashMap<Change, Outdated>();
      var there = there(after);
      for (var change : holds.reversed()) {
        var slot = slot(change);
        if (there.getOrDefault(slot, 0) > cap(slot.station())) {
          there.merge(slot, -1, Integer::sum);
          out.put(change, Outdated.FULL);
        } else if (isBesideAnother(change, after)) {
          out.put(change, Outdated.APART);
        }
      }
      holds.removeAll(out.keySet());
      return out;
    }

    private static Slot slot(Change change) {
      return new Slot(change.to().station(), change.to().block());
    }

    private int cap(StationId id) {
      var station = floor.school().stations().get(id);
      return station == null || isOverflow(id) ? Integer.MAX_VALUE : FreeSeats.cap(station);
    }

    /// Where everybody would be.
    private Map<PersonId, List<Assignment>> after() {
      var after = new HashMap<>(stops);
      for (var change : holds) {
        after.computeIfPresent(
            change.to().student(),
            (_, hers) ->
                hers.stream()
                    .map(stop -> stop.block().equals(change.to().block()) ? change.to() : stop)
                    .toList());
      }
      return after;
    }

    /// How many would be at each station somebody is to come to; nobody counts twice.
    private Map<Slot, Integer> there(Map<PersonId, List<Assignment>> after) {
      var slots = new HashMap<StationId, Set<Slot>>();
      holds.forEach(
          change ->
              slots.computeIfAbsent(change.to().station(), _ -> new HashSet<>()).add(slot(change)));
      var there = new HashMap<Slot, Integer>();
      after.forEach(
          (student, hers) -> {
            var counted = new HashSet<Slot>();
            for (var stop : hers) {
              for (var slot : slots.getOrDefault(stop.station(), Set.of())) {
                if (overlaps(stop.block(), slot.block())) {
                  counted.add(slot);
                }
              }
            }
            Optional.ofNullable(floor.placing().stays().get(student))
                .ifPresent(stay -> counted.addAll(kept(stay, slots)));
            counted.forEach(slot -> there.merge(slot, 1, Integer::sum));
          });
      return there;
    }

    /// Whoever may stay over the bell keeps her seat from the next.
    private List<Slot> kept(Stay stay, Map<StationId, Set<Slot>> slots) {
      return slots.getOrDefault(stay.place().station(), Set.of()).stream()
          .filter(
              slot ->
                  Optional.ofNullable(blocks.get(slot.block()))
                      .filter(block -> block.start().isBefore(stay.until()))
                      .isPresent())
          .toList();
    }

    private boolean isBesideAnother(Change change, Map<PersonId, List<Assignment>> after) {
      var student = change.to().student();
      boolean isHome =
          floor
              .student(student)
              .filter(each -> each.home().equals(change.to().station()))
              .isPresent();
      return !isHome
          && floor.school().arrangements().apart().stream()
              .flatMap(pair -> other(pair, student).stream())
              .flatMap(other -> after.getOrDefault(other, List.of()).stream())
              .filter(stop -> overlaps(stop.block(), change.to().block()))
              .anyMatch(stop -> stop.station().equals(change.to().station()));
    }

    private static Optional<PersonId> other(Pair pair, PersonId student) {
      if (pair.one().equals(student)) {
        return Optional.of(pair.other());
      }
      return pair.other().equals(student) ? Optional.of(pair.one()) : Optional.empty();
    }
  }
}
