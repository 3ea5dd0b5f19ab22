package dev.carillon.view;

import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Hint.Figure;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.floor.Signal;
import dev.carillon.floor.SourceTerms;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Role;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.wire.FrameWriter;
import dev.carillon.wire.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who is shown what programs outside let one suppose of a student.
final class GuessRowsTest {
  private static final SourceTerms SOURCE =
      new SourceTerms(new SourceId("practice"), "canary-source", EnumSet.allOf(Rule.class), 2, 10);

  private final Views views = new Views();
  private Floor floor = atWork();

  private static Floor atWork() {
    var floor = FlexSchool.floor();
    for (var due = floor.nextDue();
        due.filter(it -> !it.dueAt().isAfter(Fixtures.at("10:40"))).isPresent();
        due = floor.nextDue()) {
      floor = decided(floor, due.get(), Stamp.system(due.get().dueAt()));
    }
    return floor;
  }

  private static Floor decided(Floor floor, Command command, Stamp stamp) {
    var next = floor;
    for (var event : ((Accepted) floor.decide(command, stamp)).events()) {
      next = next.evolve(event).floor();
    }
    return next;
  }

  private void says(String signal, Signal what) {
    var stamp = new Stamp(SOURCE.id().actor(), Role.SOURCE, Fixtures.at("10:41"));
    floor = decided(floor, new TakeSignal(signal, SOURCE, MIRA, what), stamp);
  }

  private List<Row.Guess> guesses(Audience audience) {
    var rows = views.cut(audience, floor).tables().get("guesses");
    return rows == null ? List.of() : rows.values().stream().map(Row.Guess.class::cast).toList();
  }

  private List<Audience> helpersHere() {
    var room = floor.roomOf(floor.assignmentNow(MIRA).orElseThrow().station()).orElseThrow();
    return ViewsWalkTest.audiences(floor).stream()
        .filter(it -> it instanceof OfHelper(var id) && floor.covers(id, room))
        .toList();
  }

  private String bytes(Audience audience) {
    var whole = new ServerFrame.Whole(Cursor.START, floor.at(), views.cut(audience, floor));
    return new String(FrameWriter.write(whole), StandardCharsets.UTF_8);
  }

  @Test
  void helpers_of_the_room_see_a_guess_with_its_why_and_nobody_else_does() {
    says("practice/canary-1", new Signal.Stuck("canary-rule", List.of(new Figure("errors", 4))));
    assertThat(helpersHere()).isNotEmpty();
    for (var audience : ViewsWalkTest.audiences(floor)) {
      boolean isHere = helpersHere().contains(audience);
      assertThat(bytes(audience).contains("canary-")).as("%s", audience).isEqualTo(isHere);
      assertThat(guesses(audience)).as("%s", audience).hasSize(isHere ? 1 : 0);
    }
    var first = guesses(helpersHere().getFirst()).getFirst();
    assertThat(first.rule()).isEqualTo("stuck");
    assertThat(first.evidence()).containsExactly(new Row.Counted("errors", 4));
    assertThat(first.source()).isEqualTo("canary-source");
  }

  @Test
  void whoever_may_answer_sees_why_a_program_has_raised_a_call_and_nobody_else_does() {
    says("practice/1", new Signal.Hand("canary-unit-3-q5"));
    assertThat(helpersHere()).anyMatch(it -> floor.onDuty().contains(((OfHelper) it).helper()));
    for (var audience : ViewsWalkTest.audiences(floor)) {
      boolean reads =
          audience instanceof OfHelper(var id)
              && floor.onDuty().contains(id)
              && helpersHere().contains(audience);
      assertThat(bytes(audience).contains("canary-")).as("%s", audience).isEqualTo(reads);
      if (reads) {
        var call = views.cut(audience, floor).tables().get("help").get("practice/1");
        assertThat(((Row.Call) call).why())
            .contains(
                new Row.Why("hand", "canary-source", Optional.of("canary-unit-3-q5"), List.of()));
      }
    }
  }

  @Test
  void teachers_of_the_team_see_that_a_program_has_brought_her_wish_for_a_test() {
    says("practice/1", new Signal.AtTest(FlexSchool.FRACTIONS));
    for (var audience : ViewsWalkTest.audiences(floor)) {
      boolean teaches =
          audience instanceof OfHelper(var id)
              && floor.school().people().get(id).role() == Role.TEACHER
              && floor.isOfTeam(id, MIRA);
      assertThat(bytes(audience).contains("canary-")).as("%s", audience).isEqualTo(teaches);
      if (teaches) {
        var unlock = views.cut(audience, floor).tables().get("unlocks").get("practice/1");
        var why = ((Row.TeamUnlock) unlock).why().orElseThrow();
        assertThat(why.what()).isEqualTo("test");
        assertThat(why.about()).contains(((Row.TeamUnlock) unlock).title());
      }
    }
  }

  @Test
  void there_is_none_to_show_about_whoever_has_called() {
    says("practice/1", new Signal.Stuck("slow", List.of()));
    var stamp = new Stamp(MIRA, Role.STUDENT, Fixtures.at("10:42"));
    floor = decided(floor, new AskForHelp(new HelpId("own"), MIRA, HelpKind.WORK, ""), stamp);
    assertThat(helpersHere()).allSatisfy(it -> assertThat(guesses(it)).isEmpty());
  }
}
