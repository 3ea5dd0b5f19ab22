package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.DeclineGroup;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.KeepTrying;
import dev.carillon.floor.Command.LowerUrgent;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ReopenHelp;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every state a call for help may be in, and every way out of it.
@ExtendWith(KeptInLogs.class)
final class HelpStatesTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final HelpId H3 = new HelpId("h3");

  private final Scene day = Scene.opened();

  private static AskForHelp ask(HelpId help, PersonId student) {
    return new AskForHelp(help, student, HelpKind.WORK, "");
  }

  private Scene noahAsked() {
    return day.and(NOAH, "08:10", ask(H1, NOAH));
  }

  private Scene abelHelps() {
    return noahAsked()
        .and(ABEL, "08:11", new ClaimHelp(H1))
        .and(ABEL, "08:12", new ArriveAtHelp(H1, 1));
  }

  private String state(HelpId help) {
    return day.help(help).word();
  }

  private Lane lane(HelpId help) {
    return day.help(help).standing().turn().lane();
  }

  private List<String> line() {
    return day.floor().line(List.of(CENTRE_ROOM)).stream().map(it -> it.id().value()).toList();
  }

  @Test
  void an_urgent_ask_raises_the_request_that_is_open_to_the_front() {
    day.and(JUNE, "08:09", ask(H2, JUNE));
    noahAsked();
    assertThat(line()).containsExactly("h2", "h1");
    var again = new AskForHelp(H3, NOAH, HelpKind.URGENT, "");
    assertThat(day.does(NOAH, "08:10:30", again).result()).isEqualTo(new HelpGiven(H1, 0));
    assertThat(line()).containsExactly("h1", "h2");
    assertThat(day.help(H1).asked().kind()).isEqualTo(HelpKind.URGENT);
    day.and(PIA, "08:10:40", new LowerUrgent(H1, HelpKind.WORK, HelpReason.NOT_URGENT));
    assertThat(line()).containsExactly("h2", "h1");
    var lower = new LowerUrgent(H2, HelpKind.WORK, HelpReason.NOT_URGENT);
    assertThat(day.isRefused(PIA, "08:10:50", lower)).isEqualTo(Refusal.NOT_URGENT);
  }

  @Test
  void whoever_is_not_found_says_that_she_is_there_and_comes_first() {
    abelHelps().and(JUNE, "08:12", ask(H2, JUNE)).and(ABEL, "08:13", new SayNotHere(H1, 1));
    assertThat(state(H1)).isEqualTo("unreachable");
    assertThat(day.floor().help().heldBy(ABEL)).isEmpty();
    day.and(NOAH, "08:15", new SayHere(H1));
    assertThat(lane(H1)).isEqualTo(Lane.RETURNING);
    assertThat(line()).containsExactly("h1", "h2");
  }

  @Test
  void a_no_show_expires_and_may_ask_again_without_penalty_b20() {
    noahAsked().and(ABEL, "08:11", new ClaimHelp(H1)).and(ABEL, "08:12", new SayNotHere(H1, 1));
    day.until("08:16:59");
    assertThat(state(H1)).isEqualTo("unreachable");
    day.until("08:17");
    assertThat(day.events(Event.HelpExpired.class))
        .containsExactly(new Event.HelpExpired(H1, "no-show", at("08:17")));
    assertThat(day.floor().help().helps()).isEmpty();
    day.and(NOAH, "08:18", ask(H2, NOAH));
  }

  @Test
  void whoever_is_stuck_after_a_hold_is_offered_first_to_the_helper_who_knows() {
    abelHelps().and(ABEL, "08:13", new HoldHelp(H1, 1, 0, "Draw it first"));
    assertThat(state(H1)).isEqualTo("on-hold");
    assertThat(day.isRefused(NOAH, "08:14", new SayStuck(H1))).isEqualTo(Refusal.TRY_FIRST);
    assertThat(day.reasons(NOAH, "08:14", new SayStuck(H1))).containsEntry("retryAfterMs", "60000");
    day.and(NOAH, "08:15", new SayStuck(H1));
    assertThat(day.isRefused(PIA, "08:15:30", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
    assertThat(day.isRefused(PIA, "08:15:30", new ClaimHelp(H1)))
        .isEqualTo(Refusal.FOR_SOMEBODY_ELSE);
    assertThat(day.does(PIA, "08:16", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 2));
  }

  @Test
  void a_hold_that_is_over_asks_and_silence_until_the_bell_means_it_works() {
    abelHelps().and(ABEL, "08:13", new HoldHelp(H1, 1, 0, ""));
    day.until("08:18");
    assertThat(day.events(Event.HoldEnded.class)).hasSize(1);
    assertThat(state(H1)).isEqualTo("on-hold");
    day.until("08:35");
    assertThat(state(H1)).isEqualTo("resolved");
  }

  @Test
  void a_hand_off_that_nobody_takes_is_for_everybody_and_comes_first_b19() {
    day.and(JUNE, "08:09", ask(H2, JUNE));
    abelHelps();
    var place = day.help(H1).standing().turn();
    var off = new HandOffHelp(H1, 1, Optional.of(PIA), Optional.empty());
    day.and(ABEL, "08:13", off);
    assertThat(day.help(H1).standing().turn().virtual()).isEqualTo(place.virtual());
    assertThat(day.isRefused(ABEL, "08:14", new ClaimHelp(H1)))
        .isEqualTo(Refusal.FOR_SOMEBODY_ELSE);
    day.until("08:16");
    assertThat(day.help(H1).standing().route()).isEmpty();
    assertThat(line()).containsExactly("h1", "h2");
    var nobody = new HandOffHelp(H1, 2, Optional.of(LENA), Optional.empty());
    day.and(ABEL, "08:17", new ClaimHelp(H1));
    assertThat(day.isRefused(ABEL, "08:17", nobody)).isEqualTo(Refusal.HELPER_NOT_ON_DUTY);
  }

  @Test
  void nothing_is_handed_to_somebody_who_is_away_and_who_else_is_there_is_said() {
    abelHelps();
    day.and(PIA, "08:12", new Command.SetAway(true));
    var off = new HandOffHelp(H1, 1, Optional.of(PIA), Optional.empty());
    var refused =
        (Decision.Refused) day.until("08:13").floor().decide(off, Fixtures.stamp(ABEL, "08:13"));
    assertThat(refused.refusal()).isEqualTo(Refusal.HELPER_AWAY);
    assertThat(refused.args()).containsEntry("helper", day.floor().nameOf(PIA));
    day.and(PIA, "08:14", new Command.SetAway(false)).and(ABEL, "08:15", off);
  }

  @Test
  void another_helper_takes_over_from_one_who_is_gone_and_the_old_words_are_stale_b33() {
    abelHelps();
    var take = new TakeOverHelp(H1, HelpReason.OFFLINE);
    assertThat(day.isRefused(PIA, "08:13", take)).isEqualTo(Refusal.OWNER_PRESENT);
    day.and(PersonId.SYSTEM, "08:13", new NotePresence(ABEL, false, at("08:13")));
    assertThat(day.isRefused(PIA, "08:13:59", take)).isEqualTo(Refusal.OWNER_PRESENT);
    assertThat(day.does(PIA, "08:14", take).result()).isEqualTo(new HelpGiven(H1, 2));
    assertThat(state(H1)).isEqualTo("helping");
    assertThat(day.isRefused(ABEL, "08:15", new ResolveHelp(H1, 1))).isEqualTo(Refusal.STALE_CLAIM);
  }

  @Test
  void a_take_over_and_a_done_at_once_have_one_winner_b8() {
    abelHelps().and(ABEL, "08:20", new ResolveHelp(H1, 1));
    assertThat(day.isRefused(LENA, "08:20", new TakeOverHelp(H1, HelpReason.SHIFT_ENDS)))
        .isEqualTo(Refusal.HELP_OVER);
    day.and(JUNE, "08:21", ask(H2, JUNE)).and(ABEL, "08:22", new ClaimHelp(H2));
    day.and(LENA, "08:22:30", new TakeOverHelp(H2, HelpReason.SHIFT_ENDS));
    assertThat(day.isRefused(ABEL, "08:22:30", new ResolveHelp(H2, 1)))
        .isEqualTo(Refusal.STALE_CLAIM);
    assertThat(day.help(H2).owner()).contains(LENA);
  }

  @Test
  void whoever_still_tries_is_passed_by_and_keeps_her_place() {
    noahAsked().and(JUNE, "08:11", ask(H2, JUNE)).and(NOAH, "08:11", new KeepTrying(H1, true));
    assertThat(day.does(PIA, "08:12", new ClaimNext()).result()).isEqualTo(new HelpGiven(H2, 1));
    day.and(NOAH, "08:12", new KeepTrying(H1, false)).and(TARIQ, "08:12", ask(H3, TARIQ));
    assertThat(day.does(ABEL, "08:13", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void what_did_not_help_comes_back_for_ten_minutes() {
    abelHelps().and(ABEL, "08:14", new ResolveHelp(H1, 1));
    assertThat(day.does(NOAH, "08:20", new ReopenHelp(H1, H2)).result())
        .isEqualTo(new HelpGiven(H2, 0));
    assertThat(lane(H2)).isEqualTo(Lane.RETURNING);
    assertThat(day.help(H2).asked().reopens()).contains(H1);
    day.and(NOAH, "08:21", new CancelHelp(H2));
    assertThat(day.isRefused(NOAH, "08:24", new ReopenHelp(H1, H3))).isEqualTo(Refusal.REOPEN_OVER);
  }

  @Test
  void a_cancel_that_is_taken_back_restores_the_place() {
    noahAsked().and(JUNE, "08:11", ask(H2, JUNE)).and(NOAH, "08:12", new CancelHelp(H1));
    day.and(NOAH, "08:12:29", new UndoHelp(H1));
    assertThat(line()).containsExactly("h1", "h2");
    day.and(NOAH, "08:13", new CancelHelp(H1));
    assertThat(day.isRefused(NOAH, "08:13:30", new UndoHelp(H1))).isEqualTo(Refusal.HELP_UNDO_OVER);
  }

  @Test
  void a_cancel_is_not_taken_back_after_a_new_ask_b13() {
    noahAsked().and(NOAH, "08:12", new CancelHelp(H1)).and(NOAH, "08:12:10", ask(H2, NOAH));
    assertThat(day.isRefused(NOAH, "08:12:20", new UndoHelp(H1))).isEqualTo(Refusal.NEWER_REQUEST);
    assertThat(state(H2)).isEqualTo("waiting");
    assertThat(day.isRefused(JUNE, "08:12:20", new UndoHelp(H1)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void done_that_is_taken_back_gives_the_help_back_and_counts_no_help() {
    abelHelps().and(ABEL, "08:14", new ResolveHelp(H1, 1));
    assertThat(day.floor().help().helps()).containsEntry(NOAH, 1);
    day.and(ABEL, "08:14:20", new UndoHelp(H1));
    assertThat(day.help(H1).owner()).contains(ABEL);
    assertThat(day.floor().help().helps()).isEmpty();
  }

  @Test
  void a_group_leaves_out_who_is_gone_and_nobody_has_two_owners_b9() {
    noahAsked().and(JUNE, "08:10", ask(H2, JUNE)).and(TARIQ, "08:11", ask(H3, TARIQ));
    assertThat(HelpGroups.suggested(day.floor()))
        .extracting(HelpGroups.Suggestion::helps)
        .containsExactly(List.of(H1, H2, H3));
    day.and(PIA, "08:12", new ClaimHelp(H2));
    day.and(ABEL, "08:12", new ClaimGroup(List.of(H1, H2, H3)));
    assertThat(day.floor().help().groupOf(ABEL)).containsExactly(day.help(H1), day.help(H3));
    assertThat(day.help(H2).owner()).contains(PIA);
    day.and(ABEL, "08:13", new ArriveAtHelp(H1, 1)).and(TARIQ, "08:13:10", new DeclineGroup(H3));
    assertThat(state(H3)).isEqualTo("waiting");
    day.and(ABEL, "08:20", new ResolveAll(H1, 1));
    assertThat(state(H1)).isEqualTo("resolved");
    assertThat(state(H3)).isEqualTo("waiting");
  }

  @Test
  void any_ten_minutes_make_a_group_whoever_asked_first() {
    day.and(TARIQ, "08:06", ask(H1, TARIQ))
        .and(NOAH, "08:17", ask(H2, NOAH))
        .and(JUNE, "08:26", ask(H3, JUNE));
    assertThat(HelpGroups.suggested(day.floor()))
        .extracting(HelpGroups.Suggestion::helps)
        .containsExactly(List.of(H2, H3));
  }

  @Test
  void what_a_student_asks_of_somebody_is_that_persons_first() {
    day.and(NOAH, "08:10", new AskForHelp(H1, NOAH, HelpKind.PERSON, "", false, Optional.of(ROSA)));
    assertThat(day.isRefused(PIA, "08:11", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
    assertThat(day.does(ROSA, "08:12", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }
}
