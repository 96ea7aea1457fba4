package dev.meridian.worker;

import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent;

/** A region seen from outside: what its users see, whatever its metrics say. */
public interface OutsideView {
  /**
   * Looks once: asks the cluster's API, and the service's own endpoint from two probes. Reads only,
   * and records nothing. Bounded in wall time; what does not answer in time counts as away.
   */
  RegionEvent.RegionObserved look(RegionAttempt rollout);
}
