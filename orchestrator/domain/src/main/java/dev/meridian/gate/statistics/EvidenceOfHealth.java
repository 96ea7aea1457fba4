package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;
import dev.meridian.region.Share;

/**
 * Wealth against "unacceptable": a bad rate of at least R kappa times the control's <em>and</em> at
 * least c, the ceiling. A pass needs (H_rel + H_abs) / 2 &gt;= 1 / beta.
 *
 * <pre>H_rel = exp SUM [-x ln R + s ln((R kappa n + m) / (kappa n + m))] / phi
 * H_abs = exp SUM [x ln(q / c) + (n - x) ln((1 - q) / (1 - c))] / phi,  q = c / 4</pre>
 *
 * <p>No errors at all and c = 1 %: 489 requests.
 *
 * @param relative ln H_rel
 * @param absolute ln H_abs
 */
public record EvidenceOfHealth(double relative, double absolute) {
  /** R: a region three times as bad as its control would lead one to expect is unacceptable. */
  public static final double UNACCEPTABLE_RISE = 3;

  /** beta: chance that an unacceptable region shows evidence of health. */
  public static final double BETA = 0.05;

  public static final EvidenceOfHealth NONE = new EvidenceOfHealth(0, 0);

  /** Adds one interval of both sides. */
  public EvidenceOfHealth afterPair(Pair interval, Calibration.Known known) {
    if (!interval.complete()) {
      return this;
    }
    double term = -interval.logRatio(UNACCEPTABLE_RISE, known.kappa()) / known.phi();
    return new EvidenceOfHealth(relative + term, absolute);
  }

  /** Adds one interval of the contender's side. */
  public EvidenceOfHealth afterContender(Counts contender, Share ceiling, double phi) {
    double c = ceiling.fraction();
    double q = c / 4;
    double good = contender.all() - contender.bad();
    double term = contender.bad() * Math.log(q / c) + good * Math.log((1 - q) / (1 - c));
    return new EvidenceOfHealth(relative, absolute + term / phi);
  }

  /** ln((H_rel + H_abs) / 2). */
  public double logValue() {
    return Logs.sum(relative, absolute) - Math.log(2);
  }

  public boolean shown() {
    return logValue() >= -Math.log(BETA);
  }

  /** Requests that evidence needs when none of them is bad, whatever the control does. */
  public static long requestsNeeded(Share ceiling) {
    double c = ceiling.fraction();
    double each = Math.log((1 - c / 4) / (1 - c));
    return (long) Math.ceil(Math.log(2 / BETA) / each);
  }
}
