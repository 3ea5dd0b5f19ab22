package dev.carillon.floor;

import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LIBRARY;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.block;
import static dev.carillon.floor.FullStudio.BLUE_4;
import static dev.carillon.floor.FullStudio.GREEN;
import static dev.carillon.floor.FullStudio.GREEN_3;
import static dev.carillon.floor.FullStudio.GREEN_4;
import static dev.carillon.floor.FullStudio.RED_2;
import static dev.carillon.floor.FullStudio.RED_4;
import static dev.carillon.floor.FullStudio.without;
import static dev.carillon.floor.StudioTurns.BLUE;
import static dev.carillon.floor.StudioTurns.IN_B3;
import static dev.carillon.floor.StudioTurns.IN_B4;
import static dev.carillon.floor.StudioTurns.RED;
import static dev.carillon.floor.StudioTurns.WHEEL;
import static dev.carillon.floor.StudioTurns.inStudio;
import static dev.carillon.floor.StudioTurns.placeOf;
import static dev.carillon.floor.StudioTurns.turn;
import static dev.carillon.floor.StudioTurns.turns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.MergeTurns;
import dev.carillon.floor.Command.Rebalance;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Event.StudentsRegrouped;
import dev.carillon.floor.Result.Evened;
import dev.carillon.floor.Result.GroupSize;
import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Some are absent: the groups of a room's turns are made even.
final class EvenGroupsTest {
  private static final Rebalance EVEN = new Rebalance(IN_B3, false, List.of());

  private static Evened evened(Scene scene, String localTime) {
    return (Evened) ((Decision.Accepted) scene.decide(ROSA, localTime, EVEN)).result();
  }

  private static List<Integer> sizes(Evened evened) {
    return evened.groups().stream().map(GroupSize::students).toList();
  }

  @Test
  void as_few_as_possible_go_with_another_group_until_sizes_differ_by_one() {
    var scene = without(FullStudio.opened(), TARIQ, JUNE, GREEN_3);
    var evened = evened(scene, "09:15");

    assertThat(evened.moves())
        .containsExactly(new Regroup(RED_4, RED, GREEN), new Regroup(BLUE_4, BLUE, GREEN));
    assertThat(sizes(evened)).containsExactly(3, 3, 3);
    assertThat(evened.merge()).isEmpty();
    assertThat(evened(scene, "09:15")).as("the same answer each time").isEqualTo(evened);
  }

  @Test
  void they_go_with_it_from_the_next_turn_on_for_the_rest_of_the_day() {
    var scene = without(FullStudio.opened(), TARIQ, JUNE, GREEN_3).and(ROSA, "09:15", EVEN);
    assertThat(placeOf(scene, RED_4)).as("the turn that runs goes on").isEqualTo(CLAY);
    assertThat(scene.floor().placing().changes().get(RED_4).block()).isEqualTo(turn(IN_B3, 1));

    assertThat(placeOf(scene.until("09:23"), RED_4)).isEqualTo(placeOf(scene, GREEN_4));
    assertThat(placeOf(scene.until("09:46"), RED_4)).isEqualTo(placeOf(scene, GREEN_4));
    assertThat(placeOf(scene, MIRA)).isNotEqualTo(placeOf(scene, GREEN_4));
    assertThat(placeOf(FullStudio.opened().until("09:46"), RED_4)).as("tomorrow").isEqualTo(CLAY);
  }

  @Test
  void asked_for_now_they_walk_over_within_the_turn() {
    var scene =
        without(FullStudio.opened(), TARIQ, JUNE, GREEN_3)
            .and(ROSA, "09:15", new Rebalance(IN_B3, true, List.of()));

    assertThat(placeOf(scene, RED_4)).isEqualTo(WHEEL);
    assertThat(scene.floor().arrivals().get(RED_4).due()).isEqualTo(WHEEL);
  }

  @Test
  void even_groups_stay_as_they_are() {
    var scene = without(FullStudio.opened(), TARIQ);

    assertThat(evened(scene, "09:15").moves()).isEmpty();
    assertThat(scene.does(ROSA, "09:15", EVEN).events()).isEmpty();
  }

  @Test
  void who_is_out_for_a_few_minutes_is_counted_as_here() {
    var scene = FullStudio.opened();
    for (var student : List.of(TARIQ, JUNE, GREEN_3)) {
      scene.and(LENA, "09:12", new StartAway(student, AwayKind.RESTROOM));
    }
    assertThat(evened(scene, "09:15").moves()).isEmpty();
  }

  @Test
  void who_comes_back_lets_whoever_stood_in_go_home_first() {
    var scene = without(FullStudio.opened(), TARIQ, JUNE, GREEN_3).and(ROSA, "09:15", EVEN);
    for (var student : List.of(TARIQ, JUNE, GREEN_3)) {
      scene.and(LENA, "09:24", new EndAway(student));
    }
    assertThat(evened(scene, "09:25").moves())
        .containsExactlyInAnyOrder(
            new Regroup(RED_4, GREEN, RED), new Regroup(BLUE_4, GREEN, BLUE));
  }

  @Test
  void nobody_comes_to_somebody_she_is_better_apart_from() {
    var pairs = Set.of(new Pair(RED_4, GREEN_4), new Pair(RED_4, TARIQ));
    var scene = without(FullStudio.opened(8, 0, pairs, List.of()), TARIQ, JUNE, GREEN_3);

    assertThat(evened(scene, "09:15").moves().stream().map(Regroup::student))
        .doesNotContain(RED_4)
        .hasSize(2);
  }

  @Test
  void whoever_was_put_somewhere_stays_as_she_was_put() {
    var tutoring =
        new Assignment(RED_4, block("b3"), LIBRARY, "", "Tutoring", "", Source.OVERLAY, true);
    var scene = without(FullStudio.opened(8, 0, Set.of(), List.of(tutoring)), TARIQ, JUNE, GREEN_3);
    var put =
        new Retarget(
            List.of(new PersonId("red-3")),
            Optional.empty(),
            LOOM,
            Optional.of(turn(IN_B3, 1)),
            true,
            "");
    scene.and(LENA, "09:14", put);
    var evened = evened(scene, "09:15");

    assertThat(evened.moves()).containsExactly(new Regroup(BLUE_4, BLUE, GREEN));
    assertThat(sizes(evened)).as("red without the one in tutoring").containsExactly(3, 3, 2);
  }

  @Test
  void no_station_gets_more_than_it_has_seats_for() {
    // Absent ones keep their seats: they may come back.
    var scene = without(FullStudio.opened(4, 0, Set.of(), List.of()), TARIQ, JUNE, GREEN_3);

    assertThat(evened(scene, "09:15").moves()).isEmpty();
    assertThat(sizes(evened(scene, "09:15"))).containsExactly(4, 4, 1);
  }

  @Test
  void where_even_groups_are_too_small_the_answer_says_which_could_be_joined() {
    var scene =
        without(FullStudio.opened(8, 4, Set.of(), List.of()), TARIQ, JUNE, GREEN_3, BLUE_4, RED_4);
    var evened = evened(scene, "09:15");

    assertThat(sizes(evened)).containsExactly(2, 3, 2);
    assertThat(evened.groups()).extracting(GroupSize::least).containsExactly(4, 4, 4);
    assertThat(evened.merge()).contains(new Joint.OfGroups(RED, GREEN));
    scene
        .and(ROSA, "09:15", EVEN)
        .and(ROSA, "09:15", new MergeTurns(IN_B3, evened.merge().get(), false))
        .until("09:23");
    assertThat(placeOf(scene, MIRA)).isEqualTo(placeOf(scene, GREEN_4));
    assertThat(evened(scene, "09:24").groups()).extracting(GroupSize::students).contains(4, 3);
  }

  @Test
  void what_is_accepted_is_what_was_shown() {
    var scene = without(FullStudio.opened(), TARIQ, JUNE, GREEN_3);
    var shown = new Rebalance(IN_B3, false, List.of(BLUE_4, RED_4));
    scene.and(LENA, "09:16", new StartAway(RED_4, AwayKind.NURSE));

    assertThat(scene.isRefused(ROSA, "09:16", shown)).isEqualTo(Refusal.STALE_VERSION);
    scene.and(LENA, "09:17", new EndAway(RED_4)).and(ROSA, "09:18", shown);
    assertThat(scene.events(StudentsRegrouped.class)).hasSize(1);
  }

  @Test
  void in_the_last_turn_of_a_block_it_is_for_the_next_one_and_at_the_end_of_the_day_for_none() {
    var scene = without(FullStudio.opened(), TARIQ, JUNE, GREEN_3).and(ROSA, "09:40", EVEN);
    assertThat(placeOf(scene, RED_4)).isEqualTo(WHEEL);
    assertThat(placeOf(scene.until("09:46"), RED_4)).isEqualTo(placeOf(scene, GREEN_4));

    var last = new Rebalance(IN_B4, false, List.of());
    assertThat(scene.isRefused(ROSA, "10:18", last)).isEqualTo(Refusal.NO_TURN_LEFT);
  }

  @Test
  void a_turn_that_goes_on_in_the_next_block_is_taken_with_the_same_group() {
    var scene =
        without(FullStudio.opened(), TARIQ, JUNE, GREEN_3)
            .and(ROSA, "09:12", EVEN)
            .and(ROSA, "09:15", inStudio(new Control.Pause()))
            .and(ROSA, "09:35", inStudio(new Control.Resume(Ripple.COMPRESS)))
            .until("09:50");

    assertThat(turns(scene, IN_B4).getFirst()).startsWith("t1 09:45");
    assertThat(placeOf(scene, RED_4)).isEqualTo(placeOf(scene, GREEN_4)).isEqualTo(CLAY);
    assertThat(placeOf(scene, RED_2)).isEqualTo(LOOM);
    assertThat(placeOf(scene, NOAH)).isEqualTo(WHEEL);
  }
}
