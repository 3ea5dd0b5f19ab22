package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What becomes of the calls of students who leave their place without a bell: for a while, for the
/// day, or because they are put elsewhere.
@ExtendWith(KeptInLogs.class)
final class HelpAwayTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private final Scene day = Scene.opened();

  private Scene asks(PersonId student, String time, HelpId help, HelpKind kind) {
    return day.and(student, time, new AskForHelp(help, student, kind, ""));
  }

  private static StartAway away(PersonId student, AwayKind kind) {
    return new StartAway(student, kind);
  }

  private Scene miraIsPutAtTheLoom(String time) {
    return day.and(
        LENA,
        time,
        new Retarget(List.of(MIRA), Optional.empty(), LOOM, Optional.empty(), false, ""));
  }

  @Test
  void whoever_goes_home_waits_no_more_and_nobody_is_alarmed() {
    asks(NOAH, "08:10", H1, HelpKind.WORK).and(LENA, "08:12", away(NOAH, AwayKind.HOME));
    assertThat(day.events(HelpExpired.class))
        .containsExactly(new HelpExpired(H1, "student-left", at("08:12")));
    day.until("09:00");
    assertThat(day.levels()).isEmpty();
  }

  @Test
  void a_talk_of_whoever_goes_home_is_for_another_day_and_its_helper_is_free() {
    asks(NOAH, "08:10", H1, HelpKind.PERSON)
        .and(PIA, "08:11", new ClaimHelp(H1))
        .and(LENA, "08:12", away(NOAH, AwayKind.HOME));
    assertThat(day.help(H1).word()).isEqualTo("deferred");
    assertThat(day.floor().help().heldBy(PIA)).isEmpty();
    assertThat(new HelpBell(day.floor(), at("15:00")).parked())
        .extracting(Carry.Parked::help)
        .containsExactly(H1);
  }

  @Test
  void a_broken_machine_stays_when_its_student_goes_home() {
    asks(NOAH, "08:10", H1, HelpKind.EQUIPMENT).and(LENA, "08:12", away(NOAH, AwayKind.ABSENT));
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.help(H1).standing().left()).isTrue();
    assertThat(day.does(PIA, "08:13", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void who_leaves_in_the_middle_of_a_block_is_not_counted_at_the_next_bell() {
    asks(NOAH, "08:10", H1, HelpKind.PERSON)
        .and(LENA, "08:12", away(NOAH, AwayKind.HOME))
        .until("08:40");
    assertThat(day.floor().help().figures().bells().bells().values())
        .allMatch(bell -> bell.parked() == 0);
  }

  @Test
  void nobody_is_told_of_the_call_of_a_student_at_the_nurse_and_next_passes_it_by() {
    asks(NOAH, "08:10", H1, HelpKind.WORK);
    asks(JUNE, "08:11", H2, HelpKind.WORK).and(ABEL, "08:12", away(NOAH, AwayKind.NURSE));
    assertThat(day.does(PIA, "08:13", new ClaimNext()).result()).isEqualTo(new HelpGiven(H2, 1));
    day.and(PIA, "08:14", new ArriveAtHelp(H2, 1)).until("08:20");
    assertThat(day.levels()).isEmpty();
    day.and(ABEL, "08:20", new EndAway(NOAH)).until("08:24");
    // Two of the four minutes had passed when he went.
    assertThat(day.levels()).containsExactly("1 08:22", "2 08:24");
    assertThat(day.does(ABEL, "08:25", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void urgent_calls_are_told_wherever_the_student_went() {
    asks(NOAH, "08:10", H1, HelpKind.URGENT).and(ABEL, "08:10:30", away(NOAH, AwayKind.NURSE));
    day.until("08:12");
    assertThat(day.levels()).containsExactly("2 08:11", "3 08:12");
  }

  @Test
  void work_of_a_closed_station_is_parked_when_its_students_are_put_elsewhere() {
    asks(MIRA, "08:10", H1, HelpKind.WORK)
        .and(ROSA, "08:11", new ClaimHelp(H1))
        .and(ROSA, "08:12", new CloseStation(CLAY, false, "smoke"));
    assertThat(day.help(H1).word()).isEqualTo("claimed");
    miraIsPutAtTheLoom("08:12:30");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
    assertThat(day.floor().help().heldBy(ROSA)).isEmpty();
  }

  @Test
  void a_talk_goes_along_when_its_student_is_put_elsewhere() {
    asks(MIRA, "08:10", H1, HelpKind.PERSON).and(ROSA, "08:11", new ClaimHelp(H1));
    miraIsPutAtTheLoom("08:12");
    assertThat(day.help(H1).owner()).contains(ROSA);
    assertThat(day.floor().stationOf(day.help(H1))).isEqualTo(LOOM);
  }

  @Test
  void a_broken_machine_stays_when_its_student_is_put_elsewhere() {
    asks(MIRA, "08:10", H1, HelpKind.EQUIPMENT);
    miraIsPutAtTheLoom("08:12");
    assertThat(day.help(H1).standing().left()).isTrue();
    assertThat(day.floor().stationOf(day.help(H1))).isEqualTo(CLAY);
  }
}
