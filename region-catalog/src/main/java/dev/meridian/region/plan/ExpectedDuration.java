package dev.meridian.region.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a release takes, and how often one comes.
 *
 * <p>Every wave lasts as long as its longest bake, and something beside it: image, pods, checks,
 * people. That is measured on the releases that completed; below three of them a prior of 2, 10 and
 * 30 minutes a wave stands in.
 *
 * @param shortest every bake ends as planned, and every wave is as quick beside it as the quickest
 *     release was
 * @param likely every bake ends as planned, on a day of the week that nobody has chosen; the median
 *     beside it
 * @param longest every bake is held open to its ceiling, and every wave is as slow beside it as the
 *     slowest release was; it does not count the time that people take to decide
 * @param usualInterval median time from the beginning of one release to that of the next; empty
 *     below three releases
 * @param source what the time beside the bakes comes from, for people
 */
public record ExpectedDuration(
    Duration shortest,
    Duration likely,
    Duration longest,
    Optional<Duration> usualInterval,
    String source) {
  /**
   * @throws IllegalArgumentException when they are not in ascending order
   */
  public ExpectedDuration {
    if (likely.compareTo(shortest) < 0 || longest.compareTo(likely) < 0) {
      throw new IllegalArgumentException(
          "expected durations should ascend: were %s, %s, %s".formatted(shortest, likely, longest));
    }
  }

  /** Whether the next release usually comes before this one is through. */
  public boolean slowerThanUsual() {
    return usualInterval.filter(interval -> likely.compareTo(interval) > 0).isPresent();
  }
}
