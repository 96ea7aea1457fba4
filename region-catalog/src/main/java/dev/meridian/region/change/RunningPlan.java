package dev.meridian.region.change;

import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.Wave;
import java.util.List;
import java.util.Optional;

/**
 * A plan that is being followed.
 *
 * @param frozen what it was made from, as it was frozen
 * @param plan as it stands, perhaps planned again since
 * @param begun how many of its waves have begun, 0 or more
 */
public record RunningPlan(PlanRequest frozen, Plan plan, int begun) {
  /**
   * @throws IllegalArgumentException when more waves have begun than there are
   */
  public RunningPlan {
    if (begun < 0 || begun > plan.waves().size()) {
      throw new IllegalArgumentException(
          "waves begun should be 0 to " + plan.waves().size() + ": was " + begun);
    }
  }

  List<Wave> wavesBegun() {
    return plan.waves().subList(0, begun);
  }

  /** The wave of a region, if it has one. */
  Optional<Wave> waveOf(RegionCode region) {
    return plan.waves().stream()
        .filter(wave ->
            wave.placements().stream().anyMatch(placement -> placement.region().equals(region)))
        .findFirst();
  }
}
