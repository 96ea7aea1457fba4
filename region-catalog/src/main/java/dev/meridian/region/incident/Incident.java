package dev.meridian.region.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;

/**
 * One time that a revision caused harm.
 *
 * @param region where it was noticed
 * @param kind what kind of harm
 * @param timeToFailure from full exposure of the contender to the discovery
 * @param at discovery
 */
public record Incident(RegionCode region, Kind kind, Duration timeToFailure, Instant at) {
  /** Classes are kept apart: errors show in minutes, leaks in hours, bad data in days. */
  public enum Kind {
    @JsonProperty("errors")
    ERRORS,
    @JsonProperty("latency")
    LATENCY,
    @JsonProperty("leak")
    LEAK,
    @JsonProperty("data")
    DATA
  }
}
