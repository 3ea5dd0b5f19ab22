package dev.carillon.desk;

import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.block;
import static dev.carillon.desk.House.dryRun;
import static dev.carillon.desk.House.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Command.CloseAndPlace;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.SetSpeed;
import dev.carillon.floor.Event.PlanProposed;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result;
import dev.carillon.log.CommandId;
import dev.carillon.log.Placed;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How a desk asks the planner: beside its own thread, on what is true then, and once an id.
final class PlanningTest {
  private final House house = new House(1, "08:05").open(1, false);

  /// A planner that is slow: it works when it is let.
  private final class Slow implements Executor {
    private final Executor lane = house.sim.lane();
    private final List<Runnable> kept = new ArrayList<>();
    private boolean isSlow;

    @Override
    public void execute(Runnable task) {
      if (isSlow) {
        kept.add(task);
      } else {
        lane.execute(task);
      }
    }

    void goOn() {
      isSlow = false;
      kept.forEach(lane::execute);
      kept.clear();
    }
  }

  private static Order propose(String id, StationId station) {
    return order(
        LENA,
        id,
        new ProposePlan(
            new ProposalId(id),
            new Request(new Cause.OfStation(station), 0, false),
            false,
            Optional.empty()));
  }

  private static Order close(String id, StationId station) {
    return order(LENA, id, new CloseStation(station, true, ""));
  }

  private static Stream<PlanProposed> proposed(List<Placed> log) {
    return log.stream()
        .flatMap(placed -> placed.entry().events().stream())
        .filter(PlanProposed.class::isInstance)
        .map(PlanProposed.class::cast);
  }

  @Test
  void a_plan_is_one_entry_under_the_id_of_whoever_asked() {
    var desk = house.desk();
    house.ask(desk, close("c1", CLAY));
    var answer = house.ask(desk, propose("p1", CLAY));
    var last = house.log().getLast();
    assertThat(answer)
        .isEqualTo(
            new Answer.Done(
                last.at().seq(), new Result.Proposed(new ProposalId("p1"), 1, 1, 0, false), false));
    assertThat(last.entry().id()).isEqualTo(new CommandId(LENA, "p1"));
    assertThat(last.entry().stamp().who()).isEqualTo(LENA);
    var change = proposed(house.log()).findFirst().orElseThrow().proposal().plan().changes();
    assertThat(change)
        .singleElement()
        .satisfies(each -> assertThat(each.to().student()).isEqualTo(NOAH))
        .satisfies(each -> assertThat(each.to().block()).isEqualTo(block("b2")));
  }

  @Test
  void a_room_is_closed_only_after_it_was_shown_what_that_changes() {
    var desk = house.desk();
    var asked =
        order(LENA, "c1", new CloseAndPlace(List.of(CLAY), Optional.of(1), Optional.empty()));
    int entries = house.log().size();
    var shown = (Answer.Done) house.ask(desk, dryRun(asked));
    assertThat(shown.result())
        .isInstanceOfSatisfying(Result.Closing.class, it -> assertThat(it.changes()).isOne());
    assertThat(house.log()).as("nothing has changed").hasSize(entries);
    var done = (Answer.Done) house.ask(desk, asked);
    assertThat(done.result()).isEqualTo(shown.result());
    assertThat(house.log()).as("in one entry").hasSize(entries + 1);
  }

  @Test
  void what_was_asked_before_it_is_true_when_it_is_planned() {
    var desk = house.desk();
    desk.submit(close("c1", CLAY));
    var answer = house.ask(desk, propose("p1", CLAY));
    assertThat(((Answer.Done) answer).result())
        .isEqualTo(new Result.Proposed(new ProposalId("p1"), 1, 1, 0, false));
  }

  @Test
  void the_same_id_gets_the_first_answer_though_it_was_planned_twice() {
    var slow = new Slow();
    var desk = house.desk(house.memory, slow);
    house.ask(desk, close("c1", CLAY));
    slow.isSlow = true;
    var one = desk.submit(propose("p1", CLAY));
    var other = desk.submit(propose("p1", CLAY));
    house.sim.settle();
    assertThat(slow.kept).hasSize(2);
    slow.goOn();
    house.sim.settle();
    assertThat(one.result()).isInstanceOf(Answer.Done.class).isEqualTo(other.result());
    assertThat(proposed(house.log())).hasSize(1);
    house.ask(desk, order(LENA, "a1", new AcceptPlan(new ProposalId("p1"))));
    assertThat(house.ask(desk, propose("p1", CLAY)))
        .as("also when it is over, and at another desk")
        .isEqualTo(one.result())
        .isEqualTo(house.ask(house.desk(), propose("p1", CLAY)));
    assertThat(house.ask(desk, propose("p1", LOOM)))
        .isEqualTo(new Answer.Refused(Refusal.ID_REUSED, Map.of()));
  }

  @Test
  void nobody_waits_for_the_planner_but_whoever_asked_it() {
    var slow = new Slow();
    var desk = house.desk(house.memory, slow);
    slow.isSlow = true;
    var planned = desk.submit(propose("p1", CLAY));
    assertThat(house.ask(desk, order(MIRA, "c1", new ReportHere())))
        .isInstanceOf(Answer.Done.class);
    assertThat(planned.isComplete()).isFalse();
    slow.goOn();
    house.sim.settle();
    assertThat(planned.result()).isInstanceOf(Answer.Done.class);
  }

  @Test
  void a_desk_that_stops_says_that_a_plan_under_way_was_not_saved() {
    var slow = new Slow();
    var desk = house.desk(house.memory, slow);
    slow.isSlow = true;
    var planned = desk.submit(propose("p1", CLAY));
    house.sim.settle();
    house.now(desk.stop());
    slow.goOn();
    house.sim.settle();
    assertThat(planned.result()).isEqualTo(new Answer.Refused(Refusal.NOT_SAVED, Map.of()));
  }

  @Test
  void a_plan_that_loses_the_race_to_another_node_is_decided_on_what_that_one_wrote() {
    var slow = new Slow();
    var desk = house.desk(house.memory, slow);
    var other = house.desk();
    house.ask(desk, close("c1", CLAY));
    slow.isSlow = true;
    var planned = desk.submit(propose("p1", CLAY));
    house.sim.settle();
    house.ask(other, propose("p2", CLAY));
    slow.goOn();
    house.sim.settle();
    assertThat(planned.result()).isInstanceOf(Answer.Done.class);
    assertThat(desk.state().floor().proposals())
        .as("the later one about the same")
        .containsOnlyKeys(new ProposalId("p1"));
    assertThat(other.state().floor().proposals()).isEqualTo(desk.state().floor().proposals());
  }

  @Test
  void a_dry_run_is_planned_and_changes_nothing() {
    var desk = house.desk();
    house.ask(desk, close("c1", CLAY));
    int entries = house.log().size();
    var answer = house.ask(desk, dryRun(propose("p1", CLAY)));
    assertThat(((Answer.Done) answer).result())
        .isEqualTo(new Result.Proposed(new ProposalId("p1"), 1, 1, 0, false));
    assertThat(house.log()).hasSize(entries);
  }

  @Test
  void a_refusal_needs_no_plan_to_be_true() {
    var desk = house.desk();
    assertThat(house.ask(desk, propose("p1", new StationId("moon"))))
        .isEqualTo(new Answer.Refused(Refusal.STATION_UNKNOWN, Map.of()));
    assertThat(house.ask(desk, order(LENA, "c2", new SetSpeed(10))))
        .as("and the desk goes on")
        .isEqualTo(new Answer.Refused(Refusal.DEMO_ONLY, Map.of()));
  }
}
