package dev.meridian.simulation.judge;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;

/** The gates of the simulated service: those of the example, but for processor time. */
final class Gates {
  static final String ERRORS = "errors";
  static final String LATENCY = "latency";
  static final String MEMORY = "memory";

  /** Share of failing requests above which it is bad without any comparison. */
  static final double ERRORS_CEILING = 0.01;

  /** Share of slow requests above which it is bad without any comparison. */
  static final double LATENCY_CEILING = 0.05;

  /** Memory is read so often, in seconds. */
  static final long MEMORY_INTERVAL = 300;

  private static final Share HALF = Share.ofFraction(0.5);

  private Gates() {}

  /** All of them, ratio gates read at this distance. */
  static List<GateSpec> every(Duration interval) {
    return List.of(
        new GateSpec.Ratio(
            ERRORS,
            true,
            new GateSpec.Events.Counters("all", "bad"),
            Share.ofFraction(ERRORS_CEILING),
            true,
            interval,
            HALF),
        new GateSpec.Ratio(
            LATENCY,
            true,
            new GateSpec.Events.Latency("seconds", Duration.ofMillis(300)),
            Share.ofFraction(LATENCY_CEILING),
            true,
            interval,
            HALF),
        new GateSpec.Trend(
            MEMORY,
            true,
            MEMORY,
            Place.MEMORY_LIMIT,
            Duration.ofHours(12),
            Duration.ofSeconds(MEMORY_INTERVAL),
            HALF));
  }
}
