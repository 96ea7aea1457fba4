package dev.meridian.region.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;

/**
 * A place of the plan to which somebody has to agree by name.
 *
 * @param region which
 * @param cause why
 * @param sentence the finding that says so
 */
public record NeededApproval(RegionCode region, Cause cause, String sentence) {
  /** Why a region may not simply have its turn. */
  public enum Cause {
    /** Its traffic alone is more than the blast radius. */
    @JsonProperty("larger-than-cap")
    LARGER_THAN_CAP,
    /** High traffic, and no low-traffic region before it is similar enough. */
    @JsonProperty("unlike-any-smaller")
    UNLIKE_ANY_SMALLER,
    /** Not even together with others do enough users come before the bake ceiling. */
    @JsonProperty("too-few-requests")
    TOO_FEW_REQUESTS
  }
}
