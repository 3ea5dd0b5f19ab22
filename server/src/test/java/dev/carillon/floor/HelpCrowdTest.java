package dev.carillon.floor;

import static dev.carillon.Fixtures.CENTRE_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Ten helpers in the learning centre press *next* at the same moment.
@ExtendWith(KeptInLogs.class)
final class HelpCrowdTest {
  private static final int TEN = 10;

  private final Scene day = new Scene(Floor.opened(Fixtures.dayOpened(school(), Fixtures.day())));

  private static School school() {
    var school = Fixtures.school();
    var people = new LinkedHashMap<PersonId, Person>(school.people());
    for (int i = 0; i < TEN; i++) {
      people.put(student(i), Fixtures.student(student(i), "Student " + i, "" + (i + 5)));
      var helper = helper(i);
      people.put(
          helper,
          new Staff(helper, "Helper " + i, Role.PARAPROFESSIONAL, Set.of(CENTRE_ROOM), "en"));
    }
    return Changed.from(school).people(people).school();
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

  private void ask(int students) {
    for (int i = 0; i < students; i++) {
      var ask = new AskForHelp(help(i), student(i), HelpKind.WORK, "");
      day.and(student(i), "08:10:0" + i, ask);
    }
  }

  /// What each of the ten is told.
  private List<Decision> next() {
    var answers = new ArrayList<Decision>();
    for (int i = 0; i < TEN; i++) {
      var answer = day.decide(helper(i), "08:11", new ClaimNext());
      if (answer instanceof Accepted(var events, _)) {
        day.apply(events);
      }
      answers.add(answer);
    }
    return answers;
  }

  @Test
  void ten_of_a_line_of_ten_get_ten_requests_none_twice_and_none_is_left_b2() {
    ask(TEN);
    assertThat(next())
        .extracting(answer -> ((Accepted) answer).result())
        .containsExactlyElementsOf(
            IntStream.range(0, TEN).mapToObj(i -> new HelpGiven(help(i), 1)).toList());
    assertThat(day.floor().helpCounts().waiting()).isZero();
    assertThat(IntStream.range(0, TEN).mapToObj(i -> day.floor().help().heldBy(helper(i))))
        .allSatisfy(held -> assertThat(held).isPresent());
  }

  @Test
  void ten_of_a_line_of_three_get_three_and_seven_hear_that_it_is_empty_b3() {
    ask(3);
    var answers = next();
    assertThat(answers.subList(0, 3)).allMatch(Accepted.class::isInstance);
    assertThat(answers.subList(3, TEN))
        .extracting(answer -> ((Refused) answer).refusal())
        .containsOnly(Refusal.LINE_EMPTY);
    assertThat(day.events(Event.HelpClaimed.class)).hasSize(3);
  }
}
