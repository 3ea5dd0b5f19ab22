package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LIBRARY;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Arrival.Borrowed;
import dev.carillon.floor.Command.AcknowledgePrompt;
import dev.carillon.floor.Command.AdoptSchool;
import dev.carillon.floor.Command.BorrowSeat;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.MarkLate;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ReportSince;
import dev.carillon.floor.Event.Arrived;
import dev.carillon.floor.Event.SeatBorrowed;
import dev.carillon.floor.Event.SeenElsewhere;
import dev.carillon.floor.Event.StudentsLate;
import dev.carillon.floor.Event.StudentsMissing;
import dev.carillon.floor.Result.ArrivalNow;
import dev.carillon.floor.Result.StudentsMarked;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.School;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A student is where somebody saw her; nobody is turned away.
@ExtendWith(KeptInLogs.class)
final class ArrivalTest {
  private static final ReportHere HERE = new ReportHere();

  private final Scene day = Scene.opened();

  private Arrival of(PersonId student) {
    return day.floor().arrivals().get(student);
  }

  private ArrivalState stateOf(PersonId student) {
    return of(student).state();
  }

  private static ReportArrival code(StationId station) {
    return new ReportArrival(station, Evidence.CODE);
  }

  @Test
  void who_checks_in_during_passing_time_has_arrived_d47() {
    var answer = day.does(MIRA, "08:01", HERE);
    assertThat(answer.events())
        .containsExactly(new Arrived(MIRA, block("b1"), CLAY, Evidence.SELF, MIRA, at("08:01")));
    assertThat(answer.result()).isEqualTo(new ArrivalNow(ArrivalState.ARRIVED));
    assertThat(of(MIRA).lateBy()).isZero();
  }

  @Test
  void who_checks_in_at_the_wrong_station_is_elsewhere_and_both_stations_show_it_d47() {
    var decision = day.does(MIRA, "08:02", code(LOOM));
    assertThat(decision.result()).isEqualTo(new ArrivalNow(ArrivalState.ELSEWHERE));
    assertThat(day.floor().attendance().at(CLAY).elsewhere()).isEqualTo(1);
    assertThat(day.floor().attendance().at(LOOM).visitors()).isEqualTo(1);
    var touched = day.apply(day.does(MIRA, "08:03", code(CLAY)).events());
    assertThat(touched.stations()).contains(CLAY);
    assertThat(day.floor().attendance().at(LOOM)).isEqualTo(Tally.NONE);
  }

  @Test
  void an_arrival_touches_the_student_and_the_stations_and_nothing_else() {
    var accepted = (Decision.Accepted) day.decide(MIRA, "08:02", code(LOOM));
    assertThat(day.apply(accepted.events()))
        .isEqualTo(Touched.arrivals(Set.of(MIRA), Set.of(CLAY, LOOM)));
  }

  @Test
  void who_has_not_checked_in_is_late_after_settling_and_missing_five_minutes_later_d48() {
    day.and(NOAH, "08:37", HERE).until("08:38:59");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXPECTED);
    day.until("08:39");
    assertThat(day.events(StudentsLate.class).getLast())
        .isEqualTo(new StudentsLate(block("b2"), List.of(JUNE, MIRA, TARIQ), at("08:39")));
    day.and(TARIQ, "08:40", HERE).until("08:44");
    assertThat(day.events(StudentsMissing.class).getLast())
        .isEqualTo(new StudentsMissing(block("b2"), List.of(JUNE, MIRA), at("08:44")));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.MISSING);
    assertThat(stateOf(NOAH)).isEqualTo(ArrivalState.ARRIVED);
  }

  @Test
  void who_had_no_network_has_arrived_when_she_said_so_though_she_was_called_missing_meanwhile() {
    day.until("08:50");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.MISSING);
    day.and(MIRA, "08:50", since("08:36"));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(of(MIRA).since()).isEqualTo(at("08:36"));
    assertThat(of(MIRA).lateBy()).isZero();
    // Time does not go back for it.
    assertThat(day.floor().at()).isEqualTo(at("08:44"));
  }

  @Test
  void a_time_that_cannot_be_is_taken_for_now() {
    day.and(MIRA, "08:36", since("09:10"));
    assertThat(of(MIRA).since()).isEqualTo(at("08:36"));
    // Rosa saw her elsewhere after the time she says.
    day.and(ROSA, "08:45", new MarkArrival(NOAH, LOOM)).and(NOAH, "08:50", since("08:40"));
    assertThat(day.events(Arrived.class)).noneMatch(it -> it.at().equals(at("08:40")));
  }

  @Test
  void what_was_said_before_the_bell_is_of_a_block_that_is_over() {
    day.until("08:36");
    assertThat(day.isRefused(MIRA, "08:36", since("08:34"))).isEqualTo(Refusal.BLOCK_OVER);
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXPECTED);
  }

  @Test
  void who_sits_at_another_seat_as_an_adult_said_is_seen_there_until_staff_have_seen_her() {
    var answer = day.does(MIRA, "08:06", borrow("T5"));
    assertThat(answer.events())
        .containsExactly(
            new SeenElsewhere(MIRA, block("b1"), CENTRE, Evidence.SEAT, MIRA, at("08:06")),
            new SeatBorrowed(MIRA, block("b1"), CENTRE, "5", at("08:06")));
    assertThat(answer.result()).isEqualTo(new ArrivalNow(ArrivalState.ELSEWHERE));
    assertThat(of(MIRA).toLookAt()).contains(new Borrowed(CENTRE, "5", at("08:06"), false));
    assertThat(day.does(MIRA, "08:07", borrow("T5")).events()).isEmpty();
    day.and(ABEL, "08:08", new MarkArrival(MIRA, CENTRE));
    assertThat(of(MIRA).toLookAt()).isEmpty();
    assertThat(of(MIRA).borrowed()).isPresent();
    day.and(ROSA, "08:09", new MarkArrival(MIRA, CLAY));
    assertThat(of(MIRA).borrowed()).isEmpty();
  }

  @Test
  void another_seat_of_her_own_station_is_one_to_look_at_though_she_was_marked_as_here() {
    day.until("08:35");
    day.and(ABEL, "08:36", new MarkArrival(MIRA, CENTRE)).and(MIRA, "08:37", borrow("T5"));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(of(MIRA).toLookAt()).contains(new Borrowed(CENTRE, "5", at("08:37"), false));
    day.and(ABEL, "08:38", new MarkArrival(MIRA, CENTRE));
    assertThat(of(MIRA).toLookAt()).isEmpty();
  }

  @Test
  void her_own_seat_is_nothing_to_look_at() {
    day.until("08:35");
    day.and(MIRA, "08:36", borrow("T1"));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(of(MIRA).borrowed()).isEmpty();
  }

  @Test
  void staff_who_have_seen_her_know_better_where_she_is_and_are_told_of_the_seat_all_the_same() {
    day.and(ROSA, "08:05", new MarkArrival(MIRA, CLAY)).and(MIRA, "08:06", borrow("T5"));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(of(MIRA).seenAt()).isEqualTo(CLAY);
    assertThat(of(MIRA).toLookAt()).contains(new Borrowed(CENTRE, "5", at("08:06"), false));
  }

  @Test
  void a_borrowed_seat_is_given_back_at_the_bell() {
    day.and(MIRA, "08:06", borrow("T5")).until("08:36");
    assertThat(of(MIRA).borrowed()).isEmpty();
  }

  @Test
  void nobody_borrows_a_seat_that_is_not_there_nor_for_a_block_that_is_over_nor_for_another() {
    assertThat(day.isRefused(MIRA, "08:06", borrow("T99"))).isEqualTo(Refusal.STATION_UNKNOWN);
    assertThat(day.isRefused(MIRA, "08:06", borrow("Z1"))).isEqualTo(Refusal.STATION_UNKNOWN);
    assertThat(day.isRefused(ABEL, "08:06", borrow("T5"))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    day.until("08:36");
    var before = new BorrowSeat("T5", Optional.of(at("08:34")));
    assertThat(day.isRefused(MIRA, "08:36", before)).isEqualTo(Refusal.BLOCK_OVER);
  }

  private static BorrowSeat borrow(String code) {
    return new BorrowSeat(code, Optional.empty());
  }

  private static ReportSince since(String local) {
    return new ReportSince(Optional.empty(), Evidence.SELF, at(local));
  }

  @Test
  void a_later_arrival_keeps_how_late_it_was_d48() {
    day.and(MIRA, "08:46:30", HERE);
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(of(MIRA).lateBy()).isEqualTo(Duration.parse("PT7M30S"));
    day.and(MIRA, "08:50", code(CENTRE));
    assertThat(of(MIRA).lateBy()).isEqualTo(Duration.parse("PT7M30S"));
  }

  @Test
  void a_late_joiner_is_late_and_not_refused_d37() {
    day.until("10:24:30");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.LATE);
    day.and(MIRA, "10:31:07", HERE);
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
  }

  @Test
  void all_here_marks_the_rest_and_a_scan_overrides_one_d49() {
    day.and(MIRA, "08:36", code(CLAY));
    var answer = day.does(ABEL, "08:40", new MarkAllHere(CENTRE));
    assertThat(answer.result()).isEqualTo(new StudentsMarked(2));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ELSEWHERE);
    assertThat(stateOf(JUNE)).isEqualTo(ArrivalState.ARRIVED);
    day.and(JUNE, "08:41", code(LOOM));
    assertThat(stateOf(JUNE)).isEqualTo(ArrivalState.ELSEWHERE);
    assertThat(day.does(ABEL, "08:42", new MarkAllHere(CENTRE)).result())
        .isEqualTo(new StudentsMarked(0));
  }

  @Test
  void weaker_evidence_changes_nothing_and_equal_evidence_is_the_later() {
    day.and(ROSA, "08:05", new MarkArrival(MIRA, CLAY));
    assertThat(day.does(MIRA, "08:06", code(LOOM)).events()).isEmpty();
    assertThat(day.does(MIRA, "08:06", code(LOOM)).result())
        .isEqualTo(new ArrivalNow(ArrivalState.ARRIVED));
    day.and(ROSA, "08:07", new MarkArrival(MIRA, LOOM));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ELSEWHERE);
    assertThat(of(MIRA).seenAt()).isEqualTo(LOOM);
  }

  @Test
  void saying_it_twice_is_saying_it_once() {
    day.and(MIRA, "08:01", HERE);
    assertThat(day.does(MIRA, "08:01:01", HERE).events()).isEmpty();
  }

  @Test
  void more_bodies_than_seats_are_shown_and_nobody_is_rejected_d52() {
    for (var student : List.of(NOAH, TARIQ, JUNE)) {
      day.and(student, "08:02", code(CLAY));
    }
    day.and(MIRA, "08:02", HERE);
    assertThat(day.floor().attendance().at(CLAY).bodies()).isEqualTo(4);
    assertThat(day.floor().school().stations().get(CLAY).hardCap()).isEqualTo(2);
  }

  @Test
  void a_prompt_counts_as_seen_once_she_acknowledges_it() {
    day.and(MIRA, "08:00:05", new AcknowledgePrompt(block("b1")));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.PROMPTED);
    assertThat(day.does(MIRA, "08:00:06", new AcknowledgePrompt(block("b1"))).events()).isEmpty();
    assertThat(day.does(NOAH, "08:00:06", new AcknowledgePrompt(block("b2"))).events()).isEmpty();
    assertThat(day.until("08:04").events(StudentsLate.class).getLast().students()).contains(MIRA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"07:50", "15:01"})
  void outside_the_day_there_is_no_stop(String time) {
    assertThat(day.isRefused(MIRA, time, HERE)).isEqualTo(Refusal.NO_STOP_NOW);
    assertThat(day.isRefused(LENA, time, new MarkArrival(MIRA, CLAY)))
        .isEqualTo(Refusal.NO_STOP_NOW);
  }

  @Test
  void who_walks_early_is_there_when_the_bell_rings() {
    day.and(NOAH, "08:34", code(CLAY));
    assertThat(stateOf(NOAH)).isEqualTo(ArrivalState.ELSEWHERE);
    day.until("08:35");
    assertThat(stateOf(NOAH)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(of(NOAH).due()).isEqualTo(CLAY);
  }

  @Test
  void who_was_at_the_next_place_long_before_is_asked_again() {
    day.and(NOAH, "08:20", code(CLAY)).until("08:35");
    assertThat(stateOf(NOAH)).isEqualTo(ArrivalState.EXPECTED);
  }

  @Test
  void helpers_mark_in_their_rooms_and_leaders_anywhere() {
    assertThat(day.isRefused(PIA, "08:05", new MarkArrival(MIRA, CLAY)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(ROSA, "08:05", new MarkAllHere(CENTRE)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    day.and(PIA, "08:05", new MarkArrival(MIRA, CENTRE));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ELSEWHERE);
    day.and(LENA, "08:06", new MarkArrival(MIRA, CLAY));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
  }

  @Test
  void nobody_reports_for_another_or_with_evidence_of_staff() {
    assertThat(day.isRefused(MIRA, "08:05", new MarkArrival(NOAH, CLAY)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(MIRA, "08:05", new ReportArrival(CLAY, Evidence.STAFF)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(ABEL, "08:05", HERE)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(MIRA, "08:05", code(new StationId("moon"))))
        .isEqualTo(Refusal.STATION_UNKNOWN);
    assertThat(day.isRefused(LENA, "08:05", new MarkArrival(new PersonId("zoe"), CLAY)))
        .isEqualTo(Refusal.STUDENT_UNKNOWN);
  }

  @Test
  void a_pause_during_passing_puts_lateness_off() {
    day.and(LENA, "08:36", Fixtures.steer(new Control.Pause())).until("08:50");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXPECTED);
    var late = new MarkLate(block("b2"), at("08:39"), "late/2026-09-14/main/b2");
    assertThat(day.floor().decide(late, Stamp.system(at("08:50")))).isEqualTo(Decision.accept());
  }

  @Test
  void every_student_has_one_place_in_every_block_planned_or_not() {
    var floor = day.until("08:40").floor();
    assertThat(floor.assignmentNow(NOAH).map(Assignment::station)).contains(CLAY);
    assertThat(floor.assignmentAt(MIRA, block("b9")))
        .contains(
            new Assignment(
                MIRA, block("b9"), CENTRE, "1", "At centre-seats", "", Source.PLAN, false));
    assertThat(floor.assignmentAt(MIRA, block("b99"))).isEmpty();
    assertThat(floor.assignmentNow(ABEL)).isEmpty();
  }

  @Test
  void a_station_that_is_gone_sends_nobody_nowhere() {
    var smaller = without(Fixtures.school(), Set.of(CLAY, CENTRE));
    day.and(PersonId.SYSTEM, "08:10", new AdoptSchool(smaller));
    assertThat(day.floor().assignmentNow(MIRA))
        .hasValueSatisfying(
            place -> {
              assertThat(place.station()).isEqualTo(LIBRARY);
              assertThat(place.source()).isEqualTo(Source.OVERFLOW);
            });
    assertThat(day.floor().attendance().at(LIBRARY).planned()).isEqualTo(4);
  }

  private static School without(School school, Set<StationId> gone) {
    var stations = new LinkedHashMap<>(school.stations());
    stations.keySet().removeAll(gone);
    return Changed.from(school).stations(stations).school();
  }

  @Test
  void the_counts_sum_to_the_students_before_the_first_bell_and_after_d63() {
    for (var time : List.of("07:40", "08:00", "08:05", "08:10", "12:00", "15:30")) {
      assertThat(day.until(time).floor().attendance().everyone().planned()).isEqualTo(4);
    }
  }
}
