package dev.meridian.sandbox.traffic;

/**
 * A factor that wanders around 1: log-normal, with mean 1 and a given coefficient of variation. It
 * is drawn anew for every block of time and glides from one draw to the next.
 */
final class Drift {
  private final long key;
  private final long block;
  private final double sigma;

  /**
   * A drift.
   *
   * @param block milliseconds from one draw to the next
   * @param variation coefficient of variation, for example 0.3
   */
  Drift(long key, long block, double variation) {
    this.key = key;
    this.block = block;
    this.sigma = Math.sqrt(Math.log1p(variation * variation));
  }

  double at(long instant) {
    if (sigma == 0) {
      return 1;
    }
    long number = Math.floorDiv(instant, block);
    // A quarter turn between two independent normals stays normal on the way.
    double turn = Math.PI / 2 * Math.floorMod(instant, block) / block;
    double normal =
        Math.cos(turn) * Chance.at(key, number).normal()
            + Math.sin(turn) * Chance.at(key, number + 1).normal();
    return Math.exp(sigma * normal - sigma * sigma / 2);
  }
}
