package dev.carillon.floor;

import dev.carillon.floor.Settling.OnTheWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// How one block began for those due at one station, or at several together. Nobody is named: it is
/// about the place and the bell.
///
/// @param bellAt when they were sent, which is the start of the block
/// @param arrivedMs how long after `bellAt` each of them arrived, in milliseconds, shortest first
/// @param absent who was due and has not been seen there
/// @param late who arrived after SETTLE, or was called late and has not arrived
/// @param wrong who was seen elsewhere before she arrived
/// @param lostMs how long after MOVE they arrived, in milliseconds, summed over those who did
public record Settle(
    Instant bellAt, PVector<Long> arrivedMs, int absent, int late, int wrong, long lostMs) {
  static Settle begun(Instant bellAt) {
    return new Settle(bellAt, TreePVector.empty(), 0, 0, 0, 0);
  }

  public int planned() {
    return arrivedMs.size() + absent;
  }

  /// How long after the bell this share of those due had arrived; empty while they have not, and
  /// where nobody is due.
  ///
  /// @param percent 1 to 100
  public Optional<Duration> within(int percent) {
    int needed = (planned() * percent + 99) / 100;
    return needed == 0 || needed > arrivedMs.size()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(arrivedMs.get(needed - 1)));
  }

  /// @param lost how long after MOVE; zero when in time
  Settle arrived(Instant at, boolean isLate, Duration lost) {
    return new Settle(
        bellAt,
        arrivedMs.plus(Math.max(0, Duration.between(bellAt, at).toMillis())),
        absent,
        late + (isLate ? 1 : 0),
        wrong,
        lostMs + lost.toMillis());
  }

  Settle strayed() {
    return new Settle(bellAt, arrivedMs, absent, late, wrong + 1, lostMs);
  }

  /// With those who are still on their way.
  Settle and(OnTheWay way) {
    return new Settle(bellAt, arrivedMs, absent + way.all(), late + way.late(), wrong, lostMs);
  }

  /// What several stations are together in one block.
  public Settle and(Settle other) {
    var all = Stream.concat(arrivedMs.stream(), other.arrivedMs.stream()).sorted().toList();
    return new Settle(
        bellAt.isBefore(other.bellAt) ? bellAt : other.bellAt,
        TreePVector.from(all),
        absent + other.absent,
        late + other.late,
        wrong + other.wrong,
        lostMs + other.lostMs);
  }
}
