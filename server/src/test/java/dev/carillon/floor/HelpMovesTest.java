package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LIBRARY;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AdoptSchool;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of open calls when the ground moves under them: another schedule, another roster,
/// other rooms.
@ExtendWith(KeptInLogs.class)
final class HelpMovesTest {
  private static final ScheduleId HIGH = new ScheduleId("high");
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final HelpId H3 = new HelpId("h3");
  private static final HelpId H4 = new HelpId("h4");

  private final Scene day =
      new Scene(
          Floor.opened(
              Fixtures.dayOpened(
                  Fixtures.school(),
                  new DayPlan(
                      Fixtures.DATE,
                      Fixtures.ZONE,
                      "Regular",
                      "weekday",
                      List.of(
                          new SchedulePlan(MAIN, "Main", Fixtures.blocks()),
                          new SchedulePlan(HIGH, "High", Fixtures.blocks(HIGH)))))));

  private Scene asks(PersonId student, String time, HelpId help, HelpKind kind) {
    return day.and(student, time, new AskForHelp(help, student, kind, ""));
  }

  private static Steer pauseOf(ScheduleId schedule) {
    return new Steer(new Scope.OfSchedule(schedule), new Control.Pause(), "", Command.ANY_VERSION);
  }

  @Test
  void a_student_moved_to_another_schedule_takes_her_call_along_b15() {
    asks(MIRA, "08:10", H1, HelpKind.WORK).and(LENA, "08:12", new MoveSchedule(MIRA, HIGH));
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.floor().line(List.of(CENTRE_ROOM))).containsExactly(day.help(H1));
    assertThat(day.does(PIA, "08:13", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void whoever_helps_a_student_who_is_moved_keeps_her_b15() {
    asks(MIRA, "08:10", H1, HelpKind.WORK)
        .and(ROSA, "08:11", new ClaimHelp(H1))
        .and(ROSA, "08:11:30", new ArriveAtHelp(H1, 1))
        .and(LENA, "08:12", new MoveSchedule(MIRA, HIGH));
    assertThat(day.help(H1).owner()).contains(ROSA);
    day.and(ROSA, "08:20", new Command.ResolveHelp(H1, 1));
  }

  @Test
  void her_wait_counts_by_the_bells_she_lives_by_now_b15() {
    asks(JUNE, "08:10", H1, HelpKind.PERSON)
        .and(LENA, "08:11", pauseOf(HIGH))
        .and(LENA, "08:12", new MoveSchedule(JUNE, HIGH))
        .until("08:30");
    assertThat(day.levels()).as("her schedule stands still").isEmpty();
    day.and(LENA, "08:30", new MoveSchedule(JUNE, MAIN)).until("08:33");
    assertThat(day.levels()).as("two minutes had passed before").containsExactly("1 08:32");
  }

  @Test
  void a_roster_read_again_loses_no_open_call_b60() {
    everyState();
    var before = states();
    day.and(PersonId.SYSTEM, "08:15", new AdoptSchool(Fixtures.school()));
    assertThat(states()).isEqualTo(before);
    assertThat(shown()).containsExactlyInAnyOrder("h1", "h2", "h3", "h4");
  }

  @Test
  void rooms_that_are_drawn_anew_lose_no_open_call_b60() {
    everyState();
    var before = states();
    day.and(PersonId.SYSTEM, "08:15", new AdoptSchool(without(Set.of(CLAY))));
    assertThat(states()).isEqualTo(before);
    assertThat(shown()).containsExactlyInAnyOrder("h1", "h2", "h3", "h4");
    // What broke at a table that is not there any more is looked after where everybody goes then.
    assertThat(day.floor().stationOf(day.help(H1))).isEqualTo(LIBRARY);
    assertThat(day.floor().line(List.of(CENTRE_ROOM, STUDIO)))
        .extracting(HelpRequest::id)
        .contains(H1);
    assertThat(day.does(ABEL, "08:16", new ClaimHelp(H1)).events()).hasSize(1);
  }

  @Test
  void who_leaves_the_school_takes_nothing_along_and_nobody_is_kept_waiting_b60() {
    everyState();
    var people = new LinkedHashMap<PersonId, Person>(Fixtures.school().people());
    people.keySet().removeAll(Set.of(PIA, TARIQ));
    day.and(PersonId.SYSTEM, "08:15", new AdoptSchool(with(people, stations(Set.of()))));
    assertThat(day.help(H2).word()).as("her helper has left").isEqualTo("waiting");
    assertThat(day.help(H2).standing().turn().entered()).isEqualTo(at("08:11"));
    assertThat(day.events(HelpExpired.class))
        .containsExactly(new HelpExpired(H4, "student-left", at("08:15")));
    assertThat(shown()).containsExactlyInAnyOrder("h1", "h2", "h3");
  }

  /// A call in each state there is, and its place: what happens to the plan happens to none of
  /// them.
  @ParameterizedTest
  @EnumSource
  void in_whatever_state_a_call_is_a_new_roster_and_new_rooms_leave_it_there_b60(Held state) {
    given(state);
    var call = day.help(H1);
    assertThat(call.word()).isEqualTo(state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    day.and(PersonId.SYSTEM, "08:42:30", new AdoptSchool(Fixtures.school()));
    isStill(call);
    day.and(PersonId.SYSTEM, "08:42:40", new AdoptSchool(without(Set.of(LOOM))));
    isStill(call);
  }

  private void isStill(HelpRequest call) {
    var now = day.help(H1);
    assertThat(now.asked()).isEqualTo(call.asked());
    assertThat(now.word()).isEqualTo(call.word());
    assertThat(now.owner()).isEqualTo(call.owner());
    assertThat(now.version()).isEqualTo(call.version());
    assertThat(now.standing().turn()).isEqualTo(call.standing().turn());
    var at = day.floor().at();
    assertThat(now.standing().watch().at(at)).isEqualTo(call.standing().watch().at(at));
    assertThat(shown()).containsExactly("h1");
  }

  enum Held {
    WAITING,
    CLAIMED,
    HELPING,
    ON_HOLD,
    UNREACHABLE,
    DEFERRED
  }

  /// What Mira was stuck with at the clay table was parked at 08:35; June is where she was.
  private void given(Held state) {
    if (state == Held.DEFERRED) {
      asks(MIRA, "08:30", H1, HelpKind.WORK);
    } else {
      asks(JUNE, "08:40", H1, HelpKind.WORK);
    }
    if (state != Held.WAITING && state != Held.DEFERRED) {
      day.and(PIA, "08:41", new ClaimHelp(H1));
    }
    switch (state) {
      case WAITING, CLAIMED, DEFERRED -> {}
      case HELPING -> day.and(PIA, "08:42", new ArriveAtHelp(H1, 1));
      case ON_HOLD ->
          day.and(PIA, "08:42", new ArriveAtHelp(H1, 1))
              .and(PIA, "08:42:10", new HoldHelp(H1, 1, 10, ""));
      case UNREACHABLE -> day.and(PIA, "08:42", new SayNotHere(H1, 1));
    }
    day.until("08:42:20");
  }

  /// One broken machine, one being helped, one not found, one who waits.
  private void everyState() {
    asks(MIRA, "08:10", H1, HelpKind.EQUIPMENT);
    asks(NOAH, "08:11", H2, HelpKind.WORK)
        .and(PIA, "08:12", new ClaimHelp(H2))
        .and(PIA, "08:12:30", new ArriveAtHelp(H2, 1));
    asks(JUNE, "08:12", H3, HelpKind.WORK)
        .and(ABEL, "08:13", new ClaimHelp(H3))
        .and(ABEL, "08:14", new SayNotHere(H3, 1));
    asks(TARIQ, "08:13", H4, HelpKind.PERSON);
  }

  private Map<HelpId, String> states() {
    var states = new LinkedHashMap<HelpId, String>();
    day.floor().help().open().values().forEach(each -> states.put(each.id(), each.word()));
    return states;
  }

  /// The calls on the leader's screen.
  private List<String> shown() {
    return new Views()
        .cut(new OfLeaders(), day.floor()).tables().get("line").values().stream()
            .map(Row::id)
            .toList();
  }

  private static School without(Set<StationId> gone) {
    return with(Fixtures.school().people(), stations(gone));
  }

  private static Map<StationId, Station> stations(Set<StationId> gone) {
    var stations = new LinkedHashMap<>(Fixtures.school().stations());
    stations.keySet().removeAll(gone);
    return stations;
  }

  private static School with(Map<PersonId, Person> people, Map<StationId, Station> stations) {
    var school = Fixtures.school();
    return Changed.from(school).stations(stations).people(people).school();
  }
}
