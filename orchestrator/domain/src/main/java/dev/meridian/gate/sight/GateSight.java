package dev.meridian.gate.sight;

import dev.meridian.region.RegionCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one ratio gate can detect in one region.
 *
 * @param region which
 * @param gate name
 * @param control regions that it is compared with, sorted; none in the last wave
 * @param controlRatio requests of the control for each request of the region; 0 without
 * @param smallestRise the smallest factor over the usual bad rate that is found within the bake, on
 *     average; empty when none is
 * @param within the bake
 * @param tenfoldAfter mean time until ten times the usual bad rate is found; empty when it never is
 * @param assumed whether the usual bad rate and the requests are assumed, not measured
 * @param sentence the same for people
 */
public record GateSight(
    RegionCode region,
    String gate,
    List<RegionCode> control,
    double controlRatio,
    Optional<Double> smallestRise,
    Duration within,
    Optional<Duration> tenfoldAfter,
    boolean assumed,
    String sentence) {
  public GateSight {
    control = List.copyOf(control);
  }
}
