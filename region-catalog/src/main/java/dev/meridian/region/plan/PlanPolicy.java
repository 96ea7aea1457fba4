package dev.meridian.region.plan;

import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;

/**
 * What a service asks of its plan.
 *
 * @param covers names of the traits that count as risk; the traffic band always counts
 * @param canaryBakeFloor shortest canary bake
 * @param bakeFloor shortest bake elsewhere
 * @param bakeCeiling longest bake
 * @param bakeOverDailyPeak whether the first region of each traffic band bakes until its daily peak
 *     has been seen
 * @param incidentFactor k: how many mean times to failure a bake lasts
 * @param parallelism most regions in one wave
 * @param blastRadius cap on the share of world traffic newly exposed and not yet passed
 * @param similarityFloor share of counting traits that must be equal to call two regions similar
 */
public record PlanPolicy(
    List<String> covers,
    Duration canaryBakeFloor,
    Duration bakeFloor,
    Duration bakeCeiling,
    boolean bakeOverDailyPeak,
    double incidentFactor,
    int parallelism,
    Share blastRadius,
    Share similarityFloor) {
  /**
   * @throws IllegalArgumentException when the parallelism is less than 1
   */
  public PlanPolicy {
    covers = List.copyOf(covers);
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism should be 1 or more: was " + parallelism);
    }
  }
}
