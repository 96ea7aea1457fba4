package dev.meridian.region.plan;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Regions that change together.
 *
 * @param number from 1
 * @param group which part of the world this is
 * @param placements at least one; never two of one failure domain, never two evacuation peers
 * @param exposedAfter share of world traffic on the contender once the wave has passed
 */
public record Wave(int number, WaveGroup group, List<Placement> placements, Share exposedAfter) {
  public Wave {
    placements = List.copyOf(placements);
    if (placements.isEmpty()) {
      throw new IllegalArgumentException("a wave should have a region: wave " + number);
    }
  }

  /** The regions that are judged as one with a placement of this wave, its own among them. */
  public List<RegionCode> judgedWith(Placement placement) {
    return placement.judgement().pooled()
        ? placements.stream()
            .filter(other -> other.judgement().pooled())
            .map(Placement::region)
            .toList()
        : List.of(placement.region());
  }

  /** How long its slowest region bakes. */
  public Duration longestBake() {
    return placements.stream()
        .map(placement -> placement.bake().duration())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
