package dev.meridian.sandbox.world;

import java.time.Duration;
import java.util.Optional;

/**
 * A latent fault of a revision: it belongs to the image and shows only where its condition holds.
 */
public sealed interface Defect {
  /**
   * Where and when a defect shows: every condition that is present must hold.
   *
   * @param trait {@code name=value} of the users
   * @param aboveRequestsPerSecond of the region
   * @param afterAge since the revision's first pod was ready
   */
  record When(
      Optional<String> trait,
      Optional<Double> aboveRequestsPerSecond,
      Optional<Duration> afterAge) {
    public static final When ALWAYS =
        new When(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A share of requests (0 to 1) fails beyond the usual. */
  record Errors(When when, double share) implements Defect {}

  /** Latency is multiplied. */
  record Slow(When when, double factor) implements Defect {}

  /** Memory grows by so many bytes an hour of age. */
  record Leak(When when, double bytesPerHour) implements Defect {}

  /** The integration check finds fault. */
  record FailsCheck(String reason) implements Defect {}
}
