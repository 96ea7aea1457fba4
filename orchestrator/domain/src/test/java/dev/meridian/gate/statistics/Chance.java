package dev.meridian.gate.statistics;

import java.util.SplittableRandom;

/** Seeded draws. */
final class Chance {
  private static final double LARGE = 500;

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  double uniform() {
    return random.nextDouble();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  /** Knuth's product; a rounded normal above 500. */
  long poisson(double mean) {
    if (mean > LARGE) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    long count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Gamma noise with mean 1: by Marsaglia and Tsang, with the boost below shape 1. */
  double noise(double cv) {
    if (cv == 0) {
      return 1;
    }
    double shape = 1 / (cv * cv);
    return gamma(shape) / shape;
  }

  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
