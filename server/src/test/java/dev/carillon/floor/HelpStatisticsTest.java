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

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.HelpFigures.Load;
import dev.carillon.floor.HelpFigures.Spread;
import dev.carillon.floor.HelpStatistics.Count;
import dev.carillon.school.Assignment;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return HelpFigures.of(day.floor(), day.floor().at());
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
    assertThat(figures.reach()).isEqualTo(new HelpFigures.Reach(1, 3, 0));
    assertThat(figures.loads()).containsEntry(ABEL, new Load(3, Duration.ofMinutes(7), 2, 0));
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
  void what_is_urgent_has_alarms_of_its_own() {
    day.and(JUNE, "08:10", new AskForHelp(id(1), JUNE, HelpKind.URGENT, ""))
        .and(NOAH, "08:11", new AskForHelp(id(2), NOAH, HelpKind.WORK, ""))
        .and(NOAH, "08:12", new AskForHelp(id(3), NOAH, HelpKind.URGENT, ""))
        .and(ABEL, "08:12:30", new ClaimHelp(id(2)))
        .until("08:13");
    // Noah has waited for a minute when he says that it is urgent.
    assertThat(figures().counts())
        .containsEntry(Count.URGENT, 2)
        .containsEntry(Count.URGENT_LEADER, 2)
        .containsEntry(Count.URGENT_EVERYBODY, 1)
        .containsEntry(Count.NEIGHBOURS, 0)
        .containsEntry(Count.LEADER, 0);
  }

  @Test
  void counted_again_from_the_log_they_are_the_same_b56() {
    HelpRecount.of(script()).isWhatIsKnown(day.floor(), "eight calls");
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
  void who_is_kept_over_a_bell_while_nobody_is_there_is_kept_no_longer_than_may_be_b57() {
    asked(MIRA, "08:30", 1);
    day.and(ROSA, "08:31", new ClaimHelp(id(1))).and(ROSA, "08:32", new ArriveAtHelp(id(1), 1));
    day.until("08:36").asleepUntil("11:00");
    assertThat(figures().overBell()).as("three times three minutes").isEqualTo(spread(1, 9, 9));
  }

  @Test
  void who_calls_it_off_while_a_helper_is_on_her_way_gave_up_as_well_b58() {
    asked(NOAH, "08:05", 1);
    day.and(ABEL, "08:09", new ClaimHelp(id(1)));
    day.and(NOAH, "08:10", new ResolveHelp(id(1), Command.ANY_VERSION));
    assertThat(figures().gaveUp()).isEqualTo(spread(1, 4, 4));
    assertThat(figures().cutOff()).isEqualTo(spread(0, 0, 0));
  }

  @Test
  void a_helper_is_interrupted_when_another_or_the_bell_ends_what_she_has_begun() {
    // Abel's by the leader, who hands it to Pia; Pia's own hand-off is her own.
    asked(NOAH, "08:05", 1);
    day.and(ABEL, "08:06", new ClaimHelp(id(1)))
        .and(ABEL, "08:07", new ArriveAtHelp(id(1), 1))
        .and(LENA, "08:08", new HandOffHelp(id(1), 1, Optional.of(PIA), Optional.empty()))
        .and(PIA, "08:09", new ClaimHelp(id(1)))
        .and(PIA, "08:10", new HandOffHelp(id(1), 2, Optional.of(ABEL), Optional.empty()))
        .and(ABEL, "08:11", new ClaimHelp(id(1)))
        .and(ABEL, "08:12", new ResolveHelp(id(1), 3));
    // June tries by herself, for Pia; Abel takes her when she comes back.
    asked(JUNE, "08:13", 2);
    day.and(PIA, "08:14", new ClaimHelp(id(2)))
        .and(PIA, "08:15", new ArriveAtHelp(id(2), 1))
        .and(PIA, "08:16", new Command.HoldHelp(id(2), 1, 0, ""))
        .and(JUNE, "08:19", new Command.SayStuck(id(2)))
        .and(ABEL, "08:21", new ClaimHelp(id(2)))
        .and(ABEL, "08:22", new ResolveHelp(id(2), 2));
    // The bell puts back what Rosa was on her way to.
    asked(MIRA, "08:33", 3);
    day.and(ROSA, "08:34", new ClaimHelp(id(3))).until("08:36");
    assertThat(figures().loads())
        .isEqualTo(
            Map.of(
                ABEL, new Load(3, Duration.ofMinutes(1), 1, 1),
                PIA, new Load(2, Duration.ofMinutes(1), 1, 1),
                ROSA, new Load(1, Duration.ZERO, 0, 1)));
  }

  @Test
  void a_lesson_is_asked_about_per_hundred_who_came_to_it_once_its_block_is_over() {
    asked(NOAH, "08:05", 1);
    day.and(NOAH, "08:06", new Command.ReportHere())
        .and(JUNE, "08:06", new Command.ReportHere())
        .and(MIRA, "08:07", new Command.ReportHere());
    day.and(JUNE, "08:08", new AskForHelp(id(2), JUNE, HelpKind.PERSON, ""));
    assertThat(figures().lessons()).as("the block runs").isEmpty();
    day.until("08:36");
    assertThat(figures().lessons())
        .containsExactly(new HelpLessons.Lesson("", "At centre-seats", 1, 2));
    assertThat(figures().lessons().getFirst().perHundred()).as("two are few").isEmpty();
    assertThat(new HelpLessons.Lesson("", "math", 3, 40).perHundred()).contains(8);
  }

  @Test
  void whom_a_program_thinks_stuck_and_who_does_not_ask_is_told_of() {
    day.until("08:05").apply(List.of(guess(NOAH), guess(JUNE)));
    assertThat(figures().guessedOnly()).isEqualTo(2);
    asked(NOAH, "08:06", 1);
    assertThat(figures().guessedOnly()).isEqualTo(1);
  }

  private static Event.HintRaised guess(PersonId student) {
    var hint =
        new Hint(
            new HintId("guess-" + student.value()),
            new SourceId("practice"),
            "Practice Hall",
            student,
            Hint.Rule.STUCK,
            "ratios",
            List.of(),
            Fixtures.block("b1"),
            at("08:05"),
            at("08:15"));
    return new Event.HintRaised(hint, at("08:05"));
  }

  @Test
  void the_week_is_told_from_what_the_days_before_handed_on_and_monday_begins_anew() {
    script();
    day.until("15:05").does(PersonId.SYSTEM, "15:30", new Command.CloseDay());
    var monday = day.events(Event.DayClosed.class).getFirst().carry();
    assertThat(onDate(15, monday).reach()).isEqualTo(new HelpFigures.Reach(1, 3, 0));
    assertThat(onDate(21, monday).reach()).isEqualTo(new HelpFigures.Reach(4, 0, 0));
  }

  private static HelpFigures onDate(int dayOfMonth, Carry carry) {
    var opened = Fixtures.dayOpened();
    var plan = opened.plan();
    var date = plan.date().withDayOfMonth(dayOfMonth);
    var next = new DayPlan(date, plan.zone(), plan.dayType(), plan.why(), plan.schedules());
    var floor =
        Floor.opened(
            new Event.DayOpened(
                opened.school(), next, opened.assignments(), carry, 1, false, opened.at()));
    return HelpFigures.of(floor, floor.at());
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

  /// Mira has a story and then a poem, both in English.
  @Test
  void how_long_help_takes_is_told_by_subject_and_drawn_towards_the_school() {
    var school = FlexSchool.school(Fixtures.school());
    var places =
        List.of(
            of(Fixtures.assignment(MIRA, "b1", Fixtures.CLAY), FlexSchool.STORY),
            of(Fixtures.assignment(MIRA, "b2", Fixtures.LOOM), FlexSchool.POEM));
    var english =
        new Scene(
            Floor.opened(
                new Event.DayOpened(
                    school, Fixtures.day(), places, Carry.NOTHING, 1, false, at("07:30"))));
    helpedFor(english, NOAH, 1, "08:05", "08:07");
    helpedFor(english, JUNE, 2, "08:08", "08:10");
    helpedFor(english, MIRA, 3, "08:11", "08:23");
    english.and(MIRA, "08:41", new AskForHelp(id(4), MIRA, HelpKind.WORK, ""));
    assertThat(english.help(id(4)).asked().item()).isEqualTo(FlexSchool.POEM);
    var estimate = new HelpEstimate(english.floor(), at("08:42"));
    // Once twelve minutes, and five times the two of the school.
    assertThat(estimate.takes(english.help(id(4)))).isEqualTo(Duration.ofSeconds(220));
    english.and(JUNE, "08:42", new AskForHelp(id(5), JUNE, HelpKind.WORK, ""));
    assertThat(new HelpEstimate(english.floor(), at("08:42")).takes(english.help(id(5))))
        .isEqualTo(Duration.ofMinutes(2));
  }

  private static void helpedFor(Scene day, PersonId student, int number, String from, String to) {
    var help = id(number);
    day.and(student, from, new AskForHelp(help, student, HelpKind.WORK, ""))
        .and(ABEL, from, new ClaimHelp(help))
        .and(ABEL, from, new ArriveAtHelp(help, 1))
        .and(ABEL, to, new ResolveHelp(help, 1));
  }

  private static Assignment of(Assignment place, String item) {
    return new Assignment(
        place.student(),
        place.block(),
        place.station(),
        place.seat(),
        place.activity(),
        item,
        place.source(),
        false);
  }
}
