package dev.carillon.plan;

import dev.carillon.floor.Away;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Horizon;
import dev.carillon.floor.RePlan;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Change;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.RePlan.Why;
import dev.carillon.floor.StationStatus;
import dev.carillon.floor.Timeline;
import dev.carillon.plan.Circumstances.Taken;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to do with a plan when something has happened to it: as little as possible.
///
/// Everybody who can stay where she is stays. Those who are displaced are given another session,
/// first in the same block, then in another, then by moving at most so many others as were allowed;
/// who finds none is at home, and where home is full at the overflow station, with the reason. When
/// seats became free, whoever was to do something and had no seat for it is offered one: what is
/// mandated first, then what stands earliest in the playlist.
///
/// What people have chosen (teachers, students) is never changed, nor is what has begun
/// ([Horizon]). Used once, on any thread.
public final class RePlanner {
  private final Floor floor;
  private final Request request;
  private final Horizon horizon;
  private final Map<PersonId, Map<BlockId, Assignment>> before = new LinkedHashMap<>();
  private final Map<PersonId, Set<BlockId>> displaced = new HashMap<>();
  private final Set<Need> open = new HashSet<>();
  private final List<Unmet> unmet = new ArrayList<>();
  private final Draft draft;
  private final Sessions sessions;
  private final Chains chains;

  private RePlanner(Floor floor, Request request, Instant now) {
    this.floor = floor;
    this.request = request;
    horizon = new Horizon(floor, now, request.nextToo());
    present().forEach(this::note);
    draft = new Draft(floor.school(), blocks(), circumstances());
    sessions = new Sessions(draft);
    chains = new Chains(draft, sessions, this::openRotation);
  }

  /// @param now floor time
  public static RePlan plan(Floor floor, Request request, Instant now) {
    return new RePlanner(floor, request, now).plan();
  }

  private RePlan plan() {
    var needs = new Needs(floor.school(), this::rotation);
    var lost = new ArrayList<Lost>();
    present().forEach(student -> keep(student, needs, lost));
    lost.sort(Comparator.comparingInt(each -> each.need().rank()));
    lost.forEach(this::giveAnother);
    if (mayFillSeats()) {
      fillSeats(needs);
    }
    rest();
    return result();
  }

  // What there is
  // -------------------------------------------------------------------------------------

  /// Whoever is away for the day leaves her seats.
  private List<Student> present() {
    return floor.school().students().stream()
        .filter(student -> !isGone(floor.placing().away().get(student.id())))
        .toList();
  }

  private static boolean isGone(@Nullable Away away) {
    return away != null && away.kind().isForTheDay();
  }

  private List<Block> blocks() {
    return floor.timelines().values().stream()
        .sorted(Comparator.comparing(line -> line.id().value()))
        .flatMap(line -> line.blocks().stream())
        .toList();
  }

  private List<Block> blocksOf(Student student) {
    return Optional.ofNullable(floor.timelines().get(student.schedule()))
        .map(Timeline::blocks)
        .orElse(List.of());
  }

  private List<Block> rotation(Student student) {
    return blocksOf(student).stream().filter(RePlanner::isRotation).toList();
  }

  private List<Block> openRotation(Student student) {
    return horizon.open(student).stream().filter(RePlanner::isRotation).toList();
  }

  private static boolean isRotation(Block block) {
    return block.kind() == BlockKind.ROTATION;
  }

  private void note(Student student) {
    var hers = new LinkedHashMap<BlockId, Assignment>();
    for (var block : blocksOf(student)) {
      floor.assignmentAt(student.id(), block.id()).ifPresent(at -> hers.put(block.id(), at));
    }
    before.put(student.id(), hers);
  }

  private Circumstances circumstances() {
    var closed = new HashMap<StationId, Instant>();
    floor.placing().stations().forEach((station, _) -> closed.put(station, Instant.EPOCH));
    Map<PersonId, Instant> absent =
        request.cause() instanceof Cause.OfAdult(var adult, var from)
            ? Map.of(adult, from)
            : Map.of();
    return new Circumstances(List.of(), taken(), closed, absent, 0);
  }

  /// Whoever may stay over the bell keeps a seat from the next, beside the one she is planned for.
  private List<Taken> taken() {
    var taken = new ArrayList<Taken>();
    for (var stay : floor.placing().stays().entrySet()) {
      var student = floor.student(stay.getKey());
      for (var block : student.map(this::blocksOf).orElse(List.of())) {
        if (block.start().isBefore(stay.getValue().until())
            && !block.id().equals(stay.getValue().place().block())) {
          taken.add(new Taken(block.id(), stay.getValue().place().station()));
        }
      }
    }
    return taken;
  }

  // Who stays
  // -------------------------------------------------------------------------------------

  /// @param block where it was to be met
  private record Lost(Need need, Block block) {}

  private void keep(Student student, Needs needs, List<Lost> lost) {
    var hers = new ArrayList<>(needs.of(student.id()));
    var mayChange = new HashSet<>(horizon.open(student));
    for (var block : blocksOf(student)) {
      var place = before.getOrDefault(student.id(), Map.of()).get(block.id());
      if (place == null) {
        continue;
      }
      var need = met(hers, place);
      if (!mayChange.contains(block) || isFixed(place)) {
        draft.keep(place);
      } else if (isDisplaced(place, block)) {
        displaced.computeIfAbsent(student.id(), _ -> new HashSet<>()).add(block.id());
        need.ifPresent(each -> lost.add(new Lost(each, block)));
      } else if (!isFiller(student, place)) {
        draft.keep(place);
        need.ifPresent(each -> sessions.note(each, block.id(), place.station()));
      }
    }
    open.addAll(hers);
  }

  private static Optional<Need> met(List<Need> hers, Assignment place) {
    var need = hers.stream().filter(each -> each.item().id().equals(place.item())).findFirst();
    need.ifPresent(hers::remove);
    return need;
  }

  /// What a room does in turns is its own plan, and what people have chosen is theirs.
  private static boolean isFixed(Assignment place) {
    return place.source() == Source.TURN || Horizon.isChosen(place);
  }

  /// Where somebody is who is to do nothing else.
  private boolean isFiller(Student student, Assignment place) {
    boolean isHome = place.station().equals(student.home());
    return place.item().isEmpty() && (isHome || place.station().equals(floor.school().overflow()));
  }

  private boolean isDisplaced(Assignment place, Block block) {
    var station = floor.school().stations().get(place.station());
    if (station == null) {
      return true;
    }
    return switch (request.cause()) {
      case Cause.OfStation(var id) ->
          station.id().equals(id)
              && (!isOpen(id) || !draft.occupancy().hasRoom(station, block.id()));
      case Cause.OfAdult(var adult, _) ->
          station.adults().contains(adult) && !draft.isOpen(station, block);
      case Cause.OfStudent _, Cause.OfDay _ -> false;
    };
  }

  private boolean isOpen(StationId station) {
    return floor.placing().status(station) == StationStatus.OPEN;
  }

  // Who goes where
  // -------------------------------------------------------------------------------------

  private void giveAnother(Lost lost) {
    var need = lost.need();
    boolean isMet =
        chains.placeIn(need, lost.block())
            || chains.place(need)
            || chains.placeByMoving(need, request.others());
    if (!isMet) {
      unmet.add(
          new Unmet(need.who(), need.item().id(), Optional.of(lost.block().id()), reason(need)));
    }
  }

  private Reason reason(Need need) {
    var frozen = horizon.frozen(need.student()).stream().filter(RePlanner::isRotation).toList();
    boolean couldBe =
        frozen.stream()
            .anyMatch(
                block ->
                    need.stations().stream()
                        .anyMatch(station -> draft.fits(need.student(), station, block)));
    return couldBe ? Reason.FROZEN : new Binding(draft, openRotation(need.student())).of(need);
  }

  private boolean mayFillSeats() {
    return switch (request.cause()) {
      case Cause.OfStation(var station) -> isOpen(station);
      case Cause.OfAdult _ -> false;
      case Cause.OfStudent _, Cause.OfDay _ -> true;
    };
  }

  private void fillSeats(Needs needs) {
    needs.all().stream()
        .filter(open::contains)
        .sorted(Comparator.comparingInt(Need::rank).thenComparingInt(Need::position))
        .forEach(chains::place);
  }

  /// First those stay at home who are there, then whoever lost her place joins them.
  private void rest() {
    for (var student : present()) {
      for (var block : horizon.open(student)) {
        var place = before.getOrDefault(student.id(), Map.of()).get(block.id());
        if (place != null && draft.isFree(student, block.id()) && isFiller(student, place)) {
          draft.keep(place);
        }
      }
    }
    for (var student : present()) {
      for (var block : horizon.open(student)) {
        if (draft.isFree(student, block.id())) {
          goHome(student, block);
        }
      }
    }
  }

  private void goHome(Student student, Block block) {
    draft
        .station(student.home())
        .filter(home -> draft.fits(student, home, block))
        .ifPresentOrElse(
            home -> draft.put(student, block.id(), home),
            () -> draft.putIntoOverflow(student, block.id()));
  }

  // What that changes
  // -------------------------------------------------------------------------------------

  private RePlan result() {
    var same = new ArrayList<Assignment>();
    var changed = new ArrayList<Assignment>();
    for (var student : present()) {
      for (var block : blocksOf(student)) {
        draft
            .at(student, block.id())
            .ifPresent(place -> (isSame(place) ? same : changed).add(place));
      }
    }
    var seating = new Seating(draft);
    seating.hold(same);
    var changes = seating.seated(changed).stream().map(this::change).toList();
    long others =
        changes.stream()
            .filter(change -> change.why() == Why.MADE_ROOM)
            .map(change -> change.to().student())
            .distinct()
            .count();
    return new RePlan(changes, unmet, (int) others);
  }

  private Assignment was(Assignment place) {
    var was = before.getOrDefault(place.student(), Map.of()).get(place.block());
    if (was == null) {
      throw new IllegalStateException(place.student().value() + " was nowhere before");
    }
    return was;
  }

  private boolean isSame(Assignment place) {
    var was = was(place);
    return was.station().equals(place.station()) && was.item().equals(place.item());
  }

  private Change change(Assignment place) {
    return new Change(place, was(place).station(), why(place));
  }

  private Why why(Assignment place) {
    if (displaced.containsKey(place.student())) {
      return Why.DISPLACED;
    }
    boolean isNew =
        open.stream()
            .anyMatch(
                need ->
                    need.who().equals(place.student()) && need.item().id().equals(place.item()));
    return isNew ? Why.SEAT_FREE : Why.MADE_ROOM;
  }
}
