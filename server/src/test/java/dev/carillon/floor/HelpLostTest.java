package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.DeclineGroup;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.HelpLost.How;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A helper whose call goes without her is told, and only then.
@ExtendWith(KeptInLogs.class)
final class HelpLostTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");

  private final Scene day = Scene.opened();

  private static AskForHelp ask(HelpId help, PersonId student) {
    return new AskForHelp(help, student, HelpKind.WORK, "");
  }

  private Scene abelClaims() {
    return day.and(NOAH, "08:10", ask(H1, NOAH)).and(ABEL, "08:11", new ClaimHelp(H1));
  }

  private List<HelpLost> abelLost() {
    return day.floor().help().team().lostOf(ABEL);
  }

  private static HelpLost lost(How how, PersonId by, String time) {
    return new HelpLost(H1, how, by, at(time));
  }

  @Test
  void a_claim_that_lapses_is_told_to_whoever_had_it() {
    abelClaims().until("08:13");
    assertThat(abelLost()).containsExactly(lost(How.LAPSED, PersonId.SYSTEM, "08:13"));
  }

  @Test
  void what_is_taken_over_handed_on_put_back_or_closed_by_a_leader_is_told_to_whoever_had_it() {
    abelClaims().and(LENA, "08:12", new TakeOverHelp(H1, HelpReason.OFFLINE));
    assertThat(abelLost()).containsExactly(lost(How.TAKEN_OVER, LENA, "08:12"));
    day.and(LENA, "08:12:10", new ReleaseHelp(H1, 2)).and(ABEL, "08:12:20", new ClaimHelp(H1));
    var toPia = new HandOffHelp(H1, Command.ANY_VERSION, Optional.of(PIA), Optional.empty());
    day.and(LENA, "08:12:30", toPia);
    assertThat(abelLost()).containsExactly(lost(How.HANDED_OFF, LENA, "08:12:30"));
    day.and(PIA, "08:12:40", new ClaimHelp(H1)).and(PIA, "08:12:50", new ReleaseHelp(H1, 4));
    day.and(ABEL, "08:13", new ClaimHelp(H1));
    day.and(LENA, "08:13:10", new ReleaseHelp(H1, Command.ANY_VERSION));
    assertThat(abelLost()).containsExactly(lost(How.PUT_BACK, LENA, "08:13:10"));
    day.and(ABEL, "08:13:20", new ClaimHelp(H1));
    var close = new DismissHelp(H1, Command.ANY_VERSION, HelpReason.ANSWERED);
    day.and(LENA, "08:13:30", close);
    assertThat(abelLost()).containsExactly(lost(How.CLOSED, LENA, "08:13:30"));
  }

  @Test
  void whoever_is_on_the_way_to_a_student_who_is_fine_is_told_not_to_walk() {
    abelClaims().and(NOAH, "08:12", new CancelHelp(H1));
    assertThat(abelLost()).containsExactly(lost(How.FINE, NOAH, "08:12"));
    day.and(NOAH, "08:12:10", new UndoHelp(H1));
    assertThat(abelLost()).isEmpty();
    assertThat(day.help(H1).owner()).contains(ABEL);
  }

  @Test
  void a_student_who_is_left_alone_and_still_stuck_is_told_to_whoever_comes_back() {
    abelClaims()
        .and(ABEL, "08:12", new ArriveAtHelp(H1, 1))
        .and(PersonId.SYSTEM, "08:13", new NotePresence(ABEL, false, at("08:13")))
        .and(NOAH, "08:18", new SayStuck(H1));
    assertThat(abelLost()).containsExactly(lost(How.STUCK, NOAH, "08:18"));
  }

  @Test
  void help_that_a_leader_calls_done_is_told_to_the_helper_who_was_there() {
    abelClaims().and(ABEL, "08:12", new ArriveAtHelp(H1, 1));
    day.and(LENA, "08:13", new ResolveHelp(H1, Command.ANY_VERSION));
    assertThat(abelLost()).containsExactly(lost(How.DONE, LENA, "08:13"));
  }

  @Test
  void a_call_that_goes_at_the_bell_is_told_to_whoever_was_on_the_way() {
    day.and(MIRA, "08:30", ask(H1, MIRA)).and(ROSA, "08:34", new ClaimHelp(H1)).until("08:35");
    assertThat(day.floor().help().team().lostOf(ROSA))
        .containsExactly(lost(How.MOVED, PersonId.SYSTEM, "08:35"));
  }

  @Test
  void whoever_would_rather_be_helped_alone_is_one_less_on_the_way() {
    day.and(NOAH, "08:10", ask(H2, NOAH)).and(TARIQ, "08:11", ask(H1, TARIQ));
    day.and(ABEL, "08:12", new ClaimGroup(List.of(H1, H2)));
    day.and(TARIQ, "08:12:10", new DeclineGroup(H1));
    assertThat(abelLost()).containsExactly(lost(How.ALONE, TARIQ, "08:12:10"));
    assertThat(day.floor().help().groupOf(ABEL)).containsExactly(day.help(H2));
  }

  @Test
  void what_a_helper_does_herself_is_news_to_nobody() {
    abelClaims().and(ABEL, "08:12", new ReleaseHelp(H1, 1));
    day.and(ABEL, "08:12:10", new ClaimHelp(H1)).and(ABEL, "08:12:20", new ArriveAtHelp(H1, 2));
    day.and(ABEL, "08:13", new ResolveHelp(H1, 2));
    assertThat(day.floor().help().team().lost()).isEmpty();
  }

  @Test
  void the_word_is_put_away_by_whoever_it_is_for_and_nobody_else() {
    abelClaims().until("08:13");
    day.and(PIA, "08:13:10", new NoteLost(List.of(H1)));
    assertThat(abelLost()).hasSize(1);
    day.and(ABEL, "08:13:20", new NoteLost(List.of(H1, H2)));
    assertThat(abelLost()).isEmpty();
    assertThat(day.decide(ABEL, "08:13:30", new NoteLost(List.of(H1))))
        .isEqualTo(Decision.accept());
    assertThat(day.isRefused(NOAH, "08:13:40", new NoteLost(List.of(H1))))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void it_is_moot_when_she_has_another_call_or_goes_off_duty() {
    abelClaims().and(JUNE, "08:11:30", ask(H2, JUNE)).until("08:13");
    day.and(ABEL, "08:14", new ClaimHelp(H2));
    assertThat(abelLost()).isEmpty();
    day.until("08:16");
    assertThat(abelLost()).hasSize(1);
    day.and(ABEL, "08:17", new EndDuty());
    assertThat(abelLost()).isEmpty();
  }
}
