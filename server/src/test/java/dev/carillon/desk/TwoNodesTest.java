package dev.carillon.desk;

import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.desk.TwoNodes.get;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nodes on one real Redis, at the same time.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoNodesTest {
  /// `-Dcarillon.races=1000` for the long form.
  private static final int RACES = Integer.getInteger("carillon.races", 1_000);

  @TempDir Path folder;
  private TwoNodes nodes;

  @BeforeEach
  void start() {
    nodes = new TwoNodes(folder, "yuma");
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void of_twenty_helpers_who_claim_at_once_one_gets_it_and_the_others_hear_who_b1() {
    for (int race = 0; race < RACES; race++) {
      var help = new HelpId("h" + race);
      ask(race, MIRA, "ask" + race, new AskForHelp(help, MIRA, HelpKind.WORK, ""));
      var answers = claimAtOnce(help);
      var winner = winnerOf(race, answers);
      var name = nodes.school.people().get(winner).name();
      for (var answer : answers) {
        if (answer instanceof Answer.Refused(var refusal, var args)) {
          assertThat(refusal).as("race %d", race).isEqualTo(Refusal.HELP_ALREADY_CLAIMED);
          assertThat(args).as("race %d", race).containsEntry("helper", name);
        }
      }
      var claim =
          (HelpGiven) ((Answer.Done) answers.get(TwoNodes.helpers().indexOf(winner))).result();
      ask(race, winner, "there" + race, new ArriveAtHelp(help, claim.epoch()));
      ask(race, winner, "over" + race, new ResolveHelp(help, claim.epoch()));
    }
    var claims =
        nodes.log().stream()
            .flatMap(placed -> placed.entry().events().stream())
            .filter(HelpClaimed.class::isInstance)
            .map(event -> ((HelpClaimed) event).help())
            .toList();
    assertThat(claims).hasSize(RACES).doesNotHaveDuplicates();
  }

  private void ask(int race, PersonId who, String id, dev.carillon.floor.Command command) {
    var answer = get(nodes.desks.get(race % 2).submit(House.order(nodes.school, who, id, command)));
    assertThat(answer).as("race %d: %s", race, id).isInstanceOf(Answer.Done.class);
  }

  private List<Answer> claimAtOnce(HelpId help) {
    var answers = new ArrayList<Future<Answer>>();
    for (var helper : TwoNodes.helpers()) {
      var order = House.order(nodes.school, helper, "claim-" + help.value(), new ClaimHelp(help));
      answers.add(nodes.desks.get(answers.size() % 2).submit(order));
    }
    return answers.stream().map(TwoNodes::get).toList();
  }

  private static PersonId winnerOf(int race, List<Answer> answers) {
    var winners =
        IntStream.range(0, answers.size())
            .filter(i -> answers.get(i) instanceof Answer.Done)
            .mapToObj(TwoNodes.helpers()::get)
            .toList();
    assertThat(winners).as("race %d", race).hasSize(1);
    return winners.getFirst();
  }

  /// Goal: two nodes that write at once agree, and each answer is true. Method: helpers go on and
  /// off duty at random on either node, each order sometimes on both; half way Redis is killed.
  /// Afterwards answers and log are compared.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void two_nodes_agree_and_each_order_happens_once(long seed) {
    var dice = new SplittableRandom(seed);
    var orders = new ArrayList<Order>();
    var answers = new ArrayList<Future<Answer>>();
    for (int i = 0; i < 2_000; i++) {
      var helper = TwoNodes.helpers().get(dice.nextInt(TwoNodes.HELPERS));
      var command = dice.nextBoolean() ? new StartDuty() : new EndDuty();
      var order = House.order(nodes.school, helper, "d" + i, command);
      for (int copies = dice.nextInt(5) == 0 ? 2 : 1; copies > 0; copies--) {
        orders.add(order);
        answers.add(nodes.desks.get(dice.nextInt(2)).submit(order));
      }
      if (i == 1_000) {
        ProcessHandle.of(nodes.redis.pid()).orElseThrow().destroyForcibly();
      }
      if (i % 50 == 0) {
        get(answers.get(dice.nextInt(answers.size())));
      }
    }
    answers.forEach(TwoNodes::get);
    checkAnswers(seed, orders, answers);
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                nodes
                    .desks
                    .getFirst()
                    .state()
                    .cursor()
                    .equals(nodes.desks.getLast().state().cursor()));
    assertThat(nodes.desks.getFirst().state().floor())
        .as("seed %d", seed)
        .isEqualTo(nodes.desks.getLast().state().floor());
  }

  private void checkAnswers(long seed, List<Order> orders, List<Future<Answer>> answers) {
    var log = nodes.log();
    assertThat(log)
        .as("seed %d", seed)
        .extracting(placed -> placed.entry().id())
        .doesNotHaveDuplicates();
    var done = new HashSet<>();
    for (int i = 0; i < orders.size(); i++) {
      if (answers.get(i).result() instanceof Answer.Done(var seq, _, _)) {
        assertThat(log.get((int) seq - 1).entry().id())
            .as("seed %d", seed)
            .isEqualTo(orders.get(i).id());
        done.add(orders.get(i).id());
      }
    }
    assertThat(done).as("seed %d: nearly all got through", seed).hasSizeGreaterThan(1_500);
  }
}
