package dev.carillon.view;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.AwayKind;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.DeclineGroup;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.TellWait;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.Control;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Evidence;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpReason;
import dev.carillon.floor.Ripple;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person.Display;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rows each audience is shown of floors that are known by heart.
final class ViewsTest {
  private static final HelpId HELP = new HelpId("help-1");
  private static final HelpId OTHER = new HelpId("help-2");
  private static final Row.Badge BADGE = new Row.Badge("T", 2, 2);

  /// Of a call nobody has touched yet, whose student is in another room in the next block.
  private static final Row.Call.Standing NEW =
      new Row.Call.Standing(
          "normal",
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new Row.Call.Leaving(ms("08:33:30"), ms("08:35"), Optional.of("clay"))),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Views views = new Views();
  private Floor floor = Fixtures.floor();

  // What every screen has
  // --------------------------------------------------------------------------

  @Test
  void everybody_is_told_the_day() {
    assertThat(rows(new OfStudent(MIRA), "day"))
        .containsExactly(
            new Row.Day(
                "day",
                "Yuma Learning House",
                "2026-09-14",
                "America/Phoenix",
                "Regular",
                "open",
                false,
                1));
  }

  @Test
  void a_schedule_that_was_extended_says_how_far_it_is_off_the_plan() {
    when(LENA, "08:10", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)));

    assertThat(rows(OfBoard.PLAIN, "schedules"))
        .containsExactly(
            new Row.Schedule(
                "main",
                "Main",
                "running",
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                5 * 60_000,
                Optional.of(new Row.Anchor("main/lunch", "start", ms("11:30"), 70 * 60_000)),
                Optional.of(new Row.LastControl("extend", ms("08:10"), Optional.of(ms("08:11")))),
                Optional.empty(),
                Optional.empty()));
    assertThat(row(OfBoard.PLAIN, "blocks", "main/b1"))
        .isEqualTo(
            new Row.Block(
                "main/b1",
                "main",
                "B1",
                "rotation",
                0,
                ms("08:00"),
                ms("08:40"),
                ms("08:00"),
                ms("08:35"),
                false,
                false));
  }

  @Test
  void while_a_schedule_is_paused_the_agenda_ends_with_the_pause() {
    assertThat(ids(new OfStudent(MIRA), "agenda"))
        .startsWith("main/b1/move", "main/b1/settle", "main/b1/work", "main/b1/warn")
        .endsWith("main/done");

    when(LENA, "08:10", Fixtures.steer(new Control.Pause()));

    assertThat(ids(new OfStudent(MIRA), "agenda"))
        .containsExactly("main/b1/move", "main/b1/settle", "main/b1/work");
    assertThat(rows(new OfStudent(MIRA), "schedules"))
        .containsExactly(
            new Row.Schedule(
                "main",
                "Main",
                "paused",
                2,
                Optional.of(ms("08:10")),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(new Row.Anchor("main/lunch", "start", ms("11:30"), 75 * 60_000)),
                Optional.of(new Row.LastControl("pause", ms("08:10"), Optional.of(ms("08:11")))),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void a_change_of_phase_says_which_bell_rings_with_it() {
    assertThat(row(OfBoard.PLAIN, "agenda", "main/b2/move"))
        .isEqualTo(
            new Row.Edge(
                "main/b2/move",
                "main",
                Optional.of("main/b2"),
                "move",
                ms("08:35"),
                Optional.of(new Row.Bell("2026-09-14/main/b2/move", "move", ms("08:35"), true))));
  }

  // Students
  // ---------------------------------------------------------------------------------------

  @Test
  void a_student_sees_where_she_goes_all_day() {
    assertThat(row(new OfStudent(MIRA), "stops", "main/b1"))
        .isEqualTo(
            new Row.Stop(
                "main/b1",
                "main/b1",
                "clay",
                "studio",
                "T",
                "clay",
                BADGE,
                Optional.empty(),
                "At clay",
                Optional.empty(),
                Optional.of("Rosa"),
                "expected",
                false,
                Optional.empty(),
                Optional.empty(),
                "plan",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Row.Point(10, 5),
                Optional.empty()));
    assertThat(row(new OfStudent(MIRA), "stops", "main/b2"))
        .isEqualTo(
            new Row.Stop(
                "main/b2",
                "main/b2",
                "centre-seats",
                "centre",
                "T1",
                "centre-seats",
                BADGE,
                Optional.of("1"),
                "At centre-seats",
                Optional.empty(),
                Optional.empty(),
                "expected",
                false,
                Optional.empty(),
                Optional.empty(),
                "plan",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Row.Point(1, 2),
                Optional.empty()));
    assertThat(rows(new OfStudent(MIRA), "stops")).hasSize(12);
  }

  /// Only where she is now, and no longer than until the bell.
  @Test
  void whoever_is_in_a_room_reads_how_long_help_takes_there_until_the_bell() {
    when(ABEL, "08:10", new TellWait(Fixtures.CENTRE_ROOM, 10));
    var wait = Optional.of(new Row.HelpWait(10, ms("08:20")));
    assertThat(stop(NOAH, "main/b1").helpWait()).isEqualTo(wait);
    assertThat(stop(MIRA, "main/b1").helpWait()).as("in the studio").isEmpty();
    assertThat(stop(MIRA, "main/b2").helpWait()).as("in the centre later").isEmpty();
    when(ABEL, "08:36", new EndDuty());
    assertThat(stop(MIRA, "main/b2").helpWait()).isEmpty();
  }

  @Test
  void the_plan_a_student_finds_her_way_on_has_walls_and_nothing_of_what_is_in_them() {
    assertThat(rows(new OfStudent(MIRA), "rooms"))
        .containsExactly(wallsOf("centre"), wallsOf("studio"));
    assertThat(views.cut(new OfStudent(MIRA), floor).tables())
        .doesNotContainKeys("stations", "seats", "dots", "roster");
  }

  private Row.Room wallsOf(String id) {
    var room = floor.school().rooms().get(new RoomId(id));
    var walls = room.outline();
    return new Row.Room(
        id,
        room.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Row.Frame(walls.x(), walls.y(), walls.w(), walls.h())),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void
      who_comes_to_a_seat_where_something_is_broken_sees_that_it_was_reported_and_not_by_whom_b28() {
    when(MIRA, "08:10", new AskForHelp(HELP, MIRA, HelpKind.EQUIPMENT, "canary: it smokes"));
    assertThat(reported(MIRA, "main/b1")).isEmpty();
    when(NOAH, "08:41", new ReportHere());
    assertThat(reported(NOAH, "main/b2")).contains(true);
    assertThat(rows(new OfStudent(NOAH), "stops").toString()).doesNotContain("canary");
    assertThat(reported(NOAH, "main/b3")).isEmpty();
    when(ROSA, "08:42", new ClaimHelp(HELP));
    when(ROSA, "08:43", new ArriveAtHelp(HELP, 1));
    when(ROSA, "08:44", new ResolveHelp(HELP, 1));
    assertThat(reported(NOAH, "main/b2")).isEmpty();
  }

  private Optional<Boolean> reported(PersonId student, String block) {
    return ((Row.Stop) row(new OfStudent(student), "stops", block)).reported();
  }

  @Test
  void a_student_has_departed_from_the_blocks_behind_her() {
    when(MIRA, "08:05", new ReportHere());
    assertThat(stop(MIRA, "main/b1").arrival()).isEqualTo("arrived");

    when(MIRA, "08:36", new ReportHere());
    assertThat(stop(MIRA, "main/b1").arrival()).isEqualTo("departed");
    assertThat(stop(MIRA, "main/b2").arrival()).isEqualTo("arrived");
    assertThat(stop(MIRA, "main/b3").arrival()).isEqualTo("expected");
  }

  @Test
  void a_student_sees_how_many_wait_before_her_and_who_comes() {
    ask(NOAH, "08:10", HELP);
    ask(JUNE, "08:11", OTHER);
    assertThat(help(JUNE).ahead()).contains(1);
    assertThat(help(NOAH).ahead()).contains(0);
    // Mira is in another room.
    ask(MIRA, "08:12", new HelpId("help-3"));
    assertThat(help(MIRA).ahead()).contains(0);

    when(ABEL, "08:13", new ClaimHelp(HELP));
    assertThat(help(JUNE).ahead()).contains(0);
    assertThat(help(NOAH))
        .isEqualTo(
            new Row.OwnHelp(
                "help-1",
                "claimed",
                "work",
                ms("08:10"),
                Optional.empty(),
                Optional.of("Abel"),
                Optional.of("step three of noah"),
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void those_who_are_helped_together_read_where_they_meet_and_nobody_else_does() {
    ask(NOAH, "08:10", HELP);
    ask(JUNE, "08:11", OTHER);
    when(ABEL, "08:13", new ClaimGroup(List.of(HELP, OTHER)));
    assertThat(help(NOAH).huddle()).contains("the round table");
    assertThat(help(JUNE).huddle()).contains("the round table");
    assertThat(call(ABEL, HELP).standing().huddle()).contains("the round table");

    when(JUNE, "08:14", new DeclineGroup(OTHER));
    assertThat(help(JUNE).huddle()).isEmpty();
    assertThat(help(NOAH).huddle()).isEmpty();
    assertThat(call(ABEL, HELP).standing().huddle()).isEmpty();
  }

  @Test
  void the_last_request_of_a_block_stays_until_the_block_is_over() {
    ask(NOAH, "08:10", HELP);
    when(NOAH, "08:12", new CancelHelp(HELP));
    assertThat(help(NOAH).state()).isEqualTo("cancelled");
    assertThat(help(NOAH).closedAtMs()).contains(ms("08:12"));

    when(NOAH, "08:36", new ReportHere());
    assertThat(rows(new OfStudent(NOAH), "help")).isEmpty();
  }

  @Test
  void whoever_is_closed_by_an_adult_is_told_why() {
    assertThat(told(HelpReason.ANSWERED)).contains("answered");
    assertThat(told(HelpReason.STUDENT_LEFT)).contains("student-left");
    assertThat(told(HelpReason.OTHER_TASK)).contains("other-task");
    assertThat(told(HelpReason.DRILL)).contains("drill");
  }

  @Test
  void what_is_among_adults_is_no_reason_she_reads() {
    for (var among : List.of(HelpReason.WELLBEING, HelpReason.OFFLINE, HelpReason.SHIFT_ENDS)) {
      assertThat(told(among)).as("%s", among).contains("other");
    }
  }

  /// What a student reads of a request that an adult has closed.
  private Optional<String> told(HelpReason reason) {
    floor = Fixtures.floor();
    ask(NOAH, "08:10", HELP);
    assertThat(help(NOAH).reason()).isEmpty();
    when(ABEL, "08:12", new DismissHelp(HELP, Command.ANY_VERSION, reason));
    assertThat(help(NOAH).state()).isEqualTo("dismissed");
    return help(NOAH).reason();
  }

  @Test
  void whoever_was_not_found_is_told_so_also_when_the_bell_has_ended_it() {
    ask(NOAH, "08:10", HELP);
    when(ABEL, "08:12", new ClaimHelp(HELP));
    when(ABEL, "08:13", new SayNotHere(HELP, 1));
    when(NOAH, "08:20", new ReportHere());
    assertThat(help(NOAH).reason()).contains("no-show");

    ask(NOAH, "08:31", OTHER);
    when(ABEL, "08:32", new ClaimHelp(OTHER));
    when(ABEL, "08:33", new SayNotHere(OTHER, 1));
    when(NOAH, "08:36", new ReportHere());
    assertThat(help(NOAH).id()).isEqualTo("help-2");
    assertThat(help(NOAH).reason()).contains("bell");
  }

  @Test
  void what_is_parked_is_hers_to_read_and_to_take_down_also_while_no_hand_is_up_b14() {
    ask(NOAH, "08:10", HELP);
    when(NOAH, "08:41", new ReportHere());
    assertThat(help(NOAH).state()).isEqualTo("deferred");
    assertThat(help(NOAH).text()).contains("step three of noah");

    ask(NOAH, "08:42", OTHER);
    assertThat(ids(new OfStudent(NOAH), "help")).containsExactly("help-1", "help-2");

    when(NOAH, "08:43", new CancelHelp(HELP));
    assertThat(ids(new OfStudent(NOAH), "help")).containsExactly("help-2");
    when(NOAH, "08:43", new UndoHelp(HELP));
    assertThat(ids(new OfStudent(NOAH), "help")).containsExactly("help-1", "help-2");
  }

  @Test
  void what_staff_write_about_a_student_is_not_shown_to_her() {
    when(ABEL, "08:10", new AskForHelp(HELP, NOAH, HelpKind.URGENT, "he looks pale"));

    assertThat(help(NOAH).kind()).isEqualTo("person");
    assertThat(help(NOAH).text()).isEmpty();
  }

  @Test
  void a_stranger_sees_the_day_and_nothing_else() {
    var view = views.cut(new OfStudent(new PersonId("nobody")), floor);

    assertThat(view.tables()).containsOnlyKeys("day", "schedules", "blocks", "agenda");
    assertThat(view.tables().get("blocks")).isEmpty();
  }

  // Helpers
  // ----------------------------------------------------------------------------------------

  @Test
  void a_helper_sees_calls_from_her_rooms_in_the_order_of_the_line() {
    ask(MIRA, "08:10", HELP);
    ask(NOAH, "08:11", OTHER);

    assertThat(ids(new OfHelper(ABEL), "help")).containsExactly("help-1", "help-2");
    assertThat(ids(new OfHelper(PIA), "help")).containsExactly("help-2");
    assertThat(row(new OfHelper(PIA), "help", "help-2"))
        .isEqualTo(
            new Row.Call(
                "help-2",
                0,
                "waiting",
                "work",
                new Row.Named("noah", "Noah B."),
                "centre-seats",
                "centre",
                "T2",
                "centre-seats",
                BADGE,
                Optional.of("At centre-seats"),
                Optional.of("step three of noah"),
                waits("08:11"),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                1,
                false,
                NEW,
                Optional.empty()));
  }

  @Test
  void a_call_on_hold_stays_in_sight_of_whoever_put_it_there_with_her_note() {
    ask(NOAH, "08:10", HELP);
    when(PIA, "08:11", new ClaimHelp(HELP));
    when(PIA, "08:12", new ArriveAtHelp(HELP, 1));
    when(PIA, "08:13", new HoldHelp(HELP, 1, 5, "read it aloud"));

    var call = (Row.Call) row(new OfHelper(PIA), "help", "help-1");

    assertThat(call.state()).isEqualTo("on-hold");
    assertThat(call.owner()).isEmpty();
    assertThat(call.standing().untilMs()).contains(ms("08:18"));
    assertThat(call.standing().note()).contains("read it aloud");
    assertThat(call.standing().by()).contains(new Row.Named("pia", "Pia"));
  }

  @Test
  void a_call_for_one_helper_tells_the_others_for_whom_it_is() {
    when(ABEL, "08:09", new StartDuty());
    when(PIA, "08:09", new StartDuty());
    ask(NOAH, "08:10", HELP);
    when(PIA, "08:11", new ClaimHelp(HELP));
    when(PIA, "08:12", new HandOffHelp(HELP, 1, Optional.of(ABEL), Optional.empty()));

    var hers = (Row.Call) row(new OfHelper(ABEL), "help", "help-1");
    var others = (Row.Call) row(new OfHelper(PIA), "help", "help-1");

    assertThat(hers.standing().to()).contains("Abel");
    assertThat(hers.standing().others()).isEmpty();
    assertThat(others.standing().others()).contains(true);
    assertThat(ids(new OfHelper(PIA), "helpers")).containsExactly("abel", "rosa");
  }

  @Test
  void leaders_see_the_calls_of_each_room_and_not_whose_they_are() {
    ask(NOAH, "08:10", HELP);
    when(PIA, "08:11", new ClaimHelp(HELP));

    var call = (Row.LineCall) row(new OfLeaders(), "line", "help-1");
    var room = (Row.RoomHelp) row(new OfLeaders(), "roomHelp", "centre");

    assertThat(call.owner()).contains(new Row.Named("pia", "Pia"));
    assertThat(call.toString()).doesNotContainIgnoringCase("noah");
    assertThat(room.waiting()).isZero();
    assertThat(room.helping()).isOne();
  }

  @Test
  void leaders_read_why_a_call_was_let_go() {
    ask(NOAH, "08:10", HELP);
    when(PIA, "08:11", new ClaimHelp(HELP));
    when(PIA, "08:12", new ReleaseHelp(HELP, 1, Optional.of(HelpReason.OTHER_TASK)));

    assertThat(((Row.LineCall) row(new OfLeaders(), "line", "help-1")).released())
        .contains("other-task");
  }

  @Test
  void only_leaders_see_the_figures_of_help_and_no_student_in_them() {
    ask(NOAH, "08:10", HELP);
    when(PIA, "08:11", new ClaimHelp(HELP));

    var figures = (Row.HelpToday) row(new OfLeaders(), "helpToday", "today");

    assertThat(figures.asked()).isOne();
    assertThat(figures.counts()).containsEntry("claimed", 1).containsEntry("carried-over", 0);
    assertThat(((Row.HelperLoad) row(new OfLeaders(), "helpLoads", "pia")).name()).isEqualTo("Pia");
    assertThat(figures.toString()).doesNotContainIgnoringCase("noah");
    for (var other : List.of(new OfStudent(NOAH), new OfHelper(PIA), OfBoard.PLAIN)) {
      assertThat(views.cut(other, floor).tables())
          .doesNotContainKeys("helpToday", "helpLoads", "helpBells", "helpLessons");
    }
  }

  @Test
  void a_call_says_who_has_it_and_until_when() {
    ask(NOAH, "08:10", HELP);
    when(PIA, "08:11", new ClaimHelp(HELP));

    var claimed = (Row.Call) row(new OfHelper(PIA), "help", "help-1");
    assertThat(claimed.mine()).isTrue();
    assertThat(claimed.leaseMs()).contains(ms("08:13"));
    assertThat(me(PIA).claim()).contains("help-1");
    var others = (Row.Call) row(new OfHelper(ABEL), "help", "help-1");
    assertThat(others.mine()).isFalse();
    assertThat(others.owner()).contains(new Row.Named("pia", "Pia"));

    when(PIA, "08:12", new ArriveAtHelp(HELP, claimed.epoch()));
    var helping = (Row.Call) row(new OfHelper(PIA), "help", "help-1");
    assertThat(helping.helpingSinceMs()).contains(ms("08:12"));
    assertThat(helping.leaseMs()).isEmpty();
  }

  @Test
  void the_roster_holds_those_due_in_the_rooms_of_the_helper() {
    assertThat(ids(new OfHelper(ROSA), "roster")).containsExactly("mira");
    assertThat(ids(new OfHelper(PIA), "roster")).containsExactly("noah", "tariq", "june");

    when(NOAH, "08:36", new ReportHere());

    assertThat(rows(new OfHelper(ROSA), "roster"))
        .containsExactly(
            new Row.RosterEntry(
                "noah",
                "Noah B.",
                "clay",
                Optional.empty(),
                "T",
                "arrived",
                Optional.empty(),
                Optional.empty()));
    assertThat(row(new OfHelper(ROSA), "stations", "clay"))
        .isEqualTo(
            new Row.HelperStation(
                "clay",
                "studio",
                "clay",
                "workshop",
                BADGE,
                "open",
                2,
                2,
                1,
                1,
                0,
                0,
                0,
                1,
                new Row.Frame(5, 0, 10, 10)));
    assertThat(ids(new OfHelper(ROSA), "stations")).containsExactly("clay", "loom");
  }

  @Test
  void who_comes_next_is_known_before_the_bell() {
    assertThat(rows(new OfHelper(ROSA), "incoming"))
        .containsExactly(
            new Row.Incoming("noah", "Noah B.", "main/b2", "clay", Optional.empty(), "T"));
    assertThat(ids(new OfHelper(PIA), "incoming")).containsExactly("mira", "tariq", "june");

    when(NOAH, "08:36", new ReportHere());

    assertThat(rows(new OfHelper(ROSA), "incoming")).isEmpty();
  }

  @Test
  void where_each_group_goes_next_is_told_without_a_name() {
    var onward = rows(new OfHelper(ROSA), "onward").stream().map(Row.Onward.class::cast).toList();
    assertThat(onward)
        .extracting(Row.Onward::place, Row.Onward::code, Row.Onward::students)
        .containsExactly(tuple("centre-seats", "T", 1));
    when(LENA, "08:10", new StartAway(MIRA, AwayKind.NURSE, Optional.empty()));
    assertThat(rows(new OfHelper(ROSA), "onward")).isEmpty();
  }

  @Test
  void who_waits_for_a_seat_is_named_in_the_room_and_counted_elsewhere() {
    floor = FlexSchool.floor();
    when(MIRA, "09:15", new JoinFlex(CLAY));
    when(NOAH, "09:16", new JoinFlex(CLAY));
    var stay = new Row.Stay("mira", "Mira K.", ms("09:25"));

    var inTheRoom = (Row.FlexLine) row(new OfHelper(ROSA), "flex", "clay");
    assertThat(inTheRoom.line())
        .contains(List.of(new Row.Waiter("noah", "Noah B.", Optional.empty())));
    assertThat(inTheRoom.stays()).contains(List.of(stay));

    var onTheMap = (Row.FlexLine) row(new OfLeaders(), "flex", "clay");
    assertThat(onTheMap.waiting()).isEqualTo(1);
    assertThat(onTheMap.line()).isEmpty();
    assertThat(onTheMap.stays()).isEmpty();
  }

  @Test
  void rooms_of_others_are_named_and_not_hers() {
    assertThat(rows(new OfHelper(ROSA), "rooms"))
        .extracting(row -> ((Row.Room) row).mine())
        .containsExactly(Optional.of(false), Optional.of(true));
    assertThat(rows(new OfHelper(ROSA), "rooms"))
        .extracting(row -> ((Row.Room) row).near())
        .containsExactly(Optional.of(true), Optional.empty());
    assertThat(rows(new OfHelper(ROSA), "seats")).isEmpty();
    assertThat(rows(new OfHelper(PIA), "seats")).hasSize(8);
  }

  // Leaders
  // ----------------------------------------------------------------------------------------

  @Test
  void a_leader_sees_who_was_seen_elsewhere_as_a_dot_without_a_name() {
    when(MIRA, "08:05", new ReportArrival(CENTRE, Evidence.CODE));

    assertThat(rows(new OfLeaders(), "dots"))
        .filteredOn(row -> ((Row.Dot) row).arrival().equals("elsewhere"))
        .singleElement()
        .isEqualTo(
            new Row.Dot(
                dot(MIRA),
                "clay",
                Optional.of("centre-seats"),
                Optional.empty(),
                "elsewhere",
                Optional.empty()));
    var counts = (Row.Counts) row(new OfLeaders(), "counts", "all");
    assertThat(counts.students()).isEqualTo(4);
    assertThat(counts.elsewhere()).isEqualTo(1);
    assertThat(counts.late()).isEqualTo(3);
    assertThat(counts.onDuty()).isEqualTo(3);
  }

  @Test
  void a_dot_says_where_its_student_comes_from() {
    when(MIRA, "08:36", new ReportHere());

    assertThat(dots())
        .extracting(Row.Dot::station, Row.Dot::from)
        .containsExactlyInAnyOrder(
            tuple("centre-seats", Optional.of("clay")),
            tuple("clay", Optional.of("centre-seats")),
            tuple("centre-seats", Optional.empty()),
            tuple("centre-seats", Optional.empty()));
  }

  private List<Row.Dot> dots() {
    return rows(new OfLeaders(), "dots").stream().map(Row.Dot.class::cast).toList();
  }

  @Test
  void who_is_due_where_nothing_is_measured_is_in_no_figure_of_arrivals() {
    var school = Changed.from(Fixtures.school()).unmeasured(Fixtures.STUDIO).school();
    floor = Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
    when(MIRA, "08:36", new ReportHere());
    when(NOAH, "08:37", new ReportHere());

    assertThat(counts())
        .extracting(
            Row.Counts::students, Row.Counts::arrived, Row.Counts::expected, Row.Counts::unmeasured)
        .containsExactly(4, 1, 2, 1);
    when(NOAH, "08:38", new ReportArrival(CENTRE, Evidence.CODE));
    assertThat(counts())
        .extracting(Row.Counts::elsewhere, Row.Counts::unmeasured)
        .containsExactly(1, 0);
    assertThat(rows(new OfLeaders(), "rooms"))
        .extracting(row -> ((Row.Room) row).unmeasured())
        .containsExactly(Optional.empty(), Optional.of(true));
  }

  private Row.Counts counts() {
    return (Row.Counts) row(new OfLeaders(), "counts", "all");
  }

  @Test
  void numbers_of_dots_are_other_ones_on_another_day() {
    var today = Roll.of(Crowded.school(40), Fixtures.DATE).dots();
    var tomorrow = Roll.of(Crowded.school(40), Fixtures.DATE.plusDays(1)).dots();

    assertThat(today.values()).doesNotHaveDuplicates();
    assertThat(today).isNotEqualTo(tomorrow);
    assertThat(Roll.of(Crowded.school(40), Fixtures.DATE).dots()).isEqualTo(today);
  }

  @Test
  void a_station_says_how_many_wait_there_and_how_long() {
    ask(MIRA, "08:10", HELP);

    assertThat(row(new OfLeaders(), "stations", "clay"))
        .isEqualTo(
            new Row.LeaderStation(
                "clay",
                "studio",
                "clay",
                "workshop",
                BADGE,
                "open",
                2,
                2,
                1,
                0,
                0,
                1,
                0,
                0,
                1,
                Optional.of(waits("08:10")),
                0,
                Optional.empty(),
                Optional.of("Rosa"),
                new Row.Frame(5, 0, 10, 10)));
  }

  @Test
  void helpers_are_shown_with_the_station_of_whom_they_help() {
    ask(NOAH, "08:10", HELP);
    when(ABEL, "08:11", new ClaimHelp(HELP));

    assertThat(rows(new OfLeaders(), "helpers"))
        .containsExactly(
            new Row.Helper(
                "abel",
                "Abel",
                "paraprofessional",
                "on",
                List.of("centre", "studio"),
                Optional.of("centre-seats"),
                Optional.empty()),
            new Row.Helper(
                "pia",
                "Pia",
                "paraprofessional",
                "on",
                List.of("centre"),
                Optional.empty(),
                Optional.empty()),
            new Row.Helper(
                "rosa",
                "Rosa",
                "teacher",
                "on",
                List.of("studio"),
                Optional.empty(),
                Optional.empty()));
  }

  // Boards
  // -----------------------------------------------------------------------------------------

  @Test
  void a_board_has_a_line_for_everybody_by_the_name_she_lets_it_show() {
    var shown =
        Map.of(
            MIRA, Display.ALIAS, NOAH, Display.INITIALS, TARIQ, Display.NAME, JUNE, Display.NAME);
    var school =
        Crowded.students(
            Fixtures.school(), student -> Fixtures.showing(student, shown.get(student.id())));
    floor = Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));

    assertThat(rows(OfBoard.PLAIN, "departures"))
        .extracting(row -> ((Row.Departure) row).slot() + " " + ((Row.Departure) row).name())
        .containsExactlyInAnyOrder("1 June O.", "2 mira-alias", "3 N. B.", "4 Tariq S.");
    var mira = (Row.Departure) row(OfBoard.PLAIN, "departures", "2");
    assertThat(mira.stops())
        .containsEntry("main/b1", List.of("clay", "T"))
        .containsEntry("main/b2", List.of("centre-seats", "T1"));
  }

  @Test
  void arrivals_and_help_leave_a_board_as_it_is() {
    when(LENA, "08:01", Fixtures.steer(new Control.Extend(1, Ripple.COMPRESS)));
    var before = views.cut(OfBoard.PLAIN, floor);
    var decision = floor.decide(new ReportHere(), Fixtures.stamp(NOAH, "08:02"));
    var evolved = floor.evolve(((Accepted) decision).events().getFirst());

    var after = views.recut(before, OfBoard.PLAIN, evolved.floor(), evolved.touched());

    assertThat(after.patch().isEmpty()).isTrue();
    assertThat(after.view().tables().get("departures")).isSameAs(before.tables().get("departures"));
  }

  // ------------------------------------------------------------------------------------------------

  private void ask(PersonId student, String time, HelpId help) {
    var text = "step three of " + student.value();
    when(student, time, new AskForHelp(help, student, HelpKind.WORK, text));
  }

  /// What falls due before is decided before.
  private void when(PersonId who, String time, Command command) {
    for (var due = floor.nextDue();
        due.isPresent() && !due.get().dueAt().isAfter(at(time));
        due = floor.nextDue()) {
      apply(due.get(), Stamp.system(due.get().dueAt()));
    }
    apply(command, Fixtures.stamp(who, time));
  }

  private void apply(Command command, Stamp stamp) {
    assertThat(floor.decide(command, stamp)).isInstanceOf(Accepted.class);
    for (var event : ((Accepted) floor.decide(command, stamp)).events()) {
      floor = floor.evolve(event).floor();
    }
  }

  private String dot(PersonId student) {
    return Roll.of(floor.school(), Fixtures.DATE).dots().get(student);
  }

  private Row.Stop stop(PersonId student, String block) {
    return (Row.Stop) row(new OfStudent(student), "stops", block);
  }

  private Row.OwnHelp help(PersonId student) {
    return (Row.OwnHelp) rows(new OfStudent(student), "help").getFirst();
  }

  private Row.Call call(PersonId helper, HelpId help) {
    return (Row.Call) row(new OfHelper(helper), "help", help.value());
  }

  private Row.HelperMe me(PersonId helper) {
    return (Row.HelperMe) row(new OfHelper(helper), "me", "me");
  }

  private Row row(Audience audience, String table, String id) {
    var row = views.cut(audience, floor).tables().get(table).get(id);
    assertThat(row).as(table + " " + id).isNotNull();
    return row;
  }

  private List<Row> rows(Audience audience, String table) {
    return List.copyOf(views.cut(audience, floor).tables().get(table).values());
  }

  private List<String> ids(Audience audience, String table) {
    return rows(audience, table).stream().map(Row::id).collect(Collectors.toList());
  }

  /// Of a call since then, in the first block.
  private static Row.Waited waits(String since) {
    return new Row.Waited(0, Optional.of(ms(since)), Optional.of(ms("08:35")));
  }

  private static long ms(String localTime) {
    return at(localTime).toEpochMilli();
  }
}
