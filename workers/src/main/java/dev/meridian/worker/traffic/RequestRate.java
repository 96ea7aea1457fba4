package dev.meridian.worker.traffic;

import dev.meridian.region.Region;
import dev.meridian.service.ServiceSpec;
import java.util.Optional;

/** Sees what a region serves, over the last minute. Only reads. */
public interface RequestRate {
  /**
   * What was seen.
   *
   * @param requestsPerSecond all requests
   * @param badShare of them, 0 to 1; empty when there were none, or when bad ones are not counted
   */
  record Seen(double requestsPerSecond, Optional<Double> badShare) {}

  /** Empty when nothing can be measured: no answer, no series, not a number. */
  Optional<Seen> of(ServiceSpec service, Region region);
}
