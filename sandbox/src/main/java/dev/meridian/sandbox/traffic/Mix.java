package dev.meridian.sandbox.traffic;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is expected of the requests of one slot under one revision label, before chance.
 *
 * <p>A slot in which pods changed is the sum of its parts.
 */
final class Mix {
  private double requests;
  private double failingUsually;
  private double failingByDefect;
  private final SortedMap<Double, Double> requestsBySlowness = new TreeMap<>();

  /**
   * Adds some requests of one kind.
   *
   * @param count expected
   * @param usual share that fails in any case
   * @param defect share that fails for the revision's sake
   * @param slowness how many times as long they take
   */
  void add(double count, double usual, double defect, double slowness) {
    requests += count;
    failingUsually += count * usual;
    failingByDefect += count * defect;
    requestsBySlowness.merge(slowness, count, Double::sum);
  }

  double requests() {
    return requests;
  }

  /** Share of requests that fail for the revision's sake. */
  double defectShare() {
    return requests > 0 ? failingByDefect / requests : 0;
  }

  /** Share of requests that fail in any case. */
  double usualShare() {
    return requests > 0 ? failingUsually / requests : 0;
  }

  /** Share of requests within each bucket of the histogram. */
  double[] within(double median) {
    double[] within = new double[Latency.LE.size()];
    requestsBySlowness.forEach((slowness, count) -> {
      double[] part = Latency.within(median * slowness);
      for (int i = 0; i < within.length; i++) {
        within[i] += part[i] * count / requests;
      }
    });
    return within;
  }

  /** Share of requests that exceed the limit for the revision's sake. */
  double slowedShare(double median) {
    double slowed = 0;
    double usual = Latency.slow(median);
    for (Map.Entry<Double, Double> each : requestsBySlowness.entrySet()) {
      slowed += (Latency.slow(median * each.getKey()) - usual) * each.getValue() / requests;
    }
    return Math.max(0, slowed);
  }
}
