package dev.carillon.gateway;

import dev.carillon.floor.Event.BellRang;
import dev.carillon.school.Id.BellId;
import dev.carillon.wire.ClientFrame.Receipt;
import dev.carillon.wire.ClientFrame.Stage;
import dev.carillon.wire.ServerFrame.BellHeard;
import dev.carillon.wire.ServerFrame.Clocks;
import dev.carillon.wire.ServerFrame.Heard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How the last bells reached the devices of this node, and how well the devices know the time, for
/// whoever looks after the school.
///
/// Kept in memory and nowhere else: no log, no names. A device counts once for each bell, however
/// often it came back since; one that was away when the bell rang counts as soon as it says what it
/// did. Any thread.
final class BellFigures {
  /// A leader looks at the last bells of a block: its warning, its move, its tardy bell, by hand.
  static final int BELLS_MAX = 6;

  /// From here on a bell is called late, as on the devices.
  private static final long LATE_MS = 1_000;

  private final Map<Session, OptionalDouble> clocks = new HashMap<>();
  private final Deque<Tally> bells = new ArrayDeque<>();

  /// How many of a bell's devices did not ring as they should.
  private final Map<BellId, Misfits> misfits = new HashMap<>();

  private boolean isChanged;

  /// One bell and who rang it.
  ///
  /// @param devices everybody who was told, or has said something since
  /// @param skewsMs how far from the instant, whichever way
  private record Tally(
      BellRang bell, Set<DeviceName> devices, Set<DeviceName> heard, List<Long> skewsMs) {
    Tally(BellRang bell, Set<DeviceName> told) {
      this(bell, new HashSet<>(told), new HashSet<>(), new ArrayList<>());
    }
  }

  private record Misfits(int hidden, int late, int missed) {
    static final Misfits NONE = new Misfits(0, 0, 0);

    Misfits and(Receipt receipt) {
      boolean isMissed = receipt.stage() == Stage.MISSED;
      boolean isLate = !isMissed && receipt.skewMs().orElse(0) > LATE_MS;
      return new Misfits(
          hidden + (receipt.hidden() ? 1 : 0),
          late + (isLate ? 1 : 0),
          missed + (isMissed ? 1 : 0));
    }
  }

  synchronized void joined(Session device) {
    clocks.put(device, OptionalDouble.empty());
    isChanged = true;
  }

  synchronized void left(Session device) {
    isChanged |= clocks.remove(device) != null;
  }

  /// @param errorMs how wrong the device's clock is at most; empty while it is not in step
  synchronized void clock(Session device, OptionalDouble errorMs) {
    var before = clocks.replace(device, errorMs);
    isChanged |= before != null && before.isPresent() != errorMs.isPresent();
  }

  /// A bell rings now on these devices.
  synchronized void rings(BellRang bell, Set<DeviceName> devices) {
    if (bells.size() == BELLS_MAX) {
      misfits.remove(bells.removeFirst().bell().bell());
    }
    bells.addLast(new Tally(bell, devices));
    isChanged = true;
  }

  /// What a device says of a bell. One that is not among the last is nobody's concern any more.
  synchronized void receipt(DeviceName device, Receipt receipt) {
    if (receipt.stage() != Stage.RUNG && receipt.stage() != Stage.MISSED) {
      return;
    }
    for (var tally : bells) {
      if (tally.bell().bell().value().equals(receipt.id()) && tally.heard().add(device)) {
        tally.devices().add(device);
        if (receipt.stage() == Stage.RUNG) {
          receipt.skewMs().ifPresent(skewMs -> tally.skewsMs().add(Math.abs(skewMs)));
        }
        misfits.merge(tally.bell().bell(), Misfits.NONE.and(receipt), BellFigures::sum);
        isChanged = true;
      }
    }
  }

  private static Misfits sum(Misfits one, Misfits other) {
    return new Misfits(one.hidden + other.hidden, one.late + other.late, one.missed + other.missed);
  }

  /// The figures, when they changed since they were last taken.
  synchronized Optional<Heard> taken() {
    if (!isChanged) {
      return Optional.empty();
    }
    isChanged = false;
    return Optional.of(now());
  }

  synchronized Heard now() {
    return new Heard(bells.stream().map(this::heard).toList(), clocks());
  }

  private BellHeard heard(Tally tally) {
    var bell = tally.bell();
    var sorted = tally.skewsMs().stream().sorted().toList();
    var odd = misfits.getOrDefault(bell.bell(), Misfits.NONE);
    return new BellHeard(
        bell.bell().value(),
        bell.kind().word(),
        bell.schedule().value(),
        bell.scheduledFor().toEpochMilli(),
        tally.devices().size(),
        tally.heard().size() - odd.missed(),
        share(sorted, 0.5),
        share(sorted, 0.95),
        share(sorted, 1),
        odd.hidden(),
        odd.late(),
        odd.missed());
  }

  private Clocks clocks() {
    var errors =
        clocks.values().stream()
            .filter(OptionalDouble::isPresent)
            .map(error -> Math.round(error.getAsDouble()))
            .sorted()
            .toList();
    return new Clocks(clocks.size(), clocks.size() - errors.size(), share(errors, 0.95));
  }

  private static Optional<Long> share(List<Long> sorted, double share) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    int at = Math.max(0, (int) Math.ceil(share * sorted.size()) - 1);
    return Optional.of(sorted.get(at));
  }
}
