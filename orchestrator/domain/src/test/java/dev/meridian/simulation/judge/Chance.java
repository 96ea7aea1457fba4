package dev.meridian.simulation.judge;

import java.util.SplittableRandom;

/** Seeded draws. */
public final class Chance {
  private static final double LARGE = 300;

  private final SplittableRandom random;

  /** The same draws for the same seed. */
  public Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The draws that belong to the n-th of something in some place. */
  static Chance of(long seed, long place, long number) {
    return new Chance(mixed(mixed(mixed(seed) + place) + number));
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Knuth's product; a rounded normal above 300, where the two agree to a few in a thousand. */
  public double poisson(double mean) {
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

  /** Gamma noise with mean 1 (Marsaglia and Tsang), for a CV of at most 1. */
  public double noise(double cv) {
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

  double gaussian() {
    return random.nextGaussian();
  }
}
