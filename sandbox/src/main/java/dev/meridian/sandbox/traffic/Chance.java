package dev.meridian.sandbox.traffic;

import java.util.SplittableRandom;

/**
 * Draws that are the same at every replay: a key names what is drawn, a number which one of many.
 */
final class Chance {
  /** Below this mean a draw is exact, above it a rounded normal one: 30 is the usual border. */
  private static final double FEW = 30;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The key of whatever these words name, in the world of this seed. */
  static long key(long seed, String... words) {
    long key = mixed(seed);
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        key = (key ^ word.charAt(i)) * 0x100000001B3L;
      }
      key = mixed(key + 0x9E3779B97F4A7C15L);
    }
    return key;
  }

  static Chance at(long key, long number) {
    return new Chance(mixed(key ^ mixed(number + 0x9E3779B97F4A7C15L)));
  }

  /** Between 0 and 1. */
  double uniform() {
    return random.nextDouble();
  }

  /** Mean 0, deviation 1. */
  double normal() {
    return random.nextGaussian();
  }

  /** How many of independent rare events happen. */
  long poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > FEW) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    }
    double left = uniform();
    double term = Math.exp(-mean);
    long count = 0;
    while (left > term && term > 0) {
      left -= term;
      count++;
      term *= mean / count;
    }
    return count;
  }

  /** How many of {@code n} happen, each with the same chance. */
  long binomial(long n, double chance) {
    if (n <= 0 || chance <= 0) {
      return 0;
    }
    if (chance >= 1) {
      return n;
    }
    if (chance > 0.5) {
      return n - binomial(n, 1 - chance);
    }
    double mean = n * chance;
    if (mean > FEW) {
      double drawn = mean + Math.sqrt(mean * (1 - chance)) * normal();
      return Math.clamp(Math.round(drawn), 0, n);
    }
    double odds = chance / (1 - chance);
    double left = uniform();
    double term = Math.pow(1 - chance, (double) n);
    long count = 0;
    while (left > term && count < n && term > 0) {
      left -= term;
      count++;
      term *= odds * (n - count + 1) / count;
    }
    return count;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
