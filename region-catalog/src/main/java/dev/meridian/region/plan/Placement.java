package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;

/**
 * One region in a wave.
 *
 * @param region which
 * @param role staging, canary or production
 * @param traffic its share of the service's world traffic
 * @param bake how long it stays under gates, with the inputs of that figure
 * @param reason why here, why now
 */
public record Placement(
    RegionCode region, Role role, Share traffic, BakeTime bake, PlacementReason reason) {}
