package dev.carillon.school;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bell schedules made real: what the wall says, what the sun says, and what a block lasts.
class BellScheduleTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
  private static final LocalDate SPRING_FORWARD = LocalDate.parse("2026-03-08");
  private static final LocalDate FALL_BACK = LocalDate.parse("2026-11-01");
  private static final LocalDate MONDAY = LocalDate.parse("2026-09-14");

  @Test
  void a_bell_at_eight_moves_with_new_york_and_stays_with_phoenix_d6() {
    var day = schedule(between("b1", "08:00", "08:35"));

    assertThat(start(day, "2026-03-06", NEW_YORK)).isEqualTo(Instant.parse("2026-03-06T13:00:00Z"));
    assertThat(start(day, "2026-03-09", NEW_YORK)).isEqualTo(Instant.parse("2026-03-09T12:00:00Z"));
    assertThat(start(day, "2026-03-06", PHOENIX)).isEqualTo(Instant.parse("2026-03-06T15:00:00Z"));
    assertThat(start(day, "2026-03-09", PHOENIX)).isEqualTo(Instant.parse("2026-03-09T15:00:00Z"));
  }

  @Test
  void a_bell_in_the_repeated_hour_is_of_its_first_pass_d7() {
    var day = schedule(between("b1", "01:30", "03:00"));

    assertThat(start(day, "2026-11-01", NEW_YORK)).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
  }

  @Test
  void a_length_is_real_time_and_two_wall_times_are_what_the_night_makes_of_them_d8() {
    var lasting = schedule(template("b1", new When.From(at("00:30"), Duration.ofHours(2))));
    var spring = schedule(between("b1", "00:30", "03:30"));
    var autumn = schedule(between("b1", "00:30", "02:30"));

    assertThat(only(lasting, SPRING_FORWARD).end())
        .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
    assertThat(only(spring, SPRING_FORWARD).length()).isEqualTo(Duration.ofHours(2));
    assertThat(only(autumn, FALL_BACK).length()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void a_bell_in_the_lost_hour_rings_an_hour_of_the_wall_later() {
    var day = schedule(between("b1", "01:30", "02:15"), between("b2", "02:15", "04:00"));

    var blocks = day.on(SPRING_FORWARD, NEW_YORK).blocks();
    assertThat(blocks.get(0).end()).isEqualTo(Instant.parse("2026-03-08T07:15:00Z"));
    assertThat(blocks.get(1).start()).isEqualTo(Instant.parse("2026-03-08T07:15:00Z"));
  }

  @Test
  void a_block_with_no_time_left_that_night_is_not_part_of_it() {
    var day =
        schedule(
            between("b1", "01:30", "02:00"),
            between("b2", "02:00", "02:30"),
            between("b3", "02:30", "03:00"),
            between("b4", "03:00", "03:40"));

    assertThat(names(day, SPRING_FORWARD, NEW_YORK)).containsExactly("b1", "b4");
    assertThat(names(day, MONDAY, NEW_YORK)).containsExactly("b1", "b2", "b3", "b4");
  }

  @Test
  void an_evening_passes_midnight_and_keeps_its_service_date_d9() {
    var evening = schedule(between("e1", "22:30", "23:40"), between("e2", "23:40", "24:45"));

    var blocks = evening.on(MONDAY, PHOENIX).blocks();
    assertThat(blocks.get(1).start()).isEqualTo(Instant.parse("2026-09-15T06:40:00Z"));
    assertThat(blocks.get(1).end()).isEqualTo(Instant.parse("2026-09-15T07:45:00Z"));
  }

  @Test
  void a_row_put_in_front_changes_nothing_of_the_rows_after_it_d35() {
    var before = schedule(between("b1", "08:35", "09:10"), between("b2", "09:10", "09:45"));
    var rows = new ArrayList<>(before.blocks());
    rows.addFirst(between("welcome", "08:00", "08:35"));

    var after = new BellSchedule(before.id(), before.name(), rows).on(MONDAY, PHOENIX).blocks();
    assertThat(after.subList(1, 3)).isEqualTo(before.on(MONDAY, PHOENIX).blocks());
  }

  @Test
  void two_blocks_of_one_name_stay_two_blocks_d4() {
    var day = schedule(named("b1", "Math", "08:00"), named("b2", "Math", "08:35"));

    assertThat(day.on(MONDAY, PHOENIX).blocks())
        .extracting(block -> block.id().value())
        .containsExactly("main/b1", "main/b2");
  }

  @Test
  void an_inner_edge_rings_once_an_edge_before_a_gap_ends_and_the_last_dismisses() {
    var day =
        schedule(
            between("b1", "08:00", "08:35"),
            between("b2", "08:35", "09:10"),
            between("b3", "10:00", "10:35"));

    var blocks = day.on(MONDAY, PHOENIX).blocks();
    assertThat(blocks.get(0).bells())
        .containsExactlyInAnyOrder(BellKind.WARNING, BellKind.MOVE, BellKind.TARDY);
    assertThat(blocks.get(1).bells()).contains(BellKind.END).doesNotContain(BellKind.DISMISS);
    assertThat(blocks.get(2).bells()).contains(BellKind.DISMISS).doesNotContain(BellKind.END);
  }

  @Test
  void a_block_that_follows_starts_where_the_one_before_ends() {
    var day =
        schedule(
            template("b1", new When.From(at("08:00"), Duration.ofMinutes(35))),
            template("b2", new When.Then(Duration.ofMinutes(35))),
            template("b3", new When.Then(Duration.ofMinutes(20))));

    assertThat(day.on(MONDAY, PHOENIX).blocks().getLast().end())
        .isEqualTo(Instant.parse("2026-09-14T16:30:00Z"));
  }

  @Test
  void phases_never_outlast_a_block_that_a_night_made_short() {
    var phases = new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2));

    assertThat(phases.within(Duration.ofMinutes(5)))
        .isEqualTo(new Phases(phases.move(), phases.settle(), Duration.ofMinutes(1)));
    assertThat(phases.within(Duration.ofMinutes(2)))
        .isEqualTo(new Phases(Duration.ofMinutes(2), Duration.ZERO, Duration.ZERO));
  }

  /// Goal: a day is in order whatever its rows, its zone and its date. Method: 400 days of 24 tight
  /// rows around the clock, over both change nights, in four zones.
  @ParameterizedTest
  @ValueSource(
      strings = {"America/New_York", "America/Phoenix", "Australia/Lord_Howe", "Africa/Cairo"})
  void blocks_are_in_order_and_never_overlap(String zone) {
    var rows =
        Stream.iterate(0, hour -> hour + 1)
            .limit(24)
            .map(hour -> between("h" + hour, hour + ":10", (hour + 1) + ":05"))
            .toArray(BlockTemplate[]::new);
    var day = schedule(rows);
    for (var date = MONDAY; date.isBefore(MONDAY.plusDays(400)); date = date.plusDays(1)) {
      var blocks = day.on(date, ZoneId.of(zone)).blocks();
      for (int i = 1; i < blocks.size(); i++) {
        assertThat(blocks.get(i).start())
            .as("%s %s", zone, date)
            .isAfterOrEqualTo(blocks.get(i - 1).end());
      }
    }
  }

  private static BellSchedule schedule(BlockTemplate... rows) {
    return new BellSchedule(new ScheduleId("main"), "Main", List.of(rows));
  }

  private static BlockTemplate between(String id, String start, String end) {
    return template(id, new When.Between(at(start), at(end)));
  }

  private static BlockTemplate named(String id, String name, String start) {
    var when = new When.From(at(start), Duration.ofMinutes(35));
    var like = template(id, when);
    return new BlockTemplate(id, name, like.kind(), when, like.flex(), like.phases(), like.bells());
  }

  private static BlockTemplate template(String id, When when) {
    var flex = new Flex(1, Duration.ofMinutes(20), false, false);
    var phases = new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2));
    return new BlockTemplate(
        id, id, BlockKind.ROTATION, when, flex, phases, BlockTemplate.ALL_BELLS);
  }

  private static WallTime at(String text) {
    return WallTime.parse(text).orElseThrow();
  }

  private static Instant start(BellSchedule day, String date, ZoneId zone) {
    return day.on(LocalDate.parse(date), zone).blocks().getFirst().start();
  }

  private static Block only(BellSchedule day, LocalDate date) {
    return day.on(date, NEW_YORK).blocks().getFirst();
  }

  private static List<String> names(BellSchedule day, LocalDate date, ZoneId zone) {
    return day.on(date, zone).blocks().stream().map(Block::name).toList();
  }
}
