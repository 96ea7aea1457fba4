package dev.meridian.worker.traffic;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.Artifacts;
import dev.meridian.worker.ActivityFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until every name server answers by a change. Route 53 says "generally within 60 seconds".
 */
final class Propagation {
  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int FEWEST_POLLS = 20;

  private final Artifacts artifacts;

  Propagation(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * Waits; a change whose id was lost with its answer is given the usual time, and that is said.
   *
   * @return a clause for people
   */
  String await(Place place, String key, Written.Changed changed) throws InterruptedException {
    changed.change().ifPresent(id -> artifacts.checkpoint(key, changed.token().number(), id));
    Optional<String> id = changed.change().or(() -> artifacts.checkpoint(key));
    Instant from = place.clock().now();
    if (id.isEmpty()) {
      place.sleep(USUAL);
      return "its id was lost with the answer, so it was given the usual 60 s to propagate";
    }
    for (int poll = 1; !place.zone().inSync(id.get()); poll++) {
      Duration waited = Duration.between(from, place.clock().now());
      if (poll >= FEWEST_POLLS && waited.compareTo(LONGEST) > 0) {
        throw ActivityFailures.of(
            FailureCode.DNS_UNREACHABLE,
            "change %s was accepted but is not in sync after %d s"
                .formatted(id.get(), waited.toSeconds()));
      }
      place.sleep(POLL);
    }
    return "in sync " + Duration.between(from, place.clock().now()).toSeconds() + " s later";
  }
}
