package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Event.HelpDeferred;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.floor.Event.RoomUnhelped;
import dev.carillon.floor.Insertion.Mode;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.Row;
import dev.carillon.view.View;
import dev.carillon.view.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who is told of a call that waits, and when: each once, only whom it concerns, and nobody while
/// time stands still or somebody has it.
@ExtendWith(KeptInLogs.class)
final class HelpAlarmsTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private final Scene day = Scene.opened();

  private static AskForHelp ask(HelpId help, PersonId student, HelpKind kind) {
    return new AskForHelp(help, student, kind, "");
  }

  private Scene juneAsks(String time) {
    return day.and(JUNE, time, ask(H1, JUNE, HelpKind.WORK));
  }

  private View view(Audience audience) {
    return new Views().cut(audience, day.floor());
  }

  /// The call on a helper's screen.
  private Optional<Row.Call> on(PersonId helper) {
    return view(new OfHelper(helper)).tables().get("help").values().stream()
        .map(Row.Call.class::cast)
        .filter(call -> call.id().equals("h1"))
        .findFirst();
  }

  /// The level of the call on the leader's screen.
  private int onTheLeaders() {
    return ((Row.LineCall) view(new OfLeaders()).tables().get("line").get("h1")).level();
  }

  // --- To whom
  // ----------------------------------------------------------------------------------

  @Test
  void at_four_minutes_it_is_late_at_six_neighbours_have_it_at_ten_the_leader_b47() {
    juneAsks("08:05").until("08:08:59.999");
    assertThat(on(PIA).orElseThrow().standing().level()).isZero();
    day.until("08:09");
    assertThat(on(PIA).orElseThrow().standing().level()).isEqualTo(1);
    day.until("08:10:59.999");
    assertThat(on(ROSA)).as("next door it is nobody's").isEmpty();
    assertThat(day.isRefused(ROSA, "08:10:59.999", new ClaimHelp(H1)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    day.until("08:11");
    assertThat(on(ROSA).orElseThrow().standing().level()).isEqualTo(2);
    assertThat(onTheLeaders()).isEqualTo(2);
    day.until("08:15");
    assertThat(onTheLeaders()).isEqualTo(3);
    day.until("08:34:59");
    assertThat(day.levels()).containsExactly("1 08:09", "2 08:11", "3 08:15");
    assertThat(day.does(ROSA, "08:34:59", new ClaimHelp(H1)).result())
        .isEqualTo(new HelpGiven(H1, 1));
  }

  /// She waited for no time at all, tried by herself since 08:18, and waits again from now.
  private static Scene juneIsStuckAgain(Scene day, String time) {
    return day.and(JUNE, "08:17", ask(H1, JUNE, HelpKind.WORK))
        .and(PIA, "08:17", new ClaimHelp(H1))
        .and(PIA, "08:17:30", new ArriveAtHelp(H1, 1))
        .and(PIA, "08:18", new HoldHelp(H1, 1, 30, ""))
        .and(JUNE, time, new SayStuck(H1));
  }

  /// Two minutes before the bell, none in the three in which everybody moves, and again from 08:38.
  @Test
  void passing_time_does_not_count_and_a_pause_within_it_counts_neither_b47() {
    juneIsStuckAgain(day, "08:33").until("08:45:59");
    assertThat(day.levels()).containsExactly("1 08:40", "2 08:42");
    var paused =
        juneIsStuckAgain(Scene.opened(), "08:33")
            .and(LENA, "08:36", steer(new Control.Pause()))
            .until("08:46");
    assertThat(paused.events(HelpEscalated.class)).isEmpty();
    paused.and(LENA, "08:46", steer(new Control.Resume(Ripple.COMPRESS))).until("08:55:59");
    assertThat(paused.levels()).containsExactly("1 08:50", "2 08:52");
  }

  // --- Time that stands still
  // --------------------------------------------------------------------

  /// How a leader puts a bell off, and from when on nothing holds it any more.
  enum Delay {
    EXTENDED,
    HELD,
    PAUSED
  }

  private static void putOff(Scene day, Delay delay) {
    var twoSecondsBefore = "08:34:58";
    switch (delay) {
      case EXTENDED ->
          day.and(LENA, twoSecondsBefore, steer(new Control.Extend(2, Ripple.COMPRESS)));
      case HELD -> day.and(LENA, twoSecondsBefore, steer(new Control.Hold()));
      case PAUSED -> day.and(LENA, twoSecondsBefore, steer(new Control.Pause()));
    }
  }

  private static void letGo(Scene day, Delay delay) {
    var twoSecondsBefore = "08:36:58";
    switch (delay) {
      case EXTENDED -> day.until(twoSecondsBefore);
      case HELD ->
          day.and(LENA, twoSecondsBefore, steer(new Control.Release(new Ripple.AbsorbCurrent())));
      case PAUSED -> day.and(LENA, twoSecondsBefore, steer(new Control.Resume(Ripple.COMPRESS)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_bell_put_off_two_seconds_before_it_decides_over_no_call_until_it_rings_b29(Delay delay) {
    day.and(MIRA, "08:34", ask(H1, MIRA, HelpKind.WORK))
        .and(JUNE, "08:34", ask(H2, JUNE, HelpKind.WORK));
    putOff(day, delay);
    int before = helpEvents();
    letGo(day, delay);
    day.until("08:36:59.999");
    assertThat(helpEvents()).as("nothing is parked, nobody is told").isEqualTo(before);
    assertThat(day.rings()).noneMatch(ring -> ring.startsWith("b2/move"));
    assertThat(day.does(ROSA, "08:36:59.999", new ClaimHelp(H1)).result())
        .isEqualTo(new HelpGiven(H1, 1));
    day.and(ROSA, "08:36:59.999", new ReleaseHelp(H1, 1)).until("08:37");
    assertThat(day.rings()).containsOnlyOnce("b2/move 08:37");
    assertThat(day.events(HelpDeferred.class)).containsExactly(new HelpDeferred(H1, at("08:37")));
    assertThat(day.help(H2).word()).isEqualTo("waiting");
  }

  private int helpEvents() {
    return day.events(Event.HelpEvent.class).size() + day.events(Event.RoomEvent.class).size();
  }

  /// Two minutes before the pause, two seconds after it, and the rest when everybody has moved.
  @Test
  void what_is_put_off_by_a_pause_counts_for_nobody_b29() {
    juneIsStuckAgain(day, "08:32:58");
    putOff(day, Delay.PAUSED);
    letGo(day, Delay.PAUSED);
    day.until("08:42");
    assertThat(day.levels()).containsExactly("1 08:41:58");
  }

  @Test
  void in_a_fire_drill_clocks_stand_and_nothing_is_told_to_anybody_b29() {
    day.and(ROSA, "08:01", new EndDuty()).and(ABEL, "08:01", new EndDuty());
    juneAsks("08:10").and(MIRA, "08:12:30", ask(H2, MIRA, HelpKind.WORK));
    var drill = new Control.Insert("Fire drill", Mode.EVACUATE, Optional.empty(), 10);
    day.and(LENA, "08:13", steer(drill));
    int before = helpEvents();
    day.until("08:25");
    assertThat(helpEvents()).isEqualTo(before);
    day.and(LENA, "08:25", steer(new Control.EndInsert(Ripple.COMPRESS))).until("08:26");
    assertThat(day.levels()).containsExactly("1 08:26");
    assertThat(day.events(RoomUnhelped.class))
        .containsExactly(new RoomUnhelped(STUDIO, block("b1"), at("08:25:30")));
  }

  // --- A claim at the same moment
  // ----------------------------------------------------------------

  @Test
  void an_alarm_that_is_due_while_somebody_claims_calls_nobody_b45() {
    juneAsks("08:10").until("08:15:59");
    var alarm = day.floor().nextDue().orElseThrow();
    assertThat(alarm.dueAt()).isEqualTo(at("08:16"));
    day.and(PIA, "08:15:59.999", new ClaimHelp(H1));
    // Another node has it still before itself.
    assertThat(day.floor().decide(alarm, Stamp.system(at("08:16")))).isEqualTo(Decision.accept());
    day.and(PIA, "08:17", new ArriveAtHelp(H1, 1)).until("08:34");
    assertThat(day.levels()).containsExactly("1 08:14");
    assertThat(on(ROSA)).as("she was never called").isEmpty();
  }

  @Test
  void whoever_was_called_is_told_by_all_her_devices_that_it_is_taken_b45() {
    juneAsks("08:10").until("08:16");
    assertThat(on(ROSA).orElseThrow().state()).isEqualTo("waiting");
    day.and(PIA, "08:16", new ClaimHelp(H1));
    for (var helper : List.of(ROSA, ABEL, PIA)) {
      var row = on(helper).orElseThrow();
      assertThat(row.state()).as("%s", helper).isEqualTo("claimed");
      assertThat(row.owner().map(Row.Named::name)).contains("Pia");
    }
    assertThat(((Row.LineCall) view(new OfLeaders()).tables().get("line").get("h1")).state())
        .isEqualTo("claimed");
    // Back in the line she is called no second time.
    day.and(PIA, "08:16:30", new ReleaseHelp(H1, 1)).until("08:19");
    assertThat(day.levels()).containsExactly("1 08:14", "2 08:16");
  }

  // --- Rooms without helpers
  // ----------------------------------------------------------------------

  @Test
  void where_nobody_is_she_hears_it_at_once_next_door_may_come_and_the_leader_hears_it_once_b49() {
    day.and(ROSA, "08:01", new EndDuty()).and(ABEL, "08:01", new EndDuty());
    day.and(MIRA, "08:10", ask(H1, MIRA, HelpKind.WORK));
    assertThat(own(MIRA).nobody()).contains(true);
    assertThat(on(PIA).orElseThrow().standing().others()).isEmpty();
    assertThat(day.decide(PIA, "08:10", new ClaimHelp(H1))).isInstanceOf(Decision.Accepted.class);
    day.until("08:10:59.999");
    assertThat(day.events(RoomUnhelped.class)).isEmpty();
    day.until("08:11");
    // Taken, put back, and waiting on: the leader has heard of it.
    day.and(PIA, "08:12", new ClaimNext()).and(PIA, "08:13", new ReleaseHelp(H1, 1));
    day.until("08:34:59");
    assertThat(day.events(RoomUnhelped.class))
        .containsExactly(new RoomUnhelped(STUDIO, block("b1"), at("08:11")));
  }

  @Test
  void where_somebody_comes_in_time_no_leader_hears_of_it_b49() {
    day.and(ROSA, "08:01", new EndDuty()).and(ABEL, "08:01", new EndDuty());
    day.and(MIRA, "08:10", ask(H1, MIRA, HelpKind.WORK))
        .and(ROSA, "08:10:59", new Command.StartDuty());
    assertThat(own(MIRA).nobody()).isEmpty();
    day.until("08:20");
    assertThat(day.events(RoomUnhelped.class)).isEmpty();
  }

  private Row.OwnHelp own(PersonId student) {
    return (Row.OwnHelp) view(new OfStudent(student)).tables().get("help").get("h1");
  }

  // --- Urgent calls
  // -------------------------------------------------------------------------------

  /// What everybody may see who is neither June nor of the staff.
  private Map<Audience, View> peersAndWalls() {
    var views = new LinkedHashMap<Audience, View>();
    for (var student : List.of(MIRA, NOAH, TARIQ)) {
      views.put(new OfStudent(student), view(new OfStudent(student)));
    }
    views.put(OfBoard.PLAIN, view(OfBoard.PLAIN));
    views.put(new OfBoard(Optional.of(LOBBY)), view(new OfBoard(Optional.of(LOBBY))));
    return views;
  }

  @Test
  void from_its_beginning_to_its_end_no_peer_and_no_wall_knows_of_an_urgent_call_b50() {
    day.until("08:10");
    var unaware = peersAndWalls();
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.URGENT)).until("08:12");
    assertThat(day.levels()).containsExactly("2 08:11", "3 08:12");
    assertThat(peersAndWalls()).as("waiting, and told to everybody").isEqualTo(unaware);
    day.and(ROSA, "08:13", new ClaimHelp(H1));
    assertThat(peersAndWalls()).as("on the way").isEqualTo(unaware);
    day.and(ROSA, "08:14", new ArriveAtHelp(H1, 1));
    assertThat(peersAndWalls()).as("there").isEqualTo(unaware);
    day.and(ROSA, "08:20", new ResolveHelp(H1, 1));
    assertThat(peersAndWalls()).as("over").isEqualTo(unaware);
  }

  @Test
  void a_leader_is_called_within_a_minute_and_only_if_nobody_has_taken_it_b50() {
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.URGENT)).until("08:10:59.999");
    assertThat(onTheLeaders()).isEqualTo(1);
    day.until("08:11");
    assertThat(onTheLeaders()).isEqualTo(2);
    var taken =
        Scene.opened()
            .and(JUNE, "08:10", ask(H1, JUNE, HelpKind.URGENT))
            .and(PIA, "08:10:59", new ClaimHelp(H1))
            .and(PIA, "08:11:30", new ArriveAtHelp(H1, 1))
            .until("08:20");
    assertThat(taken.levels()).isEmpty();
  }
}
