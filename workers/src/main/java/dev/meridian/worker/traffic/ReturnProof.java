package dev.meridian.worker.traffic;

import dev.meridian.gate.GateSpec;
import dev.meridian.region.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the users who have come back so far are well: the next rung of the ramp needs requests
 * served on this one, and no more bad ones among them than the first ratio gate's ceiling.
 */
final class ReturnProof {
  /** What was seen on one rung. */
  sealed interface Outcome {
    record Good(String clause) implements Outcome {}

    record Harmed(String clause) implements Outcome {}

    record Unknown(String clause) implements Outcome {}
  }

  /** Rates look back a minute: before that they still speak of the rung below. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofSeconds(15);
  private static final int FEWEST_POLLS = 5;

  private final RequestRate rates;

  ReturnProof(RequestRate rates) {
    this.rates = rates;
  }

  /** Looks until the rung is proven, or the wait is over. */
  Outcome await(Place place) throws InterruptedException {
    Optional<Share> ceiling =
        PrometheusRequestRate.firstRatio(place.service()).map(GateSpec.Ratio::ceiling);
    if (ceiling.isEmpty()) {
      return new Outcome.Unknown("the service has no ratio gate to look at");
    }
    Instant from = place.clock().now();
    Optional<Double> worst = Optional.empty();
    place.sleep(WINDOW);
    for (int poll = 1; ; poll++) {
      Optional<Double> bad =
          rates.of(place.service(), place.region()).flatMap(RequestRate.Seen::badShare);
      if (bad.isPresent() && bad.get() <= ceiling.get().fraction()) {
        return new Outcome.Good(percent(bad.get()) + " bad");
      }
      worst = bad.isPresent() ? bad : worst;
      boolean over = Duration.between(from, place.clock().now()).compareTo(LONGEST) > 0;
      if (over && poll >= FEWEST_POLLS) {
        return worst
            .<Outcome>map(share ->
                new Outcome.Harmed(
                    percent(share) + " of its requests are bad, at most " + ceiling.get() + " may"))
            .orElseGet(() -> new Outcome.Unknown("none of its requests could be seen"));
      }
      place.sleep(POLL);
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
