package dev.carillon.view;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience.OfHelper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a helper reads when a call goes without her: what happened, and who has it now.
final class LostCallsTest {
  private static final HelpId HELP = new HelpId("h1");
  private static final Row.Named NOAH_B = new Row.Named("noah", "Noah B.");

  private final Views views = new Views();
  private Floor floor = Fixtures.floor();
  private View abel = views.cut(new OfHelper(ABEL), floor);

  /// Abel's view is only ever patched.
  private void when(PersonId who, String time, Command command) {
    var events = ((Accepted) floor.decide(command, Fixtures.stamp(who, time))).events();
    for (var event : events) {
      var evolved = floor.evolve(event);
      floor = evolved.floor();
      abel = views.recut(abel, new OfHelper(ABEL), floor, evolved.touched()).view();
    }
    assertThat(abel).isEqualTo(views.cut(new OfHelper(ABEL), floor));
  }

  private Optional<List<Row.LostCall>> lost() {
    return ((Row.HelperMe) abel.tables().get("me").get("me")).lost();
  }

  private void abelClaims() {
    when(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    when(ABEL, "08:11", new ClaimHelp(HELP));
  }

  @Test
  void whoever_had_it_reads_what_happened_and_who_has_it_now() {
    abelClaims();
    assertThat(lost()).isEmpty();
    var toPia = new HandOffHelp(HELP, Command.ANY_VERSION, Optional.of(PIA), Optional.empty());
    when(LENA, "08:12", toPia);
    assertThat(lost()).contains(List.of(handedOff("waiting")));
    when(PIA, "08:12:10", new ClaimHelp(HELP));
    assertThat(lost()).contains(List.of(handedOff("claimed")));
    when(ABEL, "08:12:20", new NoteLost(List.of(HELP)));
    assertThat(lost()).isEmpty();
  }

  private static Row.LostCall handedOff(String state) {
    return new Row.LostCall(
        "h1",
        NOAH_B,
        "T2",
        "handed-off",
        Optional.of("Lena"),
        state,
        Optional.of("Pia"),
        at("08:12").toEpochMilli());
  }

  @Test
  void a_student_who_is_fine_is_named_once_and_nobody_has_it() {
    abelClaims();
    when(NOAH, "08:12", new CancelHelp(HELP));
    assertThat(lost().orElseThrow().getFirst())
        .isEqualTo(
            new Row.LostCall(
                "h1",
                NOAH_B,
                "T2",
                "fine",
                Optional.empty(),
                "resolved",
                Optional.empty(),
                at("08:12").toEpochMilli()));
  }
}
