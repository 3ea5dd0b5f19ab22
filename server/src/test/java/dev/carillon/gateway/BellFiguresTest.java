package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.school.BellKind;
import dev.carillon.school.Id.BellId;
import dev.carillon.wire.ClientFrame.Of;
import dev.carillon.wire.ClientFrame.Receipt;
import dev.carillon.wire.ClientFrame.Stage;
import dev.carillon.wire.ServerFrame.BellHeard;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How many devices rang, when they come and go around the bell.
final class BellFiguresTest {
  private static final BellId BELL = BellId.of(Fixtures.DATE, Fixtures.block("b2"), BellKind.MOVE);
  private static final DeviceName MIRAS = new DeviceName(Fixtures.MIRA, "tablet");
  private static final DeviceName TARIQS = new DeviceName(Fixtures.TARIQ, "tablet");

  private final BellFigures figures = new BellFigures();

  @Test
  void a_device_that_came_back_after_the_bell_counts_once() {
    rings(MIRAS);
    figures.receipt(MIRAS, rung());
    figures.receipt(MIRAS, rung());
    assertThat(heard().devices()).isEqualTo(1);
    assertThat(heard().rang()).isEqualTo(1);
  }

  @Test
  void a_device_that_was_away_at_the_bell_and_rang_by_itself_is_one_of_the_devices() {
    rings(MIRAS);
    figures.receipt(TARIQS, rung());
    assertThat(heard().devices()).isEqualTo(2);
    assertThat(heard().rang()).isEqualTo(1);
    figures.receipt(MIRAS, rung());
    assertThat(heard().devices()).isEqualTo(2);
    assertThat(heard().rang()).isEqualTo(2);
  }

  private void rings(DeviceName... devices) {
    Instant at = Fixtures.at("08:35");
    var bell = new BellRang(BELL, Fixtures.MAIN, BellKind.MOVE, at, at, false);
    figures.rings(bell, Set.of(devices));
  }

  private static Receipt rung() {
    return new Receipt(Of.BELL, BELL.value(), Stage.RUNG, OptionalLong.of(3), false);
  }

  private BellHeard heard() {
    return figures.now().bells().getFirst();
  }
}
