package dev.carillon.floor;

import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.CloseAndPlace;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.OpenAndReturn;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Result.Closing;
import dev.carillon.floor.Result.Going;
import dev.carillon.plan.Closed;
import dev.carillon.plan.DayPlanner;
import dev.carillon.plan.SmallSchool;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.StationKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A leader closes a room: before she says yes she is told how many stops change, to where, and who
/// has no place; with one act nobody is sent there any more, and with one act all of it is as it
/// was.
@ExtendWith(KeptInLogs.class)
final class ClosingTest {
  private static final StationId HOME = new StationId("home");
  private static final StationId W1 = new StationId("w1");
  private static final StationId W2 = new StationId("w2");

  /// Three workshops of four seats, and twelve students who may do their items in any of them.
  private final Scene day = opened(12, new Want.AnyOf(StationKind.WORKSHOP));

  private static Scene opened(int students, Want want) {
    var small = new SmallSchool().station("home", StationKind.ONLINE, 20, 20, 20);
    IntStream.range(0, 3).forEach(i -> small.station("w" + i, StationKind.WORKSHOP, 4, 4, 0));
    small.students(students, "red", "main");
    IntStream.range(0, students)
        .forEach(
            i -> small.wants(i, IntStream.range(0, 6).mapToObj(_ -> want).toArray(Want[]::new)));
    var school = small.school();
    var plan = SmallSchool.day();
    var places = DayPlanner.plan(school, plan);
    return new Scene(
        Floor.opened(new DayOpened(school, plan, places, Carry.NOTHING, 1, false, at("07:30"))));
  }

  /// As a desk does: the planner is asked on the floor as it is.
  private static CloseAndPlace close(Scene day, String time, StationId... stations) {
    var plan = Closed.plan(day.until(time).floor(), List.of(stations), at(time));
    return new CloseAndPlace(List.of(stations), Optional.empty(), Optional.of(plan));
  }

  private static CloseAndPlace shown(CloseAndPlace asked, int changes) {
    return new CloseAndPlace(asked.stations(), Optional.of(changes), asked.answer());
  }

  private static Set<Assignment> places(Scene day) {
    return day.floor().school().students().stream()
        .flatMap(
            student ->
                day.floor().dayOf(student.id()).stream()
                    .flatMap(block -> day.floor().assignmentAt(student.id(), block.id()).stream()))
        .collect(Collectors.toSet());
  }

  /// Who is to be there once the first block is over.
  private static long comers(Scene day, StationId... stations) {
    return places(day).stream()
        .filter(place -> !place.block().equals(block("b1")))
        .filter(place -> Set.of(stations).contains(place.station()))
        .count();
  }

  @Test
  void before_she_says_yes_she_is_told_how_many_stops_change_and_to_where() {
    var asked = close(day, "08:10", W2);
    long due = comers(day, W2);
    var told = (Closing) ((Accepted) day.decide(LENA, "08:10", asked)).result();
    assertThat(told.changes())
        .as("what was to be done there is done in another block, where that is possible")
        .isGreaterThanOrEqualTo((int) due)
        .isPositive();
    var before = places(day);
    assertThat(day.does(LENA, "08:10", asked).result()).as("and it is so").isEqualTo(told);
    var went =
        places(day).stream()
            .filter(place -> !before.contains(place))
            .collect(
                Collectors.groupingBy(
                    Assignment::station,
                    Collectors.mapping(Assignment::student, Collectors.toSet())));
    assertThat(told.to().stream().collect(Collectors.toMap(Going::station, Going::students)))
        .isEqualTo(
            went.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().size())));
    assertThat(comers(day, W2)).as("nobody is sent to a closed door").isZero();
    assertThat(day.floor().placing().status(W2)).isEqualTo(StationStatus.DRAINING);
  }

  @Test
  void whoever_finds_no_place_for_what_she_was_to_do_there_is_named() {
    var only = opened(2, new Want.At(W2));
    var told = (Closing) only.does(LENA, "08:10", close(only, "08:10", W2)).result();
    assertThat(told.unmet()).containsExactlyInAnyOrder(new PersonId("s0"), new PersonId("s1"));
    assertThat(told.to()).containsExactly(new Going(HOME, 2));
  }

  @Test
  void nobody_is_sent_from_one_closed_door_of_a_room_to_the_next() {
    day.and(LENA, "08:10", close(day, "08:10", W1, W2));
    assertThat(comers(day, W1, W2)).isZero();
    assertThat(day.events(StudentsPlaced.class)).as("in one act").hasSize(1);
  }

  @Test
  void those_who_were_told_of_the_next_block_are_sent_elsewhere_all_the_same() {
    day.and(LENA, "08:34", close(day, "08:34", W2));
    assertThat(places(day).stream().filter(place -> place.block().equals(block("b2"))))
        .noneMatch(place -> place.station().equals(W2));
  }

  @Test
  void what_has_changed_since_she_looked_is_looked_at_again() {
    var asked = close(day, "08:10", W2);
    int changes = ((Closing) ((Accepted) day.decide(LENA, "08:10", asked)).result()).changes();
    assertThat(day.isRefused(LENA, "08:10", shown(asked, changes + 1)))
        .isEqualTo(Refusal.STALE_VERSION);
    assertThat(day.floor().placing().status(W2)).isEqualTo(StationStatus.OPEN);
    day.and(LENA, "08:10", shown(asked, changes));
  }

  @Test
  void taken_back_everybody_is_to_be_where_she_was() {
    var before = places(day.until("08:10"));
    day.and(LENA, "08:10", close(day, "08:10", W1, W2))
        .and(LENA, "08:11", new OpenAndReturn(List.of(W1, W2)));
    assertThat(places(day)).isEqualTo(before);
    assertThat(day.floor().placing().stations()).isEmpty();
  }

  @Test
  void whom_people_have_put_elsewhere_meanwhile_stays_there() {
    day.and(LENA, "08:10", close(day, "08:10", W2));
    var moved = day.events(StudentsPlaced.class).getLast().places().getFirst();
    day.and(
            LENA,
            "08:11",
            new Retarget(
                List.of(moved.student()),
                Optional.empty(),
                HOME,
                Optional.of(moved.block()),
                true,
                ""))
        .and(LENA, "08:12", new OpenAndReturn(List.of(W2)));
    assertThat(day.floor().assignmentAt(moved.student(), moved.block()).orElseThrow().station())
        .isEqualTo(HOME);
  }

  @Test
  void where_somebody_has_opened_it_first_nobody_is_put_back_into_a_seat_that_may_be_taken() {
    day.and(LENA, "08:10", close(day, "08:10", W2)).and(LENA, "08:11", new OpenStation(W2));
    var after = places(day);
    day.and(LENA, "08:12", new OpenAndReturn(List.of(W2)));
    assertThat(places(day)).isEqualTo(after);
  }

  @Test
  void a_station_that_is_closed_already_still_gives_its_students_other_places() {
    day.and(LENA, "08:09", new CloseStation(W2, true, ""));
    assertThat(comers(day, W2)).isPositive();
    day.and(LENA, "08:10", close(day, "08:10", W2));
    assertThat(comers(day, W2)).isZero();
  }

  @Test
  void only_leaders_may_and_only_what_there_is() {
    var asked = close(day, "08:10", W2);
    var unknown = List.of(new StationId("nowhere"));
    assertThat(day.isRefused(ROSA, "08:10", asked)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(ROSA, "08:10", new OpenAndReturn(List.of(W2))))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(
            day.isRefused(
                LENA, "08:10", new CloseAndPlace(unknown, Optional.empty(), asked.answer())))
        .isEqualTo(Refusal.STATION_UNKNOWN);
    assertThat(day.isRefused(LENA, "08:10", new OpenAndReturn(unknown)))
        .isEqualTo(Refusal.STATION_UNKNOWN);
  }
}
