package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.KeepHeld;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.Views;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the timetable does to calls for help: bells, alarms that run in blocks only, and the end of
/// the day.
@ExtendWith(KeptInLogs.class)
final class HelpBellTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private final Scene day = Scene.opened();

  private static AskForHelp ask(HelpId help, PersonId student, HelpKind kind) {
    return new AskForHelp(help, student, kind, "");
  }

  @Test
  void a_student_who_is_being_helped_is_kept_over_the_bell_b25() {
    day.and(MIRA, "08:30", ask(H1, MIRA, HelpKind.WORK))
        .and(ROSA, "08:31", new ClaimHelp(H1))
        .and(ROSA, "08:32", new ArriveAtHelp(H1, 1))
        .until("08:40");
    assertThat(day.help(H1).word()).isEqualTo("helping");
    assertThat(day.floor().arrivals().get(MIRA).state()).isEqualTo(ArrivalState.STAYING);
    assertThat(day.floor().placing().stays().get(MIRA).reason()).isEqualTo(StayReason.HELP);
    assertThat(day.events(Event.HeldAsked.class))
        .containsExactly(new Event.HeldAsked(H1, ROSA, at("08:38")));
    day.and(ROSA, "08:40", new KeepHeld(H1, 1)).and(ROSA, "08:40:30", new KeepHeld(H1, 1));
    assertThat(day.isRefused(ROSA, "08:40:40", new KeepHeld(H1, 1))).isEqualTo(Refusal.HELD_ENOUGH);
    day.and(ROSA, "08:41", new ResolveHelp(H1, 1));
    assertThat(day.floor().placing().stays()).isEmpty();
  }

  @Test
  void no_helper_leaves_what_she_holds_over_the_bell_b30() {
    day.and(MIRA, "08:30", ask(H1, MIRA, HelpKind.WORK))
        .and(ROSA, "08:31", new ClaimHelp(H1))
        .and(ROSA, "08:32", new ArriveAtHelp(H1, 1));
    assertThat(day.isRefused(ROSA, "08:35", new EndDuty())).isEqualTo(Refusal.FINISH_FIRST);
    assertThat(day.reasons(ROSA, "08:35", new EndDuty()))
        .containsEntry("options", "finish, hand-off, release");
  }

  /// Noah is at the clay table in the second block; the work he was stuck with there is parked, and
  /// comes back when he is put there again.
  @Test
  void parked_work_comes_back_once_when_she_sits_down_where_it_applies_b26() {
    day.and(NOAH, "08:40", new ReportHere()).and(NOAH, "09:00", ask(H1, NOAH, HelpKind.WORK));
    day.until("09:11");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
    var back =
        new Command.Retarget(List.of(NOAH), Optional.empty(), CLAY, Optional.empty(), false, "");
    day.and(ROSA, "09:12", new Command.OpenStation(CLAY)).and(LENA, "09:15", back);
    day.until("09:19");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
    day.and(NOAH, "09:20", new ReportHere()).until("09:30");
    assertThat(day.events(Event.HelpReturned.class))
        .containsExactly(new Event.HelpReturned(H1, at("09:20")));
    assertThat(day.help(H1).standing().turn().entered()).isEqualTo(at("09:10"));
    assertThat(day.floor().line(List.of(STUDIO))).containsExactly(day.help(H1));
  }

  @Test
  void parked_work_does_not_come_back_in_an_empty_seat_b27() {
    day.and(NOAH, "09:00", ask(H1, NOAH, HelpKind.WORK)).until("11:00");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
  }

  @Test
  void shortly_before_the_bell_next_takes_only_whoever_stays_in_the_room() {
    day.and(MIRA, "08:33", ask(H1, MIRA, HelpKind.WORK));
    assertThat(day.isRefused(ROSA, "08:34", new ClaimNext())).isEqualTo(Refusal.NOTHING_FITS);
    day.and(JUNE, "08:34", ask(H2, JUNE, HelpKind.WORK));
    assertThat(day.does(ABEL, "08:34:10", new ClaimNext()).result())
        .isEqualTo(new HelpGiven(H2, 1));
  }

  @Test
  void passing_time_does_not_count_b47() {
    day.and(JUNE, "08:32", ask(H1, JUNE, HelpKind.PERSON)).until("08:37");
    day.and(TARIQ, "08:37", ask(H2, TARIQ, HelpKind.PERSON)).until("08:50");
    var watch = day.help(H1).standing().watch();
    assertThat(watch.at(at("08:38"))).isEqualTo(Duration.ofMinutes(3));
    assertThat(watch.at(at("08:39"))).isEqualTo(Duration.ofMinutes(4));
    assertThat(day.levels()).containsExactly("3 08:33:48", "1 08:42", "2 08:44", "3 08:48");
  }

  @Test
  void when_little_of_the_block_is_left_the_leader_is_told_sooner() {
    day.and(JUNE, "08:25", ask(H1, JUNE, HelpKind.PERSON)).until("08:35");
    // 60 % of ten minutes.
    assertThat(day.levels()).containsExactly("1 08:29", "3 08:31");
  }

  @Test
  void shortly_before_the_bell_the_leader_is_told_before_it_is_late_and_neighbours_with_her() {
    day.and(TARIQ, "08:30", ask(H1, TARIQ, HelpKind.PERSON)).until("08:36");
    // 60 % of five minutes; what has reached the leader has reached everybody before her.
    assertThat(day.levels()).containsExactly("3 08:33");
    assertThat(day.does(ROSA, "08:36", new ClaimHelp(H1)).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void a_restart_at_the_deadline_tells_once_b48() {
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.WORK)).until("08:13:59");
    var due = day.floor().nextDue().orElseThrow();
    day.asleepUntil("08:14");
    assertThat(day.floor().decide(due, Stamp.system(at("08:14")))).isEqualTo(Decision.accept());
    assertThat(day.levels()).containsExactly("1 08:14");
  }

  @Test
  void urgent_calls_reach_the_leader_within_a_minute_b50() {
    day.and(JUNE, "08:34:30", ask(H1, JUNE, HelpKind.URGENT)).until("08:37");
    assertThat(day.levels()).containsExactly("2 08:35:30", "3 08:36:30");
    assertThat(day.does(ROSA, "08:37", new ClaimHelp(H1)).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void urgent_calls_are_on_no_wall_and_on_nobody_elses_screen_b50() {
    day.and(NOAH, "08:10", ask(H2, NOAH, HelpKind.WORK));
    var views = new Views();
    var wall = views.cut(OfBoard.PLAIN, day.floor());
    var tariqs = views.cut(new OfStudent(TARIQ), day.floor());
    day.and(JUNE, "08:11", ask(H1, JUNE, HelpKind.URGENT));
    assertThat(views.cut(OfBoard.PLAIN, day.floor())).isEqualTo(wall);
    assertThat(views.cut(new OfStudent(TARIQ), day.floor())).isEqualTo(tariqs);
    // Who waits sees that somebody stands ahead, and not why.
    assertThat(day.floor().aheadOf(H2)).isEqualTo(1);
    assertThat(day.floor().passedBy(H2)).isZero();
    assertThat(views.cut(new OfStudent(NOAH), day.floor()).toString().toLowerCase(Locale.ROOT))
        .contains("h2")
        .doesNotContain("urgent", "june", "h1");
  }

  @Test
  void talks_and_broken_machines_wait_for_another_day_b14() {
    day.and(JUNE, "14:50", ask(H1, JUNE, HelpKind.PERSON))
        .and(NOAH, "14:51", ask(H2, NOAH, HelpKind.EQUIPMENT));
    var closing = day.until("15:00").does(PersonId.SYSTEM, "15:30", new Command.CloseDay());
    var closed = (Event.DayClosed) closing.events().getLast();
    assertThat(closing.events()).hasSize(1);
    assertThat(closed.carry().help()).extracting(Carry.Parked::help).containsExactly(H1, H2);
    var opened = Fixtures.dayOpened();
    var tomorrow =
        new Scene(
            Floor.opened(
                new Event.DayOpened(
                    opened.school(),
                    opened.plan(),
                    opened.assignments(),
                    closed.carry(),
                    1,
                    false,
                    at("07:30"))));
    assertThat(tomorrow.does(JUNE, "08:05", ask(new HelpId("h3"), JUNE, HelpKind.WORK)).result())
        .isEqualTo(new Result.HelpWaits(new HelpId("h3"), List.of(H1), false));
  }
}
