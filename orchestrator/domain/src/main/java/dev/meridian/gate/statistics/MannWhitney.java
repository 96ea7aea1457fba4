package dev.meridian.gate.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mann and Whitney's U: whether one sample tends to be larger than another, whatever their shape.
 *
 * <p>U counts the pairs in which the first is larger, ties half (Mann and Whitney, "On a test of
 * whether one of two random variables is stochastically larger than the other", 1947). With n and m
 * readings, N = n + m, and t readings in each group of equal ones,
 *
 * <pre>z = (|U - nm/2| - 1/2) / sqrt(nm/12 * ((N + 1) - SUM(t^3 - t) / (N (N - 1))))</pre>
 *
 * is nearly standard normal when both come from one distribution (correction for ties as in
 * Lehmann, "Nonparametrics", 1975, chapter 1; 1/2 is the correction for continuity). Where every
 * reading is the same there is no spread and no evidence: p is 1. Two different constants are fully
 * separated, and that is evidence: no noise is added to either, as others do.
 *
 * <p>Readings that resemble the one before make p too small: it assumes that each is a new draw.
 *
 * @param u pairs in which the first is larger, ties half; 0 to nm
 * @param effect the common-language effect size U/nm: chance that one of the first is larger than
 *     one of the second, ties half; 0.5 is no difference
 * @param p two-sided, 0 to 1
 */
public record MannWhitney(double u, double effect, double p) {
  private record Ranked(double value, boolean first) {}

  /**
   * @param first finite, 1 or more
   * @param second finite, 1 or more; the normal approximation wants about 8 in each
   * @throws IllegalArgumentException when one is empty or has a value that is no finite number
   */
  public static MannWhitney of(List<Double> first, List<Double> second) {
    List<Ranked> all = new ArrayList<>();
    first.forEach(value -> all.add(new Ranked(finite(value), true)));
    second.forEach(value -> all.add(new Ranked(finite(value), false)));
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException(
          "both samples should have readings: " + first.size() + " and " + second.size());
    }
    all.sort(Comparator.comparingDouble(Ranked::value));
    double rankSum = 0;
    double ties = 0;
    for (int from = 0; from < all.size(); ) {
      int until = endOfTie(all, from);
      double middleRank = (from + 1 + until) / 2.0;
      rankSum += middleRank * all.subList(from, until).stream().filter(Ranked::first).count();
      double tied = until - from;
      ties += tied * tied * tied - tied;
      from = until;
    }
    double n = first.size();
    double pairs = n * second.size();
    double u = rankSum - n * (n + 1) / 2;
    return new MannWhitney(u, u / pairs, p(u, pairs, all.size(), ties));
  }

  private static double p(double u, double pairs, double total, double ties) {
    double variance = pairs / 12 * (total + 1 - ties / (total * (total - 1)));
    double distance = Math.abs(u - pairs / 2) - 0.5;
    return variance <= 0 || distance <= 0
        ? 1
        : 2 * Normal.upperTail(distance / Math.sqrt(variance));
  }

  private static int endOfTie(List<Ranked> sorted, int from) {
    int until = from + 1;
    while (until < sorted.size() && sorted.get(until).value() == sorted.get(from).value()) {
      until++;
    }
    return until;
  }

  /** Zero has no sign here: {@code -0.0} would sort apart from what it equals. */
  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("reading should be a finite number: was " + value);
    }
    return value + 0.0;
  }
}
