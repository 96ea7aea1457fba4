package dev.meridian.region.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a region passes on. */
public enum Judgement {
  /** No users: checks decide. */
  @JsonProperty("checks")
  CHECKS,
  /** Its own users come in time for a verdict. */
  @JsonProperty("alone")
  ALONE,
  /** Too few users alone: the regions of its wave are judged as one; without a verdict, pause. */
  @JsonProperty("pooled")
  POOLED,
  /** As {@link #POOLED}, but the policy names it: at the ceiling it passes, unproven. */
  @JsonProperty("pooled-or-unproven")
  POOLED_OR_UNPROVEN;

  /** Whether it is judged by the requests of others as well. */
  public boolean pooled() {
    return switch (this) {
      case POOLED, POOLED_OR_UNPROVEN -> true;
      case CHECKS, ALONE -> false;
    };
  }
}
