package dev.carillon.floor;

import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Agenda.Edge;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The phase is a pure function of plan and time, and the agenda holds each change of it.
final class PhaseTest {
  private final Timeline day = Fixtures.floor().timelines().get(MAIN);

  @ParameterizedTest
  @CsvSource({
    "07:59:59.999, BEFORE",
    "08:00, MOVE",
    "08:02:59.999, MOVE",
    "08:03:00.000, SETTLE",
    "08:04:00.000, WORK",
    "08:33:00.000, WARN",
    "08:34:59.999, WARN",
    "08:35:00.000, MOVE",
    "11:29:59.999, WARN",
    "11:30, MOVE",
    "14:59:59.999, WARN",
    "15:00, DONE",
    "23:59, DONE"
  })
  void a_boundary_belongs_to_the_later_phase_d1_d2(String time, Phase phase) {
    assertThat(day.phaseAt(at(time))).isEqualTo(phase);
  }

  @Test
  void at_a_boundary_the_later_block_runs_d1() {
    assertThat(day.blockAt(at("08:35")).map(Block::name)).contains("B2");
    assertThat(day.blockAt(at("08:34:59.999")).map(Block::name)).contains("B1");
    assertThat(day.blockAt(at("07:59"))).isEmpty();
    assertThat(day.blockAt(at("15:00"))).isEmpty();
  }

  @Test
  void a_late_joiner_at_10_31_07_finds_b5_at_work_with_23_53_left_d37() {
    var now = at("10:31:07");
    assertThat(day.phaseAt(now)).isEqualTo(Phase.WORK);
    assertThat(day.blockAt(now))
        .get()
        .satisfies(
            block -> {
              assertThat(block.name()).isEqualTo("B5");
              assertThat(Duration.between(now, block.end())).isEqualTo(Duration.parse("PT23M53S"));
            });
  }

  @Test
  void time_stands_while_a_schedule_is_paused_d14() {
    var paused = steered(new Running.Paused(at("08:33")), at("08:33"));
    assertThat(paused.phaseAt(at("08:36"))).isEqualTo(Phase.WARN);
    assertThat(paused.blockAt(at("12:00")).map(Block::name)).contains("B1");
    assertThat(paused.running()).isEqualTo(new Running.Paused(at("08:33")));
  }

  @Test
  void the_agenda_names_every_change_of_phase_and_its_bell() {
    var edges = Agenda.of(day, Rules.DEFAULTS).edges();
    assertThat(edges).hasSize(12 * 4 + 1);
    assertThat(edges.subList(4, 9).stream().map(PhaseTest::word))
        .containsExactly(
            "main/b2/move 08:35 move",
            "main/b2/settle 08:38",
            "main/b2/work 08:39 tardy",
            "main/b2/warn 09:08 warning",
            "main/b3/move 09:10 move");
    assertThat(word(edges.getLast())).isEqualTo("main/done 15:00 dismiss");
    assertThat(edges.getLast().block()).isEmpty();
  }

  @Test
  void ids_of_edges_and_bells_are_unique_and_edges_strictly_in_order() {
    var edges = Agenda.of(day, Rules.DEFAULTS).edges();
    assertThat(edges).extracting(Edge::id).doesNotHaveDuplicates();
    assertThat(edges).extracting(Edge::at).isSorted().doesNotHaveDuplicates();
    var bells = edges.stream().flatMap(edge -> edge.bell().stream()).toList();
    assertThat(new HashSet<>(bells)).hasSameSizeAs(bells);
  }

  @Test
  void two_blocks_of_one_name_have_bells_of_their_own_d4() {
    var first = Fixtures.blocks().get(0);
    var second = Fixtures.blocks().get(1);
    assertThat(Agenda.of(timeline(named(first, "Maths"), named(second, "Maths")), Rules.DEFAULTS))
        .extracting(Agenda::edges)
        .asInstanceOf(InstanceOfAssertFactories.list(Edge.class))
        .filteredOn(edge -> edge.phase() == Phase.MOVE)
        .extracting(edge -> edge.bell().orElseThrow().id().value())
        .containsExactly("2026-09-14/main/b1/move", "2026-09-14/main/b2/move");
  }

  @Test
  void end_rings_only_before_a_gap() {
    var first = Fixtures.blocks().get(0).ringing(BellKind.END);
    var last = Fixtures.blocks().get(2).ringing(BellKind.END).ringing(BellKind.DISMISS);
    var gapped = timeline(first, last);
    assertThat(gapped.phaseAt(at("08:40"))).isEqualTo(Phase.GAP);
    assertThat(gapped.blockAt(at("08:40"))).isEmpty();
    assertThat(Agenda.of(gapped, Rules.DEFAULTS).edges().stream().map(PhaseTest::word))
        .containsSubsequence(
            "main/b1/gap 08:35 end", "main/b3/move 09:10 move", "main/done 09:45 dismiss");
  }

  @ParameterizedTest
  @CsvSource({"37, 08:35:37", "-10, 08:34:50", "0, 08:35"})
  void a_positive_bell_lag_rings_later_and_moves_no_boundary_d12(int lagSec, String rings) {
    var rules = lagging(Duration.ofSeconds(lagSec));
    var edge =
        Agenda.of(day, rules).edges().stream()
            .filter(each -> each.id().equals("main/b2/move"))
            .findFirst()
            .orElseThrow();
    assertThat(edge.at()).isEqualTo(at("08:35"));
    assertThat(edge.bell().orElseThrow().at()).isEqualTo(at(rings));
  }

  @Test
  void a_short_block_keeps_passing_and_settling_and_loses_work() {
    var block = Fixtures.blocks().get(0);
    var shortest = block.between(at("08:00"), at("08:05"));
    assertThat(Agenda.of(timeline(shortest), Rules.DEFAULTS).edges().stream().map(PhaseTest::word))
        .containsExactly(
            "main/b1/move 08:00 move",
            "main/b1/settle 08:03",
            "main/b1/warn 08:04 warning",
            "main/done 08:05");
  }

  @Test
  void in_new_york_the_bell_of_half_past_one_rings_once_on_the_night_of_two_d7() {
    var first = Instant.parse("2026-11-01T05:30:00Z");
    var evening = block("night", first, first.plus(Duration.ofHours(2)));
    var night = new SchedulePlan(MAIN, "Night", List.of(evening));
    var timeline = Timeline.opened(LocalDate.of(2026, 11, 1), night);
    var moves =
        Agenda.of(timeline, Rules.DEFAULTS).edges().stream()
            .flatMap(edge -> edge.bell().stream())
            .filter(bell -> bell.kind() == BellKind.MOVE);
    assertThat(moves).extracting(Agenda.Bell::at).containsExactly(first);
    assertThat(timeline.phaseAt(first.plus(Duration.ofHours(1)))).isEqualTo(Phase.WORK);
  }

  @Test
  void a_block_runs_on_over_midnight_under_its_own_service_date_d9() {
    var late = block("late", at("22:30"), at("22:30").plus(Duration.ofMinutes(135)));
    var evening = timeline(late);
    var midnight = at("23:59:59").plusSeconds(1);
    assertThat(evening.blockAt(midnight.plus(Duration.ofMinutes(10)))).contains(late);
    assertThat(Duration.between(midnight, late.end())).isEqualTo(Duration.ofMinutes(45));
    assertThat(Agenda.of(evening, Rules.DEFAULTS).edges().getFirst().bell().orElseThrow().id())
        .extracting(bell -> bell.value())
        .isEqualTo("2026-09-14/main/late/move");
  }

  private static Timeline timeline(Block... blocks) {
    return Timeline.opened(Fixtures.DATE, new SchedulePlan(MAIN, "Main", List.of(blocks)));
  }

  private static Block named(Block block, String name) {
    return new Block(
        block.id(),
        block.schedule(),
        name,
        block.kind(),
        block.start(),
        block.end(),
        block.weight(),
        block.minDuration(),
        block.anchorStart(),
        block.anchorEnd(),
        block.move(),
        block.settle(),
        block.warnLead(),
        block.bells());
  }

  private static Block block(String name, Instant start, Instant end) {
    return new Block(
        BlockId.of(MAIN, name),
        MAIN,
        name,
        BlockKind.ROTATION,
        start,
        end,
        1,
        Duration.ofMinutes(20),
        false,
        false,
        Duration.ofMinutes(3),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Set.of(BellKind.MOVE));
  }

  private Timeline steered(Running running, Instant at) {
    var by = new Timeline.Steered("pause", Fixtures.LENA, at, "Regular");
    return day.steered(by, running, day.blocks(), Rules.DEFAULTS);
  }

  static Rules lagging(Duration lag) {
    var rules = Rules.DEFAULTS;
    return new Rules(
        lag,
        rules.lateRingMax(),
        rules.missingAfterSettle(),
        rules.advanceLead(),
        rules.endMargin(),
        rules.undoMax(),
        rules.unseenMax(),
        rules.claimLease(),
        rules.offerFor(),
        rules.unlockFor(),
        rules.asksMax(),
        rules.asksWindow(),
        rules.helpText());
  }

  private static String word(Edge edge) {
    var bell = edge.bell().map(each -> " " + each.kind().word()).orElse("");
    return edge.id() + " " + Scene.local(edge.at()) + bell;
  }
}
