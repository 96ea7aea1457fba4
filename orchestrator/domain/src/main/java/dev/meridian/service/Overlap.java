package dev.meridian.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the next release of a service may go while the one before it has not ended. */
public enum Overlap {
  /** Nowhere: it waits. */
  @JsonProperty("none")
  NONE,
  /** Through staging and canary, once the one before it has passed them; never further. */
  @JsonProperty("canary")
  CANARY
}
