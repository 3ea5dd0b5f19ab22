package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
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
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.HelpFigures.Load;
import dev.carillon.floor.HelpFigures.Spread;
import dev.carillon.floor.HelpStatistics.Count;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a day's events say of its calls for help.
final class HelpStatisticsTest {
  private final Scene day = Scene.opened();

  private static HelpId id(int number) {
    return new HelpId("h" + number);
  }

  private void asked(PersonId student, String time, int number) {
    day.and(student, time, new AskForHelp(id(number), student, HelpKind.WORK, ""));
  }

  private void helped(PersonId helper, int number, String claim, String there, String done) {
    day.and(helper, claim, new ClaimHelp(id(number)))
        .and(helper, there, new ArriveAtHelp(id(number), 1))
        .and(helper, done, new ResolveHelp(id(number), 1));
  }

  /// Eight requests by hand: two helped alone, two together, one kept over the bell, one given up,
  /// one not found, one parked.
  private Scene script() {
    asked(NOAH, "08:05", 1);
    helped(ABEL, 1, "08:06", "08:07", "08:10");
    asked(JUNE, "08:06", 2);
    helped(PIA, 2, "08:08", "08:09", "08:11");
    asked(NOAH, "08:24", 3);
    asked(JUNE, "08:25", 4);
    day.and(ABEL, "08:26", new ClaimGroup(List.of(id(3), id(4))))
        .and(ABEL, "08:27", new ArriveAtHelp(id(3), 1))
        .and(ABEL, "08:31", new ResolveAll(id(3), 1));
    asked(TARIQ, "08:10", 5);
    day.and(TARIQ, "08:13", new CancelHelp(id(5)));
    asked(TARIQ, "08:14", 6);
    day.and(PIA, "08:15", new ClaimHelp(id(6))).and(PIA, "08:16", new SayNotHere(id(6), 1));
    day.until("08:22");
    asked(MIRA, "08:28", 7);
    day.and(ROSA, "08:30", new ClaimHelp(id(7))).and(ROSA, "08:31", new ArriveAtHelp(id(7), 1));
    day.and(ROSA, "08:37", new ResolveHelp(id(7), 1));
    asked(NOAH, "08:45", 8);
    return day.until("09:11");
  }

  private HelpFigures figures() {
    return HelpFigures.of(day.floor().help().figures(), day.floor().at());
  }

  private static Spread spread(int size, int p50, int p90) {
    return new Spread(size, Duration.ofMinutes(p50), Duration.ofMinutes(p90));
  }

  @Test
  void a_known_script_gives_the_figures_counted_by_hand_b55() {
    script();
    var figures = figures();
    assertThat(figures.asked()).isEqualTo(8);
    assertThat(figures.helped()).isEqualTo(5);
    assertThat(figures.toClaim()).isEqualTo(spread(5, 2, 2));
    assertThat(figures.toArrival()).isEqualTo(spread(5, 3, 3));
    assertThat(figures.helpTime()).isEqualTo(spread(5, 4, 6));
    assertThat(figures.reach()).isEqualTo(new HelpFigures.Reach(3, 0));
    assertThat(figures.loads()).containsEntry(ABEL, new Load(3, Duration.ofMinutes(11), 2));
    assertThat(figures.counts())
        .containsEntry(Count.CLAIMED, 6)
        .containsEntry(Count.NO_SHOW, 1)
        .containsEntry(Count.HELD, 1)
        .containsEntry(Count.CARRIED_OVER, 1)
        .containsEntry(Count.LAPSED, 0);
  }

  @Test
  void who_gave_up_and_who_was_cut_off_is_told_beside_those_who_were_helped_b58() {
    script();
    assertThat(figures().gaveUp()).isEqualTo(spread(1, 3, 3));
    assertThat(figures().cutOff()).isEqualTo(spread(1, 1, 1));
    assertThat(figures().servedPercent()).contains(71);
  }

  @Test
  void added_up_again_from_the_log_they_are_the_same_b56() {
    script();
    var floor = day.start();
    var again = floor.help().figures();
    for (var event : day.events()) {
      var next = floor.evolve(event).floor();
      again = event instanceof HelpEvent help ? again.after(floor, help, next.help()) : again;
      floor = next;
    }
    assertThat(again).isEqualTo(day.floor().help().figures());
  }

  @Test
  void what_nobody_has_seen_is_not_counted_as_help_b57() {
    asked(NOAH, "08:05", 1);
    day.and(ABEL, "08:06", new ClaimHelp(id(1)))
        .and(ABEL, "08:07", new ArriveAtHelp(id(1), 1))
        .and(ABEL, "08:09", new Command.RenewHelp(id(1), 1))
        .and(PersonId.SYSTEM, "08:10", new NotePresence(ABEL, false, at("08:10")))
        .until("08:20");
    assertThat(day.events(Event.HelperSilent.class)).hasSize(1);
    day.and(ABEL, "11:00", new ResolveHelp(id(1), 1));
    assertThat(figures().helpTime().p50()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void an_estimate_is_a_range_and_never_given_without_helpers_or_samples() {
    var floor = day.until("08:05").floor();
    assertThat(new HelpEstimate(floor, at("08:05")).of(id(9))).isEmpty();
    script();
    asked(JUNE, "09:15", 9);
    var range = new HelpEstimate(day.floor(), at("09:15")).of(id(9)).orElseThrow();
    assertThat(range.fromMin()).isPositive();
    assertThat(range.toMin()).isGreaterThan(range.fromMin());
    day.and(ABEL, "09:16", new Command.EndDuty()).and(PIA, "09:16", new Command.EndDuty());
    assertThat(new HelpEstimate(day.floor(), at("09:16")).of(id(9))).isEmpty();
  }
}
