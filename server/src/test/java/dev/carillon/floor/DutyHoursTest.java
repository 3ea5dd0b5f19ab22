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
import dev.carillon.floor.Command.AdoptSchool;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyHoursBegan;
import dev.carillon.floor.Event.DutyHoursEnded;
import dev.carillon.school.Arrangements;
import dev.carillon.school.DutyHours;
import dev.carillon.school.DutyHours.Span;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.School;
import dev.carillon.school.WallTime;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Hours of duty: Abel has the first two blocks and then 13:00 to 14:00, Pia 8:10 to 8:30; Rosa has
/// none and is on duty all day.
@ExtendWith(KeptInLogs.class)
final class DutyHoursTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private static final Span MORNING = new Span.Blocks(List.of(block("b1"), block("b2")));
  private static final Span NOON = new Span.Times(WallTime.of(13, 0), WallTime.of(14, 0));
  private static final Span EARLY = new Span.Times(WallTime.of(8, 10), WallTime.of(8, 30));

  private final Scene day = new Scene(Floor.opened(Fixtures.dayOpened(school(), Fixtures.day())));

  private static School school() {
    return school(
        Map.of(ABEL, new DutyHours(List.of(MORNING, NOON)), PIA, new DutyHours(List.of(EARLY))));
  }

  private static School school(Map<PersonId, DutyHours> duty) {
    return Changed.from(Fixtures.school()).arrangements(Arrangements.NONE.with(duty)).school();
  }

  private Scene abelHelps() {
    return day.and(NOAH, "08:40", new AskForHelp(H1, NOAH, HelpKind.WORK, ""))
        .and(ABEL, "09:00", new ClaimHelp(H1))
        .and(ABEL, "09:01", new ArriveAtHelp(H1, 1));
  }

  private Row.HelperMe me(PersonId helper) {
    var view = new Views().cut(new OfHelper(helper), day.floor());
    return (Row.HelperMe) view.tables().get("me").get("me");
  }

  @Test
  void hours_begin_and_end_by_themselves_and_who_has_none_is_on_duty_all_day() {
    assertThat(day.floor().onDuty()).containsExactly(ROSA);
    day.until("08:00");
    assertThat(day.floor().onDuty()).containsExactlyInAnyOrder(ROSA, ABEL);
    day.until("08:10");
    assertThat(day.floor().onDuty()).containsExactlyInAnyOrder(ROSA, ABEL, PIA);
    day.until("09:10");
    assertThat(day.floor().onDuty()).containsExactly(ROSA);
    day.until("13:30");
    assertThat(day.floor().onDuty()).containsExactlyInAnyOrder(ROSA, ABEL);
    day.until("15:00");
    assertThat(day.events(DutyHoursBegan.class))
        .extracting(began -> began.helper().value() + " " + Scene.local(began.at()))
        .containsExactly("abel 08:00", "pia 08:10", "abel 13:00");
    assertThat(day.events(DutyHoursEnded.class))
        .extracting(ended -> ended.helper().value() + " " + Scene.local(ended.at()))
        .containsExactly("pia 08:30", "abel 09:10", "abel 14:00");
  }

  @Test
  void hours_of_blocks_go_with_their_bells_and_hours_of_the_clock_do_not() {
    day.and(LENA, "08:05", steer(new Control.Pause()))
        .and(LENA, "08:15", steer(new Control.Resume(new Ripple.Shift(true))))
        .until("09:30");
    assertThat(day.events(DutyHoursEnded.class))
        .extracting(ended -> ended.helper().value() + " " + Scene.local(ended.at()))
        .containsExactly("pia 08:30", "abel 09:20");
  }

  @Test
  void before_and_after_her_hours_a_helper_takes_nobody_until_she_goes_on_duty_herself() {
    day.and(NOAH, "08:05", new AskForHelp(H1, NOAH, HelpKind.WORK, ""));
    assertThat(day.isRefused(PIA, "08:06", new ClaimNext())).isEqualTo(Refusal.NOT_ON_DUTY);
    day.and(PIA, "08:07", new StartDuty()).and(PIA, "08:08", new ClaimNext());
    day.and(PIA, "08:09", new ReleaseHelp(H1, 1)).until("08:31");
    assertThat(day.isRefused(PIA, "08:31", new ClaimNext())).isEqualTo(Refusal.NOT_ON_DUTY);
  }

  @Test
  void with_a_student_in_hand_she_has_to_choose_and_takes_nobody_else_b30() {
    abelHelps().and(MIRA, "09:12", new AskForHelp(H2, MIRA, HelpKind.WORK, ""));
    assertThat(day.help(H1).owner()).contains(ABEL);
    assertThat(day.floor().help().team().isLeaving(ABEL)).isTrue();
    assertThat(me(ABEL).hoursOver()).contains(true);
    for (var claim :
        List.of(new ClaimNext(), new ClaimHelp(H2), new ClaimGroup(List.of(H2)), new EndDuty())) {
      assertThat(day.isRefused(ABEL, "09:13", claim)).isEqualTo(Refusal.FINISH_FIRST);
    }
    assertThat(day.reasons(ABEL, "09:13", new ClaimNext()))
        .containsEntry("help", "h1")
        .containsEntry("options", "finish, hand-off, release");
    assertThat(new HelpReach(day.floor(), at("09:13")).onDuty(CENTRE_ROOM)).isEmpty();
  }

  @Test
  void when_she_has_chosen_her_duty_is_over_b30() {
    abelHelps().and(ABEL, "09:14", new ResolveHelp(H1, 1)).until("09:14");
    assertThat(day.floor().onDuty()).containsExactly(ROSA);
    assertThat(day.events(DutyEnded.class)).containsExactly(new DutyEnded(ABEL, at("09:14")));
    assertThat(me(ABEL).hoursOver()).isEmpty();
    // And again at the end of her other hours.
    day.and(NOAH, "13:30", new AskForHelp(H2, NOAH, HelpKind.WORK, ""))
        .and(ABEL, "13:59", new ClaimHelp(H2))
        .and(ABEL, "14:00:30", new ReleaseHelp(H2, 1))
        .until("14:00:30");
    assertThat(day.events(DutyEnded.class)).hasSize(2);
  }

  @Test
  void a_claim_that_lapses_goes_back_to_the_line_and_her_duty_is_over() {
    day.and(JUNE, "09:09", new AskForHelp(H1, JUNE, HelpKind.WORK, ""))
        .and(ABEL, "09:09:50", new ClaimHelp(H1))
        .until("09:11:49");
    assertThat(day.help(H1).owner()).contains(ABEL);
    day.until("09:11:50");
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.floor().onDuty()).containsExactly(ROSA);
  }

  @Test
  void who_hands_it_over_has_chosen_b30() {
    abelHelps()
        .and(ABEL, "09:14", new HandOffHelp(H1, 1, Optional.of(ROSA), Optional.empty()))
        .until("09:14");
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.floor().onDuty()).containsExactly(ROSA);
  }

  @Test
  void nobody_hands_a_call_to_whoever_is_about_to_leave() {
    abelHelps().and(MIRA, "09:11", new AskForHelp(H2, MIRA, HelpKind.WORK, ""));
    day.and(PIA, "09:11", new StartDuty()).and(PIA, "09:12", new ClaimHelp(H2));
    var toAbel = new HandOffHelp(H2, 1, Optional.of(ABEL), Optional.empty());
    assertThat(day.isRefused(PIA, "09:13", toAbel)).isEqualTo(Refusal.HELPER_NOT_ON_DUTY);
  }

  @Test
  void she_may_stay_on_by_her_own_word() {
    abelHelps().and(ABEL, "09:12", new StartDuty()).and(ABEL, "09:14", new ResolveHelp(H1, 1));
    day.until("09:20");
    assertThat(day.floor().onDuty()).contains(ABEL);
    assertThat(me(ABEL).hoursOver()).isEmpty();
  }

  @Test
  void an_ending_that_is_taken_back_finds_nobody_off_duty() {
    abelHelps().and(NOAH, "09:14", new CancelHelp(H1)).until("09:14");
    assertThat(day.floor().onDuty()).doesNotContain(ABEL);
    day.and(NOAH, "09:14:20", new UndoHelp(H1));
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.floor().help().heldBy(ABEL)).isEmpty();
  }

  @Test
  void a_school_published_anew_keeps_who_is_on_duty_and_its_new_hours_fall_due() {
    day.until("08:20");
    var late = new Span.Times(WallTime.of(8, 10), WallTime.of(9, 0));
    day.and(
        PersonId.SYSTEM,
        "08:20",
        new AdoptSchool(school(Map.of(PIA, new DutyHours(List.of(late))))));
    assertThat(day.floor().onDuty()).containsExactlyInAnyOrder(ROSA, ABEL, PIA);
    day.until("09:15");
    assertThat(day.events(DutyHoursEnded.class))
        .extracting(ended -> ended.helper().value() + " " + Scene.local(ended.at()))
        .containsExactly("pia 09:00");
  }
}
