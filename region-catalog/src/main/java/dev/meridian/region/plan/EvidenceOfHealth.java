package dev.meridian.region.plan;

import dev.meridian.region.RequestsPerSecond;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many requests it takes to believe that a region is well, and how long they take to come.
 *
 * <p>Evidence is {@code (H_rel + H_abs) / 2 >= 1 / beta} with beta 5 %. With no bad request at all
 * and no help from a control, {@code H_abs = ((1 - q) / (1 - c))^n} with {@code q = c / 4} has to
 * reach {@code 2 / beta} alone: {@code n = ln 40 / ln((1 - c/4) / (1 - c))}. A ceiling of 1 % takes
 * 489 requests.
 *
 * @param ceiling c: the lowest ceiling of the service's critical ratio gates, more than 0, less
 *     than 1
 */
public record EvidenceOfHealth(double ceiling) {
  /** What is assumed where no gate says otherwise: 1 %. */
  public static final EvidenceOfHealth ONE_PERCENT = new EvidenceOfHealth(0.01);

  private static final double BETA = 0.05;

  /**
   * @throws IllegalArgumentException when the ceiling is not between 0 and 1
   */
  public EvidenceOfHealth {
    if (!(ceiling > 0 && ceiling < 1)) {
      throw new IllegalArgumentException("ceiling should be between 0 and 1: was " + ceiling);
    }
  }

  /** Requests needed when none of them is bad. */
  public long requests() {
    double each = StrictMath.log((1 - ceiling / 4) / (1 - ceiling));
    return (long) Math.ceil(StrictMath.log(2 / BETA) / each);
  }

  /**
   * The longest that these requests take to come, over all hours at which a bake may begin.
   *
   * @param demand requests per second in each of the 24 local hours
   * @return nothing when there are no users at all
   */
  public Optional<Duration> longestWait(List<RequestsPerSecond> demand) {
    double day = demand.stream().mapToDouble(rate -> rate.value() * 3600).sum();
    if (day <= 0) {
      return Optional.empty();
    }
    double days = Math.floor(requests() / day);
    double rest = requests() - days * day;
    double longest = 0;
    for (int hour = 0; hour < 24; hour++) {
      longest = Math.max(longest, seconds(demand, hour, rest));
    }
    return Optional.of(Durations.ofSeconds(days * 86_400 + longest));
  }

  private static double seconds(List<RequestsPerSecond> demand, int from, double requests) {
    double left = requests;
    double seconds = 0;
    for (int i = 0; i < 24; i++) {
      double rate = demand.get((from + i) % 24).value();
      if (left <= rate * 3600) {
        return left <= 0 ? seconds : seconds + left / rate;
      }
      left -= rate * 3600;
      seconds += 3600;
    }
    return seconds;
  }
}
