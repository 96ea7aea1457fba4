package dev.meridian.region.plan;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What any way on from a path must cost at least: never above the truth, so a search that leaves
 * out what cannot win still finds the best.
 */
final class LowerBound {
  private final Leg leg;
  private final LegTable table;
  private final int parallelism;
  private final int soleHolders;
  private final int[] largestFirst;
  private final int[] longestFirst;

  LowerBound(Leg leg, LegTable table) {
    this.leg = leg;
    this.table = table;
    this.parallelism = leg.rules().parallelism();
    this.soleHolders = table.soleHolders();
    this.largestFirst = sorted(table, Comparator.comparingLong(i -> -table.ppm(1 << i)));
    this.longestFirst =
        sorted(table, Comparator.comparingLong(i -> -table.bakeSeconds(1 << i, false)));
  }

  private static int[] sorted(LegTable table, Comparator<Integer> order) {
    return IntStream.range(0, table.size()).boxed().sorted(order).mapToInt(i -> i).toArray();
  }

  /**
   * Waves after which the contested values can be covered. One wave has one newcomer, so it covers
   * no more of them than a single region holds.
   */
  int coveredAfter(Path path) {
    return path.coveredAfter() == Path.NOT_YET
        ? path.length() + table.wavesToCover(path.placed())
        : path.coveredAfter();
  }

  /** Exposure x bake of the whole, in ppm x seconds. */
  long cost(Path path) {
    int waiting = table.everybody() & ~path.placed();
    if (waiting == 0) {
      return path.cost();
    }
    long[] unexposed = unexposed(waiting);
    long[] bakes = bakes(waiting);
    long least = Long.MAX_VALUE;
    for (int waves = fewestWaves(path, waiting); waves <= bakes.length; waves++) {
      least = Math.min(least, exposureTimesBake(waves, unexposed, bakes));
    }
    return path.cost() + least;
  }

  /**
   * Of all waves but the last {@code i}, the last one has at most {@code unexposed[i]} of the world
   * still to come after it; and of the waves' longest bakes the j-th longest is at least that of
   * region (j - 1) x parallelism + 1. The least sum of products pairs the long bakes with the small
   * exposures.
   */
  private long exposureTimesBake(int waves, long[] unexposed, long[] bakes) {
    long exposedAtEnd = leg.exposedPpm() + (long) table.ppm(table.everybody());
    long sum = 0;
    for (int wave = 0; wave < waves; wave++) {
      int longest = wave * parallelism;
      long bake = longest < bakes.length ? bakes[longest] : bakes[bakes.length - 1];
      sum += (exposedAtEnd - unexposed[waves - 1 - wave]) * bake;
    }
    return sum;
  }

  /**
   * The most that can wait for the last {@code i} waves, for each i: i times parallelism regions,
   * and no wave of several above the cap.
   */
  private long[] unexposed(int waiting) {
    int[] ppm = new int[Integer.bitCount(waiting)];
    int next = 0;
    for (int i : largestFirst) {
      if ((waiting & (1 << i)) != 0) {
        ppm[next++] = table.ppm(1 << i);
      }
    }
    long widest = Math.max(leg.rules().cap().ppm(), ppm[0]);
    long[] most = new long[ppm.length];
    long sum = 0;
    for (int i = 1; i < ppm.length; i++) {
      int to = Math.min(i * parallelism, ppm.length - 1);
      for (int j = Math.min((i - 1) * parallelism, to); j < to; j++) {
        sum += ppm[j];
      }
      most[i] = Math.min(sum, i * widest);
    }
    return most;
  }

  private long[] bakes(int waiting) {
    long[] bakes = new long[Integer.bitCount(waiting)];
    int next = 0;
    for (int i : longestFirst) {
      if ((waiting & (1 << i)) != 0) {
        bakes[next++] = table.bakeSeconds(1 << i, false);
      }
    }
    return bakes;
  }

  private int fewestWaves(Path path, int waiting) {
    int byNumber = 0;
    for (int left = Integer.bitCount(waiting); left > 0; byNumber++) {
      left -= leg.rules().most(leg.wavesOfBand() + path.length() + byNumber);
    }
    int alone = Math.max(Integer.bitCount(waiting & soleHolders), table.rivals(waiting));
    return Math.max(byNumber, alone);
  }
}
