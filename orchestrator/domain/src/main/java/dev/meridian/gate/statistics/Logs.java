package dev.meridian.gate.statistics;

/** Sums of numbers that are kept as logarithms. */
final class Logs {
  private Logs() {}

  /** ln(e^a + e^b). */
  static double sum(double a, double b) {
    double high = Math.max(a, b);
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  /** ln(e^first + SUM e^others). */
  static double sum(double first, double[] others) {
    double high = first;
    for (double other : others) {
      high = Math.max(high, other);
    }
    double sum = Math.exp(first - high);
    for (double other : others) {
      sum += Math.exp(other - high);
    }
    return high + Math.log(sum);
  }
}
