package dev.meridian.simulation;

import dev.meridian.region.RegionCode;

/**
 * Users of a region met the contender.
 *
 * @param from seconds from the start of the release
 * @param until seconds from the start of the release; {@link #NEVER} where it stayed
 */
public record Exposed(RegionCode region, long from, long until) {
  /** It did not happen. */
  public static final long NEVER = Long.MAX_VALUE;
}
