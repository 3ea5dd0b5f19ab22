package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Hint.Figure;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// R7: two failed attempts at something that others wait behind hold a hand up for a student,
/// behind everybody who has raised her own. FRACTIONS is such a test; Mira works from 10:30 to
/// 11:20 in a room that Rosa covers.
final class BlockedHandTest {
  private static final SourceTerms SOURCE =
      new SourceTerms(
          new SourceId("practice"),
          "Practice Hall",
          EnumSet.allOf(Rule.class),
          SourceTerms.FAILURES,
          SourceTerms.OPPORTUNITIES);
  private static final String TEST = FlexSchool.FRACTIONS.value();
  private static final HelpId OWN = new HelpId("own");

  private final Scene scene = new Scene(FlexSchool.floor());
  private int signals;

  private void says(String localTime, PersonId who, Signal what) {
    var command = new TakeSignal("s" + ++signals, SOURCE, who, what);
    var stamp = new Stamp(SOURCE.id().actor(), Role.SOURCE, at(localTime));
    scene.apply(((Accepted) scene.until(localTime).floor().decide(command, stamp)).events());
  }

  private void fails(String localTime) {
    says(localTime, MIRA, new Signal.Failed(TEST, 0));
  }

  private void failsTwice() {
    fails("10:40");
    fails("10:41");
  }

  private Optional<HelpRequest> active() {
    return scene.floor().help().activeOf(MIRA);
  }

  private HelpId hand() {
    return active().orElseThrow().id();
  }

  private Lane lane() {
    return active().orElseThrow().standing().turn().lane();
  }

  private static AskForHelp ask(HelpId help, PersonId who) {
    return new AskForHelp(help, who, HelpKind.WORK, "");
  }

  /// Whoever covers the room where Mira is.
  private PersonId helper() {
    var room = scene.floor().roomOf(scene.floor().assignmentNow(MIRA).orElseThrow().station());
    return List.of(ROSA, ABEL).stream()
        .filter(each -> scene.floor().covers(each, room.orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void two_failed_attempts_at_a_test_hold_a_hand_up_and_say_why_r7() {
    fails("10:40");
    assertThat(active()).isEmpty();
    fails("10:41");
    assertThat(active().orElseThrow()).isInstanceOf(Waiting.class);
    var asked = active().orElseThrow().asked();
    assertThat(asked.by()).isEqualTo(SOURCE.id().actor());
    assertThat(asked.why())
        .contains(
            new Why(
                SOURCE.id(),
                "Practice Hall",
                Why.What.BLOCKED,
                TEST,
                List.of(new Figure("failures", 2))));
    assertThat(scene.floor().signals().hints()).isEmpty();
  }

  @Test
  void an_attempt_that_says_it_is_the_second_counts_as_two() {
    says("10:40", MIRA, new Signal.Failed(TEST, 2));
    assertThat(lane()).isEqualTo(Lane.INFERRED);
  }

  @Test
  void whoever_asks_later_herself_comes_first_all_the_same() {
    failsTwice();
    scene.does(NOAH, "10:50", ask(OWN, NOAH));
    assertThat(scene.floor().help().open().values())
        .extracting(request -> request.asked().student())
        .containsExactly(NOAH, MIRA);
  }

  @Test
  void next_takes_it_when_nobody_else_waits() {
    failsTwice();
    var given = (Result.HelpGiven) scene.does(helper(), "10:45", new ClaimNext()).result();
    assertThat(given.help()).isEqualTo(hand());
  }

  @Test
  void it_makes_room_for_her_own_call_which_waits_from_when_she_asked() {
    failsTwice();
    var held = hand();
    scene.does(MIRA, "10:50", ask(OWN, MIRA));
    assertThat(scene.events(HelpExpired.class))
        .extracting(HelpExpired::help, HelpExpired::reason)
        .containsExactly(tuple(held, HelpEnds.ASKED));
    assertThat(hand()).isEqualTo(OWN);
    assertThat(lane()).isEqualTo(Lane.NORMAL);
    assertThat(active().orElseThrow().standing().turn().entered()).isEqualTo(at("10:50"));
  }

  @Test
  void it_makes_room_for_a_hand_she_raises_in_the_program() {
    failsTwice();
    says("10:50", MIRA, new Signal.Hand(""));
    assertThat(lane()).isEqualTo(Lane.NORMAL);
  }

  @Test
  void it_makes_room_for_a_call_that_is_taken_up_again() {
    scene.does(MIRA, "10:40", ask(OWN, MIRA));
    scene.does(MIRA, "10:40:10", new CancelHelp(OWN));
    says("10:40:20", MIRA, new Signal.Failed(TEST, 2));
    scene.does(MIRA, "10:40:25", new UndoHelp(OWN));
    assertThat(hand()).isEqualTo(OWN);
  }

  @Test
  void whoever_is_on_her_way_already_answers_her_own_call_as_well() {
    failsTwice();
    var held = hand();
    scene.does(helper(), "10:45", new ClaimHelp(held));
    var given = scene.does(MIRA, "10:46", ask(OWN, MIRA)).result();
    assertThat(given).isEqualTo(new Result.HelpGiven(held, 1));
  }

  @Test
  void whoever_has_a_hand_up_needs_no_second_one() {
    scene.does(MIRA, "10:39", ask(OWN, MIRA));
    failsTwice();
    assertThat(scene.events(HelpAsked.class)).hasSize(1);
  }

  @Test
  void it_uses_none_of_her_own_asks() {
    for (int i = 0; i < 8; i++) {
      says("10:40", MIRA, new Signal.Failed(TEST, 2));
      says("10:40", MIRA, new Signal.Succeeded("fractions"));
    }
    assertThat(scene.events(HelpAsked.class)).hasSize(8);
    scene.does(MIRA, "10:41", ask(OWN, MIRA));
    assertThat(hand()).isEqualTo(OWN);
  }

  @Test
  void she_says_got_it_and_is_left_alone_with_it_for_the_block() {
    failsTwice();
    scene.does(MIRA, "10:42", new CancelHelp(hand()));
    fails("10:43");
    assertThat(active()).isEmpty();
  }

  @Test
  void a_helper_says_that_it_is_not_needed_and_is_believed_for_the_block() {
    failsTwice();
    var dismissal = new DismissHelp(hand(), Command.ANY_VERSION, HelpReason.MISTAKE);
    scene.does(helper(), "10:42", dismissal);
    fails("10:43");
    assertThat(active()).isEmpty();
  }

  @Test
  void any_success_takes_it_down_unless_somebody_is_on_the_way() {
    failsTwice();
    says("10:42", MIRA, new Signal.Succeeded(FlexSchool.STORY));
    assertThat(active()).isEmpty();
    fails("10:43");
    fails("10:44");
    scene.does(helper(), "10:45", new ClaimHelp(hand()));
    says("10:46", MIRA, new Signal.Succeeded(FlexSchool.STORY));
    assertThat(active()).isPresent();
  }

  @Test
  void it_sets_off_no_alarm_and_the_bell_ends_it() {
    failsTwice();
    scene.until("12:30");
    assertThat(scene.events(HelpEscalated.class)).isEmpty();
    assertThat(active()).isEmpty();
    assertThat(scene.floor().help().parkedOf(MIRA)).isEmpty();
  }

  @Test
  void it_stays_behind_when_it_is_let_go_or_nobody_takes_what_was_handed_on() {
    failsTwice();
    var held = hand();
    scene.does(helper(), "10:42", new ClaimHelp(held));
    scene.does(helper(), "10:43", new ReleaseHelp(held, 1));
    assertThat(lane()).isEqualTo(Lane.INFERRED);
    scene.does(helper(), "10:44", new ClaimHelp(held));
    scene.does(
        helper(),
        "10:45",
        new HandOffHelp(held, 2, Optional.empty(), Optional.of(Role.PARAPROFESSIONAL)));
    scene.until("10:50");
    assertThat(lane()).isEqualTo(Lane.INFERRED);
  }

  @Test
  void it_is_hers_once_she_says_that_she_is_still_stuck() {
    failsTwice();
    var held = hand();
    scene.does(helper(), "10:42", new ClaimHelp(held));
    scene.does(helper(), "10:43", new ArriveAtHelp(held, 1));
    scene.does(helper(), "10:44", new HoldHelp(held, 1, 5, ""));
    scene.does(MIRA, "10:47", new SayStuck(held));
    assertThat(lane()).isEqualTo(Lane.RETURNING);
  }

  @Test
  void it_is_in_nobody_s_figures() {
    failsTwice();
    scene.does(MIRA, "10:50", new CancelHelp(hand()));
    assertThat(HelpFigures.asOfLastChange(scene.floor()).asked()).isZero();
    assertThat(scene.floor().helpCounts().waiting()).isZero();
  }
}
