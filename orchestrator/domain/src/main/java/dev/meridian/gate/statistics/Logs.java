package dev.meridian.gate.statistics;

/** Sums of numbers that are kept as logarithms. */
final class Logs {
  private Logs() {}

  /** ln(e^a + e^b). */
  static double sum(double a, double b) {
    double high = Math.max(a, b);
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
