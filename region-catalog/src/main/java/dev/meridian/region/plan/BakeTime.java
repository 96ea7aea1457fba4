package dev.meridian.region.plan;

import java.time.Duration;
import java.util.List;

/**
 * How long a region bakes, and why.
 *
 * @param duration from full exposure; zero where there are no users
 * @param ceiling longest that a bake may be held open before it counts as inconclusive
 * @param requestsNeeded requests that evidence of health needs, at no errors at all
 * @param inputs each term of the maximum in words, the deciding one first
 */
public record BakeTime(
    Duration duration, Duration ceiling, long requestsNeeded, List<String> inputs) {
  public BakeTime {
    inputs = List.copyOf(inputs);
  }
}
