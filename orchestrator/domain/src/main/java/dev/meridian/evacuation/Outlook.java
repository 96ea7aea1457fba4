package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one choice of weights leads to.
 *
 * @param regions with the weights of this choice
 * @param peaks predicted requests per second at the day's peak
 * @param spill share of the moved traffic that arrives where it should not
 */
record Outlook(List<Serving> regions, SortedMap<RegionCode, Double> peaks, Share spill) {
  static Outlook of(EvacuationRequest request, List<Serving> regions) {
    double toFree = 0;
    double toAll = 0;
    for (Serving serving : regions) {
      if (!serving.region().equals(request.leaving())) {
        toAll += serving.weight().value();
        toFree += request.free(serving) ? serving.weight().value() : 0;
      }
    }
    return new Outlook(
        regions, RoutingRule.rates(regions, Serving.Demand::peak), Share.of(toAll - toFree, toAll));
  }

  double peak(Serving serving) {
    return peaks.getOrDefault(serving.region(), 0.0);
  }

  /** The region that keeps the least of its usable capacity, among those that are answered. */
  Optional<Serving> tightest(EvacuationRules rules) {
    return regions.stream()
        .filter(serving -> serving.weight().serves())
        .min(Comparator.comparingDouble(serving -> left(rules, serving)));
  }

  /** Requests per second that a region could still take at its peak: negative when too many. */
  double left(EvacuationRules rules, Serving serving) {
    return rules.usable(serving.capacity().value()) - peak(serving);
  }

  boolean fits(EvacuationRules rules) {
    return spill.compareTo(rules.spill()) <= 0
        && tightest(rules).map(serving -> left(rules, serving) >= 0).orElse(false);
  }
}
