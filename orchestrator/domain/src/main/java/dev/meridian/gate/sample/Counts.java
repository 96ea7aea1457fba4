package dev.meridian.gate.sample;

/**
 * Events and the bad ones among them. Not whole numbers where they come from {@code increase()}.
 *
 * @param all 0 or more, finite
 * @param bad 0 to {@code all}
 */
public record Counts(double all, double bad) {
  public static final Counts NONE = new Counts(0, 0);

  /**
   * @throws IllegalArgumentException when negative, not finite, or more bad than all
   */
  public Counts {
    if (!(Double.isFinite(all) && bad >= 0 && bad <= all)) {
      throw new IllegalArgumentException(
          "counts should be 0 <= bad <= all: were all " + all + ", bad " + bad);
    }
  }

  public Counts plus(Counts other) {
    return new Counts(all + other.all, bad + other.bad);
  }

  /** The same with less weight: 0 to 1. */
  public Counts times(double weight) {
    return new Counts(weight * all, weight * bad);
  }

  /** Bad over all; 0 of nothing. */
  public double rate() {
    return all == 0 ? 0 : bad / all;
  }
}
