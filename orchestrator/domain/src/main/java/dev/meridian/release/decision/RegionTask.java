package dev.meridian.release.decision;

import dev.meridian.region.Role;
import dev.meridian.release.RegionProgress;
import java.util.List;

/**
 * What a region rollout has to do, and how far it is.
 *
 * @param role staging passes on checks alone
 * @param checks names, in the order in which they run
 * @param mayEvacuate whether the policy lets Meridian move this region's traffic by itself
 * @param progress so far
 */
public record RegionTask(
    Role role, List<String> checks, boolean mayEvacuate, RegionProgress progress) {
  public RegionTask {
    checks = List.copyOf(checks);
  }

  /** The same task, further on. */
  public RegionTask at(RegionProgress further) {
    return new RegionTask(role, checks, mayEvacuate, further);
  }
}
