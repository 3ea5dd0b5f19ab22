package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpReason;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.CommandKind;
import dev.carillon.wire.ServerFrame.CurrentRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A refusal brings the row it is about, as the asker may see it.
final class RefusalsTest {
  private static final HelpId HELP = new HelpId("h1");
  private static final Command TAKE_OVER = new TakeOverHelp(HELP, HelpReason.OFFLINE);

  private Floor floor = Fixtures.floor();

  private void does(PersonId who, String time, Command command) {
    for (var due = floor.nextDue();
        due.isPresent() && !due.get().dueAt().isAfter(at(time));
        due = floor.nextDue()) {
      does(PersonId.SYSTEM, due.get(), due.get().dueAt());
    }
    does(who, command, at(time));
  }

  private void does(PersonId who, Command command, Instant now) {
    var said = stamp(who, "08:00");
    var decision = floor.decide(command, new Stamp(who, said.role(), now));
    for (var event : ((Accepted) decision).events()) {
      floor = floor.evolve(event).floor();
    }
  }

  private Optional<CurrentRow> row(Audience audience, CommandKind kind, Command command) {
    var window = new Window(audience, new Views().cut(audience, floor), Cursor.START);
    var ask = new Ask("c1", Fixtures.DATE, kind, command, "", false);
    return Refusals.frame(ask, Refusal.HELP_ELSEWHERE, Map.of(), window).row();
  }

  private Optional<String> table(Audience audience, Command command) {
    return row(audience, CommandKind.HELP_TAKE_OVER, command).map(CurrentRow::table);
  }

  @Test
  void a_leader_is_shown_the_call_as_it_stands_in_her_line() {
    does(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    var row = row(new OfLeaders(), CommandKind.HELP_TAKE_OVER, TAKE_OVER).orElseThrow();
    assertThat(row.table()).isEqualTo("line");
    assertThat(((Row.LineCall) row.row()).state()).isEqualTo("waiting");
  }

  @Test
  void helpers_and_the_student_are_shown_it_as_it_stands_in_theirs() {
    does(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    assertThat(table(new OfHelper(ABEL), TAKE_OVER)).contains("help");
    assertThat(table(new OfStudent(NOAH), TAKE_OVER)).contains("help");
  }

  @Test
  void whoever_clears_a_line_is_shown_how_many_wait_in_that_room() {
    does(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    var clear = new ClearLine(CENTRE_ROOM, 2, HelpReason.MISTAKE);
    var row = row(new OfLeaders(), CommandKind.HELP_CLEAR, clear).orElseThrow();
    assertThat(((Row.RoomHelp) row.row()).waiting()).isEqualTo(1);
  }

  @Test
  void what_is_over_has_no_row_for_leaders_any_more() {
    does(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    does(ABEL, "08:11", new DismissHelp(HELP, Command.ANY_VERSION, HelpReason.ANSWERED));
    assertThat(table(new OfLeaders(), TAKE_OVER)).isEmpty();
  }
}
