package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an earlier release of the service, one that completed, is still good for.
 *
 * @param began when
 * @param took from its beginning to its end
 * @param bakes of its plan: the longest of each wave, one after the other
 * @param waves of its plan, 1 or more
 * @param meanTimesToFailure that its bakes were made from
 */
public record PastRelease(
    Instant began,
    Duration took,
    Duration bakes,
    int waves,
    SortedMap<RegionCode, Duration> meanTimesToFailure) {
  /**
   * @throws IllegalArgumentException when it had no wave or took less than no time
   */
  public PastRelease {
    meanTimesToFailure = Collections.unmodifiableSortedMap(new TreeMap<>(meanTimesToFailure));
    if (waves < 1 || took.isNegative() || bakes.isNegative()) {
      throw new IllegalArgumentException(
          "a release should have a wave and take time: " + waves + ", " + took + ", " + bakes);
    }
  }

  /**
   * @param plan that it followed, with at least one wave
   */
  public static PastRelease of(Instant began, Duration took, Plan plan) {
    SortedMap<RegionCode, Duration> means = new TreeMap<>();
    Duration bakes = Duration.ZERO;
    for (Wave wave : plan.waves()) {
      bakes = bakes.plus(wave.longestBake());
      for (Placement placement : wave.placements()) {
        Duration mean = placement.bake().meanTimeToFailure();
        if (mean.isPositive()) {
          means.put(placement.region(), mean);
        }
      }
    }
    return new PastRelease(began, took, bakes, plan.waves().size(), means);
  }

  /** What each wave took beside its bake: image, pods, checks, people. */
  Duration overheadOfAWave() {
    Duration beside = took.minus(bakes);
    return beside.isNegative() ? Duration.ZERO : beside.dividedBy(waves);
  }
}
