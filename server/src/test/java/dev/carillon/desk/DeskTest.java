package dev.carillon.desk;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.desk.House.KEY;
import static dev.carillon.desk.House.dryRun;
import static dev.carillon.desk.House.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.JumpToNextBell;
import dev.carillon.floor.Command.SetSpeed;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Control;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.HistoryLost;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Ripple;
import dev.carillon.log.Batch;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.Placed;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One desk, or two, over a log in memory, with a clock that is moved by hand.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskTest {
  private static final HelpId HELP = new HelpId("h1");

  private final House house = new House(1, "09:00");
  private final List<Publication> published = new ArrayList<>();

  // --- Commands
  // -----------------------------------------------------------------------------------

  @Test
  void an_accepted_command_is_in_the_log_before_it_is_answered() {
    var desk = house.open(1, false).desk();
    var answer = house.ask(desk, order(MIRA, "c1", ask()));
    var last = house.log().getLast();
    assertThat(answer).isEqualTo(new Answer.Done(last.at().seq(), last.entry().result(), false));
    assertThat(last.entry().id()).isEqualTo(new CommandId(MIRA, "c1"));
    assertThat(last.entry().stamp().who()).isEqualTo(MIRA);
    assertThat(desk.state().cursor()).isEqualTo(last.at());
  }

  @Test
  void a_resend_gets_the_same_answer_all_day_and_happens_once() {
    var desk = house.open(1, false).desk();
    var order = order(MIRA, "c1", ask());
    var first = house.ask(desk, order);
    house.sim.pass(Duration.ofMinutes(30).toMillis());
    int entries = house.log().size();
    assertThat(house.ask(desk, order)).isEqualTo(first);
    assertThat(house.ask(house.desk(), order)).as("at another desk").isEqualTo(first);
    assertThat(house.log()).hasSize(entries);
  }

  @Test
  void two_of_the_same_in_one_batch_happen_once() {
    var desk = house.open(1, false).desk();
    var one = desk.submit(order(MIRA, "c1", ask()));
    var other = desk.submit(order(MIRA, "c1", ask()));
    house.sim.settle();
    assertThat(one.result()).isInstanceOf(Answer.Done.class).isEqualTo(other.result());
    assertThat(asked(house.log())).isEqualTo(1);
  }

  @Test
  void an_id_used_for_something_else_is_refused_b7() {
    var desk = house.open(1, false).desk();
    house.ask(desk, order(ABEL, "c1", new EndDuty()));
    assertThat(house.ask(desk, order(ABEL, "c1", new StartDuty())))
        .isEqualTo(refused(Refusal.ID_REUSED));
    assertThat(house.ask(desk, order(PIA, "c1", new EndDuty())))
        .as("ids are unique per person")
        .isInstanceOf(Answer.Done.class);
  }

  @Test
  void a_dry_run_answers_and_changes_nothing() {
    var desk = house.open(1, false).desk();
    var entries = house.log();
    var order = order(LENA, "c1", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)));
    var answer = house.ask(desk, dryRun(order));
    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(((Answer.Done) answer).dryRun()).isTrue();
    assertThat(house.log()).isEqualTo(entries);
    assertThat(house.ask(desk, order)).isInstanceOf(Answer.Done.class);
  }

  @Test
  void another_day_is_refused() {
    var desk = house.open(1, false).desk();
    var order = order(MIRA, "c1", ask());
    assertThat(house.ask(desk, on(order, DATE.minusDays(1)))).isEqualTo(refused(Refusal.DAY_OVER));
    assertThat(house.ask(desk, on(order, DATE.plusDays(1)))).isEqualTo(refused(Refusal.WRONG_DAY));
  }

  @Test
  void a_refusal_is_checked_against_the_head_of_the_log() {
    var flaky = house.open(1, false).flaky();
    var late = house.desk(flaky);
    var desk = house.desk();
    flaky.isDeaf = true;
    house.ask(desk, order(MIRA, "c1", ask()));
    assertThat(late.state().floor().help().open()).as("it knows nothing of it").isEmpty();
    assertThat(house.ask(late, order(ABEL, "c2", new ClaimHelp(HELP))))
        .isInstanceOf(Answer.Done.class);
    int before = flaky.confirmations;
    assertThat(house.ask(late, order(PIA, "c3", new ClaimHelp(new HelpId("nobody")))))
        .isEqualTo(refused(Refusal.HELP_UNKNOWN));
    assertThat(flaky.confirmations).isEqualTo(before + 1);
  }

  @Test
  void whoever_loses_a_race_decides_again() {
    var flaky = house.open(1, false).flaky();
    flaky.isDeaf = true;
    var late = house.desk(flaky);
    var desk = house.desk();
    house.ask(desk, order(MIRA, "c1", ask()));
    house.ask(desk, order(ABEL, "c2", new ClaimHelp(HELP)));
    var answer = house.ask(late, order(PIA, "c3", new ClaimHelp(HELP)));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused) answer).refusal()).isEqualTo(Refusal.HELP_ALREADY_CLAIMED);
    assertThat(late.tally().conflicts.sum()).isPositive();
    assertThat(late.state().floor()).isEqualTo(desk.state().floor());
  }

  @Test
  void a_queue_that_is_full_says_busy() {
    var desk = house.open(1, false).desk();
    var answers = new ArrayList<Future<Answer>>();
    for (int i = 0; i < Desk.QUEUE_MAX + 10; i++) {
      answers.add(desk.submit(order(ABEL, "c" + i, i % 2 == 0 ? new EndDuty() : new StartDuty())));
    }
    house.sim.settle();
    assertThat(answers.stream().filter(answer -> answer.result() instanceof Answer.Done))
        .hasSize(Desk.QUEUE_MAX);
    assertThat(answers.stream().filter(answer -> refused(Refusal.BUSY).equals(answer.result())))
        .hasSize(10);
  }

  // --- Time
  // ---------------------------------------------------------------------------------------

  @Test
  void bells_ring_in_order_and_once_however_many_desks_there_are() {
    house.open(1, false);
    var desks = List.of(house.desk(), house.desk(), house.desk());
    desks.getFirst().subscribe(published::add);
    house.sim.pass(Duration.ofHours(3).toMillis());
    var rings = rings(house.log());
    assertThat(rings).hasSizeGreaterThan(10);
    assertThat(rings).extracting(BellRang::bell).doesNotHaveDuplicates();
    assertThat(rings).extracting(BellRang::at).isSorted();
    assertThat(rings).allSatisfy(ring -> assertThat(ring.at()).isEqualTo(ring.scheduledFor()));
    assertThat(published.stream().flatMap(news -> news.rings().stream()).toList()).isEqualTo(rings);
    assertThat(desks)
        .extracting(desk -> desk.state().floor())
        .containsOnly(desks.getFirst().state().floor());
  }

  /// Its last append may or may not have reached the log.
  @ParameterizedTest
  @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER"})
  void a_node_that_dies_at_the_bell_leaves_one_bell_d40(FlakyLog.Line line) {
    var flaky = house.open(1, false).flaky();
    var dying = house.desk(flaky);
    house.sim.pass(at("09:09:59").toEpochMilli() - house.sim.sourceMs());
    house.line = line;
    house.sim.pass(1_000);
    var _ = dying.stop();
    var living = house.desk();
    house.sim.pass(4_000);
    var bells = rings(house.log()).stream().map(ring -> ring.bell().value());
    assertThat(bells).filteredOn(bell -> bell.endsWith("b3/move")).hasSize(1);
    assertThat(living.state().floor().timelines().get(MAIN).entered()).contains(block("b3"));
  }

  @Test
  void a_clock_set_back_by_two_seconds_before_a_bell_rings_it_once_d13() {
    house.open(1, false);
    var desks = List.of(house.desk(), house.desk());
    house.sim.pass(Duration.ofSeconds(599).toMillis());
    house.sim.setBack(2_000);
    house.sim.pass(Duration.ofSeconds(10).toMillis());
    house.ask(desks.getFirst(), order(LENA, "c1", new StartDuty()));
    var moves = rings(house.log()).stream().filter(ring -> ring.bell().value().endsWith("b3/move"));
    assertThat(moves).hasSize(1).allSatisfy(ring -> assertThat(ring.late()).isFalse());
  }

  @Test
  void a_bell_that_is_too_late_is_recorded_and_silent() {
    var first = house.open(1, false).desk();
    house.now(first.stop());
    house.sim.pass(at("09:10:05").toEpochMilli() - house.sim.sourceMs());
    house.desk();
    house.sim.settle();
    var events = house.log().stream().flatMap(placed -> placed.entry().events().stream()).toList();
    assertThat(events.stream().filter(BellRang.class::isInstance))
        .map(event -> ((BellRang) event).late())
        .contains(true);
    assertThat(events.stream().filter(BellMissed.class::isInstance)).isNotEmpty();
  }

  @Test
  void what_fell_due_is_decided_before_a_command() {
    var flaky = house.open(1, false).flaky();
    var desk = house.desk(flaky);
    house.sim.nudge(0);
    var order = order(LENA, "c1", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)));
    long ahead = at("09:10").toEpochMilli() - house.sim.sourceMs() + 1;
    var answer = desk.submit(order);
    house.sim.nudge(ahead);
    house.sim.settle();
    assertThat(answer.isComplete()).isTrue();
    var ids = house.log().stream().map(placed -> placed.entry().id().id()).toList();
    assertThat(ids).last().isEqualTo("c1");
    assertThat(ids).anyMatch(id -> id.contains("b3/move"));
  }

  @Test
  void a_whole_day_runs_to_its_end_at_six_hundred_times_the_speed() {
    var early = new House(3, "07:30");
    early.open(600, true);
    var desks = List.of(early.desk(), early.desk());
    early.sim.pass(Duration.ofHours(8).toMillis() / 600);
    var floor = desks.getFirst().state().floor();
    assertThat(floor.timelines().get(MAIN).ended()).isTrue();
    var rings = rings(early.log());
    assertThat(rings).extracting(BellRang::bell).doesNotHaveDuplicates();
    assertThat(rings.getLast().bell().value()).endsWith("dismiss");
    assertThat(early.log()).extracting(placed -> placed.entry().id()).doesNotHaveDuplicates();
    assertThat(desks.getLast().state().floor()).isEqualTo(floor);
  }

  @Test
  void the_demo_s_clock_turns_for_every_desk_at_once() {
    house.open(1, true);
    var desks = List.of(house.desk(), house.desk());
    house.ask(desks.getFirst(), order(LENA, "c1", new JumpToNextBell()));
    var clock = desks.getFirst().state().clock();
    assertThat(clock.at(house.sim.sourceMs())).isAfter(at("09:00:30"));
    house.ask(desks.getLast(), order(LENA, "c2", new SetSpeed(60)));
    assertThat(desks).extracting(desk -> desk.state().clock().speed()).containsOnly(60);
    assertThat(desks.getFirst().state().clock().at(house.sim.sourceMs()))
        .as("no jump when only the speed changes")
        .isEqualTo(clock.at(house.sim.sourceMs()));
    int rings = rings(house.log()).size();
    house.sim.pass(1_000);
    assertThat(rings(house.log()).size()).isGreaterThan(rings);
    house.ask(desks.getFirst(), order(LENA, "c3", new SetSpeed(0)));
    var entries = house.log();
    house.sim.pass(Duration.ofHours(1).toMillis());
    assertThat(house.log()).isEqualTo(entries);
  }

  // --- When the log fails
  // -------------------------------------------------------------------------

  @Test
  void an_answer_that_got_lost_is_found_in_the_log() {
    var flaky = house.open(1, false).flaky();
    var desk = house.desk(flaky);
    house.line = FlakyLog.Line.LOST_AFTER;
    var answer = desk.submit(order(MIRA, "c1", ask()));
    house.sim.settle();
    assertThat(answer.isComplete()).isFalse();
    house.line = FlakyLog.Line.GOOD;
    house.sim.pass(2_000);
    assertThat(answer.result()).isInstanceOf(Answer.Done.class);
    assertThat(asked(house.log())).isEqualTo(1);
  }

  @Test
  void what_never_reached_the_log_is_sent_again() {
    var flaky = house.open(1, false).flaky();
    var desk = house.desk(flaky);
    house.line = FlakyLog.Line.LOST_BEFORE;
    var answer = desk.submit(order(MIRA, "c1", ask()));
    house.sim.pass(1_000);
    assertThat(answer.isComplete()).isFalse();
    assertThat(desk.state().isAway()).isTrue();
    house.line = FlakyLog.Line.GOOD;
    house.sim.pass(2_000);
    assertThat(answer.result()).isInstanceOf(Answer.Done.class);
    assertThat(asked(house.log())).isEqualTo(1);
    assertThat(desk.state().isAway()).isFalse();
  }

  @Test
  void a_log_that_stays_away_is_admitted_within_five_seconds_b36() {
    var flaky = house.open(1, false).flaky();
    var desk = house.desk(flaky);
    house.line = FlakyLog.Line.LOST_BEFORE;
    var order = order(MIRA, "c1", ask());
    var answer = desk.submit(order);
    house.sim.pass(5_000);
    assertThat(answer.result()).isEqualTo(refused(Refusal.NOT_SAVED));
    house.line = FlakyLog.Line.GOOD;
    house.sim.pass(2_000);
    assertThat(house.ask(desk, order)).isInstanceOf(Answer.Done.class);
    assertThat(asked(house.log())).isEqualTo(1);
  }

  @Test
  void lost_history_opens_a_new_epoch_and_everybody_is_told() {
    house.open(1, false);
    var desks = List.of(house.desk(), house.desk());
    house.ask(desks.getFirst(), order(MIRA, "c1", ask()));
    house.ask(desks.getFirst(), order(ABEL, "c2", new ClaimHelp(HELP)));
    var seen = desks.getFirst().state().cursor();
    desks.getLast().subscribe(published::add);
    house.sim.settle();
    published.clear();
    house.memory.rewind(KEY, seen.seq() - 1);
    house.sim.pass(1_000);
    assertThat(desks)
        .allSatisfy(
            desk -> {
              assertThat(desk.state().cursor().epoch()).isEqualTo(2);
              assertThat(desk.state().floor()).isEqualTo(desks.getFirst().state().floor());
            });
    var lost = (HistoryLost) house.log().getLast().entry().events().getFirst();
    assertThat(lost.lost()).isEqualTo(seen);
    assertThat(published).anySatisfy(news -> assertThat(news.touched().whole()).isTrue());
    assertThat(published.getLast().to()).isEqualTo(desks.getLast().state().cursor());
    assertThat(house.ask(desks.getLast(), order(PIA, "c3", new ClaimHelp(HELP))))
        .as("what was lost may be done again")
        .isInstanceOf(Answer.Done.class);
  }

  @Test
  void an_entry_that_cannot_be_folded_does_not_stop_the_floor() {
    var desk = house.open(1, false).desk();
    var broken =
        Draft.of(
            new Entry(
                new CommandId(ABEL, "x"),
                Fixtures.stamp(ABEL, "09:00"),
                "",
                List.of(
                    new dev.carillon.floor.Event.HelperArrived(
                        new HelpId("none"), ABEL, at("09:03"), at("09:00"))),
                dev.carillon.floor.Result.NOTHING));
    var batch = Batch.after(desk.state().cursor());
    batch.add(broken);
    house.now(house.memory.append(KEY, batch));
    house.sim.settle();
    assertThat(desk.state().cursor()).isEqualTo(batch.end());
    assertThat(house.ask(desk, order(MIRA, "c1", ask()))).isInstanceOf(Answer.Done.class);
  }

  // --- Coming and going
  // ---------------------------------------------------------------------------

  @Test
  void whoever_subscribes_gets_the_whole_floor_and_then_every_step() {
    var desk = house.open(1, false).desk();
    house.ask(desk, order(MIRA, "c1", ask()));
    desk.subscribe(published::add);
    house.sim.settle();
    assertThat(published).hasSize(1);
    assertThat(published.getFirst().touched().whole()).isTrue();
    assertThat(published.getFirst().floor()).isEqualTo(desk.state().floor());
    IntStream.range(0, 20)
        .forEach(
            i ->
                house.ask(
                    desk, order(ABEL, "d" + i, i % 2 == 0 ? new EndDuty() : new StartDuty())));
    house.sim.pass(Duration.ofHours(1).toMillis());
    for (int i = 1; i < published.size(); i++) {
      assertThat(published.get(i).from()).isEqualTo(published.get(i - 1).to());
    }
    assertThat(published.getLast().to()).isEqualTo(desk.state().cursor());
  }

  @Test
  void a_desk_goes_on_from_its_snapshot() {
    var desk = house.open(1, false).desk();
    for (int i = 0; i < 500; i++) {
      house.ask(desk, order(ABEL, "d" + i, i % 2 == 0 ? new EndDuty() : new StartDuty()));
    }
    var before = desk.state();
    house.now(desk.stop());
    assertThat(house.now(house.memory.head(KEY)).orElseThrow().snapshotSeq())
        .isEqualTo(before.cursor().seq());
    var next = house.desk();
    assertThat(next.state().floor()).isEqualTo(before.floor());
    assertThat(next.state().cursor()).isEqualTo(before.cursor());
    assertThat(house.ask(next, order(ABEL, "d7", new StartDuty())))
        .as("the ledger is in the snapshot")
        .isInstanceOf(Answer.Done.class);
    assertThat(house.log()).hasSize((int) before.cursor().seq());
  }

  @Test
  void a_closed_day_is_over_for_every_desk() {
    house.open(1, false);
    var desks = List.of(house.desk(), house.desk());
    var close =
        new Order(
            new CommandId(PersonId.SYSTEM, "close"), DATE, Role.SYSTEM, new CloseDay(), "", false);
    assertThat(house.ask(desks.getFirst(), close)).isInstanceOf(Answer.Done.class);
    for (var desk : desks) {
      assertThat(house.ask(desk, order(NOAH, "c1", ask()))).isEqualTo(refused(Refusal.DAY_OVER));
      assertThat(house.ask(desk, close)).isInstanceOf(Answer.Done.class);
      assertThat(desk.state().floor().open()).isFalse();
    }
    assertThat(house.now(house.memory.openDays(KEY.school()))).isEmpty();
  }

  @Test
  void orders_waiting_when_a_desk_stops_are_answered() {
    var desk = house.open(1, false).desk();
    var answer = desk.submit(order(MIRA, "c1", ask()));
    var stopped = desk.stop();
    house.sim.settle();
    assertThat(stopped.succeeded()).isTrue();
    assertThat(answer.isComplete()).isTrue();
    boolean written = asked(house.log()) == 1;
    assertThat(answer.result() instanceof Answer.Done).isEqualTo(written);
    assertThat(house.ask(desk, order(MIRA, "c2", ask()))).isEqualTo(refused(Refusal.NOT_SAVED));
  }

  private static AskForHelp ask() {
    return new AskForHelp(HELP, MIRA, HelpKind.WORK, "");
  }

  private static Order on(Order order, java.time.LocalDate date) {
    return new Order(order.id(), date, order.role(), order.command(), order.bodyHash(), false);
  }

  private static Answer refused(Refusal refusal) {
    return new Answer.Refused(refusal, java.util.Map.of());
  }

  private static long asked(List<Placed> log) {
    return log.stream().filter(placed -> placed.entry().id().who().equals(MIRA)).count();
  }

  private static List<BellRang> rings(List<Placed> log) {
    return log.stream()
        .flatMap(placed -> placed.entry().events().stream())
        .filter(BellRang.class::isInstance)
        .map(BellRang.class::cast)
        .toList();
  }
}
