package dev.meridian.region;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a presence is for. Low-traffic and high-traffic are computed, never typed in. */
public enum Role {
  /** No users: passes on checks alone. */
  @JsonProperty("staging")
  STAGING,
  /** Real users who agreed to come first. */
  @JsonProperty("canary")
  CANARY,
  @JsonProperty("production")
  PRODUCTION;

  public boolean hasUsers() {
    return this != STAGING;
  }
}
