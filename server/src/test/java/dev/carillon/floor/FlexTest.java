package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.HALL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.LeaveFlex;
import dev.carillon.floor.Command.PassOffer;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.TakeOffer;
import dev.carillon.floor.Event.LineJoined;
import dev.carillon.floor.Event.OfferLapsed;
import dev.carillon.floor.Event.SeatOffered;
import dev.carillon.floor.FlexLines.Waiter;
import dev.carillon.school.Id.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Personal time: students come to stations by themselves, and wait where no seat is free.
final class FlexTest {
  private final Scene scene = new Scene(FlexSchool.floor());

  private List<PersonId> line() {
    return scene.floor().learning().flex().line(CLAY).stream().map(Waiter::student).toList();
  }

  private Optional<PersonId> offered() {
    return scene.floor().learning().flex().line(CLAY).stream()
        .filter(waiter -> waiter.offer().isPresent())
        .map(Waiter::student)
        .findFirst();
  }

  /// In B3 nobody is planned at the clay table, which has one wheel.
  private Scene withMiraAtTheWheel() {
    return scene.and(MIRA, "09:15", new JoinFlex(CLAY));
  }

  @Test
  void whoever_comes_to_a_free_seat_is_placed_there_at_once() {
    withMiraAtTheWheel();
    assertThat(FlexSchool.place(scene.floor(), MIRA)).isEqualTo(CLAY);
    assertThat(scene.floor().arrivals().get(MIRA).due()).isEqualTo(CLAY);
  }

  @Test
  void the_last_seat_has_one_winner_and_the_other_waits() {
    withMiraAtTheWheel().and(JUNE, "09:15", new JoinFlex(CLAY));
    assertThat(FlexSchool.place(scene.floor(), JUNE)).isEqualTo(CENTRE);
    assertThat(line()).containsExactly(JUNE);
  }

  @Test
  void who_is_planned_there_takes_a_seat_of_it() {
    // Noah has the clay table in B2.
    scene.does(MIRA, "08:40", new JoinFlex(CLAY));
    assertThat(line()).containsExactly(MIRA);
  }

  @Test
  void coming_twice_is_coming_once() {
    withMiraAtTheWheel();
    assertThat(scene.does(MIRA, "09:16", new JoinFlex(CLAY)).events()).isEmpty();
    scene.does(JUNE, "09:16", new JoinFlex(CLAY));
    assertThat(scene.does(JUNE, "09:17", new JoinFlex(CLAY)).events()).isEmpty();
  }

  @Test
  void nobody_comes_outside_personal_time_or_to_another_station() {
    assertThat(scene.isRefused(MIRA, "08:10", new JoinFlex(LOOM))).isEqualTo(Refusal.FLEX_NOT_NOW);
    assertThat(scene.isRefused(MIRA, "09:15", new JoinFlex(HALL))).isEqualTo(Refusal.NOT_A_WALK_IN);
    assertThat(scene.isRefused(ABEL, "09:15", new JoinFlex(LOOM)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(MIRA, "09:46", new JoinFlex(LOOM))).isEqualTo(Refusal.FLEX_NOT_NOW);
  }

  @Test
  void a_station_that_needs_its_adult_takes_nobody_without_her() {
    scene.does(ROSA, "09:12", new EndDuty());
    assertThat(scene.isRefused(MIRA, "09:15", new JoinFlex(LOOM)))
        .isEqualTo(Refusal.STATION_CLOSED);
  }

  @Test
  void a_seat_that_frees_is_offered_to_the_first_in_line() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(TARIQ, "09:17", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .until("09:20");
    assertThat(scene.events(SeatOffered.class))
        .containsExactly(new SeatOffered(JUNE, CLAY, 1, at("09:20:30"), at("09:20")));
    assertThat(FlexSchool.place(scene.floor(), MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void an_offered_seat_is_nobody_elses() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .and(NOAH, "09:20:10", new JoinFlex(CLAY))
        .and(JUNE, "09:20:20", new TakeOffer(CLAY));
    assertThat(FlexSchool.place(scene.floor(), JUNE)).isEqualTo(CLAY);
    assertThat(line()).containsExactly(NOAH);
  }

  @Test
  void an_unanswered_offer_goes_to_the_next_and_she_to_the_end_of_the_line() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(TARIQ, "09:17", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .until("09:20:30");
    assertThat(line()).containsExactly(TARIQ, JUNE);
    assertThat(offered()).contains(TARIQ);
    assertThat(scene.isRefused(JUNE, "09:20:31", new TakeOffer(CLAY))).isEqualTo(Refusal.NO_OFFER);
  }

  @Test
  void whoever_does_not_answer_twice_does_not_wait_any_more() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .until("09:30");
    assertThat(scene.events(OfferLapsed.class)).hasSize(2);
    assertThat(line()).isEmpty();
  }

  @Test
  void passing_lets_the_others_go_first() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(TARIQ, "09:17", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .and(JUNE, "09:20:05", new PassOffer(CLAY))
        .until("09:20:05");
    assertThat(line()).containsExactly(TARIQ, JUNE);
    assertThat(offered()).contains(TARIQ);
  }

  @Test
  void nobody_waits_in_two_lines() {
    withMiraAtTheWheel()
        .and(NOAH, "09:15", new JoinFlex(LOOM))
        .and(TARIQ, "09:15", new JoinFlex(LOOM))
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(JUNE, "09:17", new JoinFlex(LOOM));
    assertThat(line()).isEmpty();
    assertThat(scene.floor().learning().flex().waitsAt(JUNE)).contains(LOOM);
  }

  @Test
  void whom_a_teacher_puts_elsewhere_gets_up_and_her_seat_is_offered() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(LENA, "09:20", retarget(MIRA))
        .until("09:20");
    assertThat(FlexSchool.place(scene.floor(), MIRA)).isEqualTo(HALL);
    assertThat(offered()).contains(JUNE);
  }

  private static Retarget retarget(PersonId student) {
    return new Retarget(List.of(student), Optional.empty(), HALL, Optional.empty(), false, "");
  }

  @Test
  void a_seat_that_staff_gave_away_meanwhile_is_not_taken_over_the_cap() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .and(
            LENA,
            "09:20:05",
            new Retarget(
                List.of(TARIQ), Optional.empty(), CLAY, Optional.empty(), true, "pottery"));
    assertThat(scene.isRefused(JUNE, "09:20:10", new TakeOffer(CLAY)))
        .isEqualTo(Refusal.STATION_FULL);
  }

  @Test
  void the_bell_empties_lines_and_seats() {
    withMiraAtTheWheel().and(JUNE, "09:16", new JoinFlex(CLAY)).until("09:45");
    assertThat(scene.floor().learning().flex().sittings()).isEmpty();
    assertThat(line()).isEmpty();
    assertThat(FlexSchool.place(scene.floor(), MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void a_hold_keeps_seats_and_lines_of_the_block() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(LENA, "09:40", steer(new Control.Hold()))
        .until("09:48");
    assertThat(FlexSchool.place(scene.floor(), MIRA)).isEqualTo(CLAY);
    assertThat(line()).containsExactly(JUNE);
  }

  @Test
  void a_closing_station_offers_nothing() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(CLAY))
        .and(LENA, "09:18", new CloseStation(CLAY, true, ""))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .until("09:21");
    assertThat(offered()).isEmpty();
    assertThat(scene.events(LineJoined.class)).hasSize(1);
  }

  @Test
  void a_student_may_sit_at_one_station_and_wait_for_another() {
    withMiraAtTheWheel()
        .and(JUNE, "09:16", new JoinFlex(LOOM))
        .and(JUNE, "09:17", new JoinFlex(CLAY))
        .and(MIRA, "09:20", new LeaveFlex(CLAY))
        .and(JUNE, "09:20:10", new TakeOffer(CLAY));
    assertThat(FlexSchool.place(scene.floor(), JUNE)).isEqualTo(CLAY);
    assertThat(scene.floor().learning().flex().sittings()).hasSize(1);
  }
}
