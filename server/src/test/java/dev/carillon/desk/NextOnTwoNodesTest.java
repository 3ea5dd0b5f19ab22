package dev.carillon.desk;

import static dev.carillon.Fixtures.CENTRE_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: whoever presses *next* at the same moment, at whichever node, gets somebody else's call or
/// hears that there is none. Method: fifteen helpers press at two nodes of one floor at once, whose
/// appends meet in an order that the seed draws.
final class NextOnTwoNodesTest {
  private static final int FIFTEEN = 15;

  private House house;
  private List<Desk> nodes;

  private static School school() {
    var people = new LinkedHashMap<PersonId, Person>(Fixtures.school().people());
    for (int i = 0; i < FIFTEEN; i++) {
      people.put(student(i), Fixtures.student(student(i), "Student " + i, "" + (i + 5)));
      var rooms = Set.of(CENTRE_ROOM);
      people.put(
          helper(i), new Staff(helper(i), "Helper " + i, Role.PARAPROFESSIONAL, rooms, "en"));
    }
    return Changed.from(Fixtures.school()).people(people).school();
  }

  private static PersonId student(int number) {
    return new PersonId("student-" + number);
  }

  private static PersonId helper(int number) {
    return new PersonId("helper-" + number);
  }

  private static HelpId help(int number) {
    return new HelpId("h" + number);
  }

  /// What each of the fifteen is told, in the order of their numbers.
  private List<Answer> allPressNext(long seed, int waiting) {
    house = new House(seed, "08:10").open(school(), 1, false);
    nodes = List.of(house.desk(), house.desk());
    for (int i = 0; i < waiting; i++) {
      var ask = new AskForHelp(help(i), student(i), HelpKind.WORK, "");
      house.ask(nodes.get(i % 2), House.order(school(), student(i), "ask", ask));
    }
    var answers = new ArrayList<Future<Answer>>();
    for (int i = 0; i < FIFTEEN; i++) {
      var order = House.order(school(), helper(i), "next", new ClaimNext());
      answers.add(nodes.get(i % 2).submit(order));
    }
    // A desk that has lost a race waits a moment before it tries again.
    house.sim.pass(2_000);
    return answers.stream().map(Future::result).toList();
  }

  private List<HelpId> claimed() {
    return house.log().stream()
        .flatMap(placed -> placed.entry().events().stream())
        .filter(HelpClaimed.class::isInstance)
        .map(event -> ((HelpClaimed) event).help())
        .toList();
  }

  private static List<HelpId> ids(int count) {
    return IntStream.range(0, count).mapToObj(NextOnTwoNodesTest::help).toList();
  }

  private static List<HelpId> given(List<Answer> answers) {
    return answers.stream()
        .filter(Answer.Done.class::isInstance)
        .map(answer -> ((HelpGiven) ((Answer.Done) answer).result()).help())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void fifteen_of_a_line_of_fifteen_get_one_each_and_none_is_left_b2(long seed) {
    var answers = allPressNext(seed, FIFTEEN);
    assertThat(given(answers))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(ids(FIFTEEN));
    assertThat(claimed()).as("seed %d: in their order", seed).isEqualTo(ids(FIFTEEN));
    for (var node : nodes) {
      var help = node.state().floor().help();
      assertThat(help.open().values()).allMatch(HelpRequest.Claimed.class::isInstance);
      assertThat(IntStream.range(0, FIFTEEN).mapToObj(i -> help.groupOf(helper(i)).size()))
          .as("seed %d: nobody has two", seed)
          .containsOnly(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void fifteen_of_a_line_of_three_get_three_and_twelve_hear_that_it_is_empty_b3(long seed) {
    var answers = allPressNext(seed, 3);
    assertThat(given(answers)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids(3));
    assertThat(claimed()).as("seed %d", seed).isEqualTo(ids(3));
    assertThat(answers)
        .as("seed %d", seed)
        .filteredOn(Answer.Refused.class::isInstance)
        .hasSize(12)
        .extracting(answer -> ((Answer.Refused) answer).refusal())
        .containsOnly(Refusal.LINE_EMPTY);
    assertThat(nodes).allMatch(node -> node.tally().faults.sum() == 0);
  }
}
