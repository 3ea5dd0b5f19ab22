package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.school.BellSchedule;
import dev.carillon.school.BlockKind;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls for help while the clocks on the wall jump: nobody waits an hour too long on paper, and
/// nothing falls due an hour too early or too late.
final class HelpNightTest {
  private static final HelpId H1 = new HelpId("h1");

  /// @param night the service date
  /// @param asked five minutes before the wall jumps: to midnight, by an hour ahead, by an hour
  ///   back
  @ParameterizedTest
  @CsvSource({
    "America/Phoenix,  2026-09-14, 23:30, 24:45, 2026-09-15T06:55:00Z",
    "America/New_York, 2026-03-08, 01:30, 04:00, 2026-03-08T06:55:00Z",
    "America/New_York, 2026-11-01, 01:30, 03:00, 2026-11-01T05:55:00Z",
  })
  void waits_and_deadlines_are_real_time_over_midnight_and_change_nights_b31(
      ZoneId zone, LocalDate night, String from, String to, Instant asked) {
    var scene = new Scene(Floor.opened(opened(zone, night, from, to)));

    does(scene, JUNE, asked, new AskForHelp(H1, JUNE, HelpKind.PERSON, ""));
    scene.until(after(asked, 11));
    assertThat(scene.events(HelpEscalated.class))
        .extracting(HelpEscalated::at)
        .containsExactly(after(asked, 4), after(asked, 6), after(asked, 10));

    does(scene, ABEL, after(asked, 11), new ClaimHelp(H1));
    scene.until(after(asked, 14));
    assertThat(scene.events(ClaimLapsed.class))
        .extracting(ClaimLapsed::at)
        .containsExactly(after(asked, 13));

    does(scene, ABEL, after(asked, 14), new ClaimHelp(H1));
    does(scene, ABEL, after(asked, 15), new ArriveAtHelp(H1, 2));
    does(scene, ABEL, after(asked, 20), new ResolveHelp(H1, 2));
    var figures = HelpFigures.of(scene.floor(), scene.floor().at());
    assertThat(figures.toArrival().p50()).isEqualTo(Duration.ofMinutes(15));
    assertThat(figures.helpTime().p50()).isEqualTo(Duration.ofMinutes(5));
  }

  private static Instant after(Instant asked, int minutes) {
    return asked.plus(Duration.ofMinutes(minutes));
  }

  private static void does(Scene scene, PersonId who, Instant at, Command command) {
    scene.until(at);
    var stamp = new Stamp(who, scene.floor().school().people().get(who).role(), at);
    scene.apply(((Accepted) scene.floor().decide(command, stamp)).events());
  }

  private static DayOpened opened(ZoneId zone, LocalDate night, String from, String to) {
    var when = new When.Between(wall(from), wall(to));
    var block =
        new BlockTemplate(
            "late",
            "Late",
            BlockKind.ROTATION,
            when,
            new Flex(1, Duration.ofMinutes(20), false, false),
            new Phases(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(2)),
            BlockTemplate.ALL_BELLS);
    var evening = new BellSchedule(MAIN, "Evening", List.of(block)).on(night, zone);
    var plan = new DayPlan(night, zone, "Evening", "weekday", List.of(evening));
    var start = evening.blocks().getFirst().start();
    return new DayOpened(
        Fixtures.school(), plan, List.of(), Carry.NOTHING, 1, false, start.minusSeconds(600));
  }

  private static WallTime wall(String text) {
    return WallTime.parse(text).orElseThrow();
  }
}
