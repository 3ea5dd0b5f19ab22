package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// The benchmarks come to their end. What they print depends on the machine and is judged by
/// people; that they still run is judged here, with as little as they take.
final class BenchCommandsTest {
  @Test
  void bells_and_help_are_measured_to_the_end() {
    assertThat(
            printed(
                "bench",
                "--devices=40",
                "--bells=1",
                "--warm-up-bells=0",
                "--asking=1",
                "--asks-per-second=4"))
        .contains("40 devices signed in", "1 bells, each to 40 devices", "tap to the helper")
        .contains("refused: 0");
  }

  @Test
  void a_rush_of_helpers_is_measured_to_the_end_b2_b18() {
    assertThat(printed("bench", "help", "--students=40", "--helpers=5", "--burst=2", "--rounds=2"))
        .contains("40 students asked", "each helper got a student of her own");
  }

  @Test
  void rules_and_views_are_measured_to_the_end() {
    assertThat(printed("bench", "floor", "--students=30,60", "--rounds=20"))
        .contains("arrival: decide", "extend: cut");
  }

  @Test
  void planners_are_measured_to_the_end() {
    assertThat(printed("bench", "plan", "--students=60", "--rounds=2"))
        .contains("day of 60", "a workshop closes, k = 0");
  }

  private static String printed(String... words) {
    var out = new StringWriter();
    var line = LoadMain.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    assertThat(line.execute(words)).as("%s", out).isZero();
    return out.toString();
  }
}
