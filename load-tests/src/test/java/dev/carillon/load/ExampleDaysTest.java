package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event.ScheduleEnded;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal: each example school is a day that can be run. Method: its day with everybody in it, on a
/// real server and a real Redis, and afterwards the log is folded and checked entry by entry.
final class ExampleDaysTest {
  @TempDir Path folder;

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource({
    "maple-room-4, 2026-09-14, 08:35",
    "roots-house, 2026-09-14, 07:55",
    "two-bells, 2026-09-14, 08:00",
    "summit-commons, 2026-09-14, 08:25",
    "cedar-labs, 2026-09-14, 08:15",
    "lakeview-flipped, 2026-09-14, 08:25",
    "prairie-online, 2026-09-14, 08:25",
    "brook-lab, 2026-09-14, 08:15",
    "willow-street, 2026-09-14, 08:35"
  })
  void a_day_runs_to_dismissal_and_every_promise_is_kept(
      String school, LocalDate date, LocalTime at) throws Exception {
    try (var day = ExampleDay.of(school, date, at, folder)) {
      var story = new Story(day);
      story.of(school);
      var checks = day.run();
      assertThat(checks.faults()).isEmpty();
      assertThat(checks.unheard()).isEmpty();
      assertThat(checks.events(ScheduleEnded.class)).hasSize(checks.schedules());
      assertThat(story.refused()).isEmpty();
      story.happened(checks);
    }
  }
}
