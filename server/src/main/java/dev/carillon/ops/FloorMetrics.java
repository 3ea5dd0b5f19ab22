package dev.carillon.ops;

import dev.carillon.desk.Desk;
import dev.carillon.desk.Publication;
import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.Floor;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// What is counted of the floor that is open. No label names a person.
final class FloorMetrics {
  private final MeterRegistry registry;
  private final DistributionSummary lateness;

  /// @param desk of the moment: another day has another one
  FloorMetrics(MeterRegistry registry, Supplier<Desk> desk) {
    this.registry = registry;
    lateness =
        DistributionSummary.builder("carillon.bell.lateness.seconds")
            .serviceLevelObjectives(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 10)
            .register(registry);
    gauge("carillon.store.up", Tags.empty(), desk, it -> it.state().isAway() ? 0 : 1);
    for (var state : ArrivalState.values()) {
      gauge("carillon.students", Tags.of("state", word(state)), desk, it -> students(it, state));
    }
    gauge("carillon.help.open", Tags.of("state", "waiting"), desk, it -> open(it, "waiting"));
    gauge("carillon.help.open", Tags.of("state", "claimed"), desk, it -> open(it, "claimed"));
    gauge("carillon.help.open", Tags.of("state", "helping"), desk, it -> open(it, "helping"));
    gauge("carillon.desk.entries", Tags.empty(), desk, it -> it.tally().entries.sum());
    gauge("carillon.desk.conflicts", Tags.empty(), desk, it -> it.tally().conflicts.sum());
    gauge("carillon.desk.not.saved", Tags.empty(), desk, it -> it.tally().notSaved.sum());
    gauge("carillon.desk.faults", Tags.empty(), desk, it -> it.tally().faults.sum());
  }

  /// On the desk's thread.
  void take(Publication publication) {
    int speed = Math.max(1, publication.clock().speed());
    for (var ring : publication.rings()) {
      registry.counter("carillon.bell.fired", "kind", ring.kind().word()).increment();
      var late = Duration.between(ring.scheduledFor(), ring.at());
      lateness.record(Math.max(0, late.toNanos() * 1e-9 / speed));
    }
  }

  private void gauge(String name, Tags tags, Supplier<Desk> desk, ToDoubleFunction<Desk> value) {
    registry.gauge(name, tags, desk, it -> value.applyAsDouble(it.get()));
  }

  private static double students(Desk desk, ArrivalState state) {
    return floor(desk).arrivals().values().stream()
        .filter(arrival -> arrival.state() == state)
        .count();
  }

  private static double open(Desk desk, String state) {
    return floor(desk).help().open().values().stream()
        .filter(request -> request.word().equals(state))
        .count();
  }

  private static Floor floor(Desk desk) {
    return desk.state().floor();
  }

  private static String word(ArrivalState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
