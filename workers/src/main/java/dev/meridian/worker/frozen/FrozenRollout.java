package dev.meridian.worker.frozen;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.Plan;
import dev.meridian.release.RegionAttempt;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceSpec;

/**
 * One region rollout with everything it was frozen with.
 *
 * @param rollout which
 * @param catalog every region, as of the release's start
 * @param service as of the release's start
 * @param region the one that changes
 * @param presence of the service there
 * @param revision the contender
 * @param plan as it was accepted
 */
public record FrozenRollout(
    RegionAttempt rollout,
    RegionCatalog catalog,
    ServiceSpec service,
    Region region,
    Presence presence,
    Revision revision,
    Plan plan) {}
