package dev.meridian.region.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The parts of the world in the order in which a release reaches them. */
public enum WaveGroup {
  @JsonProperty("staging")
  STAGING,
  @JsonProperty("canary")
  CANARY,
  @JsonProperty("low-traffic")
  LOW_TRAFFIC,
  @JsonProperty("high-traffic")
  HIGH_TRAFFIC
}
