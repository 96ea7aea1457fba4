package dev.meridian.gate.statistics;

/** The standard normal distribution. */
final class Normal {
  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01,
    1
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
  };
  private static final double TAIL = 0.02425;
  private static final double SERIES_UNTIL = 3;
  private static final int TERMS = 100;

  private Normal() {}

  /**
   * z with P(Z &gt; z) = {@code upper}, by Acklam's rational approximation (relative error below
   * 1.2e-9).
   *
   * @param upper above 0, below 1
   */
  static double upperQuantile(double upper) {
    if (!(upper > 0 && upper < 1)) {
      throw new IllegalArgumentException("probability should be between 0 and 1: was " + upper);
    }
    if (upper > 0.5) {
      return -upperQuantile(1 - upper);
    }
    if (upper < TAIL) {
      double q = Math.sqrt(-2 * Math.log(upper));
      return -polynomial(C, q) / polynomial(D, q);
    }
    double q = 0.5 - upper;
    double r = q * q;
    return polynomial(A, r) * q / polynomial(B, r);
  }

  /**
   * P(Z &gt; z): near the middle by the power series of Marsaglia ("Evaluating the Normal
   * Distribution", 2004), in the tail by Laplace's continued fraction; relative error below 1e-9.
   *
   * @param z 0 or more
   */
  static double upperTail(double z) {
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (z >= SERIES_UNTIL) {
      double fraction = z;
      for (int k = TERMS; k >= 1; k--) {
        fraction = z + k / fraction;
      }
      return density / fraction;
    }
    double term = z;
    double sum = z;
    for (int k = 1; k <= TERMS; k++) {
      term *= z * z / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * x + coefficient;
    }
    return value;
  }
}
