package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.LapseClaim;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyStarted;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rules of asking for help: any student may ask, one helper answers, nobody is forgotten.
@ExtendWith(KeptInLogs.class)
final class HelpTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private final Scene day = Scene.opened();

  private static AskForHelp ask(String help, PersonId student) {
    return new AskForHelp(new HelpId(help), student, HelpKind.WORK, "");
  }

  private Scene miraAsked() {
    return day.and(MIRA, "08:10", ask("h1", MIRA));
  }

  private Scene abelClaimed() {
    return miraAsked().and(ABEL, "08:11", new ClaimHelp(H1));
  }

  private Scene abelHelps() {
    return abelClaimed().and(ABEL, "08:12", new ArriveAtHelp(H1, 1));
  }

  @Test
  void a_student_who_asks_waits_in_the_line_of_her_room() {
    var answer = day.does(MIRA, "08:10", ask("h1", MIRA));
    assertThat(answer.events())
        .containsExactly(
            new HelpAsked(
                H1,
                MIRA,
                MIRA,
                HelpKind.WORK,
                "",
                true,
                Optional.empty(),
                CLAY,
                block("b1"),
                Optional.empty(),
                at("08:10")));
    assertThat(answer.result()).isEqualTo(new HelpGiven(H1, 0));
    assertThat(day.floor().line(Set.of(STUDIO))).containsExactly(day.help(H1));
    assertThat(day.floor().line(Set.of(CENTRE_ROOM))).isEmpty();
  }

  @Test
  void who_asks_again_gets_the_request_that_is_open_b11() {
    miraAsked();
    assertThat(day.does(MIRA, "08:11", ask("h2", MIRA)))
        .isEqualTo(new Decision.Accepted(List.of(), new HelpGiven(H1, 0)));
  }

  @Test
  void a_helper_who_asks_for_a_student_finds_her_own_request_b12() {
    miraAsked();
    assertThat(day.does(ROSA, "08:11", ask("h2", MIRA)).result()).isEqualTo(new HelpGiven(H1, 0));
    assertThat(day.does(ROSA, "08:11", ask("h3", MIRA)).events()).isEmpty();
    assertThat(day.isRefused(PIA, "08:12", ask("h4", MIRA))).isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(NOAH, "08:12", ask("h4", MIRA))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(LENA, "08:12", ask("h4", MIRA))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void one_helper_claims_and_the_others_hear_who_b1() {
    miraAsked();
    assertThat(day.does(ABEL, "08:11", new ClaimHelp(H1)))
        .isEqualTo(
            new Decision.Accepted(
                List.of(new HelpClaimed(H1, ABEL, 1, at("08:13"), false, false, at("08:11"))),
                new HelpGiven(H1, 1)));
    assertThat(day.isRefused(ROSA, "08:11", new ClaimHelp(H1)))
        .isEqualTo(Refusal.HELP_ALREADY_CLAIMED);
    assertThat(day.reasons(ROSA, "08:11", new ClaimHelp(H1))).isEqualTo(Map.of("helper", "Abel"));
  }

  @Test
  void a_claim_sent_again_is_the_same_claim_b6() {
    abelClaimed();
    assertThat(day.does(ABEL, "08:11:05", new ClaimHelp(H1)))
        .isEqualTo(new Decision.Accepted(List.of(), new HelpGiven(H1, 1)));
  }

  @Test
  void next_takes_the_first_of_the_helpers_rooms_b2() {
    day.and(NOAH, "08:09", ask("h1", NOAH)).and(MIRA, "08:10", ask("h2", MIRA));
    assertThat(day.does(ROSA, "08:11", new ClaimNext()).result()).isEqualTo(new HelpGiven(H2, 1));
    assertThat(day.does(ABEL, "08:11", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
    assertThat(day.isRefused(PIA, "08:11", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
  }

  @Test
  void a_helper_of_two_tabs_takes_one_student_b4() {
    abelClaimed().and(NOAH, "08:11", ask("h2", NOAH));
    assertThat(day.isRefused(ABEL, "08:11", new ClaimHelp(H2))).isEqualTo(Refusal.SLOT_TAKEN);
    assertThat(day.isRefused(ABEL, "08:11", new ClaimNext())).isEqualTo(Refusal.SLOT_TAKEN);
  }

  @Test
  void a_claim_after_the_cancel_is_told_it_is_over_b5() {
    miraAsked();
    assertThat(day.does(MIRA, "08:11", new CancelHelp(H1)).events())
        .containsExactly(new HelpCancelled(H1, MIRA, at("08:11")));
    assertThat(day.isRefused(ABEL, "08:11", new ClaimHelp(H1))).isEqualTo(Refusal.HELP_OVER);
    assertThat(day.does(MIRA, "08:12", new CancelHelp(H1)).events()).isEmpty();
  }

  @Test
  void a_cancel_after_the_claim_means_i_am_fine_b5() {
    abelClaimed();
    assertThat(day.does(MIRA, "08:11:30", new CancelHelp(H1)).events())
        .containsExactly(new HelpResolved(H1, MIRA, at("08:11:30")));
    assertThat(day.floor().help().heldBy(ABEL)).isEmpty();
    assertThat(day.isRefused(ABEL, "08:12", new ArriveAtHelp(H1, 1))).isEqualTo(Refusal.HELP_OVER);
  }

  @Test
  void arriving_starts_the_help_and_done_ends_it() {
    abelHelps();
    assertThat(day.help(H1))
        .isInstanceOfSatisfying(
            Helping.class,
            helping -> {
              assertThat(helping.helper()).isEqualTo(ABEL);
              assertThat(helping.claimedAt()).isEqualTo(at("08:11"));
              assertThat(helping.since()).isEqualTo(at("08:12"));
              assertThat(helping.leaseUntil()).isEqualTo(at("08:15"));
              assertThat(helping.version()).isEqualTo(3);
              assertThat(helping.epoch()).isEqualTo(1);
            });
    assertThat(day.does(ABEL, "08:12:01", new ArriveAtHelp(H1, 1)).events()).isEmpty();
    day.and(ABEL, "08:15", new ResolveHelp(H1, 1));
    assertThat(day.help(H1))
        .isInstanceOfSatisfying(
            Over.class, over -> assertThat(over.outcome()).isEqualTo(Outcome.RESOLVED));
    assertThat(day.does(ABEL, "08:16", new ResolveHelp(H1, 1)).events()).isEmpty();
    assertThat(day.floor().help().helps()).containsEntry(MIRA, 1);
  }

  @Test
  void help_of_less_than_half_a_minute_does_not_count_b20() {
    abelHelps().and(MIRA, "08:12:29", new ResolveHelp(H1, Command.ANY_VERSION));
    assertThat(day.floor().help().helps()).isEmpty();
  }

  @Test
  void the_student_and_the_leader_may_end_it_too() {
    abelHelps();
    assertThat(day.decide(MIRA, "08:15", new ResolveHelp(H1, Command.ANY_VERSION)))
        .isEqualTo(Decision.accept(new HelpResolved(H1, MIRA, at("08:15"))));
    assertThat(day.decide(LENA, "08:15", new ResolveHelp(H1, Command.ANY_VERSION)))
        .isEqualTo(Decision.accept(new HelpResolved(H1, LENA, at("08:15"))));
    assertThat(day.isRefused(NOAH, "08:15", new ResolveHelp(H1, 1)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(ROSA, "08:15", new ResolveHelp(H1, 1))).isEqualTo(Refusal.STALE_CLAIM);
  }

  @Test
  void a_released_request_keeps_its_place_b19() {
    abelClaimed().and(NOAH, "08:11", ask("h2", NOAH));
    assertThat(day.does(ABEL, "08:12", new ReleaseHelp(H1, 1)).events())
        .containsExactly(new HelpReleased(H1, ABEL, at("08:12")));
    assertThat(day.help(H1))
        .isInstanceOfSatisfying(Waiting.class, back -> assertThat(back.epoch()).isEqualTo(1));
    assertThat(day.does(ABEL, "08:13", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 2));
  }

  @Test
  void a_claim_without_arrival_lapses_and_the_old_owner_cannot_finish_b33() {
    abelClaimed().until("08:12:59");
    assertThat(day.help(H1)).isInstanceOf(Claimed.class);
    day.until("08:13");
    assertThat(day.events(ClaimLapsed.class))
        .containsExactly(new ClaimLapsed(H1, ABEL, at("08:13")));
    day.and(ROSA, "08:14", new ClaimHelp(H1));
    for (var late : List.of(new ArriveAtHelp(H1, 1), new ReleaseHelp(H1, 1))) {
      assertThat(day.isRefused(ABEL, "08:14", late)).isEqualTo(Refusal.STALE_CLAIM);
    }
    assertThat(day.isRefused(ABEL, "08:14", new ResolveHelp(H1, 1))).isEqualTo(Refusal.STALE_CLAIM);
  }

  @Test
  void a_lease_that_ends_twice_or_too_late_ends_once() {
    abelClaimed();
    var lapse = (LapseClaim) day.floor().nextDue().orElseThrow();
    assertThat(lapse).isEqualTo(new LapseClaim(H1, 1, at("08:13"), "lapse/h1/1"));
    assertThat(day.floor().decide(lapse, Stamp.system(at("08:12")))).isEqualTo(Decision.accept());
    day.and(ABEL, "08:12", new ArriveAtHelp(H1, 1));
    assertThat(day.floor().decide(lapse, Stamp.system(at("08:13")))).isEqualTo(Decision.accept());
  }

  @Test
  void an_owner_who_claims_again_has_a_new_epoch() {
    abelClaimed().until("08:13").and(ABEL, "08:13:30", new ClaimHelp(H1));
    assertThat(day.isRefused(ABEL, "08:14", new ArriveAtHelp(H1, 1)))
        .isEqualTo(Refusal.STALE_CLAIM);
    assertThat(day.does(ABEL, "08:14", new ArriveAtHelp(H1, 2)).events())
        .containsExactly(new HelperArrived(H1, ABEL, at("08:17"), at("08:14")));
  }

  @Test
  void urgent_calls_stand_first_whenever_they_were_made() {
    day.and(MIRA, "08:10", ask("h1", MIRA))
        .and(NOAH, "08:11", ask("h2", NOAH))
        .and(JUNE, "08:12", new AskForHelp(new HelpId("h3"), JUNE, HelpKind.URGENT, ""))
        .and(TARIQ, "08:13", new AskForHelp(new HelpId("h4"), TARIQ, HelpKind.URGENT, ""));
    assertThat(day.floor().line(Set.of(CENTRE_ROOM, STUDIO)))
        .extracting(request -> request.id().value())
        .containsExactly("h3", "h4", "h1", "h2");
    assertThat(day.floor().aheadOf(H2)).isEqualTo(2);
    assertThat(day.floor().aheadOf(H1)).isZero();
  }

  @Test
  void those_who_are_being_helped_are_not_ahead_of_anybody() {
    day.and(NOAH, "08:10", ask("h1", NOAH)).and(JUNE, "08:11", ask("h2", JUNE));
    assertThat(day.floor().aheadOf(H2)).isEqualTo(1);
    day.and(PIA, "08:12", new ClaimHelp(H1));
    assertThat(day.floor().aheadOf(H2)).isZero();
    assertThat(day.floor().helpCounts())
        .isEqualTo(new HelpCounts(1, 1, 0, Optional.of(at("08:11"))));
    assertThat(day.floor().helpByStation())
        .isEqualTo(Map.of(CENTRE, new HelpCounts(1, 1, 0, Optional.of(at("08:11")))));
  }

  @Test
  void a_request_follows_the_student_over_the_bell_d53() {
    day.and(MIRA, "08:32", new AskForHelp(H1, MIRA, HelpKind.PERSON, "")).until("08:36");
    assertThat(day.floor().stationOf(day.help(H1))).isEqualTo(CENTRE);
    assertThat(day.floor().line(Set.of(CENTRE_ROOM))).containsExactly(day.help(H1));
    assertThat(day.does(PIA, "08:36", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void a_broken_machine_stays_where_it_is_b28() {
    day.and(MIRA, "08:34", new AskForHelp(H1, MIRA, HelpKind.EQUIPMENT, "")).until("08:36");
    assertThat(day.floor().stationOf(day.help(H1))).isEqualTo(CLAY);
    assertThat(day.floor().help().activeOf(MIRA)).isEmpty();
    assertThat(day.does(ROSA, "08:37", new ClaimHelp(H1)).result()).isEqualTo(new HelpGiven(H1, 1));
    day.and(MIRA, "08:37", ask("h2", MIRA));
  }

  @Test
  void a_claim_made_before_the_bell_is_kept_over_it_d53() {
    day.and(MIRA, "08:34", new AskForHelp(H1, MIRA, HelpKind.PERSON, ""))
        .and(ROSA, "08:34:30", new ClaimHelp(H1))
        .until("08:35:10");
    assertThat(day.does(ROSA, "08:35:20", new ArriveAtHelp(H1, 1)).events()).hasSize(1);
  }

  @Test
  void the_seventh_ask_in_ten_minutes_has_to_wait_b21() {
    for (int i = 0; i < 6; i++) {
      var help = "h" + i;
      day.and(MIRA, "08:1" + i, ask(help, MIRA));
      day.and(MIRA, "08:1" + i + ":30", new CancelHelp(new HelpId(help)));
    }
    assertThat(day.isRefused(MIRA, "08:16", ask("h7", MIRA))).isEqualTo(Refusal.TOO_MANY_ASKS);
    assertThat(day.reasons(MIRA, "08:16", ask("h7", MIRA)))
        .isEqualTo(Map.of("retryAfterMs", "240000"));
    day.and(ROSA, "08:17", ask("h8", MIRA)).and(MIRA, "08:18", new CancelHelp(new HelpId("h8")));
    day.and(MIRA, "08:20", ask("h9", MIRA));
  }

  @Test
  void help_is_asked_for_during_blocks_only() {
    assertThat(day.isRefused(MIRA, "07:50", ask("h1", MIRA))).isEqualTo(Refusal.HELP_NOT_NOW);
    assertThat(day.isRefused(MIRA, "15:00", ask("h1", MIRA))).isEqualTo(Refusal.HELP_NOT_NOW);
    assertThat(day.isRefused(new PersonId("mira"), "08:10", ask("h1", new PersonId("zoe"))))
        .isEqualTo(Refusal.STUDENT_UNKNOWN);
  }

  @Test
  void a_school_may_take_no_text() {
    var rules = Rules.DEFAULTS;
    var silent =
        new Rules(
            rules.bellLag(),
            rules.lateRingMax(),
            rules.missingAfterSettle(),
            rules.advanceLead(),
            rules.endMargin(),
            rules.undoMax(),
            rules.unseenMax(),
            rules.claimLease(),
            rules.offerFor(),
            rules.unlockFor(),
            rules.asksMax(),
            rules.asksWindow(),
            false);
    var scene =
        new Scene(Floor.opened(Fixtures.dayOpened(Fixtures.school(silent), Fixtures.day())));
    var text = new AskForHelp(H1, MIRA, HelpKind.WORK, "my clay is dry");
    assertThat(scene.isRefused(MIRA, "08:10", text)).isEqualTo(Refusal.TEXT_NOT_ALLOWED);
    scene.and(MIRA, "08:10", ask("h1", MIRA));
  }

  @Test
  void what_she_writes_is_kept_letter_by_letter_b54() {
    var markup = "<b onclick=\"x()\">&amp; 'why'</b><script>";
    day.and(MIRA, "08:10", new AskForHelp(H1, MIRA, HelpKind.WORK, markup));
    assertThat(day.help(H1).asked().text()).isEqualTo(markup);
  }

  @Test
  void an_id_that_names_the_request_of_another_is_refused() {
    miraAsked();
    assertThat(day.isRefused(NOAH, "08:11", ask("h1", NOAH))).isEqualTo(Refusal.ID_REUSED);
  }

  @Test
  void only_helpers_on_duty_claim_and_only_in_their_rooms_b52() {
    miraAsked().and(ABEL, "08:10:30", new EndDuty());
    assertThat(day.isRefused(ABEL, "08:11", new ClaimHelp(H1))).isEqualTo(Refusal.NOT_ON_DUTY);
    assertThat(day.isRefused(ABEL, "08:11", new ClaimNext())).isEqualTo(Refusal.NOT_ON_DUTY);
    assertThat(day.isRefused(LENA, "08:11", new ClaimHelp(H1))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(MIRA, "08:11", new ClaimNext())).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(PIA, "08:11", new ClaimHelp(H1))).isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(ROSA, "08:11", new ClaimHelp(H2))).isEqualTo(Refusal.HELP_UNKNOWN);
  }

  @Test
  void nobody_arrives_at_a_call_that_nobody_took() {
    miraAsked();
    assertThat(day.isRefused(ROSA, "08:11", new ArriveAtHelp(H1, 1)))
        .isEqualTo(Refusal.NOT_CLAIMED);
  }

  @Test
  void nobody_goes_off_duty_with_a_claim_in_hand_b30() {
    abelClaimed();
    assertThat(day.isRefused(ABEL, "08:12", new EndDuty())).isEqualTo(Refusal.FINISH_FIRST);
    day.and(ABEL, "08:12", new ReleaseHelp(H1, 1));
    assertThat(day.does(ABEL, "08:12", new EndDuty()).events())
        .containsExactly(new DutyEnded(ABEL, at("08:12")));
    assertThat(day.does(ABEL, "08:12", new EndDuty()).events()).isEmpty();
    assertThat(day.does(ABEL, "08:13", new StartDuty()).events())
        .containsExactly(new DutyStarted(ABEL, at("08:13")));
    assertThat(day.floor().onDuty()).containsExactlyInAnyOrder(ABEL, PIA, ROSA);
  }

  @Test
  void at_the_end_of_the_day_open_calls_expire_and_running_help_may_finish() {
    day.and(NOAH, "14:50", ask("h1", NOAH)).and(JUNE, "14:51", ask("h2", JUNE));
    day.and(PIA, "14:58", new ClaimHelp(H2)).and(PIA, "14:59", new ArriveAtHelp(H2, 1));
    day.until("15:00");
    assertThat(day.events(HelpExpired.class))
        .containsExactly(new HelpExpired(H1, "end-of-day", at("15:00")));
    assertThat(day.help(H2)).isInstanceOf(Helping.class);
    var closed = day.does(PersonId.SYSTEM, "15:30", new CloseDay());
    assertThat(closed.events())
        .containsExactly(
            new HelpExpired(H2, "end-of-day", at("15:30")),
            new DayClosed(
                new Carry(
                    Map.of(),
                    Carry.Mentoring.on(Fixtures.DATE, Meetings.NONE, _ -> true),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Carry.Helped.NOBODY.and(Fixtures.DATE, Map.of(JUNE, 1))),
                at("15:30")));
    assertThat(day.floor().help().open()).isEmpty();
  }

  @Test
  void the_last_request_of_a_student_can_be_found_when_it_is_over() {
    abelHelps().and(ABEL, "08:15", new ResolveHelp(H1, 1));
    assertThat(day.floor().help().activeOf(MIRA)).isEmpty();
    assertThat(day.floor().help().latestOf(MIRA)).contains(day.help(H1));
  }

  @Test
  void a_claim_touches_the_request_the_line_the_station_and_the_helper() {
    miraAsked();
    var claimed = (Decision.Accepted) day.decide(ABEL, "08:11", new ClaimHelp(H1));
    assertThat(day.apply(claimed.events()))
        .isEqualTo(Touched.help(H1, Set.of(CLAY), true, Set.of(ABEL)));
    var arrived = (Decision.Accepted) day.decide(ABEL, "08:12", new ArriveAtHelp(H1, 1));
    assertThat(day.apply(arrived.events()))
        .isEqualTo(Touched.help(H1, Set.of(CLAY), false, Set.of(ABEL)));
  }

  @ParameterizedTest
  @EnumSource(HelpKind.class)
  void each_change_makes_the_version_grow_by_one(HelpKind kind) {
    day.and(MIRA, "08:10", new AskForHelp(H1, MIRA, kind, ""));
    assertThat(day.help(H1).version()).isEqualTo(1);
    day.and(ROSA, "08:10:30", new ClaimHelp(H1)).and(ROSA, "08:12", new ArriveAtHelp(H1, 1));
    assertThat(day.help(H1).version()).isEqualTo(3);
    day.and(ROSA, "08:13", new ResolveHelp(H1, 1));
    assertThat(day.help(H1).version()).isEqualTo(4);
  }
}
