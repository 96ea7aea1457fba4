package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * A region and its control, a week of history and then a bake.
 *
 * @param perMinute requests of the contender's region
 * @param controlTimes how many times as many its control has
 * @param ratio of the region's usual bad rate to the control's
 * @param ownNoise coefficient of variation of each side's own rate, drawn every five minutes
 * @param commonNoise the same for both sides at once
 */
record SimulatedStream(
    double perMinute, double controlTimes, double ratio, double ownNoise, double commonNoise) {
  static final double BASE = 0.001;
  private static final int WEEK = 7 * 288;
  private static final int INTERVALS_IN_BLOCK = 20;

  List<Pair> history(Chance chance) {
    List<Pair> blocks = new ArrayList<>();
    for (int i = 0; i < WEEK; i++) {
      blocks.add(block(chance, 5, 1, 1).getFirst());
    }
    return blocks;
  }

  /** Intervals of 15 s, the contender's bad rate multiplied by {@code rise}. */
  List<Pair> bake(Chance chance, int minutes, double rise) {
    return bake(chance, minutes, rise, 1);
  }

  /** In a storm, in which both sides' bad rates are so many times the usual. */
  List<Pair> bake(Chance chance, int minutes, double rise, double storm) {
    List<Pair> intervals = new ArrayList<>();
    for (int i = 0; i < minutes / 5; i++) {
      intervals.addAll(block(chance, 0.25, rise, storm));
    }
    return intervals;
  }

  /** One block of five minutes as intervals of so many minutes, 5 or a quarter. */
  private List<Pair> block(Chance chance, double minutes, double rise, double storm) {
    double common = storm * chance.noise(commonNoise);
    double own = BASE * ratio * rise * common * chance.noise(ownNoise);
    double control = BASE * common * chance.noise(ownNoise);
    List<Pair> intervals = new ArrayList<>();
    int count = minutes == 5 ? 1 : INTERVALS_IN_BLOCK;
    for (int i = 0; i < count; i++) {
      intervals.add(
          new Pair(
              counts(chance, perMinute * minutes, own),
              counts(chance, perMinute * controlTimes * minutes, control)));
    }
    return intervals;
  }

  private static Counts counts(Chance chance, double requests, double rate) {
    double all = (double) chance.poisson(requests);
    return new Counts(all, Math.min(all, (double) chance.poisson(requests * rate)));
  }
}
