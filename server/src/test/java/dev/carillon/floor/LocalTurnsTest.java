package dev.carillon.floor;

import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static dev.carillon.floor.StudioTurns.IN_B3;
import static dev.carillon.floor.StudioTurns.IN_B4;
import static dev.carillon.floor.StudioTurns.KILN;
import static dev.carillon.floor.StudioTurns.WHEEL;
import static dev.carillon.floor.StudioTurns.inStudio;
import static dev.carillon.floor.StudioTurns.placeOf;
import static dev.carillon.floor.StudioTurns.turn;
import static dev.carillon.floor.StudioTurns.turns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AlignBells;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalTurnsTest {
  @Test
  void turns_tile_the_blocks_they_are_in_and_go_on_in_the_next_one() {
    var scene = StudioTurns.opened();

    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:28", "t1 09:28–09:45");
    assertThat(turns(scene, IN_B4)).containsExactly("t2 09:45–10:03", "t3 10:03–10:20");
  }

  @Test
  void each_group_is_at_the_station_of_its_turn() {
    var scene = StudioTurns.opened().until("09:12");
    assertThat(placeOf(scene, MIRA)).isEqualTo(CLAY);
    assertThat(placeOf(scene, TARIQ)).isEqualTo(LOOM);

    scene.until("09:30");
    assertThat(placeOf(scene, MIRA)).isEqualTo(LOOM);
    assertThat(placeOf(scene, TARIQ)).isEqualTo(WHEEL);

    scene.until("10:05");
    assertThat(placeOf(scene, MIRA)).isEqualTo(KILN);
    assertThat(placeOf(scene, TARIQ)).isEqualTo(CLAY);

    scene.until("10:21");
    assertThat(placeOf(scene, MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void late_and_arrived_are_of_the_turn() {
    var scene = StudioTurns.opened().and(MIRA, "09:11", new ReportHere()).until("09:15");
    var floor = scene.floor();

    assertThat(floor.arrivals().get(MIRA).state()).isEqualTo(ArrivalState.ARRIVED);
    assertThat(floor.arrivals().get(MIRA).block()).isEqualTo(turn(IN_B3, 0));
    assertThat(floor.arrivals().get(NOAH).state()).isEqualTo(ArrivalState.LATE);

    scene.until("09:28");
    assertThat(scene.floor().arrivals().get(MIRA).state()).isEqualTo(ArrivalState.EXPECTED);
    assertThat(scene.floor().arrivals().get(MIRA).due()).isEqualTo(LOOM);
  }

  @Test
  void a_preview_names_the_turns_that_follow_as_they_then_do() {
    var before = StudioTurns.opened().until("09:20").floor();
    var extend = steer(new Control.Extend(5, Ripple.COMPRESS));
    var extended = StudioTurns.opened().until("09:20").does(LENA, "09:20", extend);
    var after = StudioTurns.opened().until("09:20").and(LENA, "09:20", extend).floor();
    var moved = (Result.Moved) extended.result();

    assertThat(moved.turns()).isNotEmpty();
    assertThat(moved.turns())
        .allSatisfy(
            move -> {
              assertThat(edge(before, move)).isEqualTo(move.from());
              assertThat(edge(after, move)).isEqualTo(move.to());
            });
    assertThat(moved.moved()).allMatch(move -> schoolBlocks(before).contains(move.block()));
  }

  private static List<BlockId> schoolBlocks(Floor floor) {
    return floor.timelines().get(MAIN).blocks().stream().map(Block::id).toList();
  }

  private static Instant edge(Floor floor, Result.Move move) {
    var turn =
        floor.timelines().values().stream()
            .flatMap(line -> line.block(move.block()).stream())
            .findFirst()
            .orElseThrow();
    return move.edge() == Result.Edge.START ? turn.start() : turn.end();
  }

  @Test
  void who_never_came_in_the_last_turn_of_a_block_is_counted() {
    var scene = StudioTurns.opened().until("09:28").and(MIRA, "09:29", new ReportHere());
    var figures = scene.until("09:46").floor().settled().get(turn(IN_B3, 1)).get(LOOM);

    assertThat(figures.planned()).as("Mira and Noah").isEqualTo(2);
    assertThat(figures.absent()).isEqualTo(1);
  }

  @Test
  void the_change_of_turns_is_no_bell_of_the_building() {
    var heard = new AlignBells(at("09:28:05"), Optional.empty());

    assertThat(StudioTurns.opened().isRefused(LENA, "09:28:10", heard))
        .isEqualTo(Refusal.NO_BELL_NEAR);
  }

  @Test
  void inside_a_block_only_the_change_of_turns_rings() {
    var scene = StudioTurns.opened().until("10:25");

    assertThat(scene.events(BellRang.class).stream().map(rang -> rang.bell().value()))
        .filteredOn(bell -> bell.contains("studio"))
        .containsExactly("2026-09-14/studio/b3/t1/move", "2026-09-14/studio/b4/t3/move");
  }

  @Test
  void a_room_that_its_teacher_pauses_does_not_shift_bells_and_the_rest_fits_to_the_end_d30() {
    var scene =
        StudioTurns.opened()
            .and(ROSA, "09:20", inStudio(new Control.Pause()))
            .and(ROSA, "09:25", inStudio(new Control.Resume(Ripple.COMPRESS)));

    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:33", "t1 09:33–09:45");
    assertThat(scene.starts()).contains("09:10", "09:45", "10:20");
    assertThat(scene.floor().timelines().get(MAIN).version()).isEqualTo(1);
  }

  @Test
  void a_turn_that_does_not_fit_any_more_goes_on_in_the_next_block_d30() {
    var scene =
        StudioTurns.opened()
            .and(ROSA, "09:20", inStudio(new Control.Pause()))
            .and(ROSA, "09:32", inStudio(new Control.Resume(Ripple.COMPRESS)));

    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:45");
    assertThat(turns(scene, IN_B4)).containsExactly("t1 09:45–10:03", "t2 10:03–10:20");
    assertThat(placeOf(scene.until("09:50"), MIRA)).isEqualTo(LOOM);
  }

  @Test
  void turns_left_over_at_the_end_of_the_day_are_the_first_of_tomorrow() {
    var scene =
        StudioTurns.opened()
            .and(ROSA, "09:20", inStudio(new Control.Pause()))
            .and(ROSA, "09:32", inStudio(new Control.Resume(Ripple.COMPRESS)))
            .until("15:30");
    var closing =
        (Decision.Accepted) scene.floor().decide(new Command.CloseDay(), Stamp.system(at("15:30")));
    var carry = ((DayClosed) closing.events().getLast()).carry();

    assertThat(carry.turns()).isEqualTo(Map.of("studio-turns", 3));
    assertThat(turns(StudioTurns.opened(carry), IN_B3).getFirst()).startsWith("t3");
  }

  @Test
  void while_the_school_stands_its_rooms_stand_and_lose_nothing() {
    var scene = StudioTurns.opened().and(LENA, "09:20", steer(new Control.Pause())).until("09:35");
    assertThat(placeOf(scene, MIRA)).isEqualTo(CLAY);
    assertThat(scene.isRefused(ROSA, "09:35", inStudio(new Control.Pause())))
        .isEqualTo(Refusal.SCHEDULE_PAUSED);

    scene.and(LENA, "09:35", steer(new Control.Resume(Ripple.COMPRESS)));
    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:43", "t1 09:43–10:00");
    assertThat(turns(scene, IN_B4).getFirst()).startsWith("t2 10:00");
  }

  @Test
  void a_longer_block_gives_its_minutes_to_the_turns_to_come_and_undo_takes_them_back() {
    var scene =
        StudioTurns.opened().and(LENA, "09:20", steer(new Control.Extend(5, Ripple.COMPRESS)));
    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:28", "t1 09:28–09:50");

    scene.and(LENA, "09:20:30", steer(new Control.Undo()));
    assertThat(turns(scene, IN_B3)).containsExactly("t0 09:10–09:28", "t1 09:28–09:45");
  }

  @Test
  void a_held_block_keeps_its_last_turn() {
    var scene = StudioTurns.opened().and(LENA, "09:40", steer(new Control.Hold())).until("09:48");
    assertThat(placeOf(scene, MIRA)).isEqualTo(LOOM);
    assertThat(scene.floor().blockNow(MIRA, at("09:48")).orElseThrow().id())
        .isEqualTo(turn(IN_B3, 1));

    scene.and(LENA, "09:48", steer(new Control.Release(Ripple.COMPRESS))).until("09:49");
    assertThat(placeOf(scene, MIRA)).isEqualTo(WHEEL);
  }

  @Test
  void teachers_steer_the_turns_of_their_own_rooms_only() {
    var scene = StudioTurns.opened();

    assertThat(scene.isRefused(ROSA, "09:05", inStudio(new Control.Pause())))
        .isEqualTo(Refusal.SCOPE_EMPTY);
    assertThat(scene.isRefused(PIA, "09:20", inStudio(new Control.Pause())))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(ROSA, "09:20", steer(new Control.Pause())))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void whoever_was_put_elsewhere_for_the_block_takes_no_turns_in_it() {
    var put =
        new Retarget(List.of(MIRA), Optional.empty(), KILN, Optional.of(block("b3")), false, "");
    var scene = StudioTurns.opened().and(LENA, "09:00", put).until("09:30");

    assertThat(placeOf(scene, MIRA)).isEqualTo(KILN);
    assertThat(scene.floor().timelineOf(MIRA).orElseThrow().id()).isEqualTo(MAIN);
    assertThat(placeOf(scene, NOAH)).isEqualTo(LOOM);
  }
}
