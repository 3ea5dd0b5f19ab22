package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.MergeTurns;
import dev.carillon.floor.Command.Rebalance;
import dev.carillon.floor.Command.TurningCommand;
import dev.carillon.floor.Command.UnmergeTurns;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.StudentsRegrouped;
import dev.carillon.floor.Event.TurnsMerged;
import dev.carillon.floor.Event.TurnsParted;
import dev.carillon.floor.Result.Evened;
import dev.carillon.floor.Result.StudentsMarked;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who takes turns with whom in a room, in the hands of its teacher.
///
/// The turn that runs goes on as it is, unless whoever asks says otherwise: a change is of the next
/// turn on. Groups are joined for the rest of the block, students go with another group for the
/// rest of the day.
record TurningRules(Floor floor, Stamp stamp) {
  Decision decide(TurningCommand command) {
    if (!stamp.role().leads() && stamp.role() != Role.TEACHER) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var line = floor.timelines().get(command.turns());
    var rotation = new LocalTurns(floor).rotationOf(command.turns());
    if (line == null || rotation.isEmpty()) {
      return refuse(Refusal.SCHEDULE_UNKNOWN);
    }
    if (!stamp.role().leads() && !floor.covers(stamp.who(), rotation.get().room())) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    if (line.ended()) {
      return refuse(Refusal.NO_TURN_LEFT);
    }
    return switch (command) {
      case MergeTurns(_, var joint, var now) -> merge(line, rotation.get(), joint, now);
      case UnmergeTurns(_, var part, var now) -> part(line, part, now);
      case Rebalance(_, var now, var shown) -> rebalance(line, rotation.get(), now, shown);
    };
  }

  private Decision merge(Timeline line, LocalRotation rotation, Joint joint, boolean now) {
    int from = from(line, now, 0);
    var turning = floor.placing().turning();
    if (!isOf(rotation, joint)) {
      return refuse(Refusal.NOT_IN_TURNS);
    }
    if (isSaid(turning, line, joint, from) && isSaid(turning, line, joint, Turning.LAST)) {
      return accept(List.of(), new StudentsMarked(0));
    }
    boolean isJoined =
        turning.jointOf(line.id(), joint.whole(), from).isPresent()
            || turning.jointOf(line.id(), joint.whole(), Turning.LAST).isPresent();
    if (isJoined) {
      return refuse(Refusal.JOINED_ALREADY);
    }
    var turns = new LocalTurns(floor).turnsFrom(line.id(), from);
    return turns.isEmpty()
        ? refuse(Refusal.NO_TURN_LEFT)
        : merged(new TurnsMerged(line.id(), joint, from, stamp.who(), stamp.at()), rotation, turns);
  }

  private static boolean isOf(LocalRotation rotation, Joint joint) {
    return !joint.part().equals(joint.whole())
        && switch (joint) {
          case Joint.OfGroups(var group, var into) ->
              rotation.groups().containsAll(List.of(group, into));
          case Joint.OfStations(var station, var into) ->
              rotation.stations().containsAll(List.of(station, into));
        };
  }

  private static boolean isSaid(Turning turning, Timeline line, Joint joint, int turn) {
    return turning.jointOf(line.id(), joint.part(), turn).filter(joint::equals).isPresent();
  }

  private Decision merged(TurnsMerged event, LocalRotation rotation, List<Block> turns) {
    var after = floor.evolve(event).floor();
    var shifts = TurnShifts.between(floor, after, rotation, turns);
    return closed(shifts)
        .or(() -> full(after, shifts, turns))
        .orElseGet(() -> accept(List.of(event), new StudentsMarked(shifts.first().size())));
  }

  /// Nobody is sent to a station that takes nobody.
  private Optional<Decision> closed(TurnShifts shifts) {
    return shifts.all().stream()
        .map(TurnShifts.Shift::to)
        .filter(station -> floor.placing().status(station) != StationStatus.OPEN)
        .findFirst()
        .map(station -> refuse(Refusal.STATION_CLOSED, Map.of("station", nameOf(station))));
  }

  private Station station(StationId id) {
    return Optional.ofNullable(floor.school().stations().get(id)).orElseThrow();
  }

  private String nameOf(StationId station) {
    return station(station).name();
  }

  /// Seats and fire limits hold in each turn.
  private Optional<Decision> full(Floor after, TurnShifts shifts, List<Block> turns) {
    var before = new Placement(floor).loads(turns);
    var loads = new Placement(after).loads(turns);
    return shifts.all().stream()
        .flatMap(shift -> full(shift, at(shift, before), at(shift, loads)).stream())
        .findFirst();
  }

  private static Map<StationId, Integer> at(
      TurnShifts.Shift shift, Map<BlockId, Map<StationId, Integer>> loads) {
    return loads.getOrDefault(shift.turn(), Map.of());
  }

  private Optional<Decision> full(
      TurnShifts.Shift shift, Map<StationId, Integer> before, Map<StationId, Integer> after) {
    var station = station(shift.to());
    int was = before.getOrDefault(shift.to(), 0);
    int is = after.getOrDefault(shift.to(), 0);
    int cap = FreeSeats.cap(station);
    return is <= cap || is <= was
        ? Optional.empty()
        : Optional.of(
            refuse(
                Refusal.STATION_FULL,
                Map.of(
                    "station", station.name(),
                    "there", Integer.toString(was),
                    "cap", Integer.toString(cap),
                    "hard", Integer.toString(cap))));
  }

  /// Everybody goes where the plan has them, closed or not: that is for the plan to say.
  private Decision part(Timeline line, Joint.Part part, boolean now) {
    var turning = floor.placing().turning();
    var joint = turning.jointOf(line.id(), part, Turning.LAST);
    if (joint.isEmpty()) {
      return accept(List.of(), new StudentsMarked(0));
    }
    int from = from(line, now, 0);
    var turns = new LocalTurns(floor).turnsFrom(line.id(), from);
    if (turns.isEmpty()) {
      return refuse(Refusal.NO_TURN_LEFT);
    }
    var event = new TurnsParted(line.id(), joint.get(), from, stamp.who(), stamp.at());
    var rotation = new LocalTurns(floor).rotationOf(line.id()).orElseThrow();
    var after = floor.evolve(event).floor();
    var shifts = TurnShifts.between(floor, after, rotation, turns);
    return accept(List.of(event), new StudentsMarked(shifts.first().size()));
  }

  private Decision rebalance(
      Timeline line, LocalRotation rotation, boolean now, List<PersonId> shown) {
    int from = from(line, now, new LocalTurns(floor).firstNotTaken(rotation));
    var turns = new LocalTurns(floor).turnsToday(line.id(), from);
    if (turns.isEmpty()) {
      return refuse(Refusal.NO_TURN_LEFT);
    }
    var balance = Balance.of(floor, rotation, turns);
    var moves = balance.moves();
    var moving = new HashSet<PersonId>();
    moves.forEach(move -> moving.add(move.student()));
    if (!shown.isEmpty() && !moving.equals(Set.copyOf(shown))) {
      return refuse(Refusal.STALE_VERSION);
    }
    var event =
        new StudentsRegrouped(line.id(), rotation.id(), moves, from, stamp.who(), stamp.at());
    var evened = new Evened(moves, balance.sizes(), suggested(balance, event, line, now));
    return accept(moves.isEmpty() ? List.of() : List.<Event>of(event), evened);
  }

  /// Where even groups are too small, the first joint of groups that nothing stands against.
  private Optional<Joint.OfGroups> suggested(
      Balance balance, StudentsRegrouped event, Timeline line, boolean now) {
    var after = new TurningRules(floor.evolve(event).floor(), stamp);
    return balance.joints().stream()
        .filter(joint -> isPossible(after, new MergeTurns(line.id(), joint, now)))
        .findFirst();
  }

  private static boolean isPossible(TurningRules after, MergeTurns merge) {
    return after.decide(merge) instanceof Accepted;
  }

  /// The number of the first turn a change is for.
  ///
  /// @param first when no turn of the block has begun
  private static int from(Timeline line, boolean now, int first) {
    return line.entered()
        .map(LocalRotation::numberOf)
        .map(running -> now ? running : running + 1)
        .orElse(first);
  }
}
