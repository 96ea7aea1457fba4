package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How users follow weights: those of region g stay with g's record in the proportion {@code min(1,
 * weight / usual weight)}; the rest is spread over the other records in proportion to their
 * weights.
 */
public final class RoutingRule {
  private RoutingRule() {}

  /** Share of a region's own users who stay: 0 to 1. */
  static double stay(Serving serving) {
    if (!serving.weight().serves()) {
      return 0;
    }
    int usual = Math.max(1, serving.usualWeight().value());
    return Math.min(1, serving.weight().value() / (double) usual);
  }

  /**
   * Requests per second that each region will see. Users who find no record with a weight above
   * zero are seen nowhere.
   *
   * @param demand which figure of {@link Serving.Demand} is asked about
   */
  public static SortedMap<RegionCode, Double> rates(
      List<Serving> regions, Function<Serving.Demand, RequestsPerSecond> demand) {
    double weights = regions.stream().mapToInt(serving -> serving.weight().value()).sum();
    TreeMap<RegionCode, Double> rates = new TreeMap<>();
    regions.forEach(serving -> rates.put(serving.region(), 0.0));
    for (Serving home : regions) {
      double own = demand.apply(home.demand()).value();
      double staying = own * stay(home);
      rates.merge(home.region(), staying, Double::sum);
      double others = weights - home.weight().value();
      if (own - staying > 0 && others > 0) {
        for (Serving other : regions) {
          if (!other.region().equals(home.region())) {
            double share = other.weight().value() / others;
            rates.merge(other.region(), (own - staying) * share, Double::sum);
          }
        }
      }
    }
    return Collections.unmodifiableSortedMap(rates);
  }
}
