package dev.meridian.bench.verdict;

import java.util.SplittableRandom;

/** Seeded draws. */
final class Chance {
  private static final double LARGE = 300;

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Knuth's product; a rounded normal above 300, where the two agree to a few in a thousand. */
  double poisson(double mean) {
    if (mean > LARGE) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    double count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Gamma noise with mean 1 (Marsaglia and Tsang; both shapes used here are 1 or more). */
  double noise(double cv) {
    if (cv == 0) {
      return 1;
    }
    double shape = 1 / (cv * cv);
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v / shape;
      }
    }
  }
}
