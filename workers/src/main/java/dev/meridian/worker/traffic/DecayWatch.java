package dev.meridian.worker.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how far a region's own request rate has fallen. Weights that were published are not traffic
 * that has moved: with a TTL of 60 s, 90 % leave within two minutes, and a few per cent stay for a
 * quarter of an hour.
 */
final class DecayWatch {
  private static final Duration LONGEST = Duration.ofMinutes(6);
  private static final Duration POLL = Duration.ofSeconds(10);
  private static final int FEWEST_POLLS = 5;
  private static final double MOVED = 0.1;

  private final RequestRate rates;

  DecayWatch(RequestRate rates) {
    this.rates = rates;
  }

  /**
   * Watches until nine tenths have left, or the wait is over.
   *
   * @param before requests per second before the change, if they could be measured
   * @param changedAt when the change was intended
   * @return a clause for people
   */
  String watch(Place place, Optional<Double> before, Instant changedAt)
      throws InterruptedException {
    if (before.isEmpty() || before.get() <= 0) {
      return before.isEmpty()
          ? "its own request rate could not be measured: nothing is known to have moved"
          : "it had no requests to move";
    }
    Optional<Double> left = Optional.empty();
    for (int poll = 1; ; poll++) {
      Optional<Double> known = left;
      left = rate(place).or(() -> known);
      Duration since = Duration.between(changedAt, place.clock().now());
      if (left.isPresent() && left.get() <= MOVED * before.get()) {
        return "90 %% of its requests had left %d s after the change (%s of %s requests/s still arrive)"
            .formatted(since.toSeconds(), figure(left.get()), figure(before.get()));
      }
      if (poll >= FEWEST_POLLS && since.compareTo(LONGEST) > 0) {
        return left.map(rate -> notYet(rate, before.get(), since))
            .orElse(
                "its own request rate can no longer be measured: nothing is known to have moved");
      }
      place.sleep(POLL);
    }
  }

  private Optional<Double> rate(Place place) {
    return rates.of(place.service(), place.region()).map(RequestRate.Seen::requestsPerSecond);
  }

  private static String notYet(double rate, double before, Duration since) {
    return String.format(
        Locale.ROOT,
        "%d s after the change %.0f %% of its requests still arrive (%s of %s requests/s): not moved yet",
        since.toSeconds(),
        100 * rate / before,
        figure(rate),
        figure(before));
  }

  private static String figure(double requestsPerSecond) {
    return String.format(Locale.ROOT, "%.1f", requestsPerSecond);
  }
}
