package dev.meridian.api.plan;

import dev.meridian.region.plan.ExpectedDuration;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the release takes as a whole, and how often one comes.
 *
 * @param shortest bakes end as planned, and the time beside them is that of the quickest release
 * @param likely bakes end as planned, and the time beside them is the median of past releases
 * @param longest every bake is held open to its ceiling; it does not count the time that people
 *     take to decide
 * @param usualInterval median time from the beginning of one release to that of the next; null
 *     below three releases that completed
 * @param slowerThanUsual whether the next release usually comes before this one is through
 * @param source what the time beside the bakes comes from, for people
 */
@Schema(name = "ExpectedDuration")
record ExpectedView(
    Duration shortest,
    Duration likely,
    Duration longest,
    Optional<Duration> usualInterval,
    boolean slowerThanUsual,
    String source) {
  static ExpectedView of(ExpectedDuration expected) {
    return new ExpectedView(
        expected.shortest(),
        expected.likely(),
        expected.longest(),
        expected.usualInterval(),
        expected.slowerThanUsual(),
        expected.source());
  }
}
