package dev.meridian.gate.statistics;

import java.util.List;

/**
 * The paired sequential test. H0: the contender's bad rate is at most kappa times its control's.
 * What happens to both in the same interval cancels out.
 *
 * <p>l_r = [x ln r - s ln((r kappa n + m) / (kappa n + m))] / phi, with s = x + y. An interval in
 * which either side counted nothing says nothing by itself (l = 0): what the other side counted is
 * kept and judged together with the next interval, so that nothing is lost when the two are scraped
 * at different moments.
 *
 * @param process the bets
 * @param pending counted, not judged yet
 */
public record PairedTest(EProcess process, Pair pending) {
  /** r_j: the rises that are bet on. */
  public static final List<Double> RISES = List.of(1.5, 2.0, 3.0, 5.0, 10.0, 30.0);

  public static PairedTest begin() {
    return new PairedTest(EProcess.begin(RISES.size()), Pair.NONE);
  }

  public PairedTest lateStart() {
    return new PairedTest(process.lateStart(), pending);
  }

  public PairedTest after(Pair interval, Calibration.Known known) {
    Pair pair = pending.plus(interval);
    if (!pair.complete()) {
      return new PairedTest(process, pair);
    }
    List<Double> terms =
        RISES.stream().map(rise -> pair.logRatio(rise, known.kappa()) / known.phi()).toList();
    return new PairedTest(process.plus(terms), Pair.NONE);
  }

  /** ln E. */
  public double logValue() {
    return process.logValue();
  }
}
