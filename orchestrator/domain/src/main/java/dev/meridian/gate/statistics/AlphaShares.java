package dev.meridian.gate.statistics;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.Share;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The budget of false stops, fixed in the plan: the release's alpha in equal shares for regions,
 * each in equal shares for its ratio gates, of which the n-th attempt may spend 2^-n. However many
 * attempts there are, the sum over all of them stays below alpha. Other gates are rules, not tests,
 * and have no share.
 *
 * @param alpha of the release
 * @param regions with users, 1 or more
 * @param ratioGates by name
 */
public record AlphaShares(Share alpha, int regions, List<String> ratioGates) {
  public AlphaShares {
    ratioGates = List.copyOf(ratioGates);
    if (regions < 1 || alpha.ppm() < 1) {
      throw new IllegalArgumentException(
          "alpha should be above 0 and shared by a region: was " + alpha + " by " + regions);
    }
  }

  public static AlphaShares of(Share alpha, int regions, List<GateSpec> gates) {
    return new AlphaShares(
        alpha,
        regions,
        gates.stream().filter(gate -> gate instanceof GateSpec.Ratio).map(GateSpec::name).toList());
  }

  /**
   * Shares by gate for one attempt in any region.
   *
   * @param attempt from 1
   */
  public SortedMap<String, AlphaShare> of(int attempt) {
    SortedMap<String, AlphaShare> shares = new TreeMap<>();
    double region = alpha.fraction() / regions;
    for (String gate : ratioGates) {
      shares.put(gate, new AlphaShare(Math.scalb(region / ratioGates.size(), -attempt)));
    }
    return Collections.unmodifiableSortedMap(shares);
  }
}
