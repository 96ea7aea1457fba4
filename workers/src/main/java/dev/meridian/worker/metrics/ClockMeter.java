package dev.meridian.worker.metrics;

import dev.meridian.failure.FailureCode;
import dev.meridian.gate.sample.ClockSkew;
import dev.meridian.worker.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures the clock of each metrics system every 30 s (in a fast sandbox less often by its own
 * time), by the time that it gives to an answer for which no time was asked. Behind an endpoint
 * that answers for many, only its own clock is seen.
 */
final class ClockMeter {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration EVERY_WALL = Duration.ofMillis(250);

  private final Clock clock;
  private final Duration fresh;
  private final Map<String, Measurement> known = new ConcurrentHashMap<>();

  private record Measurement(long nanos, ClockSkew skew) {
    boolean isYoungerThan(Duration age) {
      return System.nanoTime() - nanos < age.toNanos();
    }
  }

  ClockMeter(Clock clock) {
    this.clock = clock;
    Duration every = clock.pace().toWall(EVERY);
    this.fresh = every.compareTo(EVERY_WALL) > 0 ? every : EVERY_WALL;
  }

  /**
   * @throws MetricsException METRICS_UNREACHABLE when it does not answer, or when its clock is so
   *     far from ours that its samples cannot be used
   */
  void check(String name, PrometheusClient client) {
    Measurement before = known.get(name);
    Measurement measured = before != null && before.isYoungerThan(fresh) ? before : measure(client);
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
