package dev.meridian.simulation.judge;

/**
 * What a place does in an interval.
 *
 * @param since second at which the contender began there; {@link #INCUMBENT} when it did not
 * @param share of its own users that it serves: none when they were moved away
 * @param moved requests/s from elsewhere
 * @param dark whether nobody gets an answer, and nothing is measured
 */
public record Serving(long since, double share, double moved, boolean dark) {
  /** The contender is not there. */
  public static final long INCUMBENT = Long.MAX_VALUE;

  /** The incumbent serves its own users. */
  public static final Serving USUAL = new Serving(INCUMBENT, 1, 0, false);

  /** The contender serves its own users. */
  public static Serving contender(long since) {
    return new Serving(since, 1, 0, false);
  }
}
