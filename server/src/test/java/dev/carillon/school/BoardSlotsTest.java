package dev.carillon.school;

import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Student;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Names on boards stay where they are all term.
class BoardSlotsTest {
  private static final PersonId BEA = new PersonId("bea");
  private final School school = Fixtures.school();

  @Test
  void a_term_begins_in_the_order_of_the_alphabet() {
    assertThat(everybody(BoardSlots.NONE.dealt(school)))
        .isEqualTo(Map.of(JUNE, 1, MIRA, 2, NOAH, 3, TARIQ, 4));
  }

  @Test
  void who_joins_takes_a_free_place_and_moves_nobody_w3() {
    var dealt = BoardSlots.NONE.dealt(school);

    var after = dealt.dealt(school.with(Fixtures.student(BEA, "Bea A.", "5")));

    assertThat(everybody(after)).containsAllEntriesOf(everybody(dealt)).containsEntry(BEA, 5);
  }

  @Test
  void who_leaves_leaves_a_gap_that_the_next_one_fills() {
    var dealt = BoardSlots.NONE.dealt(school);
    var left = dealt.dealt(without(school, MIRA));
    assertThat(everybody(left)).isEqualTo(everybody(dealt));

    var joined = left.dealt(without(school, MIRA).with(Fixtures.student(BEA, "Bea A.", "5")));

    assertThat(everybody(joined)).isEqualTo(Map.of(JUNE, 1, BEA, 2, NOAH, 3, TARIQ, 4));
  }

  @Test
  void who_comes_back_finds_her_place_as_long_as_nobody_took_it() {
    var left = BoardSlots.NONE.dealt(school).dealt(without(school, MIRA));
    assertThat(everybody(left.dealt(school))).containsEntry(MIRA, 2);
  }

  @Test
  void each_range_of_names_has_places_of_its_own_and_its_ends_have_every_letter() {
    var board = new Board(new PersonId("east"), "East", "en", names("M", "Z"));
    var accented = school.with(board).with(Fixtures.student(BEA, "Émile A.", "5"));

    var dealt = BoardSlots.NONE.dealt(accented);

    assertThat(dealt.of(new NameRange("M", "Z"))).isEqualTo(Map.of(MIRA, 1, NOAH, 2, TARIQ, 3));
    assertThat(everybody(dealt)).containsEntry(BEA, 1);
  }

  @Test
  void whom_no_board_may_show_has_no_place() {
    var hidden = school.with(Fixtures.showing((Student) school.people().get(MIRA), Display.OFF));
    assertThat(everybody(BoardSlots.NONE.dealt(hidden))).doesNotContainKey(MIRA).hasSize(3);
  }

  private static Map<PersonId, Integer> everybody(BoardSlots slots) {
    return slots.of(NameRange.ALL);
  }

  private static BoardTerms names(String from, String to) {
    return new BoardTerms(
        BoardTerms.Shows.NAMES,
        new NameRange(from, to),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static School without(School school, PersonId student) {
    var people = new LinkedHashMap<>(school.people());
    people.remove(student);
    return Changed.from(school).people(people).school();
  }
}
