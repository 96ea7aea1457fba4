package dev.meridian.release.admission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the next release may do while one is active. */
public enum Overlap {
  /** It waits. */
  @JsonProperty("none")
  NONE,
  /** Staging and canary, once the active one is in production. */
  @JsonProperty("canary")
  CANARY
}
