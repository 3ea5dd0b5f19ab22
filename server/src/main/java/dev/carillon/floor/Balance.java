package dev.carillon.floor;

import dev.carillon.floor.Result.GroupSize;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Person.Student;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Groups of a rotation made even among those who are here.
///
/// One student at a time goes from a largest group to a smallest one until their sizes differ by at
/// most one: no other way moves fewer. Whoever was put somewhere herself stays, nobody comes to
/// somebody she is better apart from, and no station gets more than it has seats for. What is left
/// uneven then is left. The same floor always gives the same answer.
///
/// Groups that were joined count as one. Who is out for a few minutes is here.
final class Balance {
  private final Floor floor;
  private final LocalTurns local;
  private final LocalRotation rotation;
  private final List<Block> turns;

  /// The timeline of the first of the turns; joints are those of its block.
  private final ScheduleId line;

  private final int from;
  private final Map<GroupId, List<Student>> here = new LinkedHashMap<>();

  /// Where everybody goes, those who are away included.
  private final Map<PersonId, GroupId> groups = new HashMap<>();

  private final Map<BlockId, Map<StationId, Integer>> loads;
  private final List<Regroup> moves = new ArrayList<>();

  /// @param turns those the students would take with another group; at least one
  static Balance of(Floor floor, LocalRotation rotation, List<Block> turns) {
    var balance = new Balance(floor, rotation, turns);
    balance.seat();
    balance.even();
    return balance;
  }

  private Balance(Floor floor, LocalRotation rotation, List<Block> turns) {
    this.floor = floor;
    this.local = new LocalTurns(floor);
    this.rotation = rotation;
    this.turns = turns;
    var first = turns.getFirst().id();
    this.line = local.lineOf(first).orElseThrow().id();
    this.from = LocalRotation.numberOf(first);
    this.loads = new Placement(floor).loads(turns);
  }

  List<Regroup> moves() {
    return List.copyOf(moves);
  }

  private void seat() {
    for (var group : rotation.groups()) {
      here.putIfAbsent(floor.placing().turning().rootOf(line, group, from), new ArrayList<>());
    }
    for (var student : local.studentsOf(rotation)) {
      var turning = floor.placing().turning();
      var group = turning.groupOf(student.id(), rotation.id(), from).orElse(student.group());
      var root = turning.rootOf(line, group, from);
      groups.put(student.id(), root);
      if (isHere(student)) {
        of(root).add(student);
      }
    }
    here.keySet().removeIf(group -> !groups.containsValue(group));
  }

  /// Whoever is somewhere else for the whole block takes no turns in it.
  private boolean isHere(Student student) {
    var away = Optional.ofNullable(floor.placing().away().get(student.id()));
    return away.filter(each -> !each.kind().isShort()).isEmpty()
        && floor.lineOf(student.id(), turns.getFirst().id()).isPresent();
  }

  private void even() {
    var next = next();
    while (next.isPresent()) {
      move(next.get());
      next = next();
    }
  }

  private Optional<Regroup> next() {
    return bySize(Comparator.reverseOrder())
        .flatMap(giver -> bySize(Comparator.naturalOrder()).flatMap(taker -> next(giver, taker)))
        .findFirst();
  }

  private Stream<GroupId> bySize(Comparator<Integer> order) {
    return here.keySet().stream().sorted(Comparator.comparing(this::size, order));
  }

  private List<Student> of(GroupId group) {
    return here.computeIfAbsent(group, _ -> new ArrayList<>());
  }

  private Map<StationId, Integer> loads(Block turn) {
    return loads.computeIfAbsent(turn.id(), _ -> new HashMap<>());
  }

  private int size(GroupId group) {
    return of(group).size();
  }

  /// Who goes home to her own group goes first, then the last one on the list.
  private Stream<Regroup> next(GroupId giver, GroupId taker) {
    return size(giver) - size(taker) < 2
        ? Stream.empty()
        : of(giver).reversed().stream()
            .sorted(Comparator.comparing(student -> !student.group().equals(taker)))
            .filter(this::isFree)
            .filter(student -> isApart(student.id(), taker) && fits(giver, taker))
            .map(student -> new Regroup(student.id(), giver, taker));
  }

  /// Nobody moves twice, and whoever was put somewhere by somebody stays as she was put.
  private boolean isFree(Student student) {
    return moves.stream().noneMatch(move -> move.student().equals(student.id()))
        && turns.stream()
            .allMatch(
                turn ->
                    floor
                        .assignmentAt(student.id(), turn.id())
                        .filter(place -> place.source() == Source.TURN)
                        .isPresent());
  }

  private boolean isApart(PersonId student, GroupId group) {
    return floor.school().arrangements().apart().stream()
        .flatMap(
            pair ->
                pair.one().equals(student)
                    ? Stream.of(pair.other())
                    : pair.other().equals(student) ? Stream.of(pair.one()) : Stream.empty())
        .noneMatch(other -> group.equals(groups.get(other)));
  }

  private boolean fits(GroupId giver, GroupId taker) {
    return turns.stream()
        .allMatch(
            turn ->
                station(taker, turn).equals(station(giver, turn))
                    || station(taker, turn).filter(to -> isFull(to, turn)).isEmpty());
  }

  private boolean isFull(StationId id, Block turn) {
    var station = floor.school().stations().get(id);
    int there = loads(turn).getOrDefault(id, 0);
    return station == null || there >= FreeSeats.cap(station);
  }

  private Optional<StationId> station(GroupId group, Block turn) {
    int number = LocalRotation.numberOf(turn.id());
    return local
        .lineOf(turn.id())
        .flatMap(each -> local.stationOf(each.id(), rotation, group, number));
  }

  private void move(Regroup move) {
    moves.add(move);
    groups.put(move.student(), move.to());
    var student = floor.student(move.student()).orElseThrow();
    of(move.from()).remove(student);
    of(move.to()).add(student);
    for (var turn : turns) {
      var there = loads(turn);
      station(move.from(), turn).ifPresent(each -> there.merge(each, -1, Integer::sum));
      station(move.to(), turn).ifPresent(each -> there.merge(each, 1, Integer::sum));
    }
  }

  List<GroupSize> sizes() {
    return here.keySet().stream()
        .map(group -> new GroupSize(group, size(group), least(group)))
        .toList();
  }

  /// The most a station asks for that the group, with whoever is there with it, does not have; 0
  /// when it is large enough for all of them.
  private int least(GroupId group) {
    return turns.stream()
        .filter(turn -> local.lineOf(turn.id()).filter(each -> each.id().equals(line)).isPresent())
        .flatMap(turn -> station(group, turn).map(id -> lacking(id, turn)).stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private int lacking(StationId id, Block turn) {
    int there =
        here.keySet().stream()
            .filter(group -> station(group, turn).filter(id::equals).isPresent())
            .mapToInt(this::size)
            .sum();
    var station = floor.school().stations().get(id);
    int least = station == null ? 0 : station.terms().minGroup();
    return there < least ? least : 0;
  }

  /// What could be joined so that no group is too small: the smallest one that is to the smallest
  /// others first, and nobody to somebody she is better apart from.
  List<Joint.OfGroups> joints() {
    return bySize(Comparator.naturalOrder())
        .filter(group -> least(group) > 0)
        .flatMap(
            group ->
                bySize(Comparator.naturalOrder())
                    .filter(into -> !into.equals(group) && isApart(group, into))
                    .map(into -> new Joint.OfGroups(group, into)))
        .toList();
  }

  private boolean isApart(GroupId group, GroupId into) {
    return groups.entrySet().stream()
        .filter(each -> each.getValue().equals(group))
        .allMatch(each -> isApart(each.getKey(), into));
  }
}
