package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.HelpClosing.Leaving;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who leaves the room at the bell, as helpers see it shortly before. Mira goes from the studio to
/// the centre at 08:35, Noah from the centre to the studio, and June stays in the centre.
@ExtendWith(KeptInLogs.class)
final class HelpClosingTest {
  private static final HelpId H1 = new HelpId("h1");

  private final Scene day = Scene.opened();

  private Scene asks(PersonId student, String time, HelpKind kind) {
    return day.and(student, time, new AskForHelp(H1, student, kind, ""));
  }

  private Optional<Leaving> leaving() {
    return new HelpClosing(day.floor()).of(day.help(H1));
  }

  @Test
  void whoever_is_due_in_another_room_leaves_at_the_bell() {
    asks(MIRA, "08:10", HelpKind.WORK);
    assertThat(leaving()).contains(new Leaving(at("08:33:30"), at("08:35"), Optional.of(CENTRE)));
    day.and(LENA, "08:20", steer(new Control.Extend(5, Ripple.COMPRESS)));
    assertThat(leaving()).contains(new Leaving(at("08:38:30"), at("08:40"), Optional.of(CENTRE)));
  }

  @Test
  void the_bell_is_near_from_ninety_seconds_before_it_and_over_with_it() {
    var leaving = new Leaving(at("08:33:30"), at("08:35"), Optional.of(CENTRE));
    assertThat(leaving.isNear(at("08:33:29"))).isFalse();
    assertThat(leaving.isNear(at("08:33:30"))).isTrue();
    assertThat(leaving.isNear(at("08:35"))).isFalse();
  }

  @Test
  void whoever_is_in_the_room_in_the_next_block_as_well_leaves_nothing() {
    asks(JUNE, "08:10", HelpKind.WORK);
    assertThat(leaving()).isEmpty();
  }

  @Test
  void whoever_may_stay_over_the_bell_does_not_leave() {
    asks(MIRA, "08:10", HelpKind.WORK);
    day.and(ROSA, "08:20", new AllowStay(MIRA, 30, StayReason.EXTRA_TIME));
    assertThat(leaving()).isEmpty();
  }

  @Test
  void what_is_broken_stays_with_its_station_and_who_tries_alone_is_not_called() {
    asks(MIRA, "08:10", HelpKind.EQUIPMENT);
    assertThat(leaving()).isEmpty();
    var other = new HelpId("h2");
    day.and(NOAH, "08:10", new AskForHelp(other, NOAH, HelpKind.WORK, ""))
        .and(ROSA, "08:30", new ClaimHelp(H1));
    day.and(ABEL, "08:30", new ClaimHelp(other)).and(ABEL, "08:31", new ArriveAtHelp(other, 1));
    assertThat(new HelpClosing(day.floor()).of(day.help(other))).isPresent();
    day.and(ABEL, "08:32", new HoldHelp(other, 1, 2, ""));
    assertThat(new HelpClosing(day.floor()).of(day.help(other))).isEmpty();
  }

  @Test
  void while_the_schedule_stands_nobody_leaves() {
    asks(MIRA, "08:10", HelpKind.WORK);
    day.and(LENA, "08:20", steer(new Control.Pause()));
    assertThat(leaving()).isEmpty();
  }
}
