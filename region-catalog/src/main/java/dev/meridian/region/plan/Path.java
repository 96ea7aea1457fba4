package dev.meridian.region.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first waves of an order; the smaller is the better one.
 *
 * @param before the path without its last wave; empty at the start
 * @param wave the last wave, bit i for region i; 0 at the start
 * @param placed every region of the path
 * @param exposedPpm traffic of these regions
 * @param cost exposure x bake so far, in ppm x seconds
 * @param coveredAfter waves after which the contested values were covered, or {@link #NOT_YET}
 */
record Path(
    Optional<Path> before, int wave, int placed, long exposedPpm, long cost, int coveredAfter)
    implements Comparable<Path> {
  static final int NOT_YET = Integer.MAX_VALUE;

  static Path start(boolean nothingToCover) {
    return new Path(Optional.empty(), 0, 0, 0, 0, nothingToCover ? 0 : NOT_YET);
  }

  List<Integer> waves() {
    List<Integer> waves = new ArrayList<>();
    for (Path path = this; path.before.isPresent(); path = path.before.get()) {
      waves.addFirst(path.wave);
    }
    return waves;
  }

  @Override
  public int compareTo(Path other) {
    int byCovering = Integer.compare(coveredAfter, other.coveredAfter);
    int byCost = Long.compare(cost, other.cost);
    if (byCovering != 0 || byCost != 0) {
      return byCovering != 0 ? byCovering : byCost;
    }
    return compareCodes(waves(), other.waves());
  }

  private static int compareCodes(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int byWave = compareCodes(one.get(i), other.get(i));
      if (byWave != 0) {
        return byWave;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /**
   * Two waves as sorted lists of codes: bit order is code order, and a shorter list comes first.
   */
  static int compareCodes(int one, int other) {
    int lowest = Integer.lowestOneBit(one ^ other);
    if (lowest == 0) {
      return 0;
    }
    boolean oneHasIt = (one & lowest) != 0;
    int without = oneHasIt ? other : one;
    boolean withoutIsPrefix = without < lowest;
    return oneHasIt == withoutIsPrefix ? 1 : -1;
  }
}
