package dev.meridian.gate.statistics;

import java.util.List;

/** The formulas of the judging document in plain arithmetic: sums of sums, nothing folded. */
final class StatisticsOracle {
  private StatisticsOracle() {}

  /** l_r of one interval before phi: x ln r - s ln((r kappa n + m) / (kappa n + m)). */
  static double term(Pair pair, double rise, double kappa) {
    double n = pair.contender().all();
    double x = pair.contender().bad();
    double m = pair.control().all();
    double s = x + pair.control().bad();
    if (n == 0 || m == 0) {
      return 0;
    }
    return x * Math.log(rise) - s * Math.log((rise * kappa * n + m) / (kappa * n + m));
  }

  /**
   * ln E(T) = ln(SUM_k w_k SUM_j v_j exp(SUM_{t >= t_k} l_j(t)) + 1 - SUM_k w_k).
   *
   * @param terms l_j(t), by interval and rise
   * @param starts first interval of each start, the first of them 0
   */
  static double logE(List<double[]> terms, List<Integer> starts, int rises) {
    double highest = 0;
    for (int k = 0; k < starts.size(); k++) {
      for (int j = 0; j < rises; j++) {
        highest = Math.max(highest, from(terms, starts.get(k), j));
      }
    }
    double wealth = 0;
    double spent = 0;
    for (int k = 0; k < starts.size(); k++) {
      double weight = 1.0 / ((k + 1.0) * (k + 2.0));
      spent += weight;
      for (int j = 0; j < rises; j++) {
        wealth += weight / rises * Math.exp(from(terms, starts.get(k), j) - highest);
      }
    }
    return highest + Math.log(wealth + (1 - spent) * Math.exp(-highest));
  }

  private static double from(List<double[]> terms, int start, int rise) {
    double sum = 0;
    for (int t = start; t < terms.size(); t++) {
      sum += terms.get(t)[rise];
    }
    return sum;
  }

  /** The contender's share of what is bad, when its rate is kappa times the control's. */
  static double pi(Pair pair, double kappa) {
    double raised = kappa * pair.contender().all();
    return raised / (raised + pair.control().all());
  }

  /** SUM x - SUM s pi: how many more were bad than kappa explains. */
  static double excess(List<Pair> blocks, double kappa) {
    double excess = 0;
    for (Pair pair : blocks) {
      double s = pair.contender().bad() + pair.control().bad();
      excess += pair.contender().bad() - s * pi(pair, kappa);
    }
    return excess;
  }

  static double variance(List<Pair> blocks, double kappa) {
    double sum = 0;
    for (Pair pair : blocks) {
      double s = pair.contender().bad() + pair.control().bad();
      sum += s * pi(pair, kappa) * (1 - pi(pair, kappa));
    }
    return sum;
  }

  /**
   * max(1, D + 2.3263 standard errors of D + 0.4 max(0, D - 1)), D the Pearson dispersion, the
   * scatter by the sum of the squares.
   */
  static double phi(List<Pair> blocks, double kappa) {
    double sum = 0;
    double squares = 0;
    int counted = 0;
    for (Pair pair : blocks) {
      double s = pair.contender().bad() + pair.control().bad();
      double expected = s * pi(pair, kappa);
      if (s > 0) {
        double gap = pair.contender().bad() - expected;
        double part = gap * gap / (expected * (1 - pi(pair, kappa)));
        sum += part;
        squares += part * part;
        counted++;
      }
    }
    if (counted < 2) {
      return 1;
    }
    double dispersion = sum / (counted - 1);
    double scatter = squares - 2 * dispersion * sum + counted * dispersion * dispersion;
    double error = Math.sqrt(scatter / (counted - 1) / counted);
    return Math.max(1, dispersion + 2.3263479 * error + 0.4 * Math.max(0, dispersion - 1));
  }

  /** P(Z > z), by integrating the density. */
  static double upperTail(double z) {
    double sum = 0;
    double step = 1e-3;
    for (double at = z + step / 2; at < z + 12; at += step) {
      sum += Math.exp(-at * at / 2) * step;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }
}
