package dev.carillon.gateway;

import dev.carillon.floor.Aside;
import dev.carillon.gateway.Line.Transport;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Role;
import dev.carillon.wire.ClientFrame.Receipt;
import dev.carillon.wire.ClientFrame.Stage;
import dev.carillon.wire.CloseCode;
import dev.carillon.wire.WireError;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What the gateway counts. No label names a person.
final class GatewayMetrics {
  private final MeterRegistry registry;
  private final Map<Role, Map<Transport, AtomicInteger>> connections = new EnumMap<>(Role.class);
  private final DistributionSummary shownSkew;
  private final DistributionSummary hiddenSkew;

  GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (var role : Role.values()) {
      var counts = new EnumMap<Transport, AtomicInteger>(Transport.class);
      connections.put(role, counts);
      for (var transport : Transport.values()) {
        var count = new AtomicInteger();
        counts.put(transport, count);
        if (role != Role.SYSTEM && role != Role.SOURCE) {
          registry.gauge(
              "carillon.connections",
              Tags.of("role", role.word(), "transport", transport.word()),
              count);
        }
      }
    }
    shownSkew = skew("shown");
    hiddenSkew = skew("hidden");
  }

  void connected(Role role, Transport by) {
    count(role, by).incrementAndGet();
  }

  void left(Role role, Transport by) {
    count(role, by).decrementAndGet();
  }

  /// How far from its instant a device rang.
  void receipt(Receipt receipt) {
    registry
        .counter(
            "carillon.receipts",
            "of",
            receipt.of().name().toLowerCase(Locale.ROOT),
            "stage",
            receipt.stage().name().toLowerCase(Locale.ROOT))
        .increment();
    if (receipt.stage() == Stage.RUNG && receipt.skewMs().isPresent()) {
      var skew = receipt.hidden() ? hiddenSkew : shownSkew;
      skew.record(Math.abs(receipt.skewMs().getAsLong()) / 1000.0);
    }
  }

  void nonsense(WireError error) {
    registry.counter("carillon.wire.errors", "key", error.key()).increment();
  }

  void closed(CloseCode code) {
    registry.counter("carillon.closes", "reason", code.key()).increment();
  }

  void handshakeRefused(String reason) {
    registry.counter("carillon.handshakes.refused", "reason", reason).increment();
  }

  void ingested(SourceId source, Optional<Aside> aside) {
    registry
        .counter(
            "carillon.ingest.events",
            "source",
            source.value(),
            "result",
            aside.map(Aside::word).orElse("accepted"))
        .increment();
  }

  void dropped(String reason) {
    registry.counter("carillon.outbound.dropped", "reason", reason).increment();
  }

  void resynced(String reason) {
    registry.counter("carillon.resyncs", "reason", reason).increment();
  }

  private AtomicInteger count(Role role, Transport by) {
    return Objects.requireNonNull(Objects.requireNonNull(connections.get(role)).get(by));
  }

  private DistributionSummary skew(String visibility) {
    return DistributionSummary.builder("carillon.client.bell.skew.seconds")
        .tag("visibility", visibility)
        .serviceLevelObjectives(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 10)
        .register(registry);
  }
}
