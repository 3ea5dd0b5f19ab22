package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.HALL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LIBRARY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Assignment;
import dev.carillon.school.HelpTerms;
import dev.carillon.school.HelpTerms.Fairness;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Outline;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who is taken next: those who come back before the others, though not for ever; the nearest of
/// the first, where a school wants that; and nobody loses her place by what helpers do.
@ExtendWith(KeptInLogs.class)
final class HelpLaneTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final HelpId H3 = new HelpId("h3");
  private static final HelpId H4 = new HelpId("h4");
  private static final HelpId H5 = new HelpId("h5");

  private static AskForHelp ask(HelpId help, PersonId student) {
    return new AskForHelp(help, student, HelpKind.WORK, "");
  }

  private static HelpId next(Scene day, PersonId helper, String time) {
    var accepted = (Accepted) day.decide(helper, time, new ClaimNext());
    return ((HelpGiven) accepted.result()).help();
  }

  private static List<String> line(Floor floor) {
    return floor.line(List.of(CENTRE_ROOM)).stream()
        .filter(Waiting.class::isInstance)
        .map(request -> request.id().value())
        .toList();
  }

  // --- Returning ones and the others
  // -----------------------------------------------------------

  /// June waits from 08:04. Noah is not found, comes back, and is taken at once, time after time.
  private static Scene noahComesBack(int times) {
    var day =
        Scene.opened()
            .and(JUNE, "08:04", ask(H2, JUNE))
            .and(NOAH, "08:04:30", ask(H1, NOAH))
            .and(PIA, "08:05", new ClaimHelp(H1));
    for (int epoch = 1; epoch <= times; epoch++) {
      var minute = "08:0" + (4 + epoch);
      day.and(PIA, minute + ":10", new SayNotHere(H1, epoch))
          .and(NOAH, minute + ":20", new SayHere(H1));
      if (epoch < times) {
        day.and(PIA, minute + ":30", new ClaimNext());
      }
    }
    return day;
  }

  @Test
  void after_three_returning_ones_in_a_row_whoever_has_waited_for_five_minutes_is_next() {
    // Taken at 08:05:30, 08:06:30 and 08:07:30, and back in the line at 08:08:20.
    var day = noahComesBack(4);
    assertThat(day.help(H1).epoch()).isEqualTo(4);
    assertThat(line(day.floor())).containsExactly("h1", "h2");
    assertThat(next(day, PIA, "08:09")).as("five minutes and no more").isEqualTo(H1);
    assertThat(next(day, PIA, "08:09:00.001")).isEqualTo(H2);
  }

  @Test
  void two_in_a_row_are_not_enough() {
    var day = noahComesBack(3);
    assertThat(next(day, PIA, "08:10")).isEqualTo(H1);
  }

  @Test
  void then_the_returning_ones_come_first_again() {
    var day = noahComesBack(4).and(PIA, "08:09:10", new ClaimNext());
    assertThat(day.help(H2).owner()).contains(PIA);
    assertThat(next(day, ABEL, "08:09:20")).isEqualTo(H1);
  }

  @Test
  void what_is_taken_in_another_room_does_not_count() {
    var day =
        noahComesBack(4)
            .and(MIRA, "08:08:30", ask(H4, MIRA))
            .and(ROSA, "08:08:40", new ClaimHelp(H4));
    assertThat(next(day, PIA, "08:09:10")).isEqualTo(H2);
  }

  @Test
  void urgent_calls_wait_for_nobodys_turn() {
    var day =
        noahComesBack(4).and(TARIQ, "08:09:10", new AskForHelp(H3, TARIQ, HelpKind.URGENT, ""));
    assertThat(next(day, PIA, "08:09:20")).isEqualTo(H3);
  }

  // --- The nearest
  // -----------------------------------------------------------------------------

  /// Mira and June sit in the centre, Noah is in the hall, Tariq in the library. Abel was in the
  /// library last, for less than what counts as help.
  private static Scene abelIsInTheLibrary(boolean nearest) {
    var it = Fairness.DEFAULTS;
    var fairness =
        new Fairness(
            it.penalty(),
            it.penaltyMax(),
            it.helpedAfter(),
            it.returningMax(),
            it.patience(),
            nearest,
            it.nearestWithin(),
            it.freeChoice(),
            it.triesAfter());
    var school = Fixtures.school(Rules.DEFAULTS.with(HelpTerms.DEFAULTS.with(fairness)));
    var opened =
        new Event.DayOpened(
            spread(school),
            Fixtures.day(),
            List.of(in(CENTRE, MIRA), in(CENTRE, JUNE), in(HALL, NOAH), in(LIBRARY, TARIQ)),
            Carry.NOTHING,
            1,
            false,
            at("07:30"));
    return new Scene(Floor.opened(opened))
        .and(TARIQ, "08:05", ask(H5, TARIQ))
        .and(ABEL, "08:06", new ClaimHelp(H5))
        .and(ABEL, "08:06:30", new ArriveAtHelp(H5, 1))
        .and(ABEL, "08:06:50", new ResolveHelp(H5, 1));
  }

  private static Assignment in(StationId station, PersonId student) {
    return Fixtures.assignment(student, "b1", station);
  }

  private static School spread(School school) {
    var stations = new LinkedHashMap<>(school.stations());
    Map.of(CENTRE, 0, HALL, 40, LIBRARY, 80)
        .forEach((id, x) -> stations.computeIfPresent(id, (_, old) -> placed(old, x)));
    return Changed.from(school).stations(stations).school();
  }

  private static Station placed(Station old, double x) {
    return new Station(
        old.id(),
        old.room(),
        old.name(),
        old.activity(),
        old.kind(),
        old.badge(),
        old.softCap(),
        old.hardCap(),
        new Outline(x, 0, 10, 10),
        old.seats(),
        old.adults(),
        old.terms());
  }

  private static Scene miraJuneAndNoahAsk(Scene day, String juneAt, String noahAt) {
    return day.and(MIRA, "08:10", ask(H1, MIRA))
        .and(JUNE, juneAt, ask(H2, JUNE))
        .and(NOAH, noahAt, ask(H3, NOAH));
  }

  @Test
  void where_a_school_wants_it_the_nearest_of_the_first_three_is_next() {
    var day = miraJuneAndNoahAsk(abelIsInTheLibrary(true), "08:10:30", "08:11");
    assertThat(next(day, ABEL, "08:12")).isEqualTo(H3);
  }

  @Test
  void not_when_she_came_more_than_a_minute_after_the_first() {
    var day = miraJuneAndNoahAsk(abelIsInTheLibrary(true), "08:10:30", "08:11:00.001");
    assertThat(next(day, ABEL, "08:12")).isEqualTo(H1);
  }

  @Test
  void the_fourth_is_passed_by_however_near_she_is() {
    var day = miraJuneAndNoahAsk(abelIsInTheLibrary(true), "08:10:10", "08:10:20");
    day.and(TARIQ, "08:10:30", ask(H4, TARIQ));
    assertThat(line(day.floor())).containsExactly("h1", "h2", "h3", "h4");
    assertThat(next(day, ABEL, "08:12")).isEqualTo(H3);
  }

  @Test
  void whoever_was_nowhere_yet_takes_the_first() {
    var day = miraJuneAndNoahAsk(abelIsInTheLibrary(true), "08:10:10", "08:10:20");
    assertThat(next(day, PIA, "08:12")).isEqualTo(H1);
  }

  @Test
  void no_school_has_it_that_has_not_asked_for_it() {
    assertThat(Fairness.DEFAULTS.nearest()).isFalse();
    var day = miraJuneAndNoahAsk(abelIsInTheLibrary(false), "08:10:10", "08:10:20");
    assertThat(next(day, ABEL, "08:12")).isEqualTo(H1);
  }

  // --- Places
  // ----------------------------------------------------------------------------------

  private static void helped(Scene day, PersonId student, HelpId help, String minute) {
    day.and(student, minute, ask(help, student))
        .and(ABEL, minute + ":05", new ClaimHelp(help))
        .and(ABEL, minute + ":10", new ArriveAtHelp(help, 1))
        .and(ABEL, minute + ":40", new ResolveHelp(help, 1));
  }

  /// V = E + min(8 minutes, 3 minutes for each help of late): 08:26, 08:24 and 08:22. What is in
  /// the logs is folded again after each test; here the order is, too.
  @Test
  void of_three_who_ask_in_order_the_one_helped_twice_is_last_also_after_a_restart_b16() {
    var day = Scene.opened();
    helped(day, NOAH, H3, "08:06");
    helped(day, NOAH, H4, "08:08");
    helped(day, TARIQ, H5, "08:12");
    day.and(NOAH, "08:20", ask(new HelpId("n"), NOAH))
        .and(TARIQ, "08:21", ask(new HelpId("t"), TARIQ))
        .and(JUNE, "08:22", ask(new HelpId("j"), JUNE));
    assertThat(virtual(day, "n")).isEqualTo("08:26");
    assertThat(virtual(day, "t")).isEqualTo("08:24");
    assertThat(virtual(day, "j")).isEqualTo("08:22");
    assertThat(line(day.floor())).containsExactly("j", "t", "n");

    var restarted = day.start();
    for (var entry : day.entries()) {
      for (var event : entry) {
        restarted = restarted.evolve(event).floor();
      }
    }
    assertThat(line(restarted)).containsExactly("j", "t", "n");
    assertThat(restarted.help().open()).isEqualTo(day.floor().help().open());
  }

  private static String virtual(Scene day, String help) {
    return Scene.local(day.help(new HelpId(help)).standing().turn().virtual());
  }

  /// How a helper may fail a student.
  enum Failure {
    RELEASED,
    LAPSED,
    HAND_OFF_NOT_ACCEPTED
  }

  @ParameterizedTest
  @EnumSource
  void whoever_was_failed_by_a_helper_stands_at_least_as_well_as_before_b19(Failure failure) {
    var day =
        Scene.opened()
            .and(JUNE, "08:10", ask(H2, JUNE))
            .and(NOAH, "08:11", ask(H1, NOAH))
            .and(TARIQ, "08:12", ask(H3, TARIQ));
    assertThat(line(day.floor())).containsExactly("h2", "h1", "h3");
    var before = day.help(H1).standing().turn();
    day.and(ABEL, "08:13", new ClaimHelp(H1));
    switch (failure) {
      case RELEASED -> day.and(ABEL, "08:14", new ReleaseHelp(H1, 1));
      case LAPSED -> day.until("08:15");
      case HAND_OFF_NOT_ACCEPTED ->
          day.and(ABEL, "08:14", new HandOffHelp(H1, 1, Optional.of(PIA), Optional.empty()))
              .until("08:17");
    }
    var after = day.help(H1).standing().turn();
    assertThat(after.virtual()).isEqualTo(before.virtual());
    assertThat(after.lane()).isLessThanOrEqualTo(before.lane());
    assertThat(line(day.floor()).indexOf("h1"))
        .as("%s", line(day.floor()))
        .isLessThanOrEqualTo(1)
        .isEqualTo(failure == Failure.HAND_OFF_NOT_ACCEPTED ? 0 : 1);
    assertThat(day.floor().help().helps()).as("and nothing counts as help").isEmpty();
    assertThat(next(day, ABEL, "08:18"))
        .isEqualTo(failure == Failure.HAND_OFF_NOT_ACCEPTED ? H1 : H2);
  }
}
