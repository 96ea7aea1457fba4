package dev.meridian.simulation;

import dev.meridian.release.RegionAttempt;

/** How long things take: the same thing always as long, whatever else happens. */
final class Durations {
  private final long seed;

  Durations(long seed) {
    this.seed = seed;
  }

  /** Seconds between two bounds. */
  long of(String what, RegionAttempt rollout, int least, int most) {
    long hash = mixed(mixed(seed ^ what.hashCode()) + rollout.region().hashCode());
    return least + Math.floorMod(mixed(hash + rollout.attempt()), most - least + 1L);
  }

  /** A number below {@code bound} that belongs to the n-th of something. */
  int draw(String what, int number, int bound) {
    return Math.floorMod(mixed(mixed(seed ^ what.hashCode()) + number), bound);
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
