package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AlignBells;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.JumpToNextBell;
import dev.carillon.floor.Command.RingBell;
import dev.carillon.floor.Command.SetSpeed;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Result.Aligned;
import dev.carillon.floor.Result.ClockAt;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every bell rings once, in time or not at all.
@ExtendWith(KeptInLogs.class)
final class BellTest {
  private final Scene day = Scene.opened();

  @Test
  void all_thirteen_boundary_bells_of_a_day_ring_exactly_once_d3() {
    day.until("23:00");
    assertThat(day.rings())
        .filteredOn(ring -> ring.contains("/move") || ring.contains("/dismiss"))
        .containsExactly(
            "b1/move 08:00",
            "b2/move 08:35",
            "b3/move 09:10",
            "b4/move 09:45",
            "b5/move 10:20",
            "b6/move 10:55",
            "lunch/move 11:30",
            "b7/move 12:05",
            "b8/move 12:40",
            "b9/move 13:15",
            "b10/move 13:50",
            "b11/move 14:25",
            "b11/dismiss 15:00");
    assertThat(day.rings()).hasSize(12 * 3 + 1).doesNotHaveDuplicates();
    assertThat(day.events(BellMissed.class)).isEmpty();
    assertThat(day.timeline().ended()).isTrue();
    assertThat(day.floor().nextDue()).isEmpty();
  }

  @Test
  void at_six_hundred_times_the_speed_no_bell_is_lost_d3() {
    var fast = new Scene(Floor.opened(demo(600)));
    for (var now = at("07:55"); now.isBefore(at("15:10")); now = now.plusSeconds(300)) {
      while (fast.floor().nextDue().isPresent()
          && !fast.floor().nextDue().get().dueAt().isAfter(now)) {
        var due = fast.floor().nextDue().get();
        fast.apply(((Accepted) fast.floor().decide(due, Stamp.system(now))).events());
      }
    }
    assertThat(fast.rings()).hasSize(12 * 3 + 1).doesNotHaveDuplicates();
    assertThat(fast.events(BellRang.class)).noneMatch(BellRang::late);
  }

  @Test
  void a_block_is_entered_before_its_bell_rings() {
    day.until("08:35");
    var last = day.events().subList(day.events().size() - 2, day.events().size());
    assertThat(last.getFirst())
        .isEqualTo(new BlockEntered(MAIN, block("b2"), at("08:35"), at("08:35")));
    assertThat(last.getLast()).isInstanceOf(BellRang.class);
  }

  @Test
  void a_server_back_after_four_seconds_rings_late_d39() {
    day.until("09:09:50").asleepUntil("09:10:04");
    var rang = day.events(BellRang.class).getLast();
    assertThat(rang.bell().value()).isEqualTo("2026-09-14/main/b3/move");
    assertThat(rang.late()).isTrue();
    assertThat(Duration.between(rang.scheduledFor(), rang.at())).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void a_server_back_after_forty_seconds_stays_silent_and_says_missed_d39() {
    day.until("09:09:50").asleepUntil("09:10:40");
    assertThat(day.events(BellMissed.class))
        .extracting(missed -> missed.bell().value())
        .containsExactly("2026-09-14/main/b3/move");
    assertThat(day.timeline().entered()).contains(block("b3"));
    assertThat(day.timeline().phaseAt(at("09:10:40"))).isEqualTo(Phase.MOVE);
    assertThat(day.until("09:45").rings()).noneMatch(ring -> ring.startsWith("b3/move"));
  }

  @Test
  void one_second_is_not_called_late_and_ten_are_the_limit() {
    day.until("08:34:59");
    var bell = ring("b2", BellKind.MOVE, "08:35");
    assertThat(decided(bell, "08:35:01")).isInstanceOfSatisfying(BellRang.class, this::inTime);
    assertThat(decided(bell, "08:35:01.001"))
        .isInstanceOfSatisfying(BellRang.class, rang -> assertThat(rang.late()).isTrue());
    assertThat(decided(bell, "08:35:10")).isInstanceOf(BellRang.class);
    assertThat(decided(bell, "08:35:10.001")).isInstanceOf(BellMissed.class);
  }

  private void inTime(BellRang rang) {
    assertThat(rang.late()).isFalse();
  }

  private Event decided(RingBell bell, String now) {
    var accepted = (Accepted) day.floor().decide(bell, Stamp.system(at(now)));
    return accepted.events().getFirst();
  }

  private static RingBell ring(String block, BellKind kind, String due) {
    var identity = "bell/2026-09-14/main/" + block + "/" + kind.word();
    return new RingBell(block(block), kind, at(due), identity);
  }

  @Test
  void the_identity_of_a_bell_is_the_same_on_every_node() {
    day.until("08:34");
    var enter = day.floor().nextDue().orElseThrow();
    assertThat(enter.identity()).isEqualTo("enter/2026-09-14/main/b2");
    day.apply(((Accepted) day.floor().decide(enter, Stamp.system(at("08:35")))).events());
    assertThat(day.floor().nextDue()).contains(ring("b2", BellKind.MOVE, "08:35"));
  }

  @Test
  void a_bell_that_two_nodes_decide_rings_once_d40() {
    var bell = ring("b2", BellKind.MOVE, "08:35");
    day.until("08:35");
    assertThat(day.floor().decide(bell, Stamp.system(at("08:35:01")))).isEqualTo(Decision.accept());
  }

  @Test
  void a_bell_that_moved_while_it_was_under_way_rings_when_it_is_due_now() {
    day.until("09:30").and(LENA, "09:30", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)));
    var old = ring("b4", BellKind.MOVE, "09:45");
    assertThat(day.floor().decide(old, Stamp.system(at("09:45")))).isEqualTo(Decision.accept());
    assertThat(day.until("09:50").rings())
        .contains("b4/move 09:50")
        .doesNotContain("b4/move 09:45");
  }

  @Test
  void a_wrap_up_bell_does_not_ring_again_when_the_block_is_extended_after_it() {
    day.until("09:44")
        .and(LENA, "09:44", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)))
        .until("10:00");
    assertThat(day.rings()).filteredOn(ring -> ring.startsWith("b3/warning")).hasSize(1);
    assertThat(day.floor().agenda(MAIN).edges())
        .filteredOn(edge -> edge.id().equals("main/b3/warn"))
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.at()).isEqualTo(at("09:48"));
              assertThat(edge.bell()).isEmpty();
            });
  }

  @Test
  void the_bell_that_rang_stays_in_the_agenda_so_that_no_row_changes_at_the_instant() {
    var before = day.until("08:34").floor().agenda(MAIN);
    assertThat(day.until("08:36").floor().agenda(MAIN)).isEqualTo(before);
  }

  @Test
  void while_paused_the_agenda_holds_nothing_that_would_come_d14() {
    day.and(LENA, "08:33:30", Fixtures.steer(new Control.Pause()));
    var edges = day.floor().agenda(MAIN).edges();
    assertThat(edges).allMatch(edge -> !edge.at().isAfter(at("08:33:30")));
    assertThat(edges.getLast().id()).isEqualTo("main/b1/warn");
    assertThat(day.floor().nextDue()).isEmpty();
  }

  @Test
  void a_lagging_bell_rings_after_the_block_was_entered_d12() {
    var lagging = Fixtures.school(PhaseTest.lagging(Duration.ofSeconds(37)));
    var scene = new Scene(Floor.opened(Fixtures.dayOpened(lagging, Fixtures.day())));
    assertThat(scene.until("15:01").rings()).contains("b2/move 08:35:37", "b11/dismiss 15:00:37");
    assertThat(scene.events(BlockEntered.class).get(1).at()).isEqualTo(at("08:35"));
  }

  @Test
  void two_schedules_of_one_building_ring_each_their_own_d26() {
    var high = new ScheduleId("high");
    var plan =
        new DayPlan(
            Fixtures.DATE,
            Fixtures.ZONE,
            "Regular",
            "",
            List.of(
                new SchedulePlan(MAIN, "Main", Fixtures.blocks()),
                new SchedulePlan(high, "High", Fixtures.blocks(high))));
    var scene = new Scene(Floor.opened(Fixtures.dayOpened(Fixtures.school(), plan)));
    scene.and(LENA, "08:33", Fixtures.steer(new Control.Pause())).until("08:40");
    assertThat(scene.events(BellRang.class))
        .filteredOn(rang -> rang.kind() == BellKind.MOVE)
        .extracting(rang -> rang.bell().value())
        .containsExactlyInAnyOrder(
            "2026-09-14/main/b1/move", "2026-09-14/high/b1/move", "2026-09-14/high/b2/move");
  }

  @Test
  void nobody_but_time_itself_rings_what_is_due() {
    var leader = new Stamp(LENA, Role.LEADER, at("08:35"));
    assertThat(day.until("08:34").floor().decide(ring("b2", BellKind.MOVE, "08:35"), leader))
        .isEqualTo(Decision.refuse(Refusal.NOT_YOURS_TO_DO));
  }

  @Test
  void a_closed_day_accepts_nothing_and_nothing_falls_due() {
    day.until("15:00").and(PersonId.SYSTEM, "15:30", new CloseDay());
    assertThat(day.floor().open()).isFalse();
    assertThat(day.floor().nextDue()).isEmpty();
    assertThat(day.isRefused(LENA, "15:31", Fixtures.steer(new Control.Pause())))
        .isEqualTo(Refusal.DAY_OVER);
    assertThat(day.decide(PersonId.SYSTEM, "15:31", ring("b2", BellKind.MOVE, "08:35")))
        .isEqualTo(Decision.accept());
  }

  @Test
  void only_a_demo_turns_its_clock_and_only_leaders_do() {
    assertThat(day.isRefused(LENA, "09:00", new SetSpeed(60))).isEqualTo(Refusal.DEMO_ONLY);
    var demo = new Scene(Floor.opened(demo(1)));
    assertThat(demo.isRefused(Fixtures.ABEL, "09:00", new SetSpeed(60)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(demo.does(OMAR, "09:00", new SetSpeed(60)).result())
        .isEqualTo(new ClockAt(at("09:00")));
    assertThat(demo.floor().speed()).isEqualTo(60);
  }

  @Test
  void a_jump_lands_ten_seconds_before_the_next_bell() {
    var demo = new Scene(Floor.opened(demo(10)));
    assertThat(demo.does(LENA, "09:00", new JumpToNextBell()).result())
        .isEqualTo(new ClockAt(at("09:07:50")));
    assertThat(demo.floor().at()).isEqualTo(at("09:07:50"));
    assertThat(demo.does(LENA, "09:07:55", new JumpToNextBell()).events()).isEmpty();
  }

  private static DayOpened demo(int speed) {
    var day = Fixtures.dayOpened();
    return new DayOpened(
        day.school(), day.plan(), day.assignments(), day.carry(), speed, true, day.at());
  }

  @Test
  void a_block_that_is_over_can_be_found_in_the_plan_as_published() {
    day.and(LENA, "09:30", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)));
    assertThat(day.timeline().published()).isEqualTo(Fixtures.blocks());
    assertThat(day.timeline().blocks()).extracting(Block::id).hasSize(12);
  }

  @Test
  void who_hears_the_bell_at_07_sets_it_to_ring_seven_seconds_late_d12() {
    assertThat(day.does(LENA, "08:35:09", heard("08:35:07")).result())
        .isEqualTo(new Aligned(Duration.ZERO, Duration.ofSeconds(7)));
    assertThat(day.floor().school().rules().bellLag()).isEqualTo(Duration.ofSeconds(7));
    day.until("09:46");
    assertThat(day.rings())
        .containsOnlyOnce("b2/move 08:35", "b3/move 09:10:07", "b4/move 09:45:07")
        .doesNotContain("b2/move 08:35:07");
    assertThat(day.starts()).startsWith("08:00", "08:35", "09:10");
  }

  @Test
  void a_bell_that_turns_out_to_be_early_rings_each_once_d12() {
    day.and(LENA, "08:35", heard("08:34:50")).and(OMAR, "09:09:55", heard("08:35:37"));
    day.and(LENA, "09:10:10", heard("09:09:50")).until("10:00");
    var moves = day.rings().stream().map(ring -> ring.replaceAll(" .*", "")).toList();
    assertThat(moves).doesNotHaveDuplicates();
  }

  @Test
  void a_sound_far_from_any_bell_or_still_to_come_sets_nothing() {
    assertThat(day.isRefused(LENA, "08:55", heard("08:50"))).isEqualTo(Refusal.NO_BELL_NEAR);
    assertThat(day.isRefused(LENA, "08:30", heard("08:35:07"))).isEqualTo(Refusal.NO_BELL_NEAR);
    assertThat(day.isRefused(Fixtures.ROSA, "08:36", heard("08:35:07")))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  private static Command heard(String localTime) {
    return new AlignBells(at(localTime), Optional.of(MAIN));
  }

  private static Scene earlyBells() {
    var school = Fixtures.school(PhaseTest.lagging(Duration.ofMinutes(-1)));
    return new Scene(Floor.opened(Fixtures.dayOpened(school, Fixtures.day())));
  }

  @Test
  void a_bell_that_is_always_early_rings_at_once_when_a_block_is_ended_now() {
    var early = earlyBells();
    early.and(LENA, "10:00", Fixtures.steer(new Control.Advance(false))).asleepUntil("10:00");
    assertThat(early.rings()).contains("b5/move 10:00");
    assertThat(early.events(BellMissed.class)).isEmpty();
  }

  @Test
  void a_block_whose_bell_has_rung_already_is_not_skipped() {
    var skip = Fixtures.steer(new Control.Skip(block("b5"), false));
    assertThat(earlyBells().isRefused(LENA, "10:19:30", skip)).isEqualTo(Refusal.TOO_SOON);
  }
}
