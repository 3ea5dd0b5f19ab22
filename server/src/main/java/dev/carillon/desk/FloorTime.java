package dev.carillon.desk;

import dev.carillon.log.FloorLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time of the log's keeper, as this node reckons it between two questions.
///
/// Problem: nodes must agree on the time although their wall clocks differ and may jump. Way: the
/// keeper's time is asked now and then; of the last answers the one with the shortest round trip is
/// believed, as it cannot be off by more than half of it (the idea of NTP's clock filter, RFC 5905
/// section 10); in between this node's monotonic clock carries on. Limits: an answer more than
/// [#STEP_MS_MAX] away from the reckoning is a step of the source: it is not followed, as no bell
/// may move for it, but counted and logged. The reckoning never runs backwards.
///
/// Thread-safe.
public final class FloorTime implements Clock {
  private static final Logger LOG = LoggerFactory.getLogger(FloorTime.class);

  /// A larger difference is a step of the source and not an error of measuring.
  public static final long STEP_MS_MAX = 250;

  private static final int SAMPLES = 8;
  private static final long ASK_MS = 4_000;
  private static final double NANOS_PER_MS = 1e6;

  private record Sample(double offsetMs, double roundTripMs) {}

  private final LongSupplier monotonicNanos;
  private final ArrayDeque<Sample> samples = new ArrayDeque<>();
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
  private final LongAdder steps = new LongAdder();
  private volatile double offsetMs = Double.NaN;

  FloorTime(LongSupplier monotonicNanos) {
    this.monotonicNanos = monotonicNanos;
  }

  /// Asks the log for its time, and from then on every few seconds.
  public static Future<FloorTime> follow(Vertx vertx, FloorLog log) {
    var time = new FloorTime(System::nanoTime);
    vertx.setPeriodic(
        ASK_MS,
        _ ->
            time.ask(log)
                .onFailure(cause -> LOG.debug("the log does not tell the time: {}", cause + "")));
    return time.ask(log).map(time);
  }

  private Future<?> ask(FloorLog log) {
    double sentMs = monotonicMs();
    return log.sourceMs().onSuccess(sourceMs -> learn(sentMs, monotonicMs(), sourceMs));
  }

  private double monotonicMs() {
    return monotonicNanos.getAsLong() / NANOS_PER_MS;
  }

  synchronized void learn(double sentMs, double receivedMs, long sourceMs) {
    // The source cuts off its fraction of a millisecond: half of one is missing on average.
    var sample = new Sample(sourceMs + 0.5 - (sentMs + receivedMs) / 2, receivedMs - sentMs);
    double uncertainMs = sample.roundTripMs() / 2;
    if (Math.abs(sample.offsetMs() - offsetMs) > STEP_MS_MAX + uncertainMs) {
      steps.increment();
      LOG.error(
          "the log's clock is {} ms away from what it should be: not followed",
          Math.round(sample.offsetMs() - offsetMs));
      return;
    }
    if (samples.size() == SAMPLES) {
      samples.removeFirst();
    }
    samples.addLast(sample);
    offsetMs =
        samples.stream()
            .min(Comparator.comparingDouble(Sample::roundTripMs))
            .orElse(sample)
            .offsetMs();
  }

  @Override
  public long sourceMs() {
    long nowMs = (long) Math.floor(monotonicMs() + offsetMs);
    return last.accumulateAndGet(nowMs, Math::max);
  }

  /// How often the source was seen to jump.
  public long steps() {
    return steps.sum();
  }
}
