package dev.meridian.worker.frozen;

import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.Plan;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceSpec;

/**
 * A release with everything that it froze.
 *
 * @param row as it was read first: what of it changes is not to be looked at here
 * @param catalog every region, as of the release's start
 * @param service as of the release's start
 * @param revision the contender
 * @param plan that it began with
 */
public record FrozenRelease(
    ReleaseRow row, RegionCatalog catalog, ServiceSpec service, Revision revision, Plan plan) {}
