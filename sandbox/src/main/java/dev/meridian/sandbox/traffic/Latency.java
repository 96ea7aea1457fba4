package dev.meridian.sandbox.traffic;

import java.util.List;

/** How long requests take: log-normal, with a median that varies and a shape that does not. */
final class Latency {
  /** With a median of 0.06 s it leaves 1 % above 0.3 s. */
  private static final double SHAPE = 0.69;

  /** What is slower has harmed somebody. */
  static final double LIMIT_SECONDS = 0.3;

  /** Upper bounds of the histogram's buckets in seconds; the last one takes the rest. */
  private static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, Double.POSITIVE_INFINITY
  };

  /** The bounds as they stand in the label {@code le}. */
  static final List<String> LE =
      List.of(
          "0.005", "0.01", "0.025", "0.05", "0.1", "0.2", "0.3", "0.5", "1", "2.5", "5", "+Inf");

  private Latency() {}

  /** Share of requests within each bucket's bound, the last one 1. */
  static double[] within(double median) {
    double[] shares = new double[BOUNDS.length];
    for (int i = 0; i < BOUNDS.length; i++) {
      shares[i] = within(median, BOUNDS[i]);
    }
    return shares;
  }

  /** Share of requests slower than {@link #LIMIT_SECONDS}. */
  static double slow(double median) {
    return 1 - within(median, LIMIT_SECONDS);
  }

  /** What a request in a bucket has taken on average, roughly: the middle of its bounds. */
  static double typical(int bucket) {
    double lower = bucket == 0 ? 0 : BOUNDS[bucket - 1];
    return bucket == BOUNDS.length - 1 ? 1.5 * lower : (lower + BOUNDS[bucket]) / 2;
  }

  private static double within(double median, double bound) {
    return Double.isInfinite(bound) ? 1 : normal(Math.log(bound / median) / SHAPE);
  }

  /** The normal distribution function, to 1e-7: Abramowitz and Stegun 26.2.17. */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        Math.exp(-z * z / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z >= 0 ? 1 - tail : tail;
  }
}
