package dev.meridian.gate.sight;

import dev.meridian.gate.sample.Counts;
import dev.meridian.gate.statistics.Calibration;
import java.util.Optional;

/**
 * How a region usually does on a gate while it runs the incumbent.
 *
 * @param badRate usual share of bad events, more than 0, less than 1
 * @param calibration against the control that it will have; unknown: the ceiling test only
 * @param measured how many requests came; empty where nothing was measured and all is assumed
 */
public record Baseline(double badRate, Calibration calibration, Optional<Requests> measured) {
  /**
   * Mean requests/s.
   *
   * @param own of the region
   * @param control of its control
   */
  public record Requests(double own, double control) {}

  /** Something that is assumed, or measured elsewhere. */
  public Baseline(double badRate, Calibration calibration) {
    this(badRate, calibration, Optional.empty());
  }

  /** The same with the requests/s that it was measured on. */
  public Baseline carrying(double own, double control) {
    return new Baseline(badRate, calibration, Optional.of(new Requests(own, control)));
  }

  /**
   * From what was counted. Where nothing was bad the rate is taken to be half an event: less would
   * be more than is known.
   *
   * @param counted while the region ran the incumbent; more than nothing
   */
  public static Baseline of(Counts counted, Calibration calibration) {
    return new Baseline((counted.bad() + 0.5) / (counted.all() + 1), calibration);
  }

  /**
   * @throws IllegalArgumentException when the rate is not between 0 and 1
   */
  public Baseline {
    if (!(badRate > 0 && badRate < 1)) {
      throw new IllegalArgumentException("usual bad rate should be between 0 and 1: " + badRate);
    }
  }
}
