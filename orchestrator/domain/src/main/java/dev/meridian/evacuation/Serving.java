package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import java.util.List;

/**
 * A region behind the weighted name.
 *
 * @param weight of its record set now
 * @param usualWeight before anything was moved; the same unless it is evacuated or has received
 * @param demand of its own users, wherever they are served
 * @param capacity what it can serve
 * @param standing in the release
 * @param law whose users it has, and whose it may serve
 */
public record Serving(
    RegionCode region,
    Weight weight,
    Weight usualWeight,
    Demand demand,
    RequestsPerSecond capacity,
    Standing standing,
    Law law) {

  /** What a region's users ask for, now and in the highest hour of their day. */
  public record Demand(RequestsPerSecond now, RequestsPerSecond peak) {}

  /**
   * @param jurisdiction whose law its users' data is under
   * @param mayReceiveFrom jurisdictions whose users it may serve; its own always
   */
  public record Law(String jurisdiction, List<String> mayReceiveFrom) {
    public Law {
      mayReceiveFrom = List.copyOf(mayReceiveFrom);
    }

    /** Whether users under {@code other} may be served here. */
    public boolean allows(Law other) {
      return jurisdiction.equals(other.jurisdiction) || mayReceiveFrom.contains(other.jurisdiction);
    }
  }

  Serving withWeight(Weight other) {
    return new Serving(region, other, usualWeight, demand, capacity, standing, law);
  }
}
