package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.DismissHint;
import dev.carillon.floor.Command.SetSignalAside;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HintRaised;
import dev.carillon.floor.Event.ItemFinished;
import dev.carillon.floor.Event.UnlockAsked;
import dev.carillon.floor.Hint.Figure;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.floor.Result.SignalSays;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What programs outside tell of students. Mira is at the loom or the clay table, which Rosa
/// covers, and FRACTIONS is a test behind a teacher's word.
final class SignalsTest {
  private static final SourceTerms SOURCE =
      terms(EnumSet.allOf(Rule.class), SourceTerms.FAILURES, SourceTerms.OPPORTUNITIES);
  private static final String TEST = FlexSchool.FRACTIONS.value();

  private final Scene scene = new Scene(FlexSchool.floor());
  private int signals;

  private static SourceTerms terms(Set<Rule> rules, int failures, int opportunities) {
    return new SourceTerms(
        new SourceId("practice"), "Practice Hall", rules, failures, opportunities);
  }

  private Optional<Aside> says(String localTime, SourceTerms source, PersonId who, Signal what) {
    var command = new TakeSignal("s" + ++signals, source, who, what);
    var accepted = (Accepted) asSource(localTime, source, command);
    scene.apply(accepted.events());
    return ((SignalSays) accepted.result()).aside();
  }

  private Optional<Aside> says(String localTime, Signal what) {
    return says(localTime, SOURCE, MIRA, what);
  }

  private Decision asSource(String localTime, SourceTerms source, Command command) {
    return scene
        .until(localTime)
        .floor()
        .decide(command, new Stamp(source.id().actor(), Role.SOURCE, at(localTime)));
  }

  private List<Hint> hints() {
    return List.copyOf(scene.floor().signals().hints().values());
  }

  private void practises(String localTime, int times, SourceTerms source) {
    for (int i = 0; i < times; i++) {
      says(localTime, source, MIRA, new Signal.Practised("ratios", i % 3 != 2));
    }
  }

  @Test
  void a_hand_raised_in_a_program_is_a_call_like_any_other_and_names_its_source() {
    assertThat(says("10:40", new Signal.Hand(""))).isEmpty();
    var asked = scene.floor().help().activeOf(MIRA).orElseThrow().asked();
    assertThat(asked.by()).isEqualTo(SOURCE.id().actor());
    assertThat(asked.student()).isEqualTo(MIRA);
  }

  @Test
  void a_second_hand_is_the_first_one() {
    says("10:40", new Signal.Hand(""));
    says("10:41", new Signal.Hand(""));
    assertThat(scene.events(HelpAsked.class)).hasSize(1);
  }

  @Test
  void hands_of_a_program_use_up_nothing_of_her_own() {
    for (int i = 0; i < 8; i++) {
      says("10:40", new Signal.Hand(""));
      var open = scene.floor().help().activeOf(MIRA).orElseThrow().id();
      scene.does(MIRA, "10:40", new Command.CancelHelp(open));
    }
    assertThat(scene.events(HelpAsked.class)).hasSize(8);
    scene.does(MIRA, "10:41", new AskForHelp(new HelpId("own"), MIRA, HelpKind.WORK, ""));
    assertThat(scene.floor().help().activeOf(MIRA)).isPresent();
  }

  @Test
  void a_hand_outside_lessons_is_set_aside() {
    assertThat(says("07:00", new Signal.Hand(""))).contains(Aside.NOT_NOW);
    assertThat(scene.floor().signals().setAside().last()).hasSize(1);
  }

  @Test
  void failing_at_what_nobody_waits_behind_says_nothing() {
    for (int i = 0; i < 3; i++) {
      assertThat(says("10:40", new Signal.Failed(FlexSchool.STORY, 0))).isEmpty();
    }
    assertThat(scene.events(HelpAsked.class)).isEmpty();
  }

  @Test
  void what_nobody_knows_is_set_aside() {
    assertThat(says("10:40", new Signal.Failed("unit-9", 0))).contains(Aside.ITEM_UNKNOWN);
    assertThat(says("10:40", SOURCE, ROSA, new Signal.Hand(""))).contains(Aside.ACTOR_UNKNOWN);
    assertThat(says("10:40", new Signal.AtTest(new dev.carillon.school.Id.AssessmentId("none"))))
        .contains(Aside.ITEM_UNKNOWN);
  }

  @Test
  void ten_opportunities_without_three_in_a_row_are_a_guess_and_nine_are_none_r7() {
    practises("10:40", 9, SOURCE);
    assertThat(hints()).isEmpty();
    says("10:41", new Signal.Practised("ratios", false));
    assertThat(hints())
        .singleElement()
        .satisfies(
            hint -> {
              assertThat(hint.rule()).isEqualTo(Rule.SPINNING);
              assertThat(hint.evidence()).containsExactly(new Figure("opportunities", 10));
            });
  }

  @Test
  void three_in_a_row_begin_the_count_anew() {
    practises("10:40", 8, SOURCE);
    for (int i = 0; i < 3; i++) {
      says("10:41", new Signal.Practised("ratios", true));
    }
    practises("10:42", 9, SOURCE);
    assertThat(hints()).isEmpty();
  }

  @Test
  void a_rule_that_is_off_guesses_nothing_and_thresholds_are_the_source_s() {
    says("10:40", terms(Set.of(), 1, 1), MIRA, new Signal.Failed(TEST, 0));
    assertThat(scene.events(HelpAsked.class)).isEmpty();
    practises("10:40", 5, terms(Set.of(Rule.SPINNING), 2, 5));
    assertThat(hints()).hasSize(1);
  }

  @Test
  void a_guess_is_over_after_ten_minutes() {
    says("10:40", new Signal.Stuck("slow", List.of(new Figure("minutes", 4))));
    scene.until("10:49:59");
    assertThat(hints()).hasSize(1);
    scene.until("10:50");
    assertThat(hints()).isEmpty();
  }

  @Test
  void any_success_takes_guesses_away_and_a_teacher_confirms_what_was_passed() {
    says("10:40", new Signal.Stuck("slow", List.of()));
    says("10:41", new Signal.Succeeded(FlexSchool.STORY));
    assertThat(hints()).isEmpty();
    var finish = scene.floor().learning().finish(MIRA, FlexSchool.STORY).orElseThrow();
    assertThat(finish.confirmed()).isFalse();
    assertThat(scene.events(ItemFinished.class)).isEmpty();
  }

  @Test
  void a_helper_of_the_room_dismisses_a_guess_until_the_block_is_over() {
    says("10:40", new Signal.Stuck("slow", List.of()));
    var dismissal = new DismissHint(hints().getFirst().id());
    assertThat(scene.isRefused(MIRA, "10:41", dismissal)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(LENA, "10:41", dismissal)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    scene.does(helper(), "10:41", dismissal);
    assertThat(hints()).isEmpty();
    says("10:42", new Signal.Stuck("slow", List.of()));
    assertThat(hints()).isEmpty();
    assertThat(scene.does(helper(), "10:43", dismissal).events()).isEmpty();
    says("10:58", new Signal.Stuck("slow", List.of()));
    assertThat(scene.floor().signals().hints()).hasSize(1);
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
  void whoever_has_called_needs_no_guess() {
    scene.does(MIRA, "10:40", new AskForHelp(new HelpId("own"), MIRA, HelpKind.WORK, ""));
    says("10:41", new Signal.Stuck("slow", List.of()));
    assertThat(scene.events(HintRaised.class)).isEmpty();
  }

  @Test
  void a_test_reached_in_a_program_is_asked_for_as_she_would_herself() {
    assertThat(says("10:40", new Signal.AtTest(FlexSchool.FRACTIONS))).isEmpty();
    assertThat(says("10:41", new Signal.AtTest(FlexSchool.FRACTIONS))).isEmpty();
    assertThat(scene.events(UnlockAsked.class))
        .singleElement()
        .satisfies(asked -> assertThat(asked.student()).isEqualTo(MIRA));
  }

  @Test
  void a_source_may_do_nothing_else_and_nobody_else_may_signal() {
    var stamp = new Stamp(SOURCE.id().actor(), Role.SOURCE, at("10:40"));
    var floor = scene.until("10:40").floor();
    for (var command :
        List.of(
            new AskForHelp(new HelpId("h"), MIRA, HelpKind.URGENT, ""),
            new StartDuty(),
            new Command.CloseDay(),
            new Command.AskUnlock(new dev.carillon.school.Id.UnlockId("u"), FlexSchool.FRACTIONS),
            new DismissHint(new HintId("h")),
            new Command.MarkArrival(MIRA, Fixtures.CLAY))) {
      assertThat(floor.decide(command, stamp)).as("%s", command).isInstanceOf(Refused.class);
    }
    var signal = new TakeSignal("s", SOURCE, MIRA, new Signal.Hand(""));
    for (var who : List.of(MIRA, ROSA, LENA)) {
      assertThat(scene.isRefused(who, "10:41", signal)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    }
    var other = new SourceTerms(new SourceId("other"), "Other", Set.of(), 2, 10);
    var forged = new TakeSignal("s", other, MIRA, new Signal.Hand(""));
    assertThat(floor.decide(forged, stamp)).isInstanceOf(Refused.class);
  }

  @Test
  void no_more_is_set_aside_than_somebody_could_read() {
    for (int i = 0; i < Signals.ASIDE_MAX + 5; i++) {
      sendsWrongly("x" + i, SOURCE);
    }
    assertThat(scene.floor().signals().setAside().last()).hasSize(Signals.ASIDE_MAX);
    assertThat(scene.floor().signals().setAside().last().getFirst().signal()).isEqualTo("x5");
  }

  private Decision sendsWrongly(String signal, SourceTerms source) {
    var decision = asSource("10:40", source, new SetSignalAside(signal, source, Aside.SHAPE_WRONG));
    if (decision instanceof Accepted(var events, _)) {
      scene.apply(events);
    }
    return decision;
  }

  @Test
  void a_feed_that_is_wrong_all_day_does_not_fill_its_log_and_keeps_no_other_from_it() {
    var rules = EnumSet.allOf(Rule.class);
    var strict = new SourceTerms(SOURCE.id(), SOURCE.name(), rules, 2, 10, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(sendsWrongly("x" + i, strict)).isInstanceOf(Accepted.class);
    }
    assertThat(sendsWrongly("x3", strict)).isEqualTo(Decision.refuse(Refusal.TOO_MANY_SET_ASIDE));
    var early = new TakeSignal("x4", strict, MIRA, new Signal.AtTest(new AssessmentId("none")));
    assertThat(asSource("10:40", strict, early))
        .isEqualTo(Decision.refuse(Refusal.TOO_MANY_SET_ASIDE));

    var other = new SourceTerms(new SourceId("other"), "Other", rules, 2, 10, 3);
    assertThat(sendsWrongly("y0", other)).isInstanceOf(Accepted.class);
    assertThat(says("10:40", strict, MIRA, new Signal.Hand(""))).isEmpty();
  }
}
