package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.ClockSkew;
import dev.meridian.worker.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures the clock of each metrics system, again when the last measurement is older than so much
 * wall time: by the time that it gives to an answer for which no time was asked. Behind an endpoint
 * that answers for many, only its own clock is seen.
 */
final class ClockMeter {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Clock clock;
  private final Map<String, Measurement> known = new ConcurrentHashMap<>();

  private record Measurement(long nanos, ClockSkew skew) {
    boolean fresh() {
      return System.nanoTime() - nanos < FRESH.toNanos();
    }
  }

  ClockMeter(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws MetricsException METRICS_UNREACHABLE when it does not answer, or when its clock is so
   *     far from ours that its samples cannot be used
   */
  void check(String name, PrometheusClient client) {
    Measurement before = known.get(name);
    Measurement measured = before != null && before.fresh() ? before : measure(client);
    known.put(name, measured);
    measured
        .skew()
        .trouble()
        .ifPresent(trouble -> {
          throw new MetricsException(
              FailureCode.METRICS_UNREACHABLE,
              "metrics \"" + name + "\" cannot be used: " + trouble);
        });
  }

  private Measurement measure(PrometheusClient client) {
    Instant asked = clock.now();
    Instant said = client.time();
    return new Measurement(System.nanoTime(), ClockSkew.of(asked, said, clock.now()));
  }
}
