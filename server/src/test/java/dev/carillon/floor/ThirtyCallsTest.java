package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.HelpBells.Bell;
import dev.carillon.floor.HelpFigures.Load;
import dev.carillon.floor.HelpFigures.Reach;
import dev.carillon.floor.HelpFigures.Spread;
import dev.carillon.floor.HelpStatistics.Count;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A day of thirty calls, written down request by request, and what it comes to, counted by hand.
@ExtendWith(KeptInLogs.class)
final class ThirtyCallsTest {
  private final Scene day = Scene.opened();
  private final List<Act> acts = new ArrayList<>();

  private record Act(String at, PersonId who, Command command) {}

  private void at(String time, PersonId who, Command command) {
    acts.add(new Act(time, who, command));
  }

  private static HelpId id(int number) {
    return new HelpId("h" + number);
  }

  private void asks(int number, PersonId student, String time, HelpKind kind) {
    at(time, student, new AskForHelp(id(number), student, kind, ""));
  }

  private void talks(int number, PersonId student, String time) {
    asks(number, student, time, HelpKind.PERSON);
  }

  private void helped(
      int number,
      PersonId student,
      String asked,
      PersonId helper,
      String claimed,
      String there,
      String done) {
    talks(number, student, asked);
    helped(number, 1, helper, claimed, there);
    at(done, helper, new ResolveHelp(id(number), 1));
  }

  private void helped(int number, long epoch, PersonId helper, String claimed, String there) {
    at(claimed, helper, new ClaimHelp(id(number)));
    at(there, helper, new ArriveAtHelp(id(number), epoch));
  }

  private void cancelled(int number, PersonId student, String asked, String cancelled) {
    talks(number, student, asked);
    at(cancelled, student, new CancelHelp(id(number)));
  }

  private void notFound(int number, PersonId student, String asked, String claimed, String gone) {
    talks(number, student, asked);
    at(claimed, PIA, new ClaimHelp(id(number)));
    at(gone, PIA, new SayNotHere(id(number), 1));
  }

  /// Behind each: minutes to the claim, to the helper's arrival, and of help.
  private void helpedAlone() {
    helped(1, NOAH, "08:05", ABEL, "08:06", "08:07", "08:10"); // 1 2 3
    helped(2, JUNE, "08:05", PIA, "08:07", "08:08", "08:12"); // 2 3 4
    helped(3, TARIQ, "08:08", ABEL, "08:11", "08:12", "08:14"); // 3 4 2
    helped(4, NOAH, "08:22", PIA, "08:24", "08:25", "08:30"); // 2 3 5
    helped(5, JUNE, "08:24", ABEL, "08:27", "08:28", "08:30"); // 3 4 2
    helped(6, TARIQ, "08:40", ABEL, "08:41", "08:42", "08:48"); // 1 2 6
    helped(7, JUNE, "08:41", PIA, "08:43", "08:44", "08:47"); // 2 3 3
    helped(8, MIRA, "08:42", PIA, "08:47", "08:48", "08:51"); // 5 6 3, late after four
    helped(9, TARIQ, "09:00", ABEL, "09:02", "09:03", "09:07"); // 2 3 4
    helped(10, JUNE, "09:00", PIA, "09:03", "09:04", "09:06"); // 3 4 2
    helped(11, MIRA, "09:15", ABEL, "09:16", "09:17", "09:20"); // 1 2 3
    helped(12, NOAH, "09:15", PIA, "09:17", "09:18", "09:25"); // 2 3 7
    // Tariq is at the loom until 10:20 and is kept over the bell.
    helped(17, TARIQ, "10:14", ROSA, "10:15", "10:16", "10:22"); // 1 2 6
  }

  private void helpedOtherwise() {
    // Two together; Noah asks five minutes after the last help: 3 4 4 and 2 3 4.
    asks(13, NOAH, "09:30", HelpKind.WORK);
    asks(14, JUNE, "09:31", HelpKind.WORK);
    at("09:33", ABEL, new ClaimGroup(List.of(id(13), id(14))));
    at("09:34", ABEL, new ArriveAtHelp(id(13), 1));
    at("09:38", ABEL, new ResolveAll(id(13), 1));
    // Pia's first claim lapses at 09:33: 4 5 2.
    talks(15, TARIQ, "09:30");
    at("09:31", PIA, new ClaimHelp(id(15)));
    helped(15, 2, PIA, "09:34", "09:35");
    at("09:37", PIA, new ResolveHelp(id(15), 2));
    // Pia gives it back: 3 4 1.
    talks(16, MIRA, "09:39");
    at("09:40", PIA, new ClaimHelp(id(16)));
    at("09:41", PIA, new ReleaseHelp(id(16), 1));
    helped(16, 2, ABEL, "09:42", "09:43");
    at("09:44", ABEL, new ResolveHelp(id(16), 2));
    // Noah tries by himself for four minutes, which are no help: 1 2 3.
    talks(18, NOAH, "10:00");
    helped(18, 1, ABEL, "10:01", "10:02");
    at("10:05", ABEL, new HoldHelp(id(18), 1, 0, ""));
    at("10:09", NOAH, new ResolveHelp(id(18), Command.ANY_VERSION));
    // Pia helps for four minutes and Abel for two: 1 2 6.
    talks(19, JUNE, "10:00");
    helped(19, 1, PIA, "10:01", "10:02");
    at("10:06", PIA, new HandOffHelp(id(19), 1, Optional.of(ABEL), Optional.empty()));
    helped(19, 2, ABEL, "10:07", "10:08");
    at("10:10", ABEL, new ResolveHelp(id(19), 2));
  }

  /// Behind each: minutes of waiting.
  private void notHelped() {
    cancelled(20, NOAH, "10:30", "10:32"); // 2
    cancelled(21, JUNE, "10:30", "10:33"); // 3
    cancelled(22, TARIQ, "10:32", "10:33"); // 1
    cancelled(23, MIRA, "10:35", "10:38"); // 3
    // After four minutes late, after six next door's, after nine (60 % of what is left) the
    // leader's.
    cancelled(24, NOAH, "10:40", "10:50"); // 10
    talks(25, JUNE, "10:40"); // 2
    at("10:42", ABEL, new DismissHelp(id(25), Command.ANY_VERSION, HelpReason.DUPLICATE));
    notFound(26, TARIQ, "11:00", "11:01", "11:02"); // 1
    notFound(27, NOAH, "11:00", "11:02", "11:03"); // 2
    // Work that is not done at the next place; the day ends without it. Both are the leader's after
    // 60 % of the two minutes to the bell, and so is the talk at the end of the day.
    asks(28, MIRA, "08:33", HelpKind.WORK); // 2
    asks(29, NOAH, "09:08", HelpKind.WORK); // 2
    // A talk waits for tomorrow.
    talks(30, JUNE, "14:56");
  }

  private HelpFigures figures() {
    helpedAlone();
    helpedOtherwise();
    notHelped();
    acts.sort(Comparator.comparing(Act::at));
    acts.forEach(act -> day.and(act.who(), act.at(), act.command()));
    day.until("15:05");
    return HelpFigures.of(day.floor(), day.floor().at());
  }

  private static Spread spread(int size, int p50, int p90) {
    return new Spread(size, Duration.ofMinutes(p50), Duration.ofMinutes(p90));
  }

  @Test
  void thirty_calls_give_the_figures_counted_by_hand_b55() {
    var figures = figures();
    assertThat(figures.asked()).isEqualTo(30);
    assertThat(figures.helped()).isEqualTo(19);
    // 1 six times, 2 six times, 3 five times, 4, 5: the tenth and the eighteenth of them.
    assertThat(figures.toClaim()).isEqualTo(spread(19, 2, 4));
    // 2 six times, 3 six times, 4 five times, 5, 6.
    assertThat(figures.toArrival()).isEqualTo(spread(19, 3, 5));
    // 1, 2 four times, 3 five times, 4 four times, 5, 6 three times, 7.
    assertThat(figures.helpTime()).isEqualTo(spread(19, 3, 6));
    // 1 five times, 2 nine times, 3 four times, 5: what was taken and given back waited twice.
    assertThat(figures.unheld()).isEqualTo(spread(19, 2, 3));
    assertThat(figures.onHold()).isEqualTo(spread(1, 4, 4));
    // 1, 2, 3, 3, 10.
    assertThat(figures.gaveUp()).isEqualTo(spread(5, 3, 10));
    // 1, 2, 2, 2, 2.
    assertThat(figures.cutOff()).isEqualTo(spread(5, 2, 2));
    assertThat(figures.servedPercent()).as("19 of 29").contains(65);
  }

  @Test
  void thirty_calls_give_the_counts_counted_by_hand_b55() {
    var figures = figures();
    assertThat(figures.counts())
        .isEqualTo(
            Map.ofEntries(
                Map.entry(Count.CLAIMED, 24),
                Map.entry(Count.LAPSED, 1),
                Map.entry(Count.NO_SHOW, 2),
                Map.entry(Count.OUT_OF_ORDER, 0),
                Map.entry(Count.BOUNCED, 1),
                Map.entry(Count.HANDED_OFF, 1),
                Map.entry(Count.TAKEN_OVER, 0),
                Map.entry(Count.CARRIED_OVER, 3),
                Map.entry(Count.HELD, 1),
                Map.entry(Count.LATE, 2),
                Map.entry(Count.NEIGHBOURS, 1),
                Map.entry(Count.LEADER, 4),
                Map.entry(Count.URGENT, 0),
                Map.entry(Count.URGENT_LEADER, 0),
                Map.entry(Count.URGENT_EVERYBODY, 0)));
    // Abel: 3 2 2 6 4 3 alone, 4 with two at once, 1, 3, and 2 that Pia handed on. Pia: 4 5 3 3 2 7
    // alone, 2 after her claim had lapsed, 4 before she handed on; four claims came to nothing.
    assertThat(figures.loads())
        .isEqualTo(
            Map.of(
                ABEL, new Load(11, Duration.ofMinutes(30), 4, 0),
                PIA, new Load(12, Duration.ofMinutes(30), 4, 0),
                ROSA, new Load(1, Duration.ofMinutes(6), 1, 0)));
    assertThat(figures.reach()).as("all four, three times or more").isEqualTo(new Reach(0, 0, 4));
    assertThat(figures.bySubject())
        .isEqualTo(Map.of("At centre-seats", 27, "At clay", 2, "At loom", 1));
  }

  @Test
  void thirty_calls_give_what_each_bell_did_counted_by_hand_b55() {
    var figures = figures();
    assertThat(figures.bells())
        .extracting(bell -> bell.block().map(BlockId::value).orElse("end"))
        .containsExactly(
            "main/b2",
            "main/b3",
            "main/b4",
            "main/b5",
            "main/b6",
            "main/lunch",
            "main/b7",
            "main/b8",
            "main/b9",
            "main/b10",
            "main/b11",
            "end");
    assertThat(figures.bells())
        .filteredOn(bell -> bell.carried() + bell.parked() + bell.ended() > 0)
        .extracting(Bell::block, Bell::carried, Bell::parked, Bell::ended, Bell::kept)
        .containsExactly(
            tuple(Optional.of(block("b2")), 0, 1, 0, 0), // 28, Mira's
            tuple(Optional.of(block("b3")), 0, 1, 0, 0), // 29, Noah's
            tuple(Optional.of(block("b5")), 1, 0, 0, 1), // 17, Tariq's
            tuple(Optional.empty(), 0, 1, 2, 0)); // 30 waits; 28 and 29 are on no list
    assertThat(figures.overBell()).as("Tariq, 10:20 to 10:22").isEqualTo(spread(1, 2, 2));
  }

  @Test
  void thirty_calls_counted_again_from_the_log_are_the_same_b56() {
    figures();
    HelpRecount.of(day).isWhatIsKnown(day.floor(), "thirty calls");
    assertThat(day.start().help().figures()).isEqualTo(HelpStatistics.NONE);
  }
}
