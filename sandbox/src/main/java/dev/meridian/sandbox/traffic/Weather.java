package dev.meridian.sandbox.traffic;

/**
 * How far chance carries a world from its averages, as coefficients of variation.
 *
 * @param demand of the number of requests, for each group of users by itself
 * @param errors of a region's usual error rate, by itself: what makes counts over-dispersed
 * @param latency of a region's usual latency, by itself
 * @param common of the error rate everywhere at once
 */
public record Weather(double demand, double errors, double latency, double common) {
  /** Errors wander by 30 % in each region and by 20 % in all of them together. */
  public static final Weather USUAL = new Weather(0.03, 0.3, 0.02, 0.2);

  /** No weather at all. */
  public static final Weather STILL = new Weather(0, 0, 0, 0);

  /**
   * @throws IllegalArgumentException when one is negative
   */
  public Weather {
    if (demand < 0 || errors < 0 || latency < 0 || common < 0) {
      throw new IllegalArgumentException("weather should not be negative");
    }
  }
}
