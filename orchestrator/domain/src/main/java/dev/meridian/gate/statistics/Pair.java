package dev.meridian.gate.statistics;

import dev.meridian.gate.sample.Counts;

/**
 * The same interval on both sides: n = {@code contender.all()}, x = {@code contender.bad()}, m =
 * {@code control.all()}, y = {@code control.bad()}.
 */
public record Pair(Counts contender, Counts control) {
  public static final Pair NONE = new Pair(Counts.NONE, Counts.NONE);

  public Pair plus(Pair other) {
    return new Pair(contender.plus(other.contender), control.plus(other.control));
  }

  /** Both sides counted something. */
  boolean complete() {
    return contender.all() > 0 && control.all() > 0;
  }

  /** s: bad events on both sides. */
  double bad() {
    return contender.bad() + control.bad();
  }

  /** The contender's share of what both counted, its odds raised by {@code factor}. */
  double share(double factor) {
    double raised = factor * contender.all();
    return raised / (raised + control.all());
  }

  /**
   * x ln r - s ln((r kappa n + m) / (kappa n + m)): how much better "r kappa times the control's
   * rate" explains who was bad than "kappa times" does.
   */
  double logRatio(double rise, double kappa) {
    double n = kappa * contender.all();
    double m = control.all();
    return contender.bad() * Math.log(rise) - bad() * Math.log((rise * n + m) / (n + m));
  }
}
