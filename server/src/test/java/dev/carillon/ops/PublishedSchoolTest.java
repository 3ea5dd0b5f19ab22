package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.gateway.Await;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.BellSchedule;
import dev.carillon.school.BlockKind;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.Calendar;
import dev.carillon.school.CycleRule;
import dev.carillon.school.CycleRule.Advance;
import dev.carillon.school.CycleRule.CycleDay;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.ManualDay;
import dev.carillon.school.Runs;
import dev.carillon.school.School;
import dev.carillon.school.WallTime;
import dev.carillon.school.Week;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions for days to come, kept in a real Redis beside the school's folder.
final class PublishedSchoolTest {
  private static final LocalDate DATE = LocalDate.parse("2026-09-21");
  private static final DayTypeId A = new DayTypeId("a");
  private static final ManualDay SNOW =
      new ManualDay(DATE, "snow", new Runs.Type(DayType.NO_SCHOOL.id()));
  private static final ManualDay MADE_UP =
      new ManualDay(DATE.plusDays(5), "made up", new Runs.DayOfCycle("A", "A day"));

  @TempDir static Path folder;
  private static Vertx vertx;
  private static EmbeddedRedis redis;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    redis = EmbeddedRedis.start(folder);
  }

  @AfterAll
  static void close() {
    Await.on(vertx.close());
    redis.close();
  }

  @Test
  void a_decision_is_known_at_every_node_and_after_a_restart_until_it_is_cleared_d32() {
    var here = node(List.of());
    Await.on(here.decide(SNOW));
    Await.on(here.decide(MADE_UP));
    Await.on(here.close());

    var there = node(List.of());
    assertThat(Await.on(there.school()).calendar().manual())
        .containsExactlyInAnyOrder(SNOW, MADE_UP);
    Await.on(there.clear(DATE));
    assertThat(Await.on(there.clear(MADE_UP.date())).calendar().manual()).isEmpty();
    Await.on(there.close());
  }

  @Test
  void a_decision_made_here_beats_the_folder_s_and_clearing_it_restores_that_d32() {
    var written = new ManualDay(DATE, "fog", new Runs.Type(A));
    var node = node(List.of(written));
    assertThat(Await.on(node.decide(SNOW)).calendar().manual()).containsExactly(SNOW);
    assertThat(Await.on(node.clear(DATE)).calendar().manual()).containsExactly(written);
    Await.on(node.close());
  }

  @Test
  void a_decision_for_a_day_type_that_is_gone_is_left_out() {
    var node = node(List.of());
    var gone = new ManualDay(DATE, "party", new Runs.Type(new DayTypeId("party")));
    assertThat(Await.on(node.decide(gone)).calendar().manual()).isEmpty();
    Await.on(node.clear(DATE));
    Await.on(node.close());
  }

  @Test
  void a_decision_that_makes_no_sense_is_warned_of_once_and_not_twice_a_minute() {
    var node = node(List.of());
    var gone = new ManualDay(DATE, "", new Runs.Type(new DayTypeId("party")));
    assertThat(logged(() -> Await.on(node.decide(gone)))).contains("2026-09-21 runs as the");
    assertThat(logged(() -> Await.on(node.school()))).doesNotContain("2026-09-21");
    Await.on(node.clear(DATE));
    Await.on(node.close());
  }

  /// A snow day has moved the cycle for good; what another day ran instead is past with it.
  @Test
  void decisions_for_days_that_are_over_are_dropped_unless_a_cycle_has_counted_them() {
    var node = node(List.of());
    Await.on(node.decide(SNOW));
    Await.on(node.decide(MADE_UP));
    Await.on(node.forgetBefore(MADE_UP.date()));
    assertThat(Await.on(node.school()).calendar().manual())
        .containsExactlyInAnyOrder(SNOW, MADE_UP);
    Await.on(node.forgetBefore(MADE_UP.date().plusDays(1)));
    assertThat(Await.on(node.school()).calendar().manual()).containsExactly(SNOW);
    Await.on(node.clear(DATE));
    Await.on(node.close());
  }

  private static String logged(Runnable task) {
    var errors = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      task.run();
    } finally {
      System.setErr(errors);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  private static PublishedSchool node(List<ManualDay> manual) {
    return new PublishedSchool(vertx, redis.uri(), school(manual));
  }

  private static School school(List<ManualDay> manual) {
    var block =
        new BlockTemplate(
            "b1",
            "B1",
            BlockKind.ROTATION,
            new When.From(WallTime.of(8, 0), Duration.ofMinutes(35)),
            new Flex(1, Duration.ofMinutes(20), false, false),
            new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2)),
            BlockTemplate.ALL_BELLS);
    var main = new BellSchedule(new ScheduleId("main"), "", List.of(block));
    var type = new DayType(A, "A", List.of(main));
    var cycle =
        new CycleRule.Days(
            "A", DATE, Set.of(DayOfWeek.MONDAY), List.of(new CycleDay("A day", A)), Advance.SHIFT);
    var types = Map.of(A, type, DayType.NO_SCHOOL.id(), DayType.NO_SCHOOL);
    return Fixtures.school()
        .with(new Calendar(types, Week.EMPTY, List.of(cycle), List.of(), manual));
  }
}
