package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ArrangeBell;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpPassed;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What helpers arrange before a bell for calls that still wait when it rings (H10). Mira goes from
/// the clay table to her seat in the centre at 08:35, where clay is not done.
@ExtendWith(KeptInLogs.class)
final class HelpArrangingTest {
  private static final HelpId H1 = new HelpId("h1");

  private final Scene day = Scene.opened();

  private Scene asks(PersonId student, HelpKind kind) {
    return day.and(student, "08:30", new AskForHelp(H1, student, kind, ""));
  }

  private static ArrangeBell arrange(AtBell what) {
    return new ArrangeBell(H1, what);
  }

  @Test
  void where_nobody_says_anything_it_is_carried_over() {
    asks(MIRA, HelpKind.WORK).until("08:36");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
  }

  @Test
  void passed_on_it_goes_along_and_the_next_adult_takes_it_first() {
    asks(MIRA, HelpKind.WORK).and(ROSA, "08:34", arrange(AtBell.PASS)).until("08:34:59");
    assertThat(day.help(H1).standing().turn().lane()).isEqualTo(Lane.NORMAL);
    day.until("08:36");
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.floor().roomOf(day.help(H1))).contains(CENTRE_ROOM);
    assertThat(day.help(H1).standing().turn().lane()).isEqualTo(Lane.RETURNING);
    assertThat(day.events(HelpPassed.class)).containsExactly(new HelpPassed(H1, ROSA, at("08:35")));
    day.does(ABEL, "08:40", new ClaimHelp(H1));
  }

  @Test
  void dropped_it_waits_until_the_bell_and_the_student_is_told_why_it_ended() {
    asks(MIRA, HelpKind.WORK).and(ROSA, "08:34", arrange(AtBell.DROP)).until("08:34:59");
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    day.until("08:35");
    assertThat(day.events(HelpDismissed.class))
        .containsExactly(new HelpDismissed(H1, HelpReason.OTHER_TASK, ROSA, at("08:35")));
  }

  @Test
  void whoever_changes_her_mind_says_so_before_the_bell() {
    asks(MIRA, HelpKind.WORK)
        .and(ROSA, "08:33", arrange(AtBell.DROP))
        .and(LENA, "08:34", arrange(AtBell.CARRY))
        .until("08:36");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
  }

  @Test
  void whoever_takes_it_before_the_bell_has_taken_that_back() {
    asks(MIRA, HelpKind.WORK)
        .and(ROSA, "08:33", arrange(AtBell.DROP))
        .and(ROSA, "08:33:30", new ClaimHelp(H1))
        .and(ROSA, "08:34", new ReleaseHelp(H1, 1))
        .until("08:36");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
  }

  @Test
  void it_is_about_one_bell_wherever_that_moves() {
    asks(MIRA, HelpKind.PERSON)
        .and(ROSA, "08:32", arrange(AtBell.DROP))
        .and(LENA, "08:33", steer(new Control.Extend(5, Ripple.COMPRESS)))
        .until("08:39:59");
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.until("08:40").help(H1).word()).isEqualTo("dismissed");
  }

  @Test
  void what_no_bell_changes_is_not_arranged() {
    asks(MIRA, HelpKind.EQUIPMENT);
    assertThat(day.isRefused(ROSA, "08:33", arrange(AtBell.DROP)))
        .isEqualTo(Refusal.NOTHING_AT_BELL);
    var stays = new HelpId("h2");
    day.and(JUNE, "08:33", new AskForHelp(stays, JUNE, HelpKind.WORK, ""));
    assertThat(day.isRefused(ABEL, "08:34", new ArrangeBell(stays, AtBell.PASS)))
        .isEqualTo(Refusal.NOTHING_AT_BELL);
  }

  @Test
  void only_whom_the_call_reaches_arranges_it_and_only_while_it_waits() {
    asks(MIRA, HelpKind.WORK);
    assertThat(day.isRefused(PIA, "08:31", arrange(AtBell.DROP))).isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(MIRA, "08:31", arrange(AtBell.DROP)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    day.and(ROSA, "08:32", new ClaimHelp(H1));
    assertThat(day.isRefused(LENA, "08:33", arrange(AtBell.DROP)))
        .isEqualTo(Refusal.HELP_ELSEWHERE);
  }

  @Test
  void at_the_end_of_the_day_there_is_nobody_to_pass_it_to() {
    day.and(MIRA, "14:50", new AskForHelp(H1, MIRA, HelpKind.PERSON, ""))
        .and(LENA, "14:55", arrange(AtBell.PASS))
        .until("15:00");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
  }
}
