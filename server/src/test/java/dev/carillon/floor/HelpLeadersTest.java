package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.PinHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.UnclearLine;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpHandedOff;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What leaders do to calls that are not theirs: two of them at once, and one who clears a whole
/// line by mistake.
@ExtendWith(KeptInLogs.class)
final class HelpLeadersTest {
  private static final PersonId INES = new PersonId("ines");
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final HelpId H3 = new HelpId("h3");

  private final Scene day =
      new Scene(Floor.opened(Fixtures.dayOpened(withTwoLeaders(), Fixtures.day())));

  private static School withTwoLeaders() {
    var it = Fixtures.school();
    var people = new LinkedHashMap<PersonId, Person>(it.people());
    people.put(INES, new Staff(INES, "Ines", Role.LEADER, Set.of(), "en"));
    return Changed.from(it).people(people).school();
  }

  private static AskForHelp ask(HelpId help, PersonId student) {
    return new AskForHelp(help, student, HelpKind.WORK, "");
  }

  // --- Two at once
  // ------------------------------------------------------------------------------

  private Scene abelHelps() {
    return day.and(NOAH, "08:10", ask(H1, NOAH))
        .and(ABEL, "08:11", new ClaimHelp(H1))
        .and(ABEL, "08:12", new ArriveAtHelp(H1, 1));
  }

  /// Both say it of the claim they see.
  private static DismissHelp dismiss() {
    return new DismissHelp(H1, 1, HelpReason.MISTAKE);
  }

  private static HandOffHelp handOff() {
    return new HandOffHelp(H1, 1, Optional.of(PIA), Optional.empty());
  }

  @Test
  void what_one_leader_has_dismissed_the_other_hands_to_nobody_b10() {
    abelHelps().and(LENA, "08:13", dismiss());
    assertThat(day.isRefused(INES, "08:13", handOff())).isEqualTo(Refusal.HELP_OVER);
    assertThat(day.help(H1).word()).isEqualTo("dismissed");
    assertThat(day.events(HelpHandedOff.class)).isEmpty();
  }

  @Test
  void what_one_leader_has_handed_on_the_other_does_not_dismiss_b10() {
    abelHelps().and(INES, "08:13", handOff());
    assertThat(day.isRefused(LENA, "08:13", dismiss())).isEqualTo(Refusal.STALE_CLAIM);
    assertThat(day.help(H1).word()).isEqualTo("waiting");
    assertThat(day.help(H1).standing().route().flatMap(HelpRequest.Route::to)).contains(PIA);
    assertThat(day.events(HelpDismissed.class)).isEmpty();
    // Who means the call as it is now may.
    day.and(LENA, "08:14", new DismissHelp(H1, Command.ANY_VERSION, HelpReason.MISTAKE));
  }

  @Test
  void nor_what_somebody_else_has_claimed_since_b10() {
    abelHelps().and(INES, "08:13", handOff()).and(PIA, "08:13:30", new ClaimHelp(H1));
    assertThat(day.isRefused(LENA, "08:14", dismiss())).isEqualTo(Refusal.STALE_CLAIM);
    assertThat(day.isRefused(LENA, "08:14", handOff())).isEqualTo(Refusal.STALE_CLAIM);
    assertThat(day.help(H1).owner()).contains(PIA);
  }

  // --- A line cleared by mistake
  // ----------------------------------------------------------------

  private static ClearLine clear(int count) {
    return new ClearLine(CENTRE_ROOM, count, HelpReason.DRILL);
  }

  private List<String> line() {
    return day.floor().line(List.of(CENTRE_ROOM)).stream()
        .filter(Waiting.class::isInstance)
        .map(request -> request.id().value())
        .toList();
  }

  /// One who came back, one pinned, one plain; and in the studio Mira, whom it does not concern.
  private void threeWait() {
    day.and(JUNE, "08:09", ask(H2, JUNE))
        .and(NOAH, "08:10", ask(H1, NOAH))
        .and(ABEL, "08:10:30", new ClaimHelp(H1))
        .and(ABEL, "08:11", new SayNotHere(H1, 1))
        .and(NOAH, "08:11:30", new SayHere(H1))
        .and(TARIQ, "08:12", ask(H3, TARIQ))
        .and(PIA, "08:12:30", new PinHelp(H3, true))
        .and(MIRA, "08:12:40", ask(new HelpId("m"), MIRA));
    assertThat(line()).containsExactly("h3", "h1", "h2");
  }

  @Test
  void a_line_is_cleared_only_by_who_says_how_many_wait_in_it_b59() {
    threeWait();
    assertThat(day.isRefused(LENA, "08:13", clear(2))).isEqualTo(Refusal.LINE_CHANGED);
    assertThat(day.reasons(LENA, "08:13", clear(2))).isEqualTo(Map.of("count", "3"));
    assertThat(day.isRefused(LENA, "08:13", clear(4))).isEqualTo(Refusal.LINE_CHANGED);
    // One more has left between her look and her tap.
    day.and(JUNE, "08:13:10", new CancelHelp(H2));
    assertThat(day.reasons(LENA, "08:13:10", clear(3))).isEqualTo(Map.of("count", "2"));
    assertThat(line()).containsExactly("h3", "h1");
    assertThat(day.isRefused(PIA, "08:13:20", clear(2))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void everybody_in_it_is_told_and_nobody_else_b59() {
    threeWait();
    day.and(LENA, "08:13", clear(3));
    assertThat(line()).isEmpty();
    for (var student : List.of(NOAH, JUNE, TARIQ)) {
      assertThat(own(student).state()).as("%s", student).isEqualTo("dismissed");
      assertThat(own(student).reason()).as("%s", student).contains("drill");
    }
    assertThat(own(MIRA).state()).isEqualTo("waiting");
  }

  private Row.OwnHelp own(PersonId student) {
    var help = new Views().cut(new OfStudent(student), day.floor()).tables().get("help");
    return (Row.OwnHelp) help.values().iterator().next();
  }

  @Test
  void within_thirty_seconds_it_comes_back_with_every_place_as_it_was_b59() {
    threeWait();
    var before = day.floor().line(List.of(CENTRE_ROOM));
    day.and(LENA, "08:13", clear(3));
    day.and(LENA, "08:13:29.999", new UnclearLine(CENTRE_ROOM));
    assertThat(line()).containsExactly("h3", "h1", "h2");
    assertThat(day.floor().line(List.of(CENTRE_ROOM)))
        .extracting(request -> request.standing().turn())
        .containsExactlyElementsOf(before.stream().map(it -> it.standing().turn()).toList());
    assertThat(own(NOAH).state()).isEqualTo("waiting");
    // The half minute in which nobody was in a line is no part of their waits.
    day.until("08:13:30");
    assertThat(day.help(H2).standing().watch().at(at("08:13:30"))).hasMinutes(4);
  }

  @Test
  void after_thirty_seconds_it_does_not_and_no_other_leader_takes_it_back_b59() {
    threeWait();
    day.and(LENA, "08:13", clear(3));
    assertThat(day.isRefused(INES, "08:13:10", new UnclearLine(CENTRE_ROOM)))
        .isEqualTo(Refusal.HELP_UNDO_OVER);
    assertThat(day.isRefused(LENA, "08:13:30", new UnclearLine(CENTRE_ROOM)))
        .isEqualTo(Refusal.HELP_UNDO_OVER);
  }

  @Test
  void whoever_has_asked_anew_keeps_that_b59() {
    threeWait();
    day.and(LENA, "08:13", clear(3)).and(NOAH, "08:13:10", ask(new HelpId("again"), NOAH));
    day.and(LENA, "08:13:20", new UnclearLine(CENTRE_ROOM));
    assertThat(line()).containsExactly("h3", "h2", "again");
  }
}
