package dev.meridian.region.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * How long a region bakes, and why.
 *
 * @param duration from full exposure; zero where there are no users
 * @param ceiling longest that a bake may be held open before it counts as inconclusive
 * @param requestsNeeded requests that evidence of health needs, at no errors at all
 * @param inputs each term of the maximum in words, the deciding one first
 * @param terms the same as data; empty in plans that were made before there were any
 * @param meanTimeToFailure what the incident record says about this region; zero where it is not
 *     asked, and in plans that were made before it was kept
 * @param workingDay whether the bake also lasts until a whole working day has been seen
 */
public record BakeTime(
    Duration duration,
    Duration ceiling,
    long requestsNeeded,
    List<String> inputs,
    List<BakeTerm> terms,
    Duration meanTimeToFailure,
    boolean workingDay) {
  public BakeTime {
    inputs = List.copyOf(inputs);
    terms = List.copyOf(Objects.requireNonNullElse(terms, List.of()));
    meanTimeToFailure = Objects.requireNonNullElse(meanTimeToFailure, Duration.ZERO);
  }

  /** A bake of which only its length is known, with its inputs in words. */
  public BakeTime(Duration duration, Duration ceiling, long requestsNeeded, List<String> inputs) {
    this(duration, ceiling, requestsNeeded, inputs, List.of(), Duration.ZERO, false);
  }

  /**
   * When a bake that begins now may end: after its duration, and where it is asked for not before
   * the end of a working day that began in it; but never after the ceiling.
   *
   * @param exposedAt full exposure
   * @param zone of the region
   */
  public Instant until(Instant exposedAt, ZoneId zone) {
    Instant end = exposedAt.plus(duration);
    if (workingDay) {
      Instant seen = WorkingDay.seen(exposedAt, zone);
      end = seen.isAfter(end) ? seen : end;
    }
    Instant latest = exposedAt.plus(ceiling);
    return end.isAfter(latest) ? latest : end;
  }
}
