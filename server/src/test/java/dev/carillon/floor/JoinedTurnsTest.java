package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.floor.FullStudio.GREEN;
import static dev.carillon.floor.StudioTurns.BLUE;
import static dev.carillon.floor.StudioTurns.IN_B3;
import static dev.carillon.floor.StudioTurns.IN_B4;
import static dev.carillon.floor.StudioTurns.KILN;
import static dev.carillon.floor.StudioTurns.RED;
import static dev.carillon.floor.StudioTurns.WHEEL;
import static dev.carillon.floor.StudioTurns.inStudio;
import static dev.carillon.floor.StudioTurns.placeOf;
import static dev.carillon.floor.StudioTurns.turn;
import static dev.carillon.floor.StudioTurns.turns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.MergeTurns;
import dev.carillon.floor.Command.UnmergeTurns;
import dev.carillon.floor.Event.ChangeUnseen;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Result.StudentsMarked;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.StationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A station dies or too few came: groups and stations of a room's turns are joined.
final class JoinedTurnsTest {
  private static MergeTurns groups(GroupId group, GroupId into, boolean now) {
    return new MergeTurns(IN_B3, new Joint.OfGroups(group, into), now);
  }

  private static MergeTurns stations(StationId station, StationId into) {
    return new MergeTurns(IN_B3, new Joint.OfStations(station, into), false);
  }

  private static UnmergeTurns parted(GroupId group) {
    return new UnmergeTurns(IN_B3, new Joint.Part.OfGroup(group), false);
  }

  @Test
  void a_joined_group_is_wherever_the_other_one_is_from_the_next_turn_on() {
    var scene = FullStudio.opened().and(ROSA, "09:15", groups(BLUE, RED, false));
    assertThat(turns(scene, IN_B3))
        .containsExactly("t0 09:10–09:22", "t1 09:22–09:34", "t2 09:34–09:45");
    assertThat(placeOf(scene, NOAH)).as("the turn that runs goes on").isEqualTo(LOOM);

    scene.until("09:23");
    assertThat(placeOf(scene, MIRA)).isEqualTo(LOOM);
    assertThat(placeOf(scene, NOAH)).isEqualTo(LOOM);
    scene.until("09:35");
    assertThat(placeOf(scene, NOAH)).isEqualTo(WHEEL);
  }

  @Test
  void asked_for_now_a_group_walks_over_within_the_turn() {
    var scene = FullStudio.opened().and(ROSA, "09:15", groups(BLUE, RED, true));

    assertThat(placeOf(scene, NOAH)).isEqualTo(CLAY);
    assertThat(scene.floor().arrivals().get(NOAH).due()).isEqualTo(CLAY);
    assertThat(scene.floor().arrivals().get(MIRA).state())
        .as("nothing is new for who is there")
        .isEqualTo(ArrivalState.LATE);
  }

  @Test
  void in_the_next_block_every_group_has_its_own_turns_again() {
    var scene = FullStudio.opened().and(ROSA, "09:15", groups(BLUE, RED, false)).until("09:46");

    assertThat(turns(scene, IN_B4).getFirst()).startsWith("t3 09:45");
    assertThat(placeOf(scene, MIRA)).isEqualTo(CLAY);
    assertThat(placeOf(scene, NOAH)).isEqualTo(LOOM);
  }

  @Test
  void turns_of_a_closed_station_are_taken_at_another_one_by_whoever_comes() {
    var scene =
        FullStudio.opened()
            .and(ROSA, "09:14", new CloseStation(WHEEL, false, "no current"))
            .and(ROSA, "09:15", stations(WHEEL, CLAY));
    scene.until("09:23");
    assertThat(placeOf(scene, NOAH)).as("blue's turn at the wheel").isEqualTo(CLAY);
    assertThat(placeOf(scene, TARIQ)).isEqualTo(CLAY);
    scene.until("09:35");
    assertThat(placeOf(scene, MIRA)).as("red's turn at the wheel").isEqualTo(CLAY);
    assertThat(placeOf(scene, NOAH)).isEqualTo(CLAY);
  }

  @Test
  void who_is_told_elsewhere_has_a_changed_stop_to_look_at_and_staff_learn_who_did_not() {
    var scene = FullStudio.opened().and(ROSA, "09:15", groups(BLUE, RED, false));
    var change = scene.floor().placing().changes().get(NOAH);

    assertThat(change.block()).isEqualTo(turn(IN_B3, 1));
    assertThat(change.from()).isEqualTo(WHEEL);
    assertThat(scene.floor().placing().changes()).doesNotContainKeys(MIRA, TARIQ);
    assertThat(scene.floor().turnsElsewhere(NOAH, turn(IN_B3, 1))).isTrue();
    assertThat(scene.floor().turnsElsewhere(NOAH, turn(IN_B3, 0))).isFalse();

    scene.and(NOAH, "09:15:05", new AckChange(turn(IN_B3, 1))).until("09:17");
    assertThat(scene.events(ChangeUnseen.class)).as("the three others of blue").hasSize(3);
  }

  @Test
  void the_answer_says_how_many_go_elsewhere_and_a_second_time_changes_nothing() {
    var scene = FullStudio.opened();

    assertThat(scene.does(ROSA, "09:15", groups(BLUE, RED, false)).result())
        .isEqualTo(new StudentsMarked(4));
    assertThat(scene.does(ROSA, "09:16", groups(BLUE, RED, false)).events()).isEmpty();
  }

  @Test
  void groups_part_again_with_the_next_turn() {
    var scene =
        FullStudio.opened()
            .and(ROSA, "09:15", groups(BLUE, RED, true))
            .and(ROSA, "09:16", parted(BLUE));
    assertThat(placeOf(scene, NOAH)).isEqualTo(CLAY);
    assertThat(placeOf(scene.until("09:23"), NOAH)).isEqualTo(WHEEL);
    assertThat(scene.does(ROSA, "09:24", parted(BLUE)).events()).isEmpty();
  }

  @Test
  void nobody_is_joined_where_seats_do_not_reach() {
    var scene = FullStudio.opened(7, 0, Set.of(), List.of());

    assertThat(scene.isRefused(ROSA, "09:15", groups(BLUE, RED, false)))
        .isEqualTo(Refusal.STATION_FULL);
    assertThat(scene.reasons(ROSA, "09:15", groups(BLUE, RED, false)))
        .containsAllEntriesOf(Map.of("station", "loom", "there", "4", "hard", "7"));
  }

  @Test
  void nobody_is_joined_to_go_to_a_closed_station() {
    var scene = FullStudio.opened().and(ROSA, "09:14", new CloseStation(LOOM, false, ""));

    assertThat(scene.reasons(ROSA, "09:15", groups(BLUE, RED, false))).containsValue("loom");
    assertThat(scene.isRefused(ROSA, "09:15", stations(WHEEL, LOOM)))
        .isEqualTo(Refusal.STATION_CLOSED);
    scene.and(ROSA, "09:15", stations(LOOM, CLAY));
  }

  @Test
  void only_what_is_in_the_turns_is_joined_and_to_what_goes_its_own_way() {
    var scene = FullStudio.opened();

    assertThat(scene.isRefused(ROSA, "09:15", groups(BLUE, BLUE, false)))
        .isEqualTo(Refusal.NOT_IN_TURNS);
    assertThat(scene.isRefused(ROSA, "09:15", groups(BLUE, new GroupId("gold"), false)))
        .isEqualTo(Refusal.NOT_IN_TURNS);
    assertThat(scene.isRefused(ROSA, "09:15", stations(WHEEL, KILN)))
        .isEqualTo(Refusal.NOT_IN_TURNS);
    scene.and(ROSA, "09:15", groups(BLUE, RED, false));
    assertThat(scene.isRefused(ROSA, "09:16", groups(RED, BLUE, true)))
        .isEqualTo(Refusal.JOINED_ALREADY);
    assertThat(scene.isRefused(ROSA, "09:16", groups(GREEN, BLUE, false)))
        .isEqualTo(Refusal.JOINED_ALREADY);
  }

  @Test
  void in_the_last_turn_there_is_nothing_left_to_join() {
    var scene = FullStudio.opened();

    assertThat(scene.isRefused(ROSA, "09:40", groups(BLUE, RED, false)))
        .isEqualTo(Refusal.NO_TURN_LEFT);
    assertThat(scene.isRefused(ROSA, "09:50", groups(BLUE, RED, true)))
        .isEqualTo(Refusal.NO_TURN_LEFT);
  }

  @Test
  void before_the_block_its_turns_can_be_joined_from_the_first_on() {
    var scene = FullStudio.opened().and(ROSA, "08:00", groups(BLUE, RED, false)).until("09:11");

    assertThat(placeOf(scene, NOAH)).isEqualTo(CLAY);
  }

  @Test
  void the_teacher_of_the_room_and_leaders_join_nobody_else() {
    var scene = FullStudio.opened();

    assertThat(scene.isRefused(ABEL, "09:15", groups(BLUE, RED, false)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(MIRA, "09:15", groups(BLUE, RED, false)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    var nowhere = new MergeTurns(MAIN, new Joint.OfGroups(BLUE, RED), false);
    assertThat(scene.isRefused(LENA, "09:15", nowhere)).isEqualTo(Refusal.SCHEDULE_UNKNOWN);
    scene.and(OMAR, "09:15", groups(BLUE, RED, false));
  }

  @Test
  void joined_groups_lose_no_turn_that_goes_on_in_the_next_block_or_tomorrow() {
    var scene =
        FullStudio.opened()
            .and(ROSA, "09:13", groups(BLUE, RED, false))
            .and(ROSA, "09:15", inStudio(new Control.Pause()))
            .and(ROSA, "09:35", inStudio(new Control.Resume(Ripple.COMPRESS)));
    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:45");
    assertThat(turns(scene, IN_B4).getFirst()).startsWith("t1 09:45");

    scene.until("09:50");
    assertThat(placeOf(scene, NOAH)).as("the turn is of another block").isEqualTo(WHEEL);
    scene.until("15:30");
    var closing =
        (Decision.Accepted) scene.floor().decide(new Command.CloseDay(), Stamp.system(at("15:30")));
    assertThat(((DayClosed) closing.events().getLast()).carry().turns())
        .isEqualTo(Map.of("studio-turns", 1));
  }
}
