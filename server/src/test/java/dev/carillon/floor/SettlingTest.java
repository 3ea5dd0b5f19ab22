package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Event.StudentsLate;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How long it takes until everybody is where she belongs, worked out from who arrived when.
@ExtendWith(KeptInLogs.class)
final class SettlingTest {
  private static final ReportHere HERE = new ReportHere();

  private Scene day = Scene.opened();

  /// In B2 Mira, Tariq and June sit in the centre and Noah comes to the clay table.
  private Settle inB2(StationId station) {
    return day.floor().settled().get(block("b2")).get(station);
  }

  private static ReportArrival code(StationId station) {
    return new ReportArrival(station, Evidence.CODE);
  }

  private static Optional<Duration> in(String length) {
    return Optional.of(Duration.parse(length));
  }

  @Test
  void the_share_of_those_due_that_has_arrived_is_told_with_the_time_it_took() {
    day.and(MIRA, "08:35:40", HERE).and(TARIQ, "08:36:10", HERE);
    assertThat(inB2(CENTRE).planned()).isEqualTo(3);
    assertThat(inB2(CENTRE).within(50)).isEqualTo(in("PT1M10S"));
    assertThat(inB2(CENTRE).within(90)).isEmpty();
    day.and(JUNE, "08:38:30", HERE);
    assertThat(inB2(CENTRE).within(90)).isEqualTo(in("PT3M30S"));
    assertThat(inB2(CENTRE).within(100)).isEqualTo(in("PT3M30S"));
    assertThat(inB2(CLAY).planned()).isEqualTo(1);
    assertThat(inB2(CLAY).within(50)).isEmpty();
  }

  @Test
  void time_is_lost_after_move_and_late_is_after_settling() {
    day.and(MIRA, "08:37:59", HERE).and(TARIQ, "08:38:30", HERE).and(JUNE, "08:41", HERE);
    assertThat(inB2(CENTRE).lostMs()).isEqualTo(30_000 + 180_000);
    assertThat(inB2(CENTRE).late()).isEqualTo(1);
  }

  @Test
  void who_never_comes_is_late_and_keeps_a_station_from_being_complete() {
    day.and(MIRA, "08:36", HERE).and(TARIQ, "08:36", HERE).until("09:11");
    assertThat(inB2(CENTRE).planned()).isEqualTo(3);
    assertThat(inB2(CENTRE).late()).isEqualTo(1);
    assertThat(inB2(CENTRE).within(50)).isEqualTo(in("PT1M"));
    assertThat(inB2(CENTRE).within(100)).isEmpty();
  }

  @Test
  void who_was_at_a_wrong_place_first_counts_once_however_long_she_strays() {
    day.and(MIRA, "08:36", code(LOOM)).and(MIRA, "08:36:30", code(CLAY));
    day.and(MIRA, "08:37", code(CENTRE)).and(MIRA, "08:50", code(LOOM));
    assertThat(inB2(CENTRE).wrong()).isEqualTo(1);
    assertThat(inB2(CENTRE).arrivedMs()).containsExactly(120_000L);
  }

  @Test
  void who_walked_early_was_there_at_the_bell() {
    day.and(NOAH, "08:34", code(CLAY)).until("08:35");
    assertThat(inB2(CLAY).within(100)).isEqualTo(in("PT0S"));
    assertThat(inB2(CLAY).wrong()).isZero();
  }

  @Test
  void nobody_waits_for_who_is_excused() {
    day.and(LENA, "08:20", new StartAway(JUNE, AwayKind.ABSENT)).until("08:36");
    assertThat(inB2(CENTRE).planned()).isEqualTo(2);
    day.and(MIRA, "08:36", HERE).and(TARIQ, "08:37", HERE);
    assertThat(inB2(CENTRE).within(100)).isEqualTo(in("PT2M"));
  }

  @Test
  void who_is_put_elsewhere_on_the_way_is_waited_for_there() {
    day.until("08:36");
    day.and(
        LENA,
        "08:36",
        new Retarget(List.of(MIRA), Optional.empty(), LOOM, Optional.empty(), true, "room"));
    assertThat(inB2(CENTRE).planned()).isEqualTo(2);
    day.and(MIRA, "08:37", code(LOOM));
    assertThat(inB2(LOOM).arrivedMs()).containsExactly(120_000L);
  }

  @Test
  void a_later_start_of_a_block_is_its_bell() {
    day.and(LENA, "08:20", steer(new Control.Extend(5, Ripple.COMPRESS))).until("08:40");
    assertThat(inB2(CENTRE).bellAt()).isEqualTo(at("08:40"));
    day.and(ABEL, "08:41", new MarkArrival(MIRA, CENTRE));
    assertThat(inB2(CENTRE).arrivedMs()).containsExactly(60_000L);
  }

  @Test
  void the_figures_of_a_block_stay_when_the_next_has_begun() {
    day.and(MIRA, "08:36", HERE).until("09:09:59");
    var before = inB2(CENTRE);
    day.until("15:00");
    assertThat(inB2(CENTRE)).isEqualTo(before);
    assertThat(day.floor().settled()).hasSize(12);
  }

  /// Nothing in the studio says that Noah has come to the clay table.
  private void studioIsNotMeasured() {
    var school = Changed.from(Fixtures.school()).unmeasured(STUDIO).school();
    day = new Scene(Floor.opened(Fixtures.dayOpened(school, Fixtures.day())));
  }

  @Test
  void where_nothing_is_measured_nobody_is_waited_for() {
    studioIsNotMeasured();
    day.and(MIRA, "08:36", HERE).and(TARIQ, "08:36", HERE).and(JUNE, "08:37", HERE);
    assertThat(day.floor().settling().standing(block("b2")).orElseThrow().within(100))
        .isEqualTo(in("PT2M"));
    assertThat(day.floor().settled().get(block("b2"))).containsOnlyKeys(CENTRE);
    day.and(NOAH, "08:38", HERE).and(NOAH, "08:38:10", code(LOOM)).until("09:10");
    assertThat(day.floor().settled().get(block("b2"))).containsOnlyKeys(CENTRE);
  }

  @Test
  void where_nothing_is_measured_nobody_is_late_or_missing() {
    studioIsNotMeasured();
    day.until("09:00");
    assertThat(day.events(StudentsLate.class).getLast().students())
        .containsExactlyInAnyOrder(MIRA, TARIQ, JUNE);
    assertThat(day.floor().arrivals().get(NOAH).state()).isEqualTo(ArrivalState.EXPECTED);
  }

  @Test
  void who_is_put_where_nothing_is_measured_is_waited_for_no_more() {
    studioIsNotMeasured();
    day.until("08:36");
    day.and(
        LENA,
        "08:36",
        new Retarget(List.of(MIRA), Optional.empty(), LOOM, Optional.empty(), true, "room"));
    assertThat(day.floor().settling().standing(block("b2")).orElseThrow().planned()).isEqualTo(2);
  }
}
