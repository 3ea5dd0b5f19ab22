package dev.carillon.floor;

import dev.carillon.floor.Command.RoomFallsDue;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the leader is told of a whole room, once a block: that calls wait where nobody is on duty,
/// and that nine in ten of those who wait have waited for long, and go on to.
record HelpRooms(Floor floor) {
  List<RoomFallsDue> dues() {
    var dues = new ArrayList<RoomFallsDue>();
    waiting().forEach((room, calls) -> dues.addAll(of(room, calls)));
    return dues;
  }

  private Map<RoomId, List<Waiting>> waiting() {
    var byRoom = new HashMap<RoomId, List<Waiting>>();
    for (var request : floor.help().open().values()) {
      if (request instanceof Waiting waiting && !HelpInferred.is(waiting)) {
        floor
            .roomOf(request)
            .ifPresent(room -> byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(waiting));
      }
    }
    return byRoom;
  }

  private List<RoomFallsDue> of(RoomId room, List<Waiting> calls) {
    var alarms = floor.school().rules().help().alarms();
    var block = new HelpPlaces(floor).blockOf(calls.getFirst().asked().student());
    var dues = new ArrayList<RoomFallsDue>();
    for (var each : block.stream().toList()) {
      if (isNew(RoomDue.UNHELPED, room, each)
          && new HelpReach(floor, floor.at()).onDuty(room).isEmpty()) {
        first(calls, alarms.unhelpedAfter())
            .ifPresent(at -> dues.add(due(RoomDue.UNHELPED, room, each, at)));
      }
      if (isNew(RoomDue.BUSY, room, each)) {
        nineInTen(calls, alarms.busyWait().plus(alarms.busyFor()))
            .ifPresent(at -> dues.add(due(RoomDue.BUSY, room, each, at)));
      }
    }
    return dues;
  }

  private boolean isNew(RoomDue what, RoomId room, BlockId block) {
    return !floor.help().team().isWarned(what, room, block);
  }

  private RoomFallsDue due(RoomDue what, RoomId room, BlockId block, Instant at) {
    var name =
        "room/" + what.name().toLowerCase(Locale.ROOT) + "/" + room.value() + "/" + block.value();
    return new RoomFallsDue(room, what, block, at.isBefore(floor.at()) ? floor.at() : at, name);
  }

  /// When the first of these calls has waited so long.
  private Optional<Instant> first(List<Waiting> calls, Duration wait) {
    return calls.stream().flatMap(call -> shows(call, wait).stream()).min(Instant::compareTo);
  }

  /// When the wait that nine in ten do not exceed, by nearest rank, is so long, if nobody comes or
  /// goes.
  private Optional<Instant> nineInTen(List<Waiting> calls, Duration wait) {
    int longer = calls.size() / 10 + 1;
    return calls.stream()
        .flatMap(call -> shows(call, wait).stream())
        .sorted()
        .skip(longer - 1)
        .findFirst();
  }

  /// Not before its watch runs: while everybody walks nobody is told of those who waited before.
  private Optional<Instant> shows(Waiting call, Duration wait) {
    var watch = call.standing().watch();
    return watch
        .shows(wait)
        .map(at -> watch.runsFrom().filter(at::isBefore).orElse(at))
        .flatMap(at -> new HelpClocks(floor).comes(call, at));
  }
}
