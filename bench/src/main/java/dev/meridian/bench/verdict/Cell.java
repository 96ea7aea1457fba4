package dev.meridian.bench.verdict;

import java.util.Locale;

/**
 * One kind of world. The contender's region is bad at {@link #BASE} of its requests while it is
 * healthy, so that a fixed threshold means the same in every cell; the base ratio moves the
 * control.
 *
 * @param load requests a minute in the contender's region
 * @param rise the bad rate's factor from the onset on; 1 is a healthy release
 * @param noise of the bad rates
 * @param ratio of the region's usual bad rate to the control's
 * @param control requests of all control regions for each of the contender's; 0 for none
 * @param minutes of the bake
 * @param onset minute at which the defect begins
 */
public record Cell(
    double load, double rise, Noise noise, double ratio, double control, int minutes, int onset) {
  /** The contender's usual share of bad requests. */
  public static final double BASE = 0.001;

  /**
   * Coefficients of variation of the bad rates, drawn anew every five minutes.
   *
   * @param common one draw for all regions
   * @param own a draw for each region
   */
  public record Noise(double common, double own) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f/%.1f", common, own);
    }
  }

  public Cell {
    if (!(load > 0 && rise >= 1 && ratio > 0 && control >= 0 && onset >= 0 && minutes > onset)) {
      throw new IllegalArgumentException(
          "should have requests, a rise of 1 or more and an onset within the bake: load "
              + load
              + ", rise "
              + rise
              + ", onset "
              + onset
              + " of "
              + minutes
              + " minutes");
    }
  }

  /** Whether the release is healthy. */
  public boolean healthy() {
    return rise == 1;
  }

  /** The same on every machine: what the draws of this cell begin with. */
  long seed() {
    String words =
        load + "|" + rise + "|" + noise + "|" + ratio + "|" + control + "|" + minutes + "|" + onset;
    return 0x9E3779B97F4A7C15L * words.hashCode();
  }
}
