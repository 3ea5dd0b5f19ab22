package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.DrawDay;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Event.DayDrawn;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A school day that does not take place, decided while nothing of it has happened.
@ExtendWith(KeptInLogs.class)
final class SnowDayTest {
  private static final DrawDay NO_SCHOOL =
      new DrawDay(
          new DayPlan(Fixtures.DATE, Fixtures.ZONE, "No school", "set by hand: snow", List.of()),
          List.of());
  private static final DrawDay AS_PLANNED = new DrawDay(Fixtures.day(), Fixtures.assignments());

  private static final Duration SHIFT = Duration.ofHours(2);

  private final Scene day = Scene.opened();

  @Test
  void a_day_that_was_called_off_rings_nothing_and_misses_nobody() {
    day.and(LENA, "07:45", NO_SCHOOL).until("23:00");
    assertThat(day.events()).singleElement().isInstanceOf(DayDrawn.class);
    assertThat(day.floor().plan().dayType()).isEqualTo("No school");
    assertThat(day.floor().arrivals()).isEmpty();
    assertThat(day.floor().assignmentNow(MIRA)).isEmpty();
    assertThat(day.floor().agenda(Fixtures.MAIN).edges()).isEmpty();
  }

  @Test
  void taken_back_before_the_first_bell_the_day_is_what_it_was() {
    day.and(OMAR, "07:40", new StartAway(TARIQ, AwayKind.ABSENT));
    var before = day.floor();
    day.and(LENA, "07:45", NO_SCHOOL).and(LENA, "07:50", AS_PLANNED);
    var after = day.floor();
    assertThat(after.plan()).isEqualTo(before.plan());
    assertThat(after.timelines()).isEqualTo(before.timelines());
    assertThat(after.assignments()).isEqualTo(before.assignments());
    assertThat(after.placing()).isEqualTo(before.placing());
    assertThat(after.learning()).isEqualTo(before.learning());
    assertThat(after.onDuty()).isEqualTo(before.onDuty());
    assertThat(states(after)).isEqualTo(states(before)).hasSizeGreaterThan(2);
    assertThat(day.until("08:10").rings()).contains("b1/move 08:00");
  }

  @Test
  void the_same_decision_twice_changes_nothing() {
    day.and(LENA, "07:45", NO_SCHOOL);
    assertThat(day.does(OMAR, "07:46", NO_SCHOOL).events()).isEmpty();
    assertThat(day.does(OMAR, "07:47", AS_PLANNED).events()).hasSize(1);
    assertThat(day.does(OMAR, "07:48", AS_PLANNED).events()).isEmpty();
  }

  @Test
  void once_the_day_has_begun_it_is_switched_and_not_called_off() {
    day.until("08:00");
    assertThat(day.isRefused(LENA, "08:00", NO_SCHOOL)).isEqualTo(Refusal.DAY_BEGUN);
    assertThat(day.floor().plan()).isEqualTo(Fixtures.day());
  }

  @Test
  void a_day_that_would_have_begun_by_now_is_not_taken_up_again() {
    day.and(LENA, "07:45", NO_SCHOOL);
    assertThat(day.isRefused(LENA, "08:00", AS_PLANNED)).isEqualTo(Refusal.DAY_BEGUN);
    assertThat(day.does(LENA, "08:00", new DrawDay(later(), List.of())).events()).hasSize(1);
    assertThat(day.until("10:30").rings())
        .contains("b1/move 10:00")
        .doesNotContain("b1/move 08:00");
  }

  @Test
  void a_late_opening_is_another_version_of_the_schedule() {
    var before = day.timeline().version();
    day.and(LENA, "07:45", new DrawDay(later(), Fixtures.assignments()));
    assertThat(day.timeline().version()).isEqualTo(before + 1);
    assertThat(day.starts().getFirst()).isEqualTo("10:00");
  }

  @Test
  void only_who_leads_calls_a_day_off_and_only_the_day_that_is_open() {
    assertThat(day.isRefused(ABEL, "07:45", NO_SCHOOL)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(MIRA, "07:45", NO_SCHOOL)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    var it = Fixtures.day();
    var other =
        new DayPlan(it.date().plusDays(1), it.zone(), it.dayType(), it.why(), it.schedules());
    assertThat(day.isRefused(LENA, "07:45", new DrawDay(other, List.of())))
        .isEqualTo(Refusal.WRONG_DAY);
  }

  @Test
  void nobody_is_kept_from_being_told_that_there_is_nothing_to_ask_for() {
    day.and(LENA, "07:45", NO_SCHOOL);
    var ask = new AskForHelp(new HelpId("h1"), MIRA, HelpKind.WORK, "");
    assertThat(day.decide(MIRA, "09:00", ask)).isInstanceOf(Refused.class);
  }

  @Test
  void a_day_without_school_hands_on_what_it_was_handed() {
    var handed = new Carry(Map.of(MIRA, 3), Carry.NOTHING.mentoring(), Map.of());
    var opened =
        new Event.DayOpened(
            Fixtures.school(),
            Fixtures.day(),
            Fixtures.assignments(),
            handed,
            1,
            false,
            Fixtures.at("07:30"));
    var floor = Floor.opened(opened);
    var snow = new Scene(floor).and(LENA, "07:45", NO_SCHOOL).floor();
    var closing = snow.decide(new CloseDay(), Stamp.system(Fixtures.at("18:00")));
    var closed = (DayClosed) ((Accepted) closing).events().getLast();
    assertThat(closed.carry().helpsLastDay()).isEqualTo(handed.helpsLastDay());
  }

  private static Map<PersonId, ArrivalState> states(Floor floor) {
    return floor.arrivals().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().state()));
  }

  /// The day two hours later, with the blocks that still fit.
  private static DayPlan later() {
    var it = Fixtures.day();
    var main = it.schedules().getFirst();
    var blocks =
        main.blocks().stream()
            .map(block -> block.between(block.start().plus(SHIFT), block.end().plus(SHIFT)))
            .toList();
    return new DayPlan(
        it.date(),
        it.zone(),
        "Late",
        "set by hand",
        List.of(new SchedulePlan(main.id(), main.name(), blocks)));
  }
}
