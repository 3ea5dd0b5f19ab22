package dev.carillon.desk;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.HelpClaimedTogether;
import dev.carillon.floor.HelpKind;
import dev.carillon.log.Placed;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goal: a store that is away for twenty seconds, over a bell, costs nobody anything but time.
/// Method: two nodes lose the line to it, on the way there or on the way back, while students ask
/// and helpers claim at both; every command that is told to try again is sent again under its id,
/// as a device does.
final class LostLogTest {
  private static final int SECONDS = 20;

  private record Sent(Order order, Future<Answer> answer, long atMs) {}

  private final House house = new House(3, "08:34:50").open(1, false);
  private final List<Desk> nodes = List.of(house.desk(house.flaky()), house.desk(house.flaky()));
  private final List<Sent> waiting = new ArrayList<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private int triedAgain;

  private void does(int node, PersonId who, String id, Command command) {
    send(node, House.order(who, id, command));
  }

  private void send(int node, Order order) {
    waiting.add(new Sent(order, nodes.get(node).submit(order), house.sim.sourceMs()));
  }

  private static AskForHelp ask(String help, PersonId student) {
    return new AskForHelp(new HelpId(help), student, HelpKind.WORK, "");
  }

  /// A second passes; whoever is told to try again does, at the other node.
  private void second() {
    house.sim.pass(1_000);
    var came = waiting.stream().filter(sent -> sent.answer().isComplete()).toList();
    waiting.removeAll(came);
    for (var sent : came) {
      var answer = sent.answer().result();
      if (answer instanceof Answer.Refused(var refusal, _) && refusal.isWorthTryingAgain()) {
        triedAgain++;
        send(triedAgain % 2, sent.order());
      } else {
        answers.put(sent.order().id().id(), answer);
      }
    }
    // Within five seconds everybody has a result, or hears that it is not saved.
    assertThat(waiting).allMatch(sent -> house.sim.sourceMs() - sent.atMs() <= 5_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER"})
  void twenty_seconds_without_the_store_lose_nothing_and_halve_nothing_b36(FlakyLog.Line lost) {
    does(0, JUNE, "june", ask("h1", JUNE));
    does(1, TARIQ, "tariq", ask("h2", TARIQ));
    second();
    assertThat(answers).hasSize(2);

    house.line = lost;
    does(0, NOAH, "noah", ask("h3", NOAH));
    does(1, ABEL, "group", new ClaimGroup(List.of(new HelpId("h1"), new HelpId("h2"))));
    for (int second = 1; second <= SECONDS; second++) {
      if (second == 5) {
        does(0, MIRA, "mira", ask("h4", MIRA));
        does(1, PIA, "pia", new SetAway(true));
      }
      second();
      assertThat(nodes).as("both say that it is away").allMatch(node -> node.state().isAway());
    }
    assertThat(triedAgain).isPositive();

    // By itself: nobody restarts anything.
    house.line = FlakyLog.Line.GOOD;
    for (int second = 0; second < 6; second++) {
      second();
    }
    assertThat(waiting).isEmpty();
    assertThat(nodes).noneMatch(node -> node.state().isAway());
    assertThat(nodes.getFirst().state().cursor()).isEqualTo(nodes.getLast().state().cursor());
    assertThat(nodes.getFirst().state().floor()).isEqualTo(nodes.getLast().state().floor());

    var log = house.log();
    assertThat(log).extracting(placed -> placed.entry().id()).doesNotHaveDuplicates();
    answers.forEach((id, answer) -> stands(log, id, answer));
    assertThat(answers.keySet()).contains("june", "noah", "tariq", "mira", "group", "pia");
    var together = log.stream().filter(LostLogTest::isGroup).toList();
    assertThat(together).as("a group is taken whole, once").hasSize(1);
    assertThat(together.getFirst().entry().events())
        .filteredOn(HelpClaimedTogether.class::isInstance)
        .hasSize(2);
    // The bell of 08:35 was decided late, and once.
    assertThat(events(log, BlockEntered.class))
        .filteredOn(entered -> entered.block().equals(block("b2")))
        .hasSize(1);
    assertThat(events(log, BellRang.class)).doesNotHaveDuplicates();
  }

  private static void stands(List<Placed> log, String id, Answer answer) {
    var written = log.stream().filter(placed -> placed.entry().id().id().equals(id)).toList();
    switch (answer) {
      case Answer.Done(var seq, var result, _) -> {
        assertThat(written).as(id).hasSize(1);
        assertThat(written.getFirst().at().seq()).as(id).isEqualTo(seq);
        assertThat(written.getFirst().entry().result()).as(id).isEqualTo(result);
      }
      case Answer.Refused _ -> assertThat(written).as(id).isEmpty();
    }
  }

  private static boolean isGroup(Placed placed) {
    return placed.entry().events().stream().anyMatch(HelpClaimedTogether.class::isInstance);
  }

  private static <E> List<E> events(List<Placed> log, Class<E> kind) {
    return log.stream()
        .flatMap(placed -> placed.entry().events().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
