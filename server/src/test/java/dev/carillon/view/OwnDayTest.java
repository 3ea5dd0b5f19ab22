package dev.carillon.view;

import static dev.carillon.Fixtures.HALL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Control;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Ripple;
import dev.carillon.floor.Scope;
import dev.carillon.floor.Stamp;
import dev.carillon.floor.StudioTurns;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnDayTest {
  private final Views views = new Views();
  private Floor floor = StudioTurns.floor();
  private View mira = views.cut(new OfStudent(MIRA), floor);

  @Test
  void turns_stand_in_her_day_where_their_block_would() {
    assertThat(ids("blocks").subList(0, 7))
        .containsExactly(
            "main/b1",
            "main/b2",
            "studio/b3/t0",
            "studio/b3/t1",
            "studio/b4/t2",
            "studio/b4/t3",
            "main/b5");
    assertThat(ids("stops")).isEqualTo(ids("blocks"));
    assertThat(ids("schedules")).containsExactly("main");
  }

  @Test
  void her_turns_ring_with_the_bells_of_the_block_and_their_own() {
    var bells =
        rows("agenda").stream()
            .map(Row.Edge.class::cast)
            .filter(edge -> edge.block().filter(block -> block.contains("b3")).isPresent())
            .flatMap(edge -> edge.bell().stream())
            .map(bell -> bell.id().replace("2026-09-14/", ""))
            .toList();

    assertThat(bells)
        .containsExactly("main/b3/move", "main/b3/tardy", "studio/b3/t1/move", "main/b3/warning");
  }

  @Test
  void her_stop_says_that_it_is_her_turn() {
    var stop = (Row.Stop) mira.tables().get("stops").get("studio/b3/t1");

    assertThat(stop.station()).isEqualTo("loom");
    assertThat(stop.why()).isEqualTo("turn");
  }

  @Test
  void leaders_see_what_takes_turns_in_every_room_as_numbers() {
    until(Fixtures.at("09:20"));

    var turns = views.cut(new OfLeaders(), floor).tables().get("turns");

    assertThat(turns).hasSize(1);
    var studio = (Row.Turns) turns.get("studio/b3");
    assertThat(studio.room()).isEqualTo("studio");
    assertThat(studio.groups()).extracting(Row.TurnGroup::id).contains("red", "blue");
  }

  @Test
  void a_room_that_stands_stands_for_her_and_for_nobody_else() {
    when(ROSA, "09:20", new Scope.OfRoom(STUDIO), new Control.Pause());

    assertThat(((Row.Schedule) rows("schedules").iterator().next()).state()).isEqualTo("paused");
    var schedules = views.cut(new OfLeaders(), floor).tables().get("schedules");
    assertThat(((Row.Schedule) schedules.get("main")).state()).isEqualTo("running");
    var studio = (Row.Schedule) schedules.get("studio/b3");
    assertThat(studio.state()).isEqualTo("paused");
    assertThat(studio.room()).isEqualTo(Optional.of("studio"));
    assertThat(studio.parent()).isEqualTo(Optional.of(new Row.Parent("main", "main/b3")));
  }

  @Test
  void her_day_cut_again_is_her_day() {
    when(ROSA, "09:20", new Scope.OfRoom(STUDIO), new Control.Pause());
    when(ROSA, "09:32", new Scope.OfRoom(STUDIO), new Control.Resume(Ripple.COMPRESS));
    when(LENA, "09:50", new Scope.OfSchedule(Fixtures.MAIN), new Control.Hold());
    until(Fixtures.at("10:40"));

    assertThat(mira).isEqualTo(new Views().cut(new OfStudent(MIRA), floor));
  }

  @Test
  void her_appointment_is_told_before_it_calls_her_and_no_longer_after_it() {
    begin(FlexSchool.floor());
    assertThat(call().state()).isEqualTo("coming");
    assertThat(call().fromMs()).isEqualTo(Fixtures.at("09:50").toEpochMilli());

    until(Fixtures.at("09:50"));
    assertThat(call().state()).isEqualTo("now");

    until(Fixtures.at("10:00"));
    assertThat(rows("calls")).isEmpty();
    assertThat(mira).isEqualTo(new Views().cut(new OfStudent(MIRA), floor));
  }

  @Test
  void an_appointment_that_could_not_be_kept_is_told_no_longer() {
    begin(FlexSchool.floor());
    until(Fixtures.at("09:48"));
    var call = new CallId("c1");
    apply(
        new CallUp(call, List.of(MIRA), Optional.empty(), HALL, Optional.empty(), 20, ""),
        stamp(LENA, "09:48"));

    until(Fixtures.at("09:55"));

    assertThat(ids("calls")).containsExactly("c1");
    assertThat(mira).isEqualTo(new Views().cut(new OfStudent(MIRA), floor));
  }

  private void begin(Floor floor) {
    this.floor = floor;
    mira = views.cut(new OfStudent(MIRA), floor);
  }

  private Row.OwnCall call() {
    return (Row.OwnCall) mira.tables().get("calls").get("appointment/mira-rosa");
  }

  private void when(PersonId who, String time, Scope scope, Control control) {
    until(Fixtures.at(time));
    apply(new Steer(scope, control, "", Command.ANY_VERSION), stamp(who, time));
  }

  private void until(Instant now) {
    var due = floor.nextDue();
    while (due.filter(each -> !each.dueAt().isAfter(now)).isPresent()) {
      apply(due.get(), Stamp.system(due.get().dueAt()));
      due = floor.nextDue();
    }
  }

  private void apply(Command command, Stamp stamp) {
    for (var event : ((Accepted) floor.decide(command, stamp)).events()) {
      var next = floor.evolve(event);
      floor = next.floor();
      var audience = new OfStudent(MIRA);
      if (views.touches(audience, floor, next.touched())) {
        mira = views.recut(mira, audience, floor, next.touched()).view();
      }
    }
  }

  private Collection<Row> rows(String table) {
    return mira.tables().get(table).values();
  }

  private List<String> ids(String table) {
    return List.copyOf(mira.tables().get(table).keySet());
  }
}
