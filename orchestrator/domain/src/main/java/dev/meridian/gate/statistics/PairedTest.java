package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;
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
 * <p>phi follows the weather ({@link Calibration.Known#inWeather}), by what the control counted
 * before the interval: a bet is made before its outcome is seen.
 *
 * @param process the bets
 * @param pending counted, not judged yet
 * @param weather what the control counted of late, older intervals with less weight
 */
public record PairedTest(EProcess process, Pair pending, Counts weather) {
  /** r_j: the rises that are bet on, in ascending order. */
  public static final List<Double> RISES = List.of(1.5, 2.0, 3.0, 5.0, 10.0, 30.0);

  /** Weight of the interval before: about the last fifty count, twelve minutes at 15 s each. */
  private static final double MEMORY = 0.98;

  public static PairedTest begin() {
    return new PairedTest(EProcess.begin(RISES.size()), Pair.NONE, Counts.NONE);
  }

  public PairedTest lateStart() {
    return new PairedTest(process.lateStart(), pending, weather);
  }

  /** What holds for the next interval. */
  public Calibration.Known inWeather(Calibration.Known known) {
    return known.inWeather(weather.rate());
  }

  public PairedTest after(Pair interval, Calibration.Known known) {
    Pair pair = pending.plus(interval);
    Counts seen = weather.times(MEMORY).plus(interval.control());
    if (!pair.complete()) {
      return new PairedTest(process, pair, seen);
    }
    double phi = inWeather(known).phi();
    EProcess further = process.plus(j -> pair.logRatio(RISES.get(j), known.kappa()) / phi);
    return new PairedTest(further, Pair.NONE, seen);
  }

  /** ln E. */
  public double logValue() {
    return process.logValue();
  }
}
