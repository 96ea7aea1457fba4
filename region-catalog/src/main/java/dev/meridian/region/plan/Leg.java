package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Regions that are ordered among themselves: those of one traffic band and group.
 *
 * @param regions sorted by code
 * @param covered counting values that earlier regions have covered
 * @param exposedPpm share of world traffic on the contender before
 * @param wavesOfBand waves that this band has had before, so that the first of all goes alone
 * @param rules of a wave
 */
record Leg(
    List<Candidate> regions,
    NavigableSet<Trait> covered,
    int exposedPpm,
    int wavesOfBand,
    WaveRules rules) {
  /** So many waves before that only the policy's parallelism counts. */
  static final int AT_FULL_SPEED = 32;

  Leg {
    regions = regions.stream().sorted(Comparator.comparing(Candidate::code)).toList();
  }

  /** The counting values of a region that nobody before this leg has covered. */
  List<Trait> uncovered(Candidate region) {
    return region.covers().stream().filter(trait -> !covered.contains(trait)).toList();
  }

  /**
   * Values not covered before and held by two regions or more: covering them early helps others.
   */
  NavigableSet<Trait> contested() {
    SortedMap<Trait, Integer> holders = new TreeMap<>();
    for (Candidate region : regions) {
      uncovered(region).forEach(trait -> holders.merge(trait, 1, Integer::sum));
    }
    NavigableSet<Trait> contested = new TreeSet<>();
    holders.forEach((trait, count) -> {
      if (count > 1) {
        contested.add(trait);
      }
    });
    return contested;
  }

  /** As few waves as the rules allow at once: for regions whose order teaches nothing. */
  List<List<Candidate>> packed() {
    return GreedyOrder.waves(this);
  }

  /** The best order that can be had: exact up to 12 regions, greedy above. */
  List<List<Candidate>> waves() {
    return regions.size() <= ExactOrder.MOST_REGIONS
        ? new ExactOrder(this).waves()
        : GreedyOrder.waves(this);
  }
}
