package dev.carillon.school;

import dev.carillon.school.DayPlan.Parent;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Groups that take turns at the stations of one room inside blocks of the school.
///
/// Turns are numbered through the day and from one day to the next: in turn n, group i is at
/// station (i + n) modulo the number of stations. They tile the block they are in, so that whoever
/// rotates has one place at every instant of it. A block too short for all of them holds as many as
/// fit; the next one goes on where it stopped.
///
/// @param schedule whose blocks these are
/// @param blocks short names of its blocks, in the order of the day
/// @param turn how long a group works at a station when there is time for it
/// @param move to walk from one station to the next
public record LocalRotation(
    String id,
    RoomId room,
    ScheduleId schedule,
    List<String> blocks,
    Duration turn,
    Duration move,
    List<GroupId> groups,
    List<StationId> stations) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// When the next station is shown before a turn ends.
  private static final Duration WARN_LEAD = MINUTE;

  public LocalRotation {
    blocks = List.copyOf(blocks);
    groups = List.copyOf(groups);
    stations = List.copyOf(stations);
    if (!turn.isPositive() || move.isNegative()) {
      throw new IllegalArgumentException("turns of " + turn + " with " + move + " between them");
    }
  }

  /// The name of the timeline inside a block: `room-4/b3`.
  public ScheduleId idIn(String block) {
    return new ScheduleId(room.value() + "/" + block);
  }

  public BlockId parentOf(String block) {
    return BlockId.of(schedule, block);
  }

  /// A turn is not worth a walk when less than half of it is left.
  public Duration least() {
    return move.plus(turn.dividedBy(2));
  }

  /// The timeline inside a block of the school.
  ///
  /// @param first the number of its first turn
  public SchedulePlan in(String block, Block parent, int first) {
    var within = new Parent(parent.schedule(), parent.id(), room, id);
    return new SchedulePlan(
        idIn(block), parent.name(), turns(block, parent, first), Optional.of(within));
  }

  /// The turns that fit into a block of the school; at least one, and no station twice.
  public List<Block> turns(String block, Block parent, int first) {
    if (stations.isEmpty()) {
      return List.of();
    }
    long fit = parent.length().dividedBy(turn.plus(move));
    int count = Math.clamp(fit, 1, stations.size());
    var turns = new ArrayList<Block>(count);
    var from = parent.start();
    for (int i = 0; i < count; i++) {
      var until = i == count - 1 ? parent.end() : from.plus(share(from, parent.end(), count - i));
      turns.add(turn(idIn(block), first + i, parent, i, from, until));
      from = until;
    }
    return last(turns, parent);
  }

  /// The turns of a block of the school whose end is another one, or whose running turn ends at
  /// another instant: those to come get equal shares of what is left, and the last of them are not
  /// held when that would be less than [#least]. Where none is left, the running turn gets the
  /// time.
  ///
  /// @param turns those of the block up to the one that runs
  /// @param wanted how many more are planned
  /// @param end when the running turn is to end
  public List<Block> fitted(
      String block, Block parent, List<Block> turns, int wanted, Instant end) {
    var result = new ArrayList<>(turns);
    var running = result.removeLast();
    var until = parent.end().isAfter(running.start()) ? parent.end() : running.end();
    var from = end.isBefore(until) ? end : until;
    int count = wanted;
    while (count > 0 && Duration.between(from, until).dividedBy(count).compareTo(least()) < 0) {
      count--;
    }
    result.add(running.between(running.start(), count == 0 ? until : from));
    int number = numberOf(running.id());
    for (int i = 0; i < count; i++) {
      var next = i == count - 1 ? until : from.plus(share(from, until, count - i));
      result.add(turn(idIn(block), number + 1 + i, parent, result.size(), from, next));
      from = next;
    }
    return last(result, parent);
  }

  /// Whole minutes; those left over stay with the earlier turns.
  private static Duration share(Instant from, Instant until, int turns) {
    var left = Duration.between(from, until);
    long minutes = Math.ceilDiv(left.toMillis(), MINUTE.toMillis() * turns);
    var share = MINUTE.multipliedBy(minutes);
    return share.multipliedBy(turns - 1L).compareTo(left) < 0 ? share : left.dividedBy(turns);
  }

  /// The first turn begins with the bell of the school's block, the others with one of their own.
  private Block turn(
      ScheduleId line, int number, Block parent, int place, Instant from, Instant until) {
    boolean isFirst = place == 0;
    return new Block(
        BlockId.of(line, "t" + number),
        line,
        parent.name() + " · " + (place + 1),
        parent.kind(),
        from,
        until,
        1,
        Duration.ZERO,
        isFirst && parent.anchorStart(),
        false,
        isFirst ? parent.move() : move,
        isFirst ? parent.settle() : Duration.ZERO,
        WARN_LEAD,
        isFirst ? Set.of() : Set.of(BellKind.MOVE));
  }

  /// The last turn ends as the school's block does.
  private static List<Block> last(List<Block> turns, Block parent) {
    var result = new ArrayList<Block>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      var each = turns.get(i);
      boolean isLast = i == turns.size() - 1;
      result.add(
          each.leading(isLast ? parent.warnLead() : WARN_LEAD, isLast && parent.anchorEnd()));
    }
    return List.copyOf(result);
  }

  /// The short name of a block of the school in which these turns are taken.
  public Optional<String> nameOf(BlockId parent) {
    return blocks.stream().filter(block -> parentOf(block).equals(parent)).findFirst();
  }

  /// The number of a turn, which is part of its name.
  public static int numberOf(BlockId turn) {
    var text = turn.value();
    return Integer.parseInt(text, text.lastIndexOf("/t") + 2, text.length(), 10);
  }

  /// Where a group is in a turn; empty for a group that does not rotate here.
  public Optional<StationId> stationOf(GroupId group, int number) {
    int index = groups.indexOf(group);
    return index < 0 || stations.isEmpty()
        ? Optional.empty()
        : Optional.of(stations.get((index + number) % stations.size()));
  }
}
