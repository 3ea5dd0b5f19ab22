package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Decision.Accepted;
import dev.carillon.school.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goal: every live control does what it says, all it says and nothing else, in whatever order
/// controls come, for one schedule or two at once.
///
/// Method: days of two schedules side by side, each from its own seed. Controls of every kind, with
/// every policy and scope, come at random moments and at the very moments where something is due;
/// now and then the server sleeps and what fell due is decided late, and on some days the bells of
/// the building lag. Each control is checked against the schedules before and after it by
/// [ControlPromises], each refusal against what it offers.
final class TimelineWalkTest {
  private static final int DAYS = 10;
  private static final List<Duration> LAGS = List.of(Duration.ZERO, Duration.ofSeconds(37));

  private static final Duration NAP_MAX = Duration.ofMinutes(6);
  private static final Duration STEP_MAX = Duration.ofSeconds(50);

  private int taken;
  private int asked;

  /// `-Dcarillon.walks=1000` for the long form.
  static LongStream seeds() {
    return LongStream.rangeClosed(
        Integer.getInteger("from", 1), Integer.getInteger("carillon.walks", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_control_does_what_it_says_and_nothing_else(long seed) {
    var dice = new SplittableRandom(seed);
    for (int day = 0; day < DAYS; day++) {
      walk("seed " + seed + ", day " + day, dice);
    }
    assertThat(taken).as("seed %d: controls mean something", seed).isGreaterThan(asked / 5);
  }

  private void walk(String day, SplittableRandom dice) {
    var floor = BigSchool.small(LAGS.get(dice.nextInt(LAGS.size())));
    var promises = new ControlPromises(day, floor);
    var now = floor.at();
    while (!isOver(floor)) {
      now = later(floor, now, dice);
      floor = dued(floor, now, dice.nextInt(12) == 0, promises);
      promises.settled(floor, now);
      for (int n = dice.nextInt(3); n > 0; n--) {
        floor = steered(floor, now, dice, promises);
      }
    }
    promises.dayIsOver(floor);
  }

  private static boolean isOver(Floor floor) {
    return floor.timelines().values().stream().allMatch(Timeline::ended);
  }

  /// Some time later, or exactly when the next thing is due, or a moment before.
  private static Instant later(Floor floor, Instant now, SplittableRandom dice) {
    var due = floor.nextDue().map(next -> next.dueAt()).filter(at -> at.isAfter(now));
    return switch (dice.nextInt(8)) {
      case 0 -> due.orElse(now.plusMillis(1));
      case 1 -> due.map(at -> at.minusMillis(1)).orElse(now);
      case 2 -> now.plusMillis(dice.nextLong(NAP_MAX.toMillis()));
      default -> now.plusMillis(dice.nextLong(STEP_MAX.toMillis()));
    };
  }

  private static Floor dued(Floor start, Instant now, boolean isLate, ControlPromises promises) {
    var floor = start;
    for (var due = floor.nextDue(); due.filter(each -> !each.dueAt().isAfter(now)).isPresent(); ) {
      var command = due.get();
      boolean isOwed = command.dueAt().isBefore(floor.at());
      var stamp = Stamp.system(isLate || isOwed ? now : command.dueAt());
      var accepted = (Accepted) floor.decide(command, stamp);
      assertThat(accepted.events()).as("%s moves on", command).isNotEmpty();
      floor = promises.next(floor, accepted.events(), command.identity());
      due = floor.nextDue();
    }
    return floor;
  }

  private Floor steered(Floor floor, Instant now, SplittableRandom dice, ControlPromises promises) {
    var steer = BigSchool.control(floor, dice);
    var next = promises.decided(floor, steer, new Stamp(BigSchool.LEADER, Role.LEADER, now));
    asked++;
    taken += next.equals(floor) ? 0 : 1;
    var settled = dued(next, now, false, promises);
    promises.settled(settled, now);
    return settled;
  }
}
