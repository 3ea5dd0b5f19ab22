package dev.carillon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Goal: whatever fails, no promise of the help queue is broken. Method: days of commands drawn
/// from printed seeds go to two nodes over one log, whose clocks differ by up to half a minute.
/// Lines lose calls and answers, nodes die and others take their place, appends meet each other,
/// and what was not answered is sent again under the same id, sometimes to both at once. Then a
/// judge who shares no code with the server reads the log, the answers and what the nodes showed
/// meanwhile.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelpWalkTest {
  private static final int A_DAY = 2_000;

  /// `-Dcarillon.help.commands=1000000` for the long form, `-Dcarillon.help.seed` for where to
  /// begin.
  private static final int COMMANDS = Integer.getInteger("carillon.help.commands", 20_000);

  private static final long SEED = Long.getLong("carillon.help.seed", 1);

  @Test
  void no_promise_of_the_help_queue_is_broken_on_two_nodes_that_fail_b1_b6_b22_b35_b40() {
    var seen = new TreeMap<String, Long>();
    var last = SEED + Math.ceilDiv(COMMANDS, A_DAY) - 1;
    for (var seed : LongStream.rangeClosed(SEED, last).toArray()) {
      try {
        new HelpDay(seed).walk(A_DAY).forEach((what, times) -> seen.merge(what, times, Long::sum));
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
    System.out.printf("help queue: seeds %d to %d: %s%n", SEED, last, seen);
    assertThat(seen.keySet())
        .as("a walk without these proves nothing")
        .contains(
            "node died",
            "answered again",
            "not saved",
            "help-already-claimed",
            "slot-taken",
            "help-claimed",
            "help-claimed-together",
            "help-deferred",
            "help-returned",
            "help-escalated",
            "help-undone",
            "claim-lapsed",
            "help-told",
            "held up",
            "held up, taken",
            "held up, gave way");
  }

  @Test
  void one_seed_is_one_day() {
    assertThat(new HelpDay(5).walk(500)).isEqualTo(new HelpDay(5).walk(500));
  }
}
