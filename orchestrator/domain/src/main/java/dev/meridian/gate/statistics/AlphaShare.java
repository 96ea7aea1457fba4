package dev.meridian.gate.statistics;

/**
 * What one gate may spend in one attempt in one region: the chance that it stops a healthy release.
 *
 * @param alpha all of it, above 0
 */
public record AlphaShare(double alpha) {
  private static final double PAIRED = 0.8;
  private static final double CEILING = 0.15;
  private static final double CALIBRATION = 0.05;

  public AlphaShare {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha should be between 0 and 1: was " + alpha);
    }
  }

  /** The e-value at which the paired test stops the release. */
  public double pairedLimit() {
    return 1 / (PAIRED * alpha);
  }

  /** The e-value at which the ceiling test stops the release. */
  public double ceilingLimit() {
    return 1 / (CEILING * alpha);
  }

  /** The chance that kappa is too small. */
  public double calibrationError() {
    return CALIBRATION * alpha;
  }
}
