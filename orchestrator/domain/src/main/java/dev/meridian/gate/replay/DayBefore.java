package dev.meridian.gate.replay;

import dev.meridian.gate.bake.Crossing;
import dev.meridian.gate.sight.Baseline;
import dev.meridian.region.RegionCode;
import java.util.Optional;

/**
 * How a ratio gate did in one region while everybody ran the incumbent.
 *
 * @param region which
 * @param gate name
 * @param usual how the region did in the newest day; empty when it was not seen long enough
 * @param bakes replayed over that day
 * @param stopped those that would have been degraded
 * @param leftOut further ones, in which the region is known to have been disturbed
 * @param first crossing of the first that was stopped
 * @param sentence the same for people
 */
public record DayBefore(
    RegionCode region,
    String gate,
    Optional<Baseline> usual,
    int bakes,
    int stopped,
    int leftOut,
    Optional<Crossing> first,
    String sentence) {}
