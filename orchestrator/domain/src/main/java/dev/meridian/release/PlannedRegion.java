package dev.meridian.release;

import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.plan.Placement;
import dev.meridian.region.plan.Plan;
import dev.meridian.region.plan.Wave;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release must remember of a region's place in the plan: small, because it travels.
 *
 * @param region which
 * @param wave number of its wave, from 1
 * @param role staging, canary or production
 * @param traffic its share of the service's world traffic
 * @param failureDomain what it fails with
 */
public record PlannedRegion(
    RegionCode region, int wave, Role role, Share traffic, String failureDomain) {

  /** The plan's regions in the order of its waves. */
  public static List<PlannedRegion> of(Plan plan, RegionCatalog catalog) {
    List<PlannedRegion> regions = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      for (Placement placement : wave.placements()) {
        regions.add(
            new PlannedRegion(
                placement.region(),
                wave.number(),
                placement.role(),
                placement.traffic(),
                catalog.region(placement.region()).failureDomain()));
      }
    }
    return List.copyOf(regions);
  }

  /** The same in another wave. */
  public PlannedRegion in(int otherWave) {
    return new PlannedRegion(region, otherWave, role, traffic, failureDomain);
  }
}
