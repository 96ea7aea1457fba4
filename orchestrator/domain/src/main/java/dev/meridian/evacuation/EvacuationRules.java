package dev.meridian.evacuation;

import dev.meridian.region.Share;

/**
 * What an evacuation must leave in peace.
 *
 * @param headRoom capacity that stays free above the day's peak, as a share of that peak
 * @param spill most of the moved traffic that may arrive in regions that should not receive
 * @param servingRegions fewest regions that go on answering
 */
public record EvacuationRules(Share headRoom, Share spill, int servingRegions) {
  /** Head-room 20 % of the peak; at most a quarter spilled; at least one region answers. */
  public static final EvacuationRules DEFAULT =
      new EvacuationRules(Share.ofFraction(0.2), Share.ofFraction(0.25), 1);

  public EvacuationRules {
    if (servingRegions < 1) {
      throw new IllegalArgumentException(
          "serving regions should be 1 or more: was " + servingRegions);
    }
  }

  /** Requests per second that a capacity can carry at peak with the head-room kept. */
  double usable(double capacity) {
    return capacity / (1 + headRoom.fraction());
  }
}
