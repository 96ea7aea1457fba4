package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;
import dev.meridian.region.Share;

/**
 * The absolute objective as a sequential test: the fast path, and all there is without a control.
 * H0: the bad rate is at most the ceiling c.
 *
 * <p>l_r = [x ln r + (n - x) ln((1 - r c) / (1 - c))] / phi, over the rises with r c &lt; 1. A raw
 * threshold would fire at 1 bad request of 50; this one asks how likely that is at the ceiling.
 *
 * @param process the bets
 */
public record CeilingTest(EProcess process) {
  public static CeilingTest begin(Share ceiling) {
    return new CeilingTest(EProcess.begin(rises(ceiling)));
  }

  public CeilingTest lateStart() {
    return new CeilingTest(process.lateStart());
  }

  public CeilingTest after(Counts contender, Share ceiling, double phi) {
    double c = ceiling.fraction();
    double good = contender.all() - contender.bad();
    return new CeilingTest(
        process.plus(j -> {
          double r = PairedTest.RISES.get(j);
          double term = contender.bad() * Math.log(r) + good * Math.log((1 - r * c) / (1 - c));
          return term / phi;
        }));
  }

  /** ln E. */
  public double logValue() {
    return process.logValue();
  }

  /** How many of the rises, which ascend, leave a rate below 1. */
  private static int rises(Share ceiling) {
    return (int) PairedTest.RISES.stream().filter(rise -> rise * ceiling.fraction() < 1).count();
  }
}
