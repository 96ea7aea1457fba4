package dev.meridian.release;

import java.util.List;

/**
 * The plan of a release, changed in waves that had not begun. It voids what was agreed for those.
 *
 * @param number 2 for the first change, one more each time
 * @param schedule every region with its wave, in the order of the waves; those that have left are
 *     not in it
 * @param plan SHA-256 under which the whole plan is stored
 */
public record PlanRevision(int number, List<PlannedRegion> schedule, String plan) {
  /** The revision that a release begins with. */
  public static final int FIRST = 1;

  /**
   * @throws IllegalArgumentException when the number is that of no change
   */
  public PlanRevision {
    if (number <= FIRST) {
      throw new IllegalArgumentException("a changed plan is revision 2 or later: was " + number);
    }
    schedule = List.copyOf(schedule);
  }
}
