package dev.meridian.gate.statistics;

import java.util.ArrayList;
import java.util.List;

/** One bake by the formulas alone: everything is kept, and summed again each time. */
public final class Naive {
  private final double ceiling;
  private final List<double[]> paired = new ArrayList<>();
  private final List<double[]> absolute = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>(List.of(0));
  private final List<Pair> all = new ArrayList<>();
  private Pair pending = Pair.NONE;
  private double relative;
  private double health;

  /**
   * @param ceiling the highest rate that is no harm by itself
   */
  public Naive(double ceiling) {
    this.ceiling = ceiling;
  }

  /** Harm may begin here. */
  public void lateStart() {
    starts.add(paired.size());
  }

  /** phi for the next interval: what goes beyond 1 grows as the control fares worse. */
  double phi(Calibration.Known known) {
    double seen = 0;
    double bad = 0;
    for (int age = 0; age < all.size(); age++) {
      Pair pair = all.get(all.size() - 1 - age);
      seen += Math.pow(0.98, age) * pair.control().all();
      bad += Math.pow(0.98, age) * pair.control().bad();
    }
    double rate = seen == 0 ? 0 : bad / seen;
    double worse = known.controlRate() > 0 ? Math.max(1, rate / known.controlRate()) : 1;
    return 1 + (known.phi() - 1) * worse;
  }

  /** One interval with what was known of its control. */
  public void after(Pair interval, Calibration calibration) {
    double[] terms = new double[PairedTest.RISES.size()];
    if (calibration instanceof Calibration.Known known) {
      compare(interval, known, terms);
    }
    paired.add(terms);
    double[] above = new double[rises()];
    double x = interval.contender().bad();
    double good = interval.contender().all() - x;
    for (int j = 0; j < above.length; j++) {
      double rise = PairedTest.RISES.get(j);
      double odds = Math.log((1 - rise * ceiling) / (1 - ceiling));
      above[j] = (x * Math.log(rise) + good * odds) / calibration.phi();
    }
    absolute.add(above);
    double q = ceiling / 4;
    double odds = Math.log((1 - q) / (1 - ceiling));
    health += (x * Math.log(q / ceiling) + good * odds) / calibration.phi();
  }

  private void compare(Pair interval, Calibration.Known known, double[] terms) {
    double phi = phi(known);
    Pair judged = pending.plus(interval);
    boolean both = judged.contender().all() > 0 && judged.control().all() > 0;
    pending = both ? Pair.NONE : judged;
    for (int j = 0; j < terms.length; j++) {
      terms[j] = StatisticsOracle.term(judged, PairedTest.RISES.get(j), known.kappa()) / phi;
    }
    relative -= StatisticsOracle.term(judged, 3, known.kappa()) / phi;
    all.add(interval);
  }

  /** ln E of the paired test. */
  public double logPaired() {
    return StatisticsOracle.logE(paired, starts, PairedTest.RISES.size());
  }

  /** ln E of the ceiling. */
  public double logCeiling() {
    return StatisticsOracle.logE(absolute, starts, rises());
  }

  /** ln((H_rel + H_abs) / 2). */
  public double logHealth() {
    double high = Math.max(relative, health);
    return high + Math.log((Math.exp(relative - high) + Math.exp(health - high)) / 2);
  }

  private int rises() {
    return (int) PairedTest.RISES.stream().filter(rise -> rise * ceiling < 1).count();
  }
}
