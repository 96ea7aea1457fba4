package dev.meridian.worker.cluster;

import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.frozen.FrozenRollout;
import java.time.Duration;

/** Where one execution of an activity works: what was frozen, the cluster, the pulse. */
record Workplace(FrozenRollout frozen, Cluster cluster, Pulse pulse) {
  /** Even where a Meridian hour is a wall second, pods get this long. */
  private static final Duration LEAST_READY = Duration.ofSeconds(10);

  RegionAttempt rollout() {
    return frozen.rollout();
  }

  RegionCode region() {
    return frozen.rollout().region();
  }

  int attempt() {
    return frozen.rollout().attempt();
  }

  /** How long pods may take, on the wall clock. */
  Duration readyWithin(Pace pace) {
    Duration policy = pace.toWall(frozen.service().release().readyDeadline());
    return policy.compareTo(LEAST_READY) < 0 ? LEAST_READY : policy;
  }
}
