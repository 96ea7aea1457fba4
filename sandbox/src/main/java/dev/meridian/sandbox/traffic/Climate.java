package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Duration;

/** What is usual in a region, whichever revision serves: its error rate and its latency. */
final class Climate {
  /** Of all requests, one in 1,250 fails on average over regions. */
  private static final double ERRORS = 0.0008;

  /** Half of all requests are faster; with the shape of {@link Latency} 1 % exceed 0.3 s. */
  private static final double MEDIAN_SECONDS = 0.06;

  /** In a storm requests fail so many times as often. */
  static final double STORM = 5;

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final double errors;
  private final double median;
  private final Drift ownErrors;
  private final Drift ownLatency;
  private final Drift commonErrors;

  Climate(WorldSpec spec, WorldRegion region, Weather weather) {
    long seed = spec.seed();
    String code = region.code().value();
    Chance own = Chance.at(Chance.key(seed, "climate", code), 0);
    this.errors = ERRORS * (0.75 + 0.6 * own.uniform());
    this.median = MEDIAN_SECONDS * (0.93 + 0.14 * own.uniform());
    this.ownErrors = new Drift(Chance.key(seed, "errors", code), 3 * MINUTE, weather.errors());
    this.ownLatency = new Drift(Chance.key(seed, "latency", code), 3 * MINUTE, weather.latency());
    this.commonErrors = new Drift(Chance.key(seed, "common"), 180 * MINUTE, weather.common());
  }

  /** Share of requests that fail. */
  double errors(long instant) {
    return errors * ownErrors.at(instant) * commonErrors.at(instant);
  }

  /** Seconds that half of the requests stay below. */
  double median(long instant) {
    return median * ownLatency.at(instant);
  }
}
