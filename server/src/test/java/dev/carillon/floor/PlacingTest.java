package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.HALL;
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
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.EndCall;
import dev.carillon.floor.Command.EndStay;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Insertion.Mode;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Where people are put, called, let stay and away: at every moment each student has one place.
@ExtendWith(KeptInLogs.class)
final class PlacingTest {
  private static final CallId CALL = new CallId("call-1");

  private final Scene day = Scene.opened();

  private static Retarget to(StationId station, String block, PersonId... students) {
    return new Retarget(
        List.of(students), Optional.empty(), station, Optional.of(block(block)), false, "");
  }

  private static Retarget forced(StationId station, String block, PersonId... students) {
    return new Retarget(
        List.of(students), Optional.empty(), station, Optional.of(block(block)), true, "needed");
  }

  private static CallUp call(StationId station, int minutes, PersonId... students) {
    return new CallUp(
        CALL, List.of(students), Optional.empty(), station, Optional.empty(), minutes, "");
  }

  private StationId placeOf(PersonId student) {
    return day.floor().assignmentNow(student).orElseThrow().station();
  }

  private ArrivalState stateOf(PersonId student) {
    return day.floor().arrivals().get(student).state();
  }

  // Other stations
  // -------------------------------------------------------------------------------------

  @Test
  void a_student_put_elsewhere_now_is_expected_there_at_once() {
    day.and(NOAH, "08:05", new ReportHere()).and(LENA, "08:10", to(LOOM, "b1", NOAH));
    assertThat(placeOf(NOAH)).isEqualTo(LOOM);
    assertThat(stateOf(NOAH)).isEqualTo(ArrivalState.EXPECTED);
    assertThat(day.floor().attendance().roster(LOOM)).containsExactly(NOAH);
  }

  @Test
  void a_student_put_elsewhere_later_moves_with_the_bell() {
    day.and(ROSA, "08:10", to(LOOM, "b2", MIRA)).until("08:34");
    assertThat(placeOf(MIRA)).isEqualTo(CLAY);
    assertThat(day.until("08:35").floor().assignmentNow(MIRA).orElseThrow().station())
        .isEqualTo(LOOM);
  }

  @Test
  void the_third_at_a_table_for_two_is_refused_and_told_how_many_there_are_d51() {
    day.and(LENA, "08:10", to(CLAY, "b1", NOAH));
    assertThat(day.isRefused(LENA, "08:11", to(CLAY, "b1", JUNE))).isEqualTo(Refusal.STATION_FULL);
    assertThat(day.reasons(LENA, "08:11", to(CLAY, "b1", JUNE)))
        .containsEntry("there", "2")
        .containsEntry("cap", "2");
    assertThat(day.isRefused(LENA, "08:11", forced(CLAY, "b1", JUNE)))
        .as("not over the hard cap, whatever the reason")
        .isEqualTo(Refusal.STATION_FULL);
  }

  @Test
  void of_two_teachers_racing_for_the_last_seat_one_wins_d51() {
    day.and(ROSA, "08:10:00", to(CLAY, "b1", NOAH));
    assertThat(day.isRefused(LENA, "08:10:00", to(CLAY, "b1", TARIQ)))
        .isEqualTo(Refusal.STATION_FULL);
  }

  @Test
  void whoever_may_stay_over_the_bell_keeps_her_seat_from_the_next() {
    day.and(ROSA, "08:30", new AllowStay(MIRA, 20, StayReason.TEST));
    // Noah is planned there in B2, so that with Mira the table for two is full.
    assertThat(day.isRefused(LENA, "08:31", to(CLAY, "b2", JUNE))).isEqualTo(Refusal.STATION_FULL);
  }

  @Test
  void teachers_put_students_in_their_rooms_only_and_paraprofessionals_not_at_all() {
    assertThat(day.isRefused(ROSA, "08:10", to(CENTRE, "b1", MIRA)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(ABEL, "08:10", to(LOOM, "b1", MIRA)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(MIRA, "08:10", to(LOOM, "b1", MIRA)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(LENA, "09:30", to(LOOM, "b1", MIRA))).isEqualTo(Refusal.BLOCK_OVER);
    assertThat(day.isRefused(LENA, "09:30", to(LOOM, "b3"))).isEqualTo(Refusal.NOBODY_NAMED);
  }

  @Test
  void a_change_nobody_looked_at_for_twenty_seconds_is_told_to_staff_d62() {
    day.and(LENA, "08:10:00", to(LOOM, "b2", MIRA)).until("08:10:19");
    assertThat(day.floor().placing().changes().get(MIRA).told()).isFalse();
    assertThat(day.until("08:10:20").floor().placing().changes().get(MIRA).told()).isTrue();
    day.and(MIRA, "08:11", new AckChange(block("b2")));
    assertThat(day.floor().placing().changes()).isEmpty();
  }

  @Test
  void a_change_that_was_seen_is_nobodys_business_d62() {
    day.and(LENA, "08:10:00", to(LOOM, "b2", MIRA))
        .and(MIRA, "08:10:10", new AckChange(block("b2")))
        .until("08:12");
    assertThat(day.events(Event.ChangeUnseen.class)).isEmpty();
  }

  @Test
  void a_closed_station_takes_nobody_until_it_is_open_again() {
    day.and(ROSA, "08:10", new CloseStation(LOOM, true, "smoke"));
    assertThat(day.isRefused(LENA, "08:11", to(LOOM, "b2", MIRA)))
        .isEqualTo(Refusal.STATION_CLOSED);
    day.and(ROSA, "08:12", new OpenStation(LOOM)).and(LENA, "08:13", to(LOOM, "b2", MIRA));
    assertThat(day.isRefused(PIA, "08:14", new CloseStation(LOOM, false, "")))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void whoever_is_called_away_finds_her_seat_when_she_comes_back() {
    day.and(ROSA, "08:10", to(CLAY, "b1", NOAH)).and(LENA, "08:11", call(LIBRARY, 5, MIRA));
    assertThat(day.isRefused(LENA, "08:12", forced(CLAY, "b1", JUNE)))
        .isEqualTo(Refusal.STATION_FULL);
  }

  @Test
  void nobody_is_called_to_a_station_that_is_closed() {
    day.and(LENA, "08:10", new CloseStation(LOOM, true, "smoke"));
    assertThat(day.isRefused(LENA, "08:11", call(LOOM, 5, MIRA))).isEqualTo(Refusal.STATION_CLOSED);
  }

  @Test
  void a_full_room_turns_no_body_away_d52() {
    for (var student : List.of(MIRA, NOAH, TARIQ, JUNE)) {
      day.and(student, "08:05", new ReportArrival(CLAY, Evidence.CODE));
    }
    assertThat(day.floor().attendance().at(CLAY).bodies()).isEqualTo(4);
  }

  // Call-ups
  // -------------------------------------------------------------------------------------------

  @Test
  void students_who_are_called_are_due_there_and_go_back_when_it_is_over() {
    day.and(ROSA, "08:10", call(LOOM, 15, MIRA, NOAH));
    assertThat(List.of(placeOf(MIRA), placeOf(NOAH))).containsOnly(LOOM);
    day.until("08:24:59");
    assertThat(placeOf(NOAH)).isEqualTo(LOOM);
    day.until("08:25");
    assertThat(placeOf(MIRA)).isEqualTo(CLAY);
    assertThat(placeOf(NOAH)).isEqualTo(CENTRE);
    assertThat(day.floor().placing().calls()).isEmpty();
  }

  @Test
  void a_call_for_later_begins_when_it_is_time() {
    day.and(
        ROSA,
        "08:06",
        new CallUp(
            CALL, List.of(NOAH), Optional.empty(), LOOM, Optional.of(at("08:20")), 0, "bring it"));
    assertThat(placeOf(NOAH)).isEqualTo(CENTRE);
    assertThat(day.until("08:20").floor().assignmentNow(NOAH).orElseThrow().station())
        .isEqualTo(LOOM);
  }

  @Test
  void the_bell_ends_a_call_that_nobody_ended() {
    day.and(ROSA, "08:10", call(LOOM, 0, MIRA)).until("08:35");
    assertThat(placeOf(MIRA)).isEqualTo(CENTRE);
    assertThat(day.floor().placing().called()).isEmpty();
  }

  @Test
  void a_call_that_stands_is_not_replaced_by_another_of_the_same_id() {
    day.and(ROSA, "08:10", call(LOOM, 0, MIRA));
    assertThat(day.isRefused(LENA, "08:11", call(CLAY, 0, NOAH))).isEqualTo(Refusal.ID_REUSED);
    assertThat(placeOf(MIRA)).isEqualTo(LOOM);
  }

  @Test
  void a_call_may_be_ended_by_whoever_called_and_nobody_is_called_twice() {
    day.and(ROSA, "08:10", call(LOOM, 0, MIRA));
    var again =
        new CallUp(
            new CallId("call-2"), List.of(MIRA), Optional.empty(), CENTRE, Optional.empty(), 0, "");
    assertThat(day.isRefused(ABEL, "08:11", again)).isEqualTo(Refusal.CALLED_ALREADY);
    assertThat(day.isRefused(MIRA, "08:11", new EndCall(CALL))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    day.and(ROSA, "08:12", new EndCall(CALL));
    assertThat(day.isRefused(ROSA, "08:13", new EndCall(CALL))).isEqualTo(Refusal.CALL_UNKNOWN);
    assertThat(placeOf(MIRA)).isEqualTo(CLAY);
  }

  @Test
  void before_school_and_in_other_rooms_nobody_is_called() {
    assertThat(day.isRefused(ROSA, "07:50", call(LOOM, 0, MIRA))).isEqualTo(Refusal.NO_STOP_NOW);
    assertThat(day.isRefused(ROSA, "08:10", call(CENTRE, 0, MIRA)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(MIRA, "08:10", call(LOOM, 0, NOAH)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  // Staying
  // --------------------------------------------------------------------------------------------

  @Test
  void whoever_may_finish_stays_when_the_others_move_and_moves_later() {
    day.and(MIRA, "08:05", new ReportHere())
        .and(ROSA, "08:30", new AllowStay(MIRA, 15, StayReason.EXTRA_TIME))
        .until("08:36");
    assertThat(placeOf(MIRA)).isEqualTo(CLAY);
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.STAYING);
    day.until("08:45");
    assertThat(placeOf(MIRA)).isEqualTo(CENTRE);
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXPECTED);
  }

  @Test
  void whoever_stays_is_neither_late_nor_missing() {
    day.and(ROSA, "08:30", new AllowStay(MIRA, 30, StayReason.TEST)).until("08:50");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.STAYING);
    day.and(ROSA, "08:51", new EndStay(MIRA));
    assertThat(placeOf(MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void whoever_stays_where_she_is_due_next_has_arrived() {
    day.and(ABEL, "08:36", new AllowStay(MIRA, 60, StayReason.TEST)).until("09:11");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.STAYING);
    day.and(ABEL, "09:12", new EndStay(MIRA));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
  }

  @Test
  void without_minutes_somebody_stays_as_long_as_her_profile_says() {
    assertThat(day.isRefused(ROSA, "08:30", new AllowStay(MIRA, 0, StayReason.EXTRA_TIME)))
        .isEqualTo(Refusal.NO_EXTRA_TIME);
  }

  // Away
  // -----------------------------------------------------------------------------------------------

  @Test
  void whoever_is_at_the_nurse_is_excused_until_she_is_back() {
    day.and(ROSA, "08:10", new StartAway(MIRA, AwayKind.NURSE)).until("08:45");
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXCUSED);
    day.and(ABEL, "08:46", new EndAway(MIRA));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXPECTED);
  }

  @Test
  void whoever_went_home_has_departed_for_the_day() {
    day.and(LENA, "10:00", new StartAway(JUNE, AwayKind.HOME)).until("14:00");
    assertThat(stateOf(JUNE)).isEqualTo(ArrivalState.DEPARTED);
  }

  @Test
  void whoever_is_seen_is_not_away_any_more() {
    day.and(ROSA, "08:10", new StartAway(MIRA, AwayKind.RESTROOM))
        .and(MIRA, "08:14", new ReportArrival(CLAY, Evidence.CODE));
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.ARRIVED);
    assertThat(day.until("08:36").floor().placing().away()).isEmpty();
    assertThat(stateOf(MIRA)).isEqualTo(ArrivalState.EXPECTED);
  }

  // Together
  // -------------------------------------------------------------------------------------------

  @Test
  void an_assembly_is_everybodys_place_and_afterwards_everybody_goes_back() {
    day.and(ROSA, "08:10", call(LOOM, 0, MIRA));
    day.and(
        LENA, "08:12", steer(new Control.Insert("Assembly", Mode.ASSEMBLY, Optional.of(HALL), 10)));
    assertThat(List.of(placeOf(MIRA), placeOf(NOAH), placeOf(JUNE))).containsOnly(HALL);
    day.and(LENA, "08:20", steer(new Control.EndInsert(Ripple.COMPRESS)));
    assertThat(placeOf(MIRA)).isEqualTo(LOOM);
    assertThat(placeOf(NOAH)).isEqualTo(CENTRE);
  }

  @Test
  void a_call_for_help_follows_her_to_the_new_place_and_over_the_bell_d53() {
    var help = new HelpId("h1");
    day.and(MIRA, "08:10", new AskForHelp(help, MIRA, HelpKind.PERSON, ""))
        .and(LENA, "08:12", to(LIBRARY, "b1", MIRA));
    assertThat(stationOf(help)).isEqualTo(LIBRARY);
    day.until("08:35").and(ABEL, "08:35", new ClaimHelp(help));
    assertThat(stationOf(help)).isEqualTo(CENTRE);
  }

  private StationId stationOf(HelpId help) {
    return day.floor().stationOf(day.floor().help().find(help).orElseThrow());
  }
}
