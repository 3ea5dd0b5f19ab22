package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.school.Arrangements;
import dev.carillon.school.IndependentStudy;
import dev.carillon.school.School;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Students who are away for longer than the day.
@ExtendWith(KeptInLogs.class)
final class AwayForDaysTest {
  private static final LocalDate TODAY = Fixtures.DATE;
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private final Scene day = Scene.opened();

  @Test
  void a_leader_says_until_which_day_and_it_is_handed_on_until_then() {
    day.and(LENA, "08:10", study(TOMORROW));
    assertThat(state(day)).isEqualTo(ArrivalState.EXCUSED);
    var carry = closed(day);
    assertThat(carry.away()).containsOnlyKeys(MIRA);

    var next = new Scene(Floor.opened(opened(Fixtures.school(), carry)));
    assertThat(state(next)).isEqualTo(ArrivalState.EXCUSED);
  }

  @Test
  void who_is_away_for_the_day_is_expected_on_the_next() {
    day.and(LENA, "08:10", study(TODAY)).and(LENA, "08:11", new StartAway(TARIQ, AwayKind.ABSENT));
    assertThat(closed(day).away()).isEmpty();
  }

  @Test
  void who_comes_back_early_is_back() {
    day.and(LENA, "08:10", study(TOMORROW)).and(LENA, "09:00", new EndAway(MIRA));
    assertThat(closed(day).away()).isEmpty();
  }

  @Test
  void only_leaders_speak_for_days_to_come_and_not_for_days_that_are_over() {
    assertThat(day.isRefused(ROSA, "08:10", study(TOMORROW))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(LENA, "08:10", study(TODAY.minusDays(1))))
        .isEqualTo(Refusal.WRONG_DAY);
  }

  @Test
  void independent_study_of_the_school_s_own_list_is_known_when_the_day_opens() {
    var listed = Fixtures.school();
    var study = new IndependentStudy(MIRA, TODAY.minusDays(3), TODAY);
    var scene = new Scene(Floor.opened(opened(with(listed, study), Carry.NOTHING)));
    assertThat(state(scene)).isEqualTo(ArrivalState.EXCUSED);
    assertThat(scene.floor().placing().away()).containsOnlyKeys(MIRA);
    scene.and(LENA, "08:10", new EndAway(MIRA));
    assertThat(state(scene)).isNotEqualTo(ArrivalState.EXCUSED);

    var over = new IndependentStudy(MIRA, TODAY.minusDays(3), TODAY.minusDays(1));
    var after = Floor.opened(opened(with(listed, over), Carry.NOTHING));
    assertThat(after.placing().away()).isEmpty();
  }

  private static StartAway study(LocalDate until) {
    return new StartAway(MIRA, AwayKind.STUDY, Optional.of(until));
  }

  private static ArrivalState state(Scene scene) {
    return scene.floor().arrivals().get(MIRA).state();
  }

  private static Carry closed(Scene scene) {
    var closing = scene.floor().decide(new CloseDay(), Stamp.system(Fixtures.at("18:00")));
    return ((DayClosed) ((Accepted) closing).events().getLast()).carry();
  }

  private static DayOpened opened(School school, Carry carry) {
    return new DayOpened(
        school, Fixtures.day(), Fixtures.assignments(), carry, 1, false, Fixtures.at("07:30"));
  }

  private static School with(School it, IndependentStudy study) {
    var were = it.arrangements();
    return Changed.from(it)
        .arrangements(
            new Arrangements(
                were.apart(),
                were.programme(),
                were.localRotations(),
                were.overlays(),
                List.of(study)))
        .school();
  }
}
