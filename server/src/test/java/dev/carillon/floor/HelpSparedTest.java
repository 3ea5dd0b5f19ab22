package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Views;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who is spared: in an assessment or a workshop nobody is called away for a talk, and nobody is
/// moved from an assessment to be helped with others.
@ExtendWith(KeptInLogs.class)
final class HelpSparedTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final UnlockId UNLOCK = new UnlockId("u1");

  private final Scene day = new Scene(FlexSchool.floor());

  private static AskForHelp ask(HelpId help, PersonId student, HelpKind kind) {
    return new AskForHelp(help, student, kind, "");
  }

  private Scene miraOpens(String time) {
    return day.and(MIRA, "10:56", new AskUnlock(UNLOCK, FlexSchool.FRACTIONS))
        .and(ROSA, "10:57", new ApproveUnlock(UNLOCK))
        .and(MIRA, time, new OpenUnlock(UNLOCK));
  }

  private List<String> listOf(PersonId helper) {
    return List.copyOf(
        new Views().cut(new OfHelper(helper), day.floor()).tables().get("help").keySet());
  }

  @Test
  void nobody_takes_a_talk_of_a_student_in_an_assessment_by_its_name_or_by_next() {
    day.and(MIRA, "10:55:30", ask(H1, MIRA, HelpKind.PERSON));
    miraOpens("11:02");
    assertThat(listOf(ABEL)).isEmpty();
    assertThat(day.isRefused(ABEL, "11:03", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
    assertThat(day.isRefused(ABEL, "11:03", new ClaimHelp(H1)))
        .isEqualTo(Refusal.NOT_TO_BE_DISTURBED);
    day.and(MIRA, "11:10", new SubmitUnlock(UNLOCK));
    assertThat(listOf(ABEL)).containsExactly("h1");
    assertThat(day.does(ABEL, "11:11", new ClaimHelp(H1)).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void an_assessment_nobody_submitted_hides_a_talk_until_the_block_is_over() {
    day.and(MIRA, "10:55:30", ask(H1, MIRA, HelpKind.PERSON));
    miraOpens("11:02");
    var over = day.floor().scheduleOf(MIRA).flatMap(Timeline::current).orElseThrow().end();
    day.until(over.minusMillis(1));
    assertThat(listOf(ABEL)).isEmpty();
    day.until(over);
    assertThat(day.help(H1)).isInstanceOfAny(HelpRequest.Waiting.class, HelpRequest.Deferred.class);
    assertThat(new HelpPlaces(day.floor()).isHidden(day.help(H1))).isFalse();
    day.until("12:11"); // After lunch.
    assertThat(day.help(H1).standing().watch().runsFrom()).as("the watch runs").isPresent();
  }

  @Test
  void a_talk_asked_for_in_the_middle_of_an_assessment_is_one_she_wants() {
    miraOpens("11:02").and(MIRA, "11:05", ask(H1, MIRA, HelpKind.PERSON));
    assertThat(day.does(ABEL, "11:06", new ClaimNext()).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void help_with_the_work_and_urgent_calls_come_to_whoever_is_in_an_assessment() {
    day.and(MIRA, "10:55:30", ask(H1, MIRA, HelpKind.WORK));
    miraOpens("11:02");
    assertThat(day.does(ABEL, "11:03", new ClaimHelp(H1)).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  /// Tariq is at the loom in the fourth block.
  @Test
  void nobody_takes_a_talk_of_a_student_in_a_workshop_she_came_to_since() {
    day.and(TARIQ, "09:40", ask(H1, TARIQ, HelpKind.PERSON)).until("09:50");
    assertThat(listOf(ROSA)).isEmpty();
    assertThat(day.isRefused(ROSA, "09:50", new ClaimHelp(H1)))
        .isEqualTo(Refusal.NOT_TO_BE_DISTURBED);
    assertThat(day.help(H1).standing().watch().runsFrom()).as("the watch stands").isEmpty();
    assertThat(day.does(PIA, "10:21", new ClaimHelp(H1)).result()).isEqualTo(new HelpGiven(H1, 1));
  }

  @Test
  void nobody_is_moved_from_an_assessment_to_be_helped_with_others() {
    miraOpens("11:02");
    day.and(MIRA, "11:03", ask(H1, MIRA, HelpKind.WORK))
        .and(NOAH, "11:04", ask(H2, NOAH, HelpKind.WORK));
    assertThat(day.floor().roomOf(day.help(H1))).isEqualTo(day.floor().roomOf(day.help(H2)));
    assertThat(HelpGroups.suggested(day.floor())).isEmpty();
    day.and(ABEL, "11:05", new ClaimGroup(List.of(H2, H1)));
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.help(H2).word()).isEqualTo("claimed");
    day.and(MIRA, "11:06", new SubmitUnlock(UNLOCK))
        .and(JUNE, "11:06", ask(new HelpId("h3"), JUNE, HelpKind.WORK));
    assertThat(HelpGroups.suggested(day.floor())).hasSize(1);
  }
}
