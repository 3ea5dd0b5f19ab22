package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goal: on no day of a large school does a live control, whoever gives it and whenever, break a
/// promise. Method: days of a made-up school of 1,200 students on two bell schedules, each from its
/// own seed, from before the first bell to dismissal; controls of every kind, arrivals and calls
/// for help at random moments; after every entry of the log everything is counted anew by
/// [FloorPromises], which shares no code with the rules.
final class ThousandDaysTest {
  private static final int COMMANDS = 220;
  private static final Duration STEP_MAX = Duration.ofMinutes(4);

  /// `-Dcarillon.days=1000` for the long form.
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("carillon.days", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_control_breaks_a_promise_on_any_day(long seed) {
    var dice = new SplittableRandom(seed);
    var floor = BigSchool.opened();
    var promises = new FloorPromises("seed " + seed, floor);
    var now = floor.at();
    int taken = 0;
    while (!isOver(floor)) {
      now = now.plusMillis(dice.nextLong(STEP_MAX.toMillis()));
      floor = dued(floor, now, promises);
      for (int n = dice.nextInt(5); n > 0; n--) {
        var asked = BigSchool.asked(floor, now, dice);
        if (floor.decide(asked.command(), asked.stamp()) instanceof Accepted accepted) {
          taken += accepted.events().isEmpty() ? 0 : 1;
          floor = promises.next(floor, accepted.events(), asked.command().toString());
        }
      }
    }
    promises.dayIsOver(floor);
    assertThat(taken).as("seed %d: commands mean something", seed).isGreaterThan(COMMANDS / 4);
  }

  private static boolean isOver(Floor floor) {
    return floor.timelines().values().stream().allMatch(Timeline::ended);
  }

  private static Floor dued(Floor start, Instant now, FloorPromises promises) {
    var floor = start;
    for (var due = floor.nextDue(); due.filter(each -> !each.dueAt().isAfter(now)).isPresent(); ) {
      DueCommand command = due.get();
      var accepted = (Accepted) floor.decide(command, Stamp.system(command.dueAt()));
      assertThat(accepted.events()).as("%s moves on", command).isNotEmpty();
      floor = promises.next(floor, accepted.events(), command.identity());
      due = floor.nextDue();
    }
    return floor;
  }
}
