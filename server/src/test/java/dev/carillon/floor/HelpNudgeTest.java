package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Event.HelperNudged;
import dev.carillon.floor.Event.RoomBusy;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Role;
import dev.carillon.view.Audience;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is said to a helper who is with somebody for long, and to the leader of a room in which
/// nearly everybody waits for long; and how a call is given to whoever has a role.
@ExtendWith(KeptInLogs.class)
final class HelpNudgeTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private final Scene day = Scene.opened();

  private static AskForHelp ask(HelpId help, PersonId student) {
    return new AskForHelp(help, student, HelpKind.WORK, "");
  }

  private Scene abelHelps() {
    return day.and(NOAH, "08:08", ask(H1, NOAH))
        .and(ABEL, "08:09", new ClaimHelp(H1))
        .and(ABEL, "08:10", new ArriveAtHelp(H1, 1));
  }

  // --- With somebody for long
  // -------------------------------------------------------------------

  @Test
  void a_helper_is_asked_after_eight_and_after_twelve_minutes_whether_to_go_on() {
    abelHelps().until("08:34");
    assertThat(day.events(HelperNudged.class))
        .containsExactly(
            new HelperNudged(H1, ABEL, 1, at("08:18")), new HelperNudged(H1, ABEL, 2, at("08:22")));
    assertThat(day.help(H1).word()).as("and nothing follows from it").isEqualTo("helping");
  }

  @Test
  void that_is_for_nobody_but_her() {
    abelHelps().until("08:18");
    assertThat(nudges(ABEL)).contains(1);
    assertThat(nudges(PIA)).isEmpty();
    var leaders = new Views().cut(new OfLeaders(), day.floor());
    var before = new Views().cut(new OfLeaders(), new Scene(day.start()).floor());
    assertThat(leaders.tables().get("alerts")).isEqualTo(before.tables().get("alerts"));
    assertThat(nudges(ABEL, "08:22")).contains(2);
  }

  private Optional<Integer> nudges(PersonId helper, String time) {
    day.until(time);
    return nudges(helper);
  }

  private Optional<Integer> nudges(PersonId helper) {
    return row(new OfHelper(helper)).orElseThrow().standing().nudges();
  }

  private Optional<Row.Call> row(Audience audience) {
    var calls = new Views().cut(audience, day.floor()).tables().get("help").values().stream();
    return calls.map(Row.Call.class::cast).filter(call -> call.id().equals("h1")).findFirst();
  }

  @Test
  void who_has_put_her_on_hold_by_then_is_asked_nothing() {
    abelHelps().and(ABEL, "08:17:59", new HoldHelp(H1, 1, 0, "")).until("08:34");
    assertThat(day.events(HelperNudged.class)).isEmpty();
  }

  // --- Busy rooms
  // -------------------------------------------------------------------------------

  @Test
  void when_nine_in_ten_have_waited_eight_minutes_for_three_the_leader_hears_it_once() {
    day.and(JUNE, "08:05", ask(H1, JUNE)).and(NOAH, "08:06", ask(H2, NOAH)).until("08:15:59");
    assertThat(day.events(RoomBusy.class)).isEmpty();
    day.until("08:34:59");
    assertThat(day.events(RoomBusy.class))
        .containsExactly(new RoomBusy(CENTRE_ROOM, block("b1"), at("08:16")));
  }

  @Test
  void one_of_ten_who_waits_for_long_makes_no_room_busy() {
    var people = new LinkedHashMap<PersonId, Person>(Fixtures.school().people());
    for (int i = 1; i <= 10; i++) {
      people.put(number(i), Fixtures.student(number(i), "Student " + i, "5"));
    }
    var school = Changed.from(Fixtures.school()).people(people).school();
    var crowd = new Scene(Floor.opened(Fixtures.dayOpened(school, Fixtures.day())));
    for (int i = 1; i <= 10; i++) {
      crowd.and(number(i), i == 1 ? "08:05" : "08:10", ask(new HelpId("c" + i), number(i)));
    }
    crowd.until("08:20:59");
    assertThat(crowd.events(RoomBusy.class)).as("nine of ten have waited ten minutes").isEmpty();
    crowd.until("08:21");
    assertThat(crowd.events(RoomBusy.class))
        .containsExactly(new RoomBusy(CENTRE_ROOM, block("b1"), at("08:21")));
  }

  private static PersonId number(int some) {
    return new PersonId("student-" + some);
  }

  @Test
  void in_the_next_block_it_is_said_again_and_not_while_everybody_walks() {
    day.and(JUNE, "08:05", ask(H1, JUNE)).until("08:45");
    assertThat(day.events(RoomBusy.class))
        .containsExactly(
            new RoomBusy(CENTRE_ROOM, block("b1"), at("08:16")),
            new RoomBusy(CENTRE_ROOM, block("b2"), at("08:38")));
  }

  @Test
  void whoever_is_taken_in_time_makes_no_room_busy() {
    day.and(JUNE, "08:05", ask(H1, JUNE))
        .and(NOAH, "08:10", ask(H2, NOAH))
        .and(PIA, "08:15:59", new ClaimNext());
    assertThat(day.help(H1).owner()).contains(PIA);
    day.and(PIA, "08:17", new ArriveAtHelp(H1, 1)).until("08:20:59");
    assertThat(day.events(RoomBusy.class)).isEmpty();
    day.until("08:21");
    assertThat(day.events(RoomBusy.class)).hasSize(1);
  }

  @Test
  void a_pause_makes_no_room_busy() {
    day.and(JUNE, "08:05", ask(H1, JUNE))
        .and(LENA, "08:15", steer(new Control.Pause()))
        .until("08:25");
    assertThat(day.events(RoomBusy.class)).isEmpty();
    day.and(LENA, "08:25", steer(new Control.Resume(Ripple.COMPRESS))).until("08:27");
    assertThat(day.events(RoomBusy.class))
        .containsExactly(new RoomBusy(CENTRE_ROOM, block("b1"), at("08:26")));
  }

  @Test
  void the_leader_sees_which_room_is_busy_while_somebody_waits_there() {
    day.and(JUNE, "08:05", ask(H1, JUNE)).until("08:16");
    assertThat(busy()).isTrue();
    day.and(PIA, "08:17", new ClaimNext());
    assertThat(busy()).isFalse();
  }

  private boolean busy() {
    var rooms = new Views().cut(new OfLeaders(), day.floor()).tables().get("roomHelp");
    return ((Row.RoomHelp) rooms.get(CENTRE_ROOM.value())).busy().isPresent();
  }

  // --- To a role
  // --------------------------------------------------------------------------------

  private static HandOffHelp to(Role role) {
    return new HandOffHelp(H1, 1, Optional.empty(), Optional.of(role));
  }

  /// Rosa is the teacher of the studio, next to the learning centre.
  @Test
  void what_is_given_to_a_role_is_for_whoever_has_it_here_or_next_door() {
    abelHelps().and(ABEL, "08:12", to(Role.TEACHER));
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.isRefused(PIA, "08:13", new ClaimHelp(H1))).isEqualTo(Refusal.FOR_SOMEBODY_ELSE);
    assertThat(day.reasons(PIA, "08:13", new ClaimHelp(H1))).containsEntry("to", "teacher");
    assertThat(day.isRefused(PIA, "08:13", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
    assertThat(row(new OfHelper(ROSA))).isPresent();
    assertThat(day.does(ROSA, "08:14", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 2));
  }

  @Test
  void what_nobody_of_the_role_takes_is_for_everybody_and_comes_first() {
    day.and(JUNE, "08:07", ask(H2, JUNE));
    abelHelps().and(ABEL, "08:12", to(Role.TEACHER)).until("08:15");
    assertThat(day.help(H1).standing().route()).isEmpty();
    assertThat(day.does(PIA, "08:15", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 2));
    assertThat(day.isRefused(ROSA, "08:15", new ClaimHelp(H1)))
        .as("it was hers for three minutes, and in a room that is not")
        .isEqualTo(Refusal.HELP_ALREADY_CLAIMED);
  }

  @Test
  void nothing_is_given_to_a_role_that_nobody_on_duty_has() {
    abelHelps().and(ROSA, "08:11", new EndDuty());
    assertThat(day.isRefused(ABEL, "08:12", to(Role.TEACHER)))
        .isEqualTo(Refusal.HELPER_NOT_ON_DUTY);
  }

  @Test
  void nor_to_one_of_which_everybody_is_away_or_who_gives_it() {
    abelHelps().and(PIA, "08:11", new SetAway(true));
    assertThat(day.isRefused(ABEL, "08:12", to(Role.PARAPROFESSIONAL)))
        .isEqualTo(Refusal.HELPER_NOT_ON_DUTY);
    day.and(PIA, "08:13", new SetAway(false)).and(ABEL, "08:13", to(Role.PARAPROFESSIONAL));
    assertThat(day.does(PIA, "08:14", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 2));
  }

  /// Two names stay with it, and the wait of before.
  @Test
  void whoever_is_given_a_call_sees_who_gave_it_and_the_wait_goes_on_from_before() {
    abelHelps().and(ABEL, "08:12", to(Role.TEACHER));
    var route = day.help(H1).standing().route().orElseThrow();
    assertThat(route.by()).contains(ABEL);
    assertThat(route.role()).contains(Role.TEACHER);
    assertThat(day.help(H1).standing().turn().virtual()).isEqualTo(at("08:08"));
    assertThat(day.help(H1).standing().watch().counted()).hasMinutes(1);
    day.and(MIRA, "08:13", ask(H2, MIRA)).until("08:15");
    assertThat(day.levels()).as("a minute before, three since").containsExactly("1 08:15");
  }
}
