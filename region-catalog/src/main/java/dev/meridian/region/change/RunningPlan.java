package dev.meridian.region.change;

import dev.meridian.region.RegionCode;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.Wave;
import java.util.List;

/**
 * A plan that is being followed.
 *
 * @param frozen what it was made from, as it was frozen
 * @param accepted as the release began with it
 * @param plan as it stands, perhaps planned again since
 * @param begun how many of its waves have begun, 0 or more
 */
public record RunningPlan(PlanRequest frozen, Plan accepted, Plan plan, int begun) {
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

  /** The wave in which a region was to be when the release began. */
  int acceptedWave(RegionCode region) {
    return accepted.waveOf(region).map(Wave::number).orElseThrow();
  }

  /** Regions that the release began with and does not go to any more. */
  List<RegionCode> skipped() {
    List<RegionCode> goes = plan.regions();
    return accepted.regions().stream().filter(region -> !goes.contains(region)).toList();
  }
}
