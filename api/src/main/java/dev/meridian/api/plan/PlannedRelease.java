package dev.meridian.api.plan;

import dev.meridian.api.document.Versioned;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.plan.Plan;
import dev.meridian.service.Revision;
import dev.meridian.service.ServiceSpec;

/**
 * A plan and what it was made from: everything that a release freezes.
 *
 * @param catalog in the version that was read
 * @param service in the version that was read
 * @param revision the contender
 * @param plan where, in which order, for how long
 */
public record PlannedRelease(
    Versioned<RegionCatalog> catalog,
    Versioned<ServiceSpec> service,
    Revision revision,
    Plan plan) {}
