package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
 * @param canaryWorkingDay whether a canary also bakes until it has seen a whole working day
 * @param lowTrafficBelow share of world traffic below which production is low-traffic; the median
 *     share of production where nothing is said
 * @param passUnproven regions that pass at the bake ceiling although too few users came for a
 *     verdict, sorted
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
    Share similarityFloor,
    boolean canaryWorkingDay,
    Optional<Share> lowTrafficBelow,
    List<RegionCode> passUnproven) {
  /**
   * @throws IllegalArgumentException when the parallelism is less than 1
   */
  public PlanPolicy {
    covers = List.copyOf(covers);
    passUnproven = List.copyOf(new TreeSet<>(passUnproven));
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism should be 1 or more: was " + parallelism);
    }
  }

  /** A policy whose canary needs no working day, whose median counts, and that names nobody. */
  public PlanPolicy(
      List<String> covers,
      Duration canaryBakeFloor,
      Duration bakeFloor,
      Duration bakeCeiling,
      boolean bakeOverDailyPeak,
      double incidentFactor,
      int parallelism,
      Share blastRadius,
      Share similarityFloor) {
    this(
        covers,
        canaryBakeFloor,
        bakeFloor,
        bakeCeiling,
        bakeOverDailyPeak,
        incidentFactor,
        parallelism,
        blastRadius,
        similarityFloor,
        false,
        Optional.empty(),
        List.of());
  }
}
