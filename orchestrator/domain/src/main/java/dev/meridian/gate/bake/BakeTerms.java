package dev.meridian.gate.bake;

import java.time.Duration;
import java.time.Instant;

/**
 * When a bake may end, and when it must.
 *
 * @param until bake over, counted from full exposure
 * @param ceiling longest that it may be held open for want of requests
 * @param deadline how long silence may last before what is silent decides
 * @param unreachableDeadline how long the cluster may be away while its users are well
 * @param minimumRequests on every critical ratio gate
 * @param mayPassUnproven whether it passes at the ceiling although too few requests came for a
 *     proof: where the policy names the region
 */
public record BakeTerms(
    Instant until,
    Instant ceiling,
    Duration deadline,
    Duration unreachableDeadline,
    long minimumRequests,
    boolean mayPassUnproven) {
  /** A bake that only a proof ends well. */
  public BakeTerms(
      Instant until,
      Instant ceiling,
      Duration deadline,
      Duration unreachableDeadline,
      long minimumRequests) {
    this(until, ceiling, deadline, unreachableDeadline, minimumRequests, false);
  }
}
