package dev.carillon.school;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.CycleRule.Advance;
import dev.carillon.school.CycleRule.CycleDay;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Resolution.Lost;
import dev.carillon.school.Resolution.Rule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which day type a date runs: closures, cycles, seasons, make-up days and somebody's decision.
class CalendarTest {
  private static final Set<DayOfWeek> SCHOOL_WEEK =
      Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
  private static final LocalDate FIRST = LocalDate.parse("2026-08-10");
  private static final Runs CLOSED = new Runs.Type(DayType.NO_SCHOOL.id());

  @Test
  void a_closure_on_a_b_day_postpones_b_or_loses_it_d31() {
    var closure = SpecialDays.on(FIRST.plusDays(1), "Heat", CLOSED);

    var shift = calendar(List.of(aAndB(Advance.SHIFT)), closure);
    assertThat(types(shift, FIRST, 4)).containsExactly("a", "no-school", "b", "a");

    var pinned = calendar(List.of(aAndB(Advance.PINNED)), closure);
    assertThat(types(pinned, FIRST, 4)).containsExactly("a", "no-school", "a", "b");
  }

  @Test
  void a_weekend_does_not_move_the_cycle_on() {
    var calendar = calendar(List.of(aAndB(Advance.SHIFT)));

    assertThat(types(calendar, FIRST.plusDays(4), 4))
        .containsExactly("a", "no-school", "no-school", "b");
  }

  @Test
  void the_narrowest_exception_wins_a_decision_beats_it_and_clearing_restores_it_d32() {
    var breakWeek = new SpecialDays(FIRST, FIRST.plusDays(6), "Fall break", CLOSED);
    var testDay = SpecialDays.on(FIRST.plusDays(2), "State test", runs("exam"));
    var calendar = calendar(List.of(aAndB(Advance.SHIFT)), breakWeek, testDay);
    var date = FIRST.plusDays(2);

    assertThat(calendar.resolve(date).dayType().id().value()).isEqualTo("exam");
    assertThat(calendar.resolve(date).why()).isEqualTo("State test (2026-08-12)");

    var decided = calendar.with(new ManualDay(date, "water main", runs("early")));
    assertThat(decided.resolve(date).rule()).isEqualTo(Rule.MANUAL);
    assertThat(decided.resolve(date).dayType().id().value()).isEqualTo("early");
    assertThat(decided.withoutManual(date)).isEqualTo(calendar);
  }

  @Test
  void a_day_that_is_called_off_keeps_its_turn_and_hands_its_day_of_the_cycle_on_d31() {
    var called = calendar(List.of(aAndB(Advance.SHIFT)));
    var snow = new ManualDay(FIRST.plusDays(1), "snow", CLOSED);
    var off = called.with(snow);
    var tuesday = snow.date();
    var zone = ZoneId.of("America/Phoenix");

    assertThat(types(off, FIRST, 4)).containsExactly("a", "no-school", "b", "a");
    assertThat(off.isCalledOff(tuesday)).isTrue();
    assertThat(off.nextServiceDay(tuesday)).contains(tuesday);
    assertThat(off.nextSchoolDay(tuesday)).contains(tuesday.plusDays(1));
    assertThat(off.endOf(tuesday, zone)).isEqualTo(called.dayPlan(tuesday, zone).end()).isPresent();
    assertThat(off.withoutManual(tuesday)).isEqualTo(called);

    var saturday = new ManualDay(FIRST.plusDays(5), "", CLOSED);
    assertThat(called.with(saturday).isCalledOff(saturday.date())).isFalse();
  }

  @Test
  void only_a_cycle_that_closures_postpone_counts_what_was_decided_for_a_day_that_is_over_d31() {
    var shifts = calendar(List.of(aAndB(Advance.SHIFT)));
    var pinned = calendar(List.of(aAndB(Advance.PINNED)));
    var snow = new ManualDay(FIRST, "snow", CLOSED);
    assertThat(shifts.counts(snow)).isTrue();
    assertThat(pinned.counts(snow)).isFalse();
    assertThat(shifts.counts(new ManualDay(FIRST, "fog", runs("early")))).isFalse();
    assertThat(shifts.counts(new ManualDay(FIRST, "", runs("gone")))).isFalse();
  }

  @Test
  void a_second_decision_for_a_date_replaces_the_first() {
    var calendar =
        calendar(List.of())
            .with(new ManualDay(FIRST, "fog", runs("early")))
            .with(new ManualDay(FIRST, "sun again", runs("a")));

    assertThat(calendar.manual()).hasSize(1);
    assertThat(calendar.resolve(FIRST).why()).isEqualTo("set by hand: sun again");
  }

  @Test
  void a_delayed_opening_on_an_early_release_day_is_never_composed_d33() {
    var early = SpecialDays.on(FIRST, "Early release", runs("early"));
    var delayed = SpecialDays.on(FIRST, "Fog", runs("delayed"));
    var whole = new SpecialDays(FIRST, FIRST.plusDays(4), "Exam week", runs("exam"));

    var open = calendar(List.of(), whole, early, delayed);
    assertThat(open.question(FIRST)).contains(new Question(FIRST, List.of(early, delayed)));
    assertThat(open.questions()).extracting(Question::date).containsExactly(FIRST);
    assertThat(calendar(List.of(), whole, early).questions()).isEmpty();
  }

  @Test
  void each_answer_to_a_question_settles_it_d33() {
    var early = SpecialDays.on(FIRST, "Early release", runs("early"));
    var delayed = SpecialDays.on(FIRST, "Fog", runs("delayed"));
    var open = calendar(List.of(), early, delayed);

    var answers = open.question(FIRST).orElseThrow().answers();
    assertThat(answers).extracting(ManualDay::runs).containsExactly(runs("early"), runs("delayed"));
    for (var answer : answers) {
      assertThat(open.with(answer).questions()).isEmpty();
      assertThat(open.with(answer).resolve(FIRST).rule()).isEqualTo(Rule.MANUAL);
    }
  }

  @Test
  void ranges_that_only_touch_ask_for_the_dates_they_share_d33() {
    var tests = new SpecialDays(FIRST, FIRST.plusDays(2), "Tests", runs("exam"));
    var visits = new SpecialDays(FIRST.plusDays(1), FIRST.plusDays(3), "Visits", runs("early"));
    var trip = SpecialDays.on(FIRST.plusDays(2), "Trip", runs("a"));

    assertThat(calendar(List.of(), tests, visits).questions())
        .extracting(Question::date)
        .containsExactly(FIRST.plusDays(1), FIRST.plusDays(2));
    assertThat(calendar(List.of(), tests, visits, trip).questions())
        .extracting(Question::date)
        .containsExactly(FIRST.plusDays(1));
  }

  @Test
  void the_rules_that_lost_say_why_in_the_order_of_their_right_d32() {
    var week = new SpecialDays(FIRST, FIRST.plusDays(4), "Exam week", runs("exam"));
    var first = SpecialDays.on(FIRST, "Welcome", runs("early"));
    var again = SpecialDays.on(FIRST, "Welcome again", runs("early"));
    var calendar =
        calendar(List.of(aAndB(Advance.SHIFT), days(3, Advance.PINNED)), week, first, again);

    assertThat(calendar.lost(FIRST))
        .extracting(lost -> lost.why() + "; " + lost.because())
        .containsExactly(
            "Welcome (2026-08-10); another one as narrow is named after it",
            "Exam week (2026-08-10 to 2026-08-14); a narrower exception comes first",
            "cycle A/B: A; a dated exception comes first",
            "cycle Days: Day 1; a dated exception comes first");
    var decided = calendar.with(new ManualDay(FIRST, "fog", runs("delayed")));
    assertThat(decided.lost(FIRST)).hasSize(5);
    assertThat(decided.lost(FIRST))
        .extracting(Lost::because)
        .containsOnly("a decision for the date comes first");
    assertThat(calendar(List.of()).lost(FIRST)).isEmpty();
  }

  @Test
  void a_make_up_saturday_runs_the_day_it_names_d34() {
    var saturday = FIRST.plusDays(5);
    var makeUp =
        SpecialDays.on(saturday, "Make-up", new Runs.DayOfCycle("Two weeks", "Friday, week 2"));
    var calendar = calendar(List.of(twoWeeks()), makeUp);

    var resolution = calendar.resolve(saturday);
    assertThat(resolution.dayType().id().value()).isEqualTo("exam");
    assertThat(resolution.cycleDay()).isEqualTo("Friday, week 2");
    assertThat(resolution.why()).isEqualTo("Make-up (2026-08-15), runs Friday, week 2");
    assertThat(types(calendar, saturday.plusDays(2), 1)).containsExactly("b");
  }

  @Test
  void days_swapped_and_then_made_up_elsewhere_do_not_run_in_a_circle_d34() {
    var monday = SpecialDays.on(FIRST, "Swap", new Runs.DayOfCycle("A/B", "B"));
    var tuesday = SpecialDays.on(FIRST.plusDays(1), "Swap", new Runs.DayOfCycle("A/B", "A"));
    var calendar = calendar(List.of(aAndB(Advance.SHIFT)), monday, tuesday);
    assertThat(types(calendar, FIRST, 3)).containsExactly("b", "a", "a");

    var moved = calendar.with(new ManualDay(FIRST, "moved", new Runs.DayOfCycle("A/B", "A")));
    assertThat(types(moved, FIRST, 3)).containsExactly("a", "a", "a");
  }

  @Test
  void a_date_without_any_rule_has_no_school_and_says_so() {
    var resolution = calendar(List.of()).resolve(LocalDate.parse("2026-08-16"));

    assertThat(resolution.dayType()).isEqualTo(DayType.NO_SCHOOL);
    assertThat(resolution.why()).isEqualTo("nothing is planned on a Sunday");
  }

  @Test
  void the_next_school_day_is_past_the_break() {
    var recess = new SpecialDays(FIRST, FIRST.plusDays(13), "Recess", CLOSED);
    var calendar = calendar(List.of(aAndB(Advance.SHIFT)), recess);

    assertThat(calendar.nextSchoolDay(FIRST)).contains(FIRST.plusDays(14));
    assertThat(new Calendar().nextSchoolDay(FIRST)).isEmpty();
  }

  @Test
  void an_evening_stays_yesterdays_until_its_last_bell_d9() {
    var zone = ZoneId.of("America/Phoenix");
    var calendar = calendar(List.of()).with(new ManualDay(FIRST, "concert", runs("evening")));

    assertThat(calendar.serviceDate(Instant.parse("2026-08-11T07:44:59Z"), zone)).isEqualTo(FIRST);
    assertThat(calendar.serviceDate(Instant.parse("2026-08-11T07:45:00Z"), zone))
        .isEqualTo(FIRST.plusDays(1));
  }

  /// Goal: cycles of 3 and 9 days stay right over a year with closures, under both policies.
  /// Method: 400 dates against a table written by counting forwards, one date after another.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 9})
  void a_cycle_of_days_agrees_with_a_table_of_400_dates_d36(int length) {
    var closures = closures();
    for (var advance : Advance.values()) {
      var calendar = calendar(List.of(days(length, advance)), closures);
      var table = new HashMap<LocalDate, String>();
      int next = 0;
      for (var date : (Iterable<LocalDate>) FIRST.datesUntil(FIRST.plusDays(400))::iterator) {
        boolean weekend = date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
        boolean closed = Stream.of(closures).anyMatch(closure -> closure.contains(date));
        table.put(date, weekend || closed ? "no-school" : "d" + next);
        if (!weekend && (!closed || advance == Advance.PINNED)) {
          next = (next + 1) % length;
        }
      }
      assertAgrees(calendar, table);
    }
  }

  /// Goal: cycles of 3 and 9 weeks stay right over a year with closures, under both policies.
  /// Method: 400 dates against a table written by counting forwards, one week after another.
  @ParameterizedTest
  @EnumSource(Advance.class)
  void a_cycle_of_weeks_agrees_with_a_table_of_400_dates_d36(Advance advance) {
    var closures = closures();
    for (int length : List.of(3, 9)) {
      var weeks =
          IntStream.range(0, length).mapToObj(week -> week("d" + week, SCHOOL_WEEK)).toList();
      var calendar =
          calendar(List.of(new CycleRule.Weeks("Weeks", FIRST, weeks, advance)), closures);
      var table = new HashMap<LocalDate, String>();
      int next = 0;
      for (var monday = FIRST; monday.isBefore(FIRST.plusDays(400)); monday = monday.plusWeeks(1)) {
        boolean school = false;
        for (int day = 0; day < 7; day++) {
          var date = monday.plusDays(day);
          boolean closed = Stream.of(closures).anyMatch(closure -> closure.contains(date));
          table.put(date, day > 4 || closed ? "no-school" : "d" + next);
          school |= day <= 4 && !closed;
        }
        next = school || advance == Advance.PINNED ? (next + 1) % length : next;
      }
      assertAgrees(calendar, table);
    }
  }

  /// Goal: odd and even months and a season over New Year resolve for a year. Method: 400 dates
  /// against the sentence that describes the rule.
  @Test
  void months_and_seasons_agree_with_their_sentences_for_400_dates_d36() {
    var winter =
        new CycleRule.Season(
            "Winter", MonthDay.of(11, 15), MonthDay.of(2, 29), week("early", Set.of(FRIDAY)));
    var parity = new CycleRule.Months("Parity", week("a", SCHOOL_WEEK), week("b", SCHOOL_WEEK));
    var calendar = calendar(List.of(winter, parity));
    var table = new HashMap<LocalDate, String>();
    for (var date : (Iterable<LocalDate>) FIRST.datesUntil(FIRST.plusDays(400))::iterator) {
      var md = MonthDay.from(date);
      boolean isWinter = md.compareTo(MonthDay.of(11, 15)) >= 0 || date.getMonthValue() <= 2;
      boolean weekend = date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
      var byMonth = date.getMonthValue() % 2 == 1 ? "a" : "b";
      var open = isWinter && date.getDayOfWeek() == FRIDAY ? "early" : byMonth;
      table.put(date, weekend ? "no-school" : open);
    }
    assertAgrees(calendar, table);
  }

  private static void assertAgrees(Calendar calendar, Map<LocalDate, String> table) {
    table.forEach(
        (date, expected) ->
            assertThat(calendar.resolve(date).dayType().id().value())
                .as("%s %s", date, date.getDayOfWeek())
                .isEqualTo(expected));
  }

  private static SpecialDays[] closures() {
    return new SpecialDays[] {
      SpecialDays.on(LocalDate.parse("2026-09-07"), "Labor Day", CLOSED),
      new SpecialDays(
          LocalDate.parse("2026-10-05"), LocalDate.parse("2026-10-09"), "Fall break", CLOSED),
      new SpecialDays(
          LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-29"), "Thanksgiving", CLOSED),
      new SpecialDays(
          LocalDate.parse("2026-12-21"), LocalDate.parse("2027-01-03"), "Winter", CLOSED),
      new SpecialDays(
          LocalDate.parse("2027-06-01"), LocalDate.parse("2027-08-08"), "Summer", CLOSED)
    };
  }

  private static CycleRule aAndB(Advance advance) {
    var days = List.of(new CycleDay("A", id("a")), new CycleDay("B", id("b")));
    return new CycleRule.Days("A/B", FIRST, SCHOOL_WEEK, days, advance);
  }

  private static CycleRule days(int length, Advance advance) {
    var days =
        IntStream.range(0, length)
            .mapToObj(day -> new CycleDay("Day " + (day + 1), id("d" + day)))
            .toList();
    return new CycleRule.Days("Days", FIRST, SCHOOL_WEEK, days, advance);
  }

  private static CycleRule twoWeeks() {
    var first = week("a", SCHOOL_WEEK);
    var second = new LinkedHashMap<>(week("b", SCHOOL_WEEK).days());
    second.put(FRIDAY, id("exam"));
    return new CycleRule.Weeks("Two weeks", FIRST, List.of(first, new Week(second)), Advance.SHIFT);
  }

  private static Week week(String type, Set<DayOfWeek> weekdays) {
    var days = new LinkedHashMap<DayOfWeek, DayTypeId>();
    weekdays.stream().sorted().forEach(day -> days.put(day, id(type)));
    return new Week(days);
  }

  private static Calendar calendar(List<CycleRule> cycles, SpecialDays... special) {
    var types = new LinkedHashMap<DayTypeId, DayType>();
    Stream.of("a", "b", "early", "delayed", "exam", "evening")
        .forEach(name -> types.put(id(name), dayType(name)));
    IntStream.range(0, 9).forEach(day -> types.put(id("d" + day), dayType("d" + day)));
    types.put(DayType.NO_SCHOOL.id(), DayType.NO_SCHOOL);
    return new Calendar(types, Week.EMPTY, cycles, List.of(special), List.of());
  }

  private static DayType dayType(String name) {
    var start = WallTime.of(name.equals("evening") ? 22 : 8, 0);
    var end = name.equals("evening") ? WallTime.of(24, 45) : WallTime.of(15, 0);
    var block =
        new BlockTemplate(
            "b1",
            "Block 1",
            BlockKind.ROTATION,
            new When.Between(start, end),
            new Flex(1, Duration.ZERO, false, false),
            Phases.NONE,
            BlockTemplate.ALL_BELLS);
    var schedule = new BellSchedule(new ScheduleId("main"), "Main", List.of(block));
    return new DayType(id(name), name, List.of(schedule));
  }

  private static List<String> types(Calendar calendar, LocalDate from, int days) {
    return from.datesUntil(from.plusDays(days))
        .map(date -> calendar.resolve(date).dayType().id().value())
        .toList();
  }

  private static Runs runs(String type) {
    return new Runs.Type(id(type));
  }

  private static DayTypeId id(String value) {
    return new DayTypeId(value);
  }
}
